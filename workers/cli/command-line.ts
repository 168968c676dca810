/** Splits a command line into known options and operands. */
import { parseArgs } from 'node:util';
import { type Fault, InputError, unknownName } from '../../scenarios/index.ts';
import { type OptionName, PLACE, type Words } from './options.ts';

/** Words as they stand on the command line, sorted into options and the rest. */
export interface CommandLine {
  readonly positionals: readonly string[];
  readonly words: Words;
  readonly json: boolean;
  readonly resume: boolean;
  readonly help: boolean;
}

const CONFIG = {
  scale: { type: 'string' },
  seed: { type: 'string' },
  runs: { type: 'string' },
  until: { type: 'string' },
  workers: { type: 'string' },
  parameters: { type: 'string' },
  by: { type: 'string' },
  out: { type: 'string' },
  versus: { type: 'string' },
  open: { type: 'string' },
  held: { type: 'string' },
  language: { type: 'string' },
  waves: { type: 'string' },
  points: { type: 'string' },
  keep: { type: 'string' },
  json: { type: 'boolean' },
  resume: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Options without a value. */
const FLAGS: ReadonlySet<string> = new Set(['json', 'resume', 'help']);

/** Splits a command line. Throws InputError for options that `allowed` does not name or that lack their value. */
export function splitCommandLine(args: readonly string[], allowed: readonly OptionName[]): CommandLine {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: CONFIG,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const faults: Fault[] = [];
  const words: Words = {};
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const takesValue = !FLAGS.has(name);
    if (name !== 'help' && !allowed.includes(name as OptionName)) {
      faults.push(
        unknownName(
          'option',
          rawName,
          allowed.map((one) => `--${one}`),
          PLACE,
        ),
      );
    } else if (takesValue && value === undefined) {
      faults.push({ kind: 'missing', name: rawName, rule: 'needs a value', path: PLACE });
    } else if (!takesValue && value !== undefined) {
      faults.push({ kind: 'invalid', name: rawName, rule: 'takes no value', value, path: PLACE });
    } else if (takesValue) words[name as OptionName] = value as string;
    else flags.add(name);
  }
  if (faults.length > 0) throw new InputError(faults);
  return {
    positionals,
    words,
    json: flags.has('json'),
    resume: flags.has('resume'),
    help: flags.has('help'),
  };
}

/** Takes exactly the operands a command needs. Throws InputError for too few or too many. */
export function operands(positionals: readonly string[], names: readonly string[]): string[] {
  const missing = names
    .slice(positionals.length)
    .map((name): Fault => ({ kind: 'missing', name, rule: 'required', path: PLACE }));
  const extra = positionals.slice(names.length).map(
    (value): Fault => ({
      kind: 'unknown',
      name: 'operand',
      rule: `expected ${names.join(' ') || 'none'}`,
      value,
      path: PLACE,
    }),
  );
  if (missing.length + extra.length > 0) throw new InputError([...missing, ...extra]);
  return [...positionals];
}
