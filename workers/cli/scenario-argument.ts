import { existsSync, readFileSync, statSync } from 'node:fs';
import {
  type Checked,
  type Fault,
  InputError,
  LARGEST_FILE,
  LIBRARY,
  PRESET_IDS,
  type Resolved,
  resolveScenario,
  unknownName,
} from '../../scenarios/index.ts';
import { fromCaller } from './caller.ts';
import { type CommandLine, operands, operandsThere } from './command-line.ts';
import { type ParameterChoice, PLACE, type Words } from './options.ts';
import { otherProvince } from './plausible-set.ts';
import { together } from './together.ts';

const LOOKS_LIKE_FILE = /[./\\]/;

/** Reads standard input to its end, but not much beyond `most` bytes. */
export async function standardInput(most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    chunks.push(Buffer.from(chunk));
    bytes += chunk.length;
    if (bytes > most) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function fileText(path: string): string {
  try {
    const { size } = statSync(fromCaller(path));
    if (size > LARGEST_FILE) throw new InputError([unreadable(`larger than ${LARGEST_FILE} bytes`, path)]);
    return readFileSync(fromCaller(path), 'utf8');
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError([
      unreadable(`cannot be read, ${(error as NodeJS.ErrnoException).code ?? 'error'}`, path),
    ]);
  }
}

const unreadable = (rule: string, value: string): Fault => ({
  kind: 'invalid',
  name: 'file',
  rule,
  value,
  path: PLACE,
});

/** The document behind `<scenario>`: a preset's id, a file's path, or `-` for standard input. */
async function documentOf(word: string): Promise<unknown> {
  if (word === '-') return standardInput(LARGEST_FILE);
  const preset = LIBRARY.presets.get(word);
  if (preset !== undefined) return preset;
  if (LOOKS_LIKE_FILE.test(word) || existsSync(fromCaller(word))) return fileText(word);
  throw new InputError([unknownName('scenario', word, PRESET_IDS, PLACE)]);
}

async function outcomeOf(word: string): Promise<Checked<Resolved>> {
  try {
    return resolveScenario(await documentOf(word), LIBRARY);
  } catch (error) {
    if (error instanceof InputError) return { faults: error.faults };
    throw error;
  }
}

/**
 * Resolves the scenarios named on the command line. Rejects with InputError and the faults of all of them, or when
 * they are of different provinces.
 */
export async function scenariosOf(words: readonly string[]): Promise<Resolved[]> {
  if (words.filter((word) => word === '-').length > 1)
    throw new InputError([unreadable('standard input is read once', '-')]);
  const resolved: Resolved[] = [];
  const faults: Fault[] = [];
  for (const word of words) {
    const outcome = await outcomeOf(word);
    if (!outcome.faults) resolved.push(outcome.value);
    else faults.push(...outcome.faults.map((fault) => within(fault, words.length > 1 ? word : undefined)));
  }
  if (faults.length === 0) faults.push(...differentProvinces(words, resolved));
  if (faults.length > 0) throw new InputError(faults);
  return resolved;
}

/** Refuses draws from the set of one province for scenarios, all of one, of another. Throws InputError. */
function refuseOtherDraws({ parameters: value }: Words, [{ scenario }]: readonly Resolved[]): void {
  const rule = otherProvince(scenario.province);
  if (value === ('plausible' satisfies ParameterChoice) && rule !== undefined)
    throw new InputError([{ kind: 'invalid', name: '--parameters', rule, value, path: PLACE }]);
}

/**
 * The scenarios behind operands of these names. Rejects with InputError, the faults of operands and of scenarios, or when
 * parameters are to be drawn and their province has no set.
 */
export async function scenariosAt(line: CommandLine, names: readonly string[]): Promise<Resolved[]> {
  const [, scenarios] = await together(
    () => operands(line, names),
    () => scenariosOf(operandsThere(line, names)),
  );
  refuseOtherDraws(line.words, scenarios);
  return scenarios;
}

/** Scenarios named together are held against each other, which needs the same enterprises and the same luck. */
function differentProvinces(words: readonly string[], scenarios: readonly Resolved[]): Fault[] {
  const provinces = scenarios.map(({ scenario }) => scenario.province);
  if (new Set(provinces).size <= 1) return [];
  const rule = `${words.join(' and ')} are of different provinces, so nothing in them can be paired`;
  return [{ kind: 'invalid', name: 'scenarios', rule, value: provinces, path: PLACE }];
}

/** Of several scenarios a fault says which one it is in. */
const within = (fault: Fault, word: string | undefined): Fault =>
  word === undefined || fault.path === PLACE ? fault : { ...fault, path: `${word}: ${fault.path}` };
