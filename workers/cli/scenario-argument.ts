import { readFileSync, statSync } from 'node:fs';
import { type Fault, InputError, LARGEST_FILE, LIBRARY, PRESET_IDS, type Resolved, resolveScenario, unknownName } from '../../scenarios/index.ts';

const PLACE = 'command line';
const LOOKS_LIKE_FILE = /[./\\]/;

/** Reads standard input to its end, but no more than a scenario may have. */
function standardInput(): string {
  return readFileSync(0).subarray(0, LARGEST_FILE + 1).toString('utf8');
}

function fileText(path: string): string {
  try {
    const { size } = statSync(path);
    if (size > LARGEST_FILE) throw new InputError([unreadable(`larger than ${LARGEST_FILE} bytes`, path)]);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError([unreadable(`cannot be read, ${(error as NodeJS.ErrnoException).code ?? 'error'}`, path)]);
  }
}

const unreadable = (rule: string, value: string): Fault => ({ kind: 'invalid', name: 'file', rule, value, path: PLACE });

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** The document behind `<scenario>`: a preset's id, a file's path, or `-` for standard input. */
function documentOf(word: string): unknown {
  if (word === '-') return standardInput();
  const preset = LIBRARY.presets.get(word);
  if (preset !== undefined) return preset;
  if (LOOKS_LIKE_FILE.test(word) || isFile(word)) return fileText(word);
  throw new InputError([unknownName('scenario', word, PRESET_IDS, PLACE)]);
}

/** Resolves the scenarios named on the command line. Throws InputError with the faults of all of them. */
export function scenariosOf(words: readonly string[]): Resolved[] {
  const faults: Fault[] = [];
  if (words.filter((word) => word === '-').length > 1) throw new InputError([unreadable('standard input is read once', '-')]);
  const resolved = words.map((word) => {
    try {
      const outcome = resolveScenario(documentOf(word), LIBRARY);
      if (!outcome.faults) return outcome.value;
      const within = words.length > 1 ? `${word}: ` : '';
      faults.push(...outcome.faults.map((fault) => ({ ...fault, path: within + fault.path })));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(...error.faults);
    }
    return undefined;
  });
  if (faults.length > 0) throw new InputError(faults);
  return resolved.filter((one) => one !== undefined);
}
