import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Fit,
  type FitPlan,
  type Fitted,
  fitDataHash,
  fitModel,
  fittedOf,
  headingLine,
  leastRuns,
  type Memory,
  observedOf,
  plausibleSet,
  readCheckpoint,
  remembering,
  runLine,
  type Task,
  usualWorlds,
} from '../../../experiments/calibration/index.ts';
import { hashOf } from '../../../experiments/index.ts';
import { loadProvince } from '../../../scenarios/index.ts';
import { calibrationSpace } from '../../../scenarios/provinces/hunan/calibration.ts';
import type { CalibrationReceipt, WaveReport } from '../../../scenarios/provinces/plausible.ts';
import { ENGINE_VERSION } from '../../../sim/index.ts';
import { openCheckpoint } from '../checkpoint-file.ts';
import { type Command, EXIT } from '../command.ts';
import { operands } from '../command-line.ts';
import type { FitThreadData } from '../fit-thread.ts';
import { type Options, readOptions } from '../options.ts';
import { checkFolder, outFolder, writeFiles } from '../output.ts';
import { openTaskPool } from '../task-pool.ts';
import type { Terminal } from '../terminal.ts';
import { textTable } from '../text-table.ts';
import { together } from '../together.ts';

const PROVINCE = 'hunan';
const THREAD = new URL('./fit-thread.js', import.meta.url);
/** Where the usual set belongs in the checkout, and where a fit leaves its set and checkpoint unless told otherwise. */
const PACK = `scenarios/provinces/${PROVINCE}`;
const WORK = 'dist/calibration';
const CHECKPOINT = 'calibration.jsonl';
/** A coarser scale serves the first wave alone. */
const FINAL_SCALE = 100;
const RESULT = 'plausible.json';

/** Fine enough for what coarse worlds bias: a world of it says as much as ten of the final scale. */
const REFERENCE_SCALE = 10;

const DEFAULTS = {
  waves: 3,
  points: 160,
  runs: 2,
  scale: 100,
  referenceRuns: 24,
  slopeRuns: 16,
  members: 200,
  workers: 2,
} as const;

/** What is fitted, how, and where the work lies. */
interface Desk {
  readonly fitted: Fitted;
  readonly plan: FitPlan;
  readonly receipt: CalibrationReceipt;
  /** Where set and checkpoint go. */
  readonly folder: string;
  /** Where the set goes too, unless it is empty. */
  readonly pack: string | undefined;
}

/** Whether a fit is made as the published one is: what comes of another is no set for everyone who draws. */
export const isUsual = ({ waves, points, runs, scale }: Options): boolean =>
  (waves ?? DEFAULTS.waves) === DEFAULTS.waves &&
  (points ?? DEFAULTS.points) === DEFAULTS.points &&
  runs === DEFAULTS.runs &&
  scale === DEFAULTS.scale;

/** The folder named; else the work folder and, in a checkout and for the usual fit, the province pack. Throws InputError. */
function placesFor(out: string | undefined, options: Options): Pick<Desk, 'folder' | 'pack'> {
  if (out !== undefined) return { folder: out, pack: undefined };
  checkFolder(WORK, [RESULT, CHECKPOINT]);
  const pack = isUsual(options) && existsSync(PACK) ? PACK : undefined;
  if (pack !== undefined) checkFolder(pack, [RESULT]);
  return { folder: WORK, pack };
}

/** Folders a set goes to: an empty one takes the place of no other. */
export const foldersFor = (
  { folder, pack }: Pick<Desk, 'folder' | 'pack'>,
  { members }: Pick<Fit, 'members'>,
): readonly string[] => [folder, ...(pack !== undefined && members.length > 0 ? [pack] : [])];

function planOf(fitted: Fitted, { waves, points, scale, runs }: Options): FitPlan {
  const { space, targets } = fitted;
  return {
    seed: space.seed,
    dimensions: space.coordinates.length,
    observed: observedOf(targets),
    waves: waves ?? DEFAULTS.waves,
    points: points ?? DEFAULTS.points,
    runs,
    screenScale: scale,
    scale: scale > FINAL_SCALE ? FINAL_SCALE : scale,
    referenceRuns: DEFAULTS.referenceRuns,
    referenceScale: REFERENCE_SCALE,
    slopeRuns: DEFAULTS.slopeRuns,
    members: DEFAULTS.members,
  };
}

function receiptOf(fitted: Fitted, plan: FitPlan): CalibrationReceipt {
  const { observed: _, dimensions: __, seed, ...options } = plan;
  return {
    engine: ENGINE_VERSION,
    province: PROVINCE,
    seed,
    dataHash: fitDataHash(fitted),
    targetsHash: hashOf(fitted.targets),
    spaceHash: hashOf(fitted.space),
    options,
  };
}

function fittedProvince(): Fitted {
  const pack = loadProvince(PROVINCE);
  return fittedOf(pack, calibrationSpace(pack.parameters));
}

function openDesk(fitted: Fitted, options: Options, out: string | undefined): Desk {
  const places = placesFor(out, options);
  const plan = planOf(fitted, options);
  return { fitted, plan, receipt: receiptOf(fitted, plan), ...places };
}

/** Options decide which worlds are run, not what comes of one, so a longer fit goes on from a shorter one's worlds. */
const headingOf = ({ options: _, ...rest }: CalibrationReceipt) => rest;

/** Runs done before, and the file that runs are added to. Throws InputError for another fit's. */
function openMemory({ folder, receipt }: Desk, resume: boolean, terminal: Terminal) {
  const path = join(folder, CHECKPOINT);
  const heading = headingOf(receipt);
  const kept = {
    path,
    heading: headingLine(heading),
    read: (text: string) => readCheckpoint(text, heading, path),
    nothing: (): Memory => new Map(),
  };
  const { told, former } = openCheckpoint(kept, resume);
  if (former !== undefined) terminal.warn(`an earlier checkpoint is kept as ${former}`);
  return { memory: told, path };
}

async function work(desk: Desk, options: Options, terminal: Terminal): Promise<Fit> {
  const { memory, path } = openMemory(desk, options.resume, terminal);
  if (memory.size > 0) terminal.warn(`resumed: ${memory.size} worlds done before`);
  const { plan, fitted } = desk;
  const usual = usualWorlds(plan);
  let done = memory.size;
  const pool = openTaskPool<Task, readonly number[]>(
    options.workers,
    THREAD,
    { province: PROVINCE, space: fitted.space } satisfies FitThreadData,
    terminal.signal,
    (task, outputs) => {
      appendFileSync(path, runLine(task, outputs));
      terminal.progress(
        ++done <= usual ? `world ${done} of about ${usual}` : `world ${done}, more than usual`,
      );
    },
  );
  try {
    return await fitModel(plan, remembering(pool, memory), {
      onWave: (report) => terminal.warn(waveLine(report)),
    });
  } finally {
    await pool.close();
    terminal.settle();
  }
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const waveLine = ({ wave, scale, surviving, plausiblePoints, hardest }: WaveReport): string =>
  `wave ${wave} at 1:${scale}: ${percent(surviving)} of the space not ruled out, ${percent(plausiblePoints)} of its points; hardest ${hardest}`;

/** Writes the set to its places. */
function store(desk: Desk, found: Fit): { text: string; written: string[] } {
  const { plan, fitted, receipt } = desk;
  const keys = plan.observed.map(({ key }) => key);
  const set = plausibleSet(found, fitted.space, keys, receipt);
  const text = JSON.stringify(set);
  const places = foldersFor(desk, found);
  for (const place of places) writeFiles(place, [{ name: RESULT, content: `${text}\n` }]);
  return { text, written: places.map((place) => join(place, RESULT)) };
}

function fitText(desk: Desk, found: Fit): string {
  const { observed } = desk.plan;
  const rows = observed.map(({ key, value, tolerance }, k) => [
    key,
    value.toPrecision(4),
    found.expected[k].toPrecision(4),
    ((found.expected[k] - value) / tolerance).toFixed(2),
  ]);
  const table = textTable([['target', 'reported', 'expected at the best point', 'in half-widths'], ...rows]);
  return found.unreachable.length === 0
    ? table
    : `${table}\nOut of reach of every vector, so a rule is missing: ${found.unreachable.join('; ')}`;
}

export const calibrate: Command = {
  operands: '',
  does: 'fits the free parameters to the reported end of 2025; made as the published one is, it writes the plausible set into the province pack',
  options: ['waves', 'points', 'runs', 'scale', 'workers', 'out', 'resume', 'json'],
  async run({ terminal, ...line }) {
    const fitted = fittedProvince();
    const leastPoints = leastRuns(fitted.space.coordinates.length);
    const { runs, scale, workers } = DEFAULTS;
    const [options, out] = await together(
      () => readOptions(line, { runs, scale, workers, leastPoints }),
      () => outFolder(line.words, [RESULT, CHECKPOINT]),
      () => operands(line, []),
    );
    const desk = openDesk(fitted, options, out);
    const found = await work(desk, options, terminal);
    const { text, written } = store(desk, found);
    const empty = found.members.length === 0;
    const verdict = empty
      ? 'The targets rule out every vector: the model is wrong, and the table says where. The likeliest vector is'
      : `${found.members.length} vectors are`;
    terminal.print(
      options.json ? text : `${fitText(desk, found)}\n${verdict} written to ${written.join(' and ')}`,
    );
    return empty ? EXIT.broken : EXIT.done;
  },
};
