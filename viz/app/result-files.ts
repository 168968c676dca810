/** Everything the lab has computed for what is on screen: as tidy rows, or as one document with its receipts. */
import type {
  Band,
  Contrast,
  LabResult,
  LabUpdate,
  Pair,
  PairTotal,
  PlacePair,
  PlaceTotal,
  Series,
} from '../../workers/api.ts';
import type { Tidy } from '../charts/chart.ts';
import { modelUnit } from '../text/numbers.ts';
import { askedFiles } from './asked-files.ts';
import { comparatorsOf } from './comparators.ts';
import type { Context } from './context.ts';
import { indicatorOf, presetOf } from './library.ts';
import { receiptsOf } from './receipts.ts';

const SCHEMA = 'headwater/lab-result@1';

/** What the document and the table are made of: a context whose state is that of the answer. */
type Answered = Pick<Context, 'state' | 'library'> & {
  readonly lab: Pick<Context['lab'], 'update' | 'asked'>;
};

const resultsOf = ({ result, others }: LabUpdate): readonly [LabResult, ...LabResult[]] => [
  result,
  ...others,
];

const COLUMNS = [
  'month',
  'place',
  'indicator',
  'series',
  'mean',
  'p05',
  'p50',
  'p95',
  'runs',
  'scale',
  'ci95_low',
  'ci95_high',
  'versus',
  'unit',
] as const;

/** A sum over the projection, with what is known of it. */
interface Sum {
  readonly mean: number;
  readonly p05?: number;
  readonly p95?: number;
  readonly low?: number;
  readonly high?: number;
}

/** One series: in which rows it stands, and what is known of it. */
interface Line {
  readonly labels: readonly [place: string, indicator: string, series: string];
  readonly mean: Series;
  readonly spread?: Pick<Band, 'p05' | 'p50' | 'p95'>;
  readonly ends?: readonly [low: Series, high: Series];
  /** Of flows alone: their sum over the projection. */
  readonly sum?: Sum | undefined;
  /** Id of what the series is of, or is compared with; empty for the scenario itself. */
  readonly versus: string;
}

/**
 * One row a month, place, indicator and series, and after the months of a flow one for their sum, whose month is the
 * span; values in the model's units. Further comparators follow the first.
 */
export function resultTable({ lab, state, library }: Answered): Tidy {
  const { scale, runsDone } = lab.update!;
  const ids = comparatorsOf(lab.asked ?? state);
  // A scenario kept under a name has an id in this browser alone.
  const nameOf = (id: string) => (presetOf(library, id)?.own ? presetOf(library, id)!.title.en : id);
  const rows = resultsOf(lab.update!).flatMap((result, at) =>
    linesOf(result, nameOf(ids[at]!), at === 0).flatMap((line) => {
      const { labels, versus } = line;
      const unit = unitOf(library, labels[1]);
      return valuesOf(line, result.months).map(({ month, mean, p05, p50, p95, low, high }) => [
        ...[month, ...labels, mean],
        ...[p05, p50, p95].map((value) => value ?? Number.NaN),
        ...[runsDone, scale],
        ...[low, high].map((value) => value ?? Number.NaN),
        ...[versus, unit],
      ]);
    }),
  );
  return { columns: COLUMNS, rows };
}

interface Value extends Sum {
  readonly month: string;
  readonly p50?: number;
}

/** What stands in the rows of a line: its months, and of a flow the sum after them. */
function valuesOf({ mean, spread, ends, sum }: Line, months: readonly string[]): Value[] {
  const byMonth = months.map((month, m) => ({
    month,
    mean: mean[m]!,
    ...(spread && { p05: spread.p05[m]!, p50: spread.p50[m]!, p95: spread.p95[m]! }),
    ...(ends && { low: ends[0][m]!, high: ends[1][m]! }),
  }));
  return sum ? [...byMonth, { month: `${months[1]}/${months.at(-1)}`, ...sum }] : byMonth;
}

/** The unit of an indicator's values in files. */
const unitOf = (library: Answered['library'], id: string): string =>
  modelUnit(indicatorOf(library, id)?.unit ?? '');

function linesOf(result: LabResult, versus: string, withScenario: boolean): Line[] {
  const province = Object.entries(result.province).flatMap(([id, pair]) =>
    linesOfPair(['province', id], pair, versus),
  );
  const prefectures = Object.entries(result.prefecture).flatMap(([code, places]) =>
    Object.entries(places).flatMap(([id, pair]) => linesOfPlace([code, id], pair, versus)),
  );
  return [...province, ...prefectures].filter((one) => withScenario || one.labels[2] !== 'scenario');
}

type Labels = readonly [place: string, indicator: string];

const linesOfPair = (
  labels: Labels,
  { scenario, comparator, difference, total }: Pair,
  versus: string,
): Line[] => [
  {
    labels: [...labels, 'scenario'],
    mean: scenario.mean,
    spread: scenario,
    sum: total?.scenario,
    versus: '',
  },
  {
    labels: [...labels, 'comparator'],
    mean: comparator.mean,
    spread: comparator,
    sum: total?.comparator,
    versus,
  },
  {
    labels: [...labels, 'difference'],
    mean: difference.mean,
    spread: difference,
    ends: [difference.low, difference.high],
    sum: total?.difference,
    versus,
  },
];

const linesOfPlace = (labels: Labels, place: PlacePair, versus: string): Line[] => [
  { labels: [...labels, 'scenario'], mean: place.scenario, sum: sumOf(place.total?.scenario), versus: '' },
  { labels: [...labels, 'comparator'], mean: place.comparator, sum: sumOf(place.total?.comparator), versus },
  {
    labels: [...labels, 'difference'],
    mean: place.difference,
    ends: endsOf(place),
    sum: place.total && differenceOfSums(place.total),
    versus,
  },
];

const sumOf = (mean: number | undefined): Sum | undefined => (mean === undefined ? undefined : { mean });

const differenceOfSums = ({
  difference,
  half,
}: PlaceTotal): Required<Pick<Sum, 'mean' | 'low' | 'high'>> => ({
  mean: difference,
  low: difference - half,
  high: difference + half,
});

const endsOf = ({ difference, half }: PlacePair): readonly [Series, Series] => [
  difference.map((value, m) => value - half[m]!),
  difference.map((value, m) => value + half[m]!),
];

type Values = (number | null)[];

const list = (series: ArrayLike<number>): Values =>
  Array.from(series, (value) => (Number.isFinite(value) ? value : null));

const bandOf = ({ mean, p05, p50, p95 }: Band) => ({
  mean: list(mean),
  p05: list(p05),
  p50: list(p50),
  p95: list(p95),
});

const interval = (low: Series, high: Series) =>
  Array.from(low, (end, m) => (Number.isFinite(end) ? [end, high[m]!] : null));

const differenceOf = (difference: Contrast) => ({
  ...bandOf(difference),
  ci95: interval(difference.low, difference.high),
  probPositive: list(difference.positive),
});

const mapValues = <A, B>(record: Readonly<Record<string, A>>, change: (value: A, key: string) => B) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));

/** A flow summed over the projection. */
function totalOf({ comparator, scenario, difference }: PairTotal) {
  const { low, high, positive, ...spread } = difference;
  const ci95 = Number.isFinite(low) ? [low, high] : null;
  return { a: comparator, b: scenario, difference: { ...spread, ci95, probPositive: positive } };
}

/** The same of a prefecture, with means alone. */
function totalOfPlace(total: PlaceTotal) {
  const { mean, low, high } = differenceOfSums(total);
  const ci95 = Number.isFinite(low) ? [low, high] : null;
  return { a: { mean: total.comparator }, b: { mean: total.scenario }, difference: { mean, ci95 } };
}

/** A scenario `b` beside a comparator `a`: the province with its spread, prefectures with their means. */
function comparisonOf({ province, prefecture }: LabResult, { library }: Answered) {
  return {
    indicators: mapValues(province, ({ comparator, scenario, difference, total }, id) => ({
      unit: unitOf(library, id),
      a: bandOf(comparator),
      b: bandOf(scenario),
      difference: differenceOf(difference),
      ...(total && { total: totalOf(total) }),
    })),
    by: {
      prefecture: mapValues(prefecture, (places) =>
        mapValues(places, (place, id) => ({
          unit: unitOf(library, id),
          a: { mean: list(place.comparator) },
          b: { mean: list(place.scenario) },
          difference: { mean: list(place.difference), ci95: interval(...endsOf(place)) },
          ...(place.total && { total: totalOfPlace(place.total) }),
        })),
      ),
    },
  };
}

/**
 * The results of the scenario `b` and of what it is compared with, `a`, and their paired difference, with what to run
 * again; further comparators under `others`, in the order of their receipts. `headwater verify` reads the receipts.
 */
export function resultDocument(answered: Answered): unknown {
  const { lab, library, state } = answered;
  const { result, scale, runsDone, stage, others, receipts } = lab.update!;
  const { scenario, comparators } = askedFiles(answered);
  const [a, ...rest] = comparators;
  return {
    schema: SCHEMA,
    release: library.release,
    note: 'Exploration, not forecast. Figures behind the model are reported and unverified.',
    province: state.draft.province,
    stage,
    scale,
    runs: runsDone,
    seed: state.seed,
    a,
    b: scenario,
    months: result.months,
    ...comparisonOf(result, answered),
    ...(others.length > 0 && {
      others: others.map((one, at) => ({ a: rest[at], ...comparisonOf(one, answered) })),
    }),
    ...(receipts && receiptsOf(receipts)),
  };
}
