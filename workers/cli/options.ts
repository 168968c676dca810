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

/** What a person may ask for besides scenarios. */
export interface Options {
  readonly scale: Scale;
  readonly seed: string;
  readonly runs: number;
  /** Last month, as an index. */
  readonly until: number;
  readonly workers: number;
  readonly by: readonly GroupDimension[];
  readonly json: boolean;
  readonly out: string | undefined;
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

  whole(name: OptionName, fallback: number, most: number): number {
    const parse = (word: string) =>
      /^\d{1,9}$/.test(word) && Number(word) >= 1 && Number(word) <= most ? Number(word) : undefined;
    return this.#read(name, fallback, parse, `not a whole number in [1, ${most}]`);
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

  parameters(): void {
    const word = this.#words.parameters;
    if (word === 'plausible')
      this.faults.push(invalid('parameters', 'no plausible set is published with this release', word));
    else
      this.#read(
        'parameters',
        'point',
        (one) => (one === 'point' ? one : undefined),
        'not one of point, plausible',
      );
  }

  dimensions(): GroupDimension[] {
    const names = (this.#words.by?.split(',') ?? []).map((name) => name.trim());
    const known: readonly string[] = GROUP_DIMENSIONS;
    for (const name of names)
      if (!known.includes(name)) this.faults.push(unknownName('--by', name, known, PLACE));
    return GROUP_DIMENSIONS.filter((one) => names.includes(one));
  }
}

/** Values of the words given, with these defaults. Throws InputError with every fault. */
export function readOptions(
  words: Words,
  flags: { json: boolean },
  defaults: { scale?: Scale; runs?: number } = {},
): Options {
  const reader = new Reader(words);
  reader.parameters();
  const options: Options = {
    scale: reader.scale(defaults.scale ?? 100),
    seed: reader.text('seed', '1', LONGEST_SEED),
    runs: reader.whole('runs', defaults.runs ?? 1, MOST_RUNS),
    until: reader.month(LAST_MONTH),
    workers: reader.whole('workers', 1, MOST_WORKERS),
    by: reader.dimensions(),
    json: flags.json,
    out: words.out === undefined ? undefined : reader.text('out', '', 4096),
    language: reader.language(),
  };
  if (reader.faults.length > 0) throw new InputError(reader.faults);
  return options;
}
