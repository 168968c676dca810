import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Cancelled, dataHash, hashOf } from '../../../experiments/index.ts';
import {
  answerLine,
  type EffectScore,
  goingOn,
  headingLine,
  isNearGround,
  isSameGround,
  keptScores,
  keptSpreads,
  type Levels,
  type Looks,
  type Made,
  METHOD,
  notTold,
  readCheckpoint,
  reduceTrials,
  roundsOf,
  standing,
  type TargetScore,
  type Told,
  type Trial,
  type Validation,
} from '../../../experiments/validation/index.ts';
import { InputError, loadProvince, resolvePreset, type Target } from '../../../scenarios/index.ts';
import { type EffectRegister, judged } from '../../../scenarios/provinces/effects.ts';
import { effectRegister } from '../../../scenarios/provinces/hunan/effects.ts';
import { PLACES } from '../../../scenarios/provinces/hunan/places.ts';
import { checkValidation } from '../../../scenarios/schema/validation.ts';
import { ENGINE_VERSION, SCALES, type Scale } from '../../../sim/index.ts';
import { fromCaller } from '../caller.ts';
import { openCheckpoint } from '../checkpoint-file.ts';
import { type Command, EXIT } from '../command.ts';
import { operands } from '../command-line.ts';
import { type Options, PLACE, readOptions } from '../options.ts';
import { checkFolder, outFolder, writeFiles } from '../output.ts';
import { drawsHash, memberChanges } from '../plausible-set.ts';
import { openTaskPool } from '../task-pool.ts';
import type { Terminal } from '../terminal.ts';
import { textTable } from '../text-table.ts';
import { together } from '../together.ts';
import type { ValidateTask, ValidateThreadData } from '../validate-thread.ts';

const PROVINCE = 'hunan';
const PACK = `scenarios/provinces/${PROVINCE}`;
const RESULT = 'validation.json';
/** Where a validation leaves its checkpoint unless told otherwise; it goes when the result is there. */
const WORK = 'dist/validation';
const RUNS = 16;
const PUBLISHED = { scale: 100, seed: '1' } as const;
const WORKERS = 2;
const THREAD = new URL('./validate-thread.js', import.meta.url);

/** Levels have no pair in which chance and scale are the same: three finer worlds for every pair behind an effect. */
const LEVELS = { worlds: 3, finer: 10 } as const;

const levelsOf = ({ scale, runs }: Options): { scale: Scale; runs: number } => ({
  scale: SCALES.find((one) => one * LEVELS.finer === scale) ?? 1,
  runs: LEVELS.worlds * runs,
});

/** Whether an effect has to be asked: always, when nothing was kept. */
function asksOf(register: EffectRegister, kept: Validation | undefined): (id: string) => boolean {
  if (!kept) return () => true;
  const known = keptScores(kept, register);
  return (id) => !known.has(id);
}

/** What was told before, and the file that what is told now is added to; none where there is no place for one. */
interface Memory {
  readonly told: Told;
  readonly path?: string;
}

/** Each validation has a checkpoint of its own, so that two at once never mix. */
const checkpointOf = (made: Made): string => `validation-${hashOf(made).slice(0, 12)}.jsonl`;

/** What was told before, and the file that answers are added to. Throws InputError for another validation's. */
function openMemory(folder: string, made: Made, resume: boolean, terminal: Terminal): Memory {
  const path = join(folder, checkpointOf(made));
  const kept = {
    path,
    heading: headingLine(made),
    read: (text: string) => readCheckpoint(text, made, path),
    nothing: (): Told => new Map(),
  };
  const { told, former } = openCheckpoint(kept, resume);
  if (former !== undefined) terminal.warn(`an earlier checkpoint is kept as ${former}`);
  return { told, path };
}

/** In a checkout, or where `--out` says. A checkpoint nobody asked for is done without where it cannot be written. */
function memoryFor(out: string | undefined, made: Made, { resume }: Options, terminal: Terminal): Memory {
  if (out === undefined && !resume && !existsSync(PACK)) return { told: new Map() };
  try {
    return openMemory(out ?? WORK, made, resume, terminal);
  } catch (error) {
    if (out !== undefined || resume || error instanceof InputError) throw error;
    terminal.warn(`no checkpoint: ${(error as Error).message}`);
    return { told: new Map() };
  }
}

/** What a validation asks, and how. */
interface Question {
  readonly options: Options;
  readonly register: EffectRegister;
  readonly targets: readonly Target[];
  readonly made: Made;
}

/** Who runs replications: those told before are not run again, and each new one is written down as it comes. */
interface Asking {
  tasks(of: ValidateTask['of'], count: number, at: Scale): ValidateTask[];
  /** Answers in the order of the tasks. */
  answer(tasks: readonly ValidateTask[]): Promise<readonly (Levels | Trial)[]>;
  close(): Promise<void>;
}

function openAsking(options: Options, { told, path }: Memory, terminal: Terminal): Asking {
  const { seed, workers, parameters } = options;
  if (options.resume) terminal.warn(`resumed: ${told.size} replications done before`);
  const data: ValidateThreadData = { province: PROVINCE, seed };
  let done = 0;
  let asked = 0;
  const pool = openTaskPool<ValidateTask, Levels | Trial>(
    workers,
    THREAD,
    data,
    terminal.signal,
    (task, answer) => {
      if (path !== undefined) appendFileSync(path, answerLine(task, answer));
      terminal.progress(`replication ${++done} of ${asked}`);
    },
  );
  return {
    tasks(of, count, at) {
      const changes = memberChanges(parameters, count);
      return Array.from({ length: count }, (_, k) => ({
        of,
        scale: at,
        replication: k,
        changes: changes(k),
      }));
    },
    answer: (wanted) =>
      goingOn(wanted, told, (missing) => {
        asked += wanted.length;
        done += wanted.length - missing.length;
        return pool.run(missing);
      }),
    close: () => pool.close(),
  };
}

/**
 * What of an earlier validation still stands. Its first pairs are asked again where the engine or the data are others,
 * and for the first time where they are the same and the earlier one does not say what its first pairs said.
 */
async function standingOf(
  before: Validation,
  { tasks, answer }: Asking,
  { options, register, targets, made }: Question,
): Promise<Validation> {
  const fine = levelsOf(options);
  const scores = keptScores(before, register);
  const settled = isSameGround(before, made);
  const asks = (id: string, at: Scale): boolean => {
    const score = scores.get(id);
    return score?.scale === at && (score.first === undefined) === settled;
  };
  const trials = [options.scale, fine.scale].flatMap((at) =>
    roundsOf(register, options.runs, (id) => asks(id, at)).flatMap(({ pairs, effects }) =>
      tasks(effects, pairs, at).slice(0, 1),
    ),
  );
  const whole = before.targets.every(({ first }) => first !== undefined);
  const worlds = whole === settled ? [] : tasks('levels', fine.runs, fine.scale).slice(0, 1);
  const answers = await answer([...worlds, ...trials]);
  const levels = worlds.length > 0 ? (answers[0] as Levels) : undefined;
  const first = { levels, trials: answers.slice(worlds.length) as Trial[] };
  return standing(before, register, targets, first, made);
}

/** All that has to be asked beside what is kept. */
async function answersOf(
  { tasks, answer }: Asking,
  { options, register, targets }: Question,
  kept: Validation | undefined,
): Promise<{ levels: readonly Levels[]; looks: Looks }> {
  const { scale, runs } = options;
  const fine = levelsOf(options);
  const asks = asksOf(register, kept);
  const look = (at: Scale, asked: (id: string) => boolean) =>
    roundsOf(register, runs, asked).flatMap(({ pairs, effects }) => tasks(effects, pairs, at));
  const measured = kept !== undefined && keptSpreads(kept, targets) !== undefined;
  const worlds = tasks('levels', measured ? 0 : fine.runs, fine.scale);
  const answers = await answer([...worlds, ...look(scale, asks)]);
  const levels = answers.slice(0, worlds.length) as Levels[];
  const first = answers.slice(worlds.length) as Trial[];
  const untold = notTold(first, register);
  const again = fine.scale < scale ? look(fine.scale, (id) => asks(id) && untold.includes(id)) : [];
  if (again.length === 0) return { levels, looks: { first } };
  return { levels, looks: { first, second: (await answer(again)) as Trial[] } };
}

/** Keeps of `before` what stands, asks the rest, and scores all of it. */
async function askAll(
  before: Validation | undefined,
  question: Question,
  memory: Memory,
  terminal: Terminal,
): Promise<Validation> {
  const { register, targets, made } = question;
  const asking = openAsking(question.options, memory, terminal);
  try {
    const kept = before && (await standingOf(before, asking, question));
    const { levels, looks } = await answersOf(asking, question, kept);
    return reduceTrials(levels, looks, targets, register, PLACES, made, kept);
  } catch (error) {
    if (error instanceof Cancelled && memory.path !== undefined)
      terminal.warn(`${memory.path} has what was told; --resume goes on`);
    throw error;
  } finally {
    await asking.close();
    terminal.settle();
  }
}

const refusal = (rule: string, path: string): InputError =>
  new InputError([{ kind: 'invalid', name: '--keep', rule, value: path, path: PLACE }]);

/** The validation in a file; undefined for no file. Throws InputError. */
function validationAt(path: string | undefined): Validation | undefined {
  if (!path) return undefined;
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(fromCaller(path), 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw refusal(code === undefined ? 'not JSON' : `cannot be read, ${code}`, path);
  }
  const checked = checkValidation(document);
  if (checked.faults) throw new InputError(checked.faults);
  return document as Validation;
}

/** Refuses an earlier validation that was not made as this one is, but for effects, engine and data. Throws InputError. */
function checkGround(
  kept: Validation | undefined,
  made: Made,
  targets: readonly Target[],
  { keep = '' }: Options,
): void {
  const rule = 'made by another method, from other draws, seed, scale or number of runs';
  if (kept && !isNearGround(kept, made)) throw refusal(rule, keep);
  if (kept && !keptSpreads(kept, targets)) throw refusal('has not measured every target there is', keep);
}

function madeBy(options: Options): Made {
  const { parameters, scale, seed, runs } = options;
  const draws = drawsHash(parameters);
  return {
    engine: ENGINE_VERSION,
    method: METHOD,
    province: PROVINCE,
    parameters,
    scale,
    seed,
    runs,
    levels: levelsOf(options),
    dataHash: dataHash(resolvePreset('baseline').data),
    ...(draws !== undefined && { drawsHash: draws }),
    targetsHash: hashOf(loadProvince(PROVINCE).targets),
    effectsHash: hashOf(judged(effectRegister())),
  };
}

const number = (value: number | null): string => (value === null ? '–' : value.toPrecision(4));

const targetRow = ({ key, role, published, ours, distance, within }: TargetScore): string[] => [
  key,
  role,
  number(published),
  number(ours),
  distance === null ? 'not in the model' : distance.toFixed(1),
  within === null ? '' : within ? 'within' : 'out',
];

function effectRow({
  id,
  claim,
  publishedSign,
  published,
  ours,
  probPositive,
  scale,
  pairs,
  verdict,
}: EffectScore): string[] {
  const sign = publishedSign === undefined ? '' : ['-', '0', '+'][publishedSign + 1];
  const size =
    published === undefined ? '' : [...new Set([published.low, published.high])].map(number).join(' to ');
  return [
    id,
    claim.en,
    sign,
    size,
    number(ours),
    probPositive === null ? '' : probPositive.toFixed(2),
    scale === undefined ? '' : `${pairs} at 1:${scale}`,
    verdict,
  ];
}

function validationText({ summary, skill, targets, effects, made }: Validation): string {
  const { fitted, heldOut, effects: counted } = summary;
  const shown = targets.filter(({ role, ours }) => role !== 'input' && ours !== null);
  return [
    `${made.province}, ${made.parameters} parameters; targets over ${made.levels.runs} worlds at 1:${made.levels.scale}, effects over ${made.runs} pairs at 1:${made.scale}, or at 1:${made.levels.scale} where those do not tell; the register is reported, unverified, contradictory in places.`,
    '',
    textTable([['target', 'role', 'reported', 'ours', 'in half-widths', ''], ...shown.map(targetRow)]),
    '',
    textTable(
      [['effect', 'claim', 'sign', 'size', 'ours', 'P(>0)', 'pairs', 'verdict'], ...effects.map(effectRow)],
      2,
    ),
    '',
    `Fitted ${fitted.within} of ${fitted.total} within tolerance, held out ${heldOut.within} of ${heldOut.total}.`,
    `Effects: sign right ${counted.signRight} of ${counted.total}, size right ${counted.sizeRight} of ${counted.sized}.`,
    ...(skill
      ? [
          `Held-out places, mean squared distance: model ${number(skill.model)}, provincial mean ${number(skill.provincialMean)}, line in GDP per head ${number(skill.gdpLine)}.`,
        ]
      : []),
  ].join('\n');
}

/** Whether a validation is made as the published one is: others are printed, and written where `--out` says. */
const isPublished = ({ parameters, scale, seed, runs }: Options): boolean =>
  parameters === 'plausible' && scale === PUBLISHED.scale && seed === PUBLISHED.seed && runs === RUNS;

/** The province pack, in a checkout and for a validation made as the published one; else undefined. */
const packFor = (options: Options): string | undefined =>
  isPublished(options) && existsSync(PACK) ? PACK : undefined;

export const validate: Command = {
  operands: '',
  does: 'scores every target and every published effect; over the plausible set it writes the table into the province pack',
  options: ['scale', 'seed', 'runs', 'workers', 'parameters', 'keep', 'resume', 'out', 'json'],
  async run({ terminal, ...line }) {
    const [options, kept, out] = await together(
      () => readOptions(line, { runs: RUNS, workers: WORKERS }),
      () => validationAt(line.words.keep),
      () => outFolder(line.words, [RESULT]),
      () => operands(line, []),
    );
    const place = out ?? packFor(options);
    if (place !== undefined) checkFolder(place, [RESULT]);
    const register = effectRegister();
    const { targets } = loadProvince(PROVINCE);
    const made = madeBy(options);
    checkGround(kept, made, targets, options);
    const memory = memoryFor(out, made, options, terminal);
    const result = await askAll(kept, { options, register, targets, made }, memory, terminal);
    const text = JSON.stringify(result);
    terminal.print(options.json ? text : validationText(result));
    if (place !== undefined) writeFiles(place, [{ name: RESULT, content: `${text}\n` }]);
    if (memory.path !== undefined) rmSync(memory.path, { force: true });
    return EXIT.done;
  },
};
