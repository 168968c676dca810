/** Splits a command line into known options and operands. */
import { parseArgs } from 'node:util';
import { type Fault, InputError, unknownName } from '../../scenarios/index.ts';
import { type OptionName, PLACE, type Words } from './options.ts';

/** Words as they stand on the command line, sorted into options and the rest. */
export interface CommandLine {
  readonly positionals: readonly string[];
  /** Words behind an option nobody knows: its values, or operands. */
  readonly unclear: readonly string[];
  readonly words: Words;
  readonly json: boolean;
  readonly resume: boolean;
  readonly help: boolean;
  /** Options nobody knows, without their value, or given more than once. */
  readonly faults: readonly Fault[];
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

const parsed = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: CONFIG, strict: false, tokens: true, allowPositionals: true }).tokens;

type AnyToken = ReturnType<typeof parsed>[number];
type Token = Extract<AnyToken, { kind: 'option' }>;

/** Whether an option has taken the next one for its value; what is meant so is written `--seed=--json`. */
const hasTakenOption = (token: AnyToken): token is Token =>
  token.kind === 'option' &&
  token.inlineValue === false &&
  token.value.startsWith('--') &&
  Object.hasOwn(CONFIG, token.value.slice(2));

/** What the words are, from the one at `from` on; an option that stands where a value should is one all the same. */
function tokensOf(args: readonly string[], from = 0): AnyToken[] {
  const tokens = parsed(args.slice(from)).map((one) => ({ ...one, index: one.index + from }));
  const greedy = tokens.find(hasTakenOption);
  if (!greedy) return tokens;
  const before = tokens.filter(({ index }) => index < greedy.index);
  const bare: Token = { ...greedy, value: undefined, inlineValue: undefined };
  return [...before, bare, ...tokensOf(args, greedy.index + 1)];
}

function faultOf({ name, rawName, value }: Token, allowed: readonly OptionName[]): Fault | undefined {
  if (name !== 'help' && !allowed.includes(name as OptionName)) {
    const known = allowed.map((one) => `--${one}`);
    return unknownName('option', rawName, known, PLACE);
  }
  const takesValue = !FLAGS.has(name);
  if (takesValue && value === undefined)
    return { kind: 'missing', name: rawName, rule: 'needs a value', path: PLACE };
  if (!takesValue && value !== undefined)
    return { kind: 'invalid', name: rawName, rule: 'takes no value', value, path: PLACE };
  return undefined;
}

/** The words of options given once, and faults for the others: which of their words is meant nobody can tell. */
function onceEach(given: ReadonlyMap<OptionName, readonly string[]>): { words: Words; repeated: Fault[] } {
  const words: Words = {};
  const repeated: Fault[] = [];
  for (const [name, values] of given) {
    if (values.length === 1) words[name] = values[0];
    else {
      const rule = 'given more than once';
      repeated.push({ kind: 'invalid', name: `--${name}`, rule, value: values, path: PLACE });
    }
  }
  return { words, repeated };
}

/** Splits a command line. Faults are kept beside what could be read, so that all can be told at once. */
export function splitCommandLine(args: readonly string[], allowed: readonly OptionName[]): CommandLine {
  const faults: Fault[] = [];
  const given = new Map<OptionName, string[]>();
  const flags = new Set<string>();
  const positionals: string[] = [];
  const unclear: string[] = [];
  let behindUnknown: number | undefined;
  for (const token of tokensOf(args)) {
    if (token.kind === 'positional')
      (token.index === behindUnknown ? unclear : positionals).push(token.value);
    if (token.kind !== 'option') continue;
    const name = token.name as OptionName;
    const fault = faultOf(token, allowed);
    if (fault) faults.push(fault);
    else if (FLAGS.has(name)) flags.add(name);
    else given.set(name, [...(given.get(name) ?? []), token.value as string]);
    if (!Object.hasOwn(CONFIG, name) && token.value === undefined) behindUnknown = token.index + 1;
  }
  const { words, repeated } = onceEach(given);
  return {
    positionals,
    unclear,
    words,
    json: flags.has('json'),
    resume: flags.has('resume'),
    help: flags.has('help'),
    faults: [...faults, ...repeated],
  };
}

type Placed = Pick<CommandLine, 'positionals' | 'unclear'>;

/** What stands where operands of these names may be; a word behind an unknown option counts only where one is missing. */
const operandWords = ({ positionals, unclear }: Placed, names: readonly string[]): string[] =>
  [...positionals, ...unclear].slice(0, Math.max(names.length, positionals.length));

/** The words that are there for these operands, however many there should be. */
export const operandsThere = (line: Placed, names: readonly string[]): string[] =>
  operandWords(line, names).slice(0, names.length);

/** Takes exactly the operands a command needs. Throws InputError for too few or too many. */
export function operands(line: Placed, names: readonly string[]): string[] {
  const words = operandWords(line, names);
  const missing = names
    .slice(words.length)
    .map((name): Fault => ({ kind: 'missing', name, rule: 'required', path: PLACE }));
  const extra = words.slice(names.length).map(
    (value): Fault => ({
      kind: 'unknown',
      name: 'operand',
      rule: `expected ${names.join(' ') || 'none'}`,
      value,
      path: PLACE,
    }),
  );
  if (missing.length + extra.length > 0) throw new InputError([...missing, ...extra]);
  return words;
}
