/** Options of the command line: values in range, or every fault. */
import { type Fault, InputError, unknownName } from '../../scenarios/index.ts';
import {
  FORK_MONTH,
  GROUP_DIMENSIONS,
  type GroupDimension,
  LAST_MONTH,
  monthIndex,
  monthName,
  SCALES,
  type Scale,
} from '../../sim/index.ts';
import type { CommandLine } from './command-line.ts';

const PARAMETER_CHOICES = ['point', 'plausible'] as const;
export type ParameterChoice = (typeof PARAMETER_CHOICES)[number];

/** What a person may ask for besides scenarios. */
export interface Options {
  readonly scale: Scale;
  readonly seed: string;
  readonly runs: number;
  /** Last month, as an index. */
  readonly until: number;
  readonly workers: number;
  readonly by: readonly GroupDimension[];
  /** The province's point values, or draws from its plausible set. */
  readonly parameters: ParameterChoice;
  readonly json: boolean;
  /** Waves and points a wave of a fit; undefined for its own. */
  readonly waves: number | undefined;
  readonly points: number | undefined;
  /** Go on from a checkpoint. */
  readonly resume: boolean;
  /** An earlier answer to go on from. */
  readonly keep: string | undefined;
  /** Language of sentences. */
  readonly language: 'en' | 'zh';
}

export type OptionName =
  | 'scale'
  | 'seed'
  | 'runs'
  | 'until'
  | 'workers'
  | 'parameters'
  | 'by'
  | 'json'
  | 'out'
  | 'versus'
  | 'open'
  | 'held'
  | 'waves'
  | 'points'
  | 'resume'
  | 'keep'
  | 'language';

/** Options that decide a world. */
export const WORLD_OPTIONS: readonly OptionName[] = [
  'scale',
  'seed',
  'runs',
  'until',
  'workers',
  'parameters',
  'by',
  'json',
  'out',
];

/** Where a fault of the command line is. */
export const PLACE = 'command line';
const MOST_RUNS = 100_000;
const MOST_WORKERS = 64;
const LONGEST_SEED = 200;
const MOST_WAVES = 20;
const MOST_POINTS = 10_000;

/** Option -> the word given. */
export type Words = Partial<Record<OptionName, string>>;

const invalid = (name: OptionName, rule: string, value: string): Fault => ({
  kind: 'invalid',
  name: `--${name}`,
  rule,
  value,
  path: PLACE,
});

/** Collects faults, so that all of them are reported. */
class Reader {
  readonly faults: Fault[] = [];
  readonly #words: Words;

  constructor(words: Words) {
    this.#words = words;
  }

  #read<T>(name: OptionName, fallback: T, parse: (word: string) => T | undefined, rule: string): T {
    const word = this.#words[name];
    if (word === undefined) return fallback;
    const value = parse(word);
    if (value === undefined) this.faults.push(invalid(name, rule, word));
    return value ?? fallback;
  }

  whole(name: OptionName, fallback: number, most: number, least = 1): number {
    const parse = (word: string) =>
      /^\d{1,9}$/.test(word) && Number(word) >= least && Number(word) <= most ? Number(word) : undefined;
    return this.#read(name, fallback, parse, `not a whole number in [${least}, ${most}]`);
  }

  scale(fallback: Scale): Scale {
    return this.#read(
      'scale',
      fallback,
      (word) => SCALES.find((one) => String(one) === word),
      `not one of ${SCALES.join(', ')}`,
    );
  }

  month(fallback: number): number {
    const parse = (word: string) => {
      const at = monthIndex(word);
      return at >= FORK_MONTH && at <= LAST_MONTH ? at : undefined;
    };
    return this.#read(
      'until',
      fallback,
      parse,
      `not a month in [${monthName(FORK_MONTH)}, ${monthName(LAST_MONTH)}]`,
    );
  }

  text(name: OptionName, fallback: string, longest: number): string {
    return this.#read(
      name,
      fallback,
      (word) => (word.length >= 1 && word.length <= longest ? word : undefined),
      `not 1 to ${longest} characters`,
    );
  }

  language(): 'en' | 'zh' {
    return this.#read<'en' | 'zh'>(
      'language',
      'en',
      (word) => (word === 'en' || word === 'zh' ? word : undefined),
      'not one of en, zh',
    );
  }

  parameters(): ParameterChoice {
    const parse = (word: string) => PARAMETER_CHOICES.find((one) => one === word);
    return this.#read('parameters', 'point', parse, `not one of ${PARAMETER_CHOICES.join(', ')}`);
  }

  dimensions(): GroupDimension[] {
    const names = (this.#words.by?.split(',') ?? []).map((name) => name.trim());
    const known: readonly string[] = GROUP_DIMENSIONS;
    for (const name of names)
      if (!known.includes(name)) this.faults.push(unknownName('--by', name, known, PLACE));
    return GROUP_DIMENSIONS.filter((one) => names.includes(one));
  }
}

/** Values of the options given, with these defaults. Throws InputError with every fault of theirs. */
export function readOptions(
  { words, json, resume, faults }: Pick<CommandLine, 'words' | 'json' | 'resume' | 'faults'>,
  defaults: { scale?: Scale; runs?: number; workers?: number; leastPoints?: number } = {},
): Options {
  const reader = new Reader(words);
  const options: Options = {
    scale: reader.scale(defaults.scale ?? 100),
    seed: reader.text('seed', '1', LONGEST_SEED),
    runs: reader.whole('runs', defaults.runs ?? 1, MOST_RUNS),
    until: reader.month(LAST_MONTH),
    workers: reader.whole('workers', defaults.workers ?? 1, MOST_WORKERS),
    by: reader.dimensions(),
    parameters: reader.parameters(),
    json,
    waves: words.waves === undefined ? undefined : reader.whole('waves', 1, MOST_WAVES),
    points:
      words.points === undefined ? undefined : reader.whole('points', 1, MOST_POINTS, defaults.leastPoints),
    resume,
    keep: words.keep === undefined ? undefined : reader.text('keep', '', 4096),
    language: reader.language(),
  };
  const all = [...faults, ...reader.faults];
  if (all.length > 0) throw new InputError(all);
  return options;
}
