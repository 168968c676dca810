/** Results as text for the terminal: a few indicators at each year's end. */
import {
  type Comparison,
  type ComparisonResult,
  FISCAL_OWED,
  FISCAL_TOTAL,
  type FiscalLedger,
  isFlow,
  type Result,
  RUNS_FOR_TAIL,
  type Tail,
} from '../../experiments/index.ts';
import { INDICATORS } from '../../sim/index.ts';
import { change, level } from './numbers.ts';
import { textTable } from './text-table.ts';

/** Indicators shown without being asked for; `--json` and `--out` have all. */
export const KEY: readonly string[] = [
  'loan-penetration',
  'discouraged-share',
  'loan-balance',
  'financing-cost',
  'npl-ratio',
  'private-lending-share',
  'penetration-gap',
  'three-year-survival',
  'guarantee-multiple',
  'guarantors-suspended',
  'fiscal-cost',
];

const measured = (id: string) => INDICATORS.find((one) => one.id === id);

const titleOf = (id: string): string => measured(id)?.title.en ?? id;

/** Title of an indicator at some months; a flow is that month's. */
function titleAtMonths(id: string): string {
  const known = measured(id);
  return known && isFlow(known) ? `${titleOf(id)}, in the month` : titleOf(id);
}

const shown = <T>(indicators: Readonly<Record<string, T>>): (readonly [string, T])[] =>
  KEY.flatMap((id) => (indicators[id] ? [[id, indicators[id]] as const] : []));

/** Places of the Decembers and of the last month. */
function yearEnds(months: readonly string[]): number[] {
  return months.flatMap((month, at) => (month.endsWith('-12') || at === months.length - 1 ? [at] : []));
}

interface Head {
  readonly province: string;
  readonly scale: number;
  readonly seed: string;
  readonly runs: number;
}

const settingLine = ({ province, scale, seed, runs }: Head): string =>
  `${province}, 1:${scale}, seed ${seed}, ${runs} ${runs === 1 ? 'run' : 'runs'}`;

function closing(sources: readonly string[], notes: readonly string[]): string {
  const from = [...new Set(sources)];
  return [
    ...notes,
    ...(from.length > 0 ? [`Sources: ${from.join(', ')}`] : []),
    'Exploration, not forecast.',
  ].join('\n');
}

const needs = (needed: number | undefined): string | undefined => (needed ? `needs 1:${needed}` : undefined);

/** One scenario, at each year's end; with several runs the mean, and the middle 90 % at the last month. */
export function resultText(result: Result): string {
  const ends = yearEnds(result.months);
  const last = ends.at(-1) ?? 0;
  const many = result.runs > 1;
  const head = ['', ...ends.map((at) => result.months[at]), ...(many ? ['5 %', '95 %'] : [])];
  const rows = shown(result.indicators).map(([id, one]) => {
    const short = needs(one.needs);
    const values = ends.map((at, k) => (short ? (k === 0 ? short : '') : level(one.mean[at], one.unit)));
    const range = many
      ? [one.p05, one.p95].map((values) => (short ? '' : level(values[last], one.unit)))
      : [];
    return [titleAtMonths(id), ...values, ...range];
  });
  const { scenario } = result;
  const title = `${scenario.title?.en ?? scenario.id} (${scenario.id}); ${settingLine(result)}`;
  const books = `Books: ${result.ledger.checks} accounts checked, largest residual ${result.ledger.maxResidual}. Result ${result.receipt.resultHash.slice(0, 16)}`;
  const fiscal = many ? fiscalLines(result) : [];
  return [title, '', textTable([head, ...rows]), ...fiscal, '', closing(scenario.sources, [books])].join(
    '\n',
  );
}

const TOLD = [
  ['mean', 'expected'],
  ['p95', '95 %'],
  ['shortfall', 'mean of costliest 5 %'],
  ['p99', '99 %'],
] as const satisfies readonly (readonly [keyof Tail, string])[];

/** Rows of a fiscal ledger: what is paid for each purpose and in all, and what is owed at the end. */
const fiscalRows = ({ rows, owed }: FiscalLedger): { id: string; name: string; tail: Tail }[] => [
  ...rows.map(({ id, all }) => ({ id, name: titleOf(id), tail: all })),
  { id: FISCAL_OWED, name: `${titleOf(FISCAL_OWED)} at the end`, tail: owed },
];

/** How many runs the first of some quantiles that they are too few for would take. */
function tooFew(runs: number, told: readonly (95 | 99)[]): string[] {
  const few = told.find((percent) => runs < RUNS_FOR_TAIL[`p${percent}`]);
  return few ? [`The ${few} % quantile needs ${RUNS_FOR_TAIL[`p${few}`]} runs.`] : [];
}

/** What treasuries pay from the first month to the last: expected, and in the costliest runs. */
function fiscalLines({ fiscal, indicators }: Result): string[] {
  const { runs, from, to } = fiscal;
  if (from === undefined) return [];
  const head = [`Paid by treasuries, ${from} to ${to}`, ...TOLD.map(([, name]) => name)];
  const lines = fiscalRows(fiscal).map(({ id, name, tail }) => {
    const short = needs(indicators[id]?.needs);
    return [name, ...TOLD.map(([one], k) => (short ? (k ? '' : short) : level(tail[one], 'yuan')))];
  });
  const doubt = indicators[FISCAL_TOTAL]?.chance ? 'chance and parameters' : 'chance';
  return [
    '',
    textTable([head, ...lines]),
    [`Over ${doubt} within the scenario.`, ...tooFew(runs, [95, 99])].join(' '),
  ];
}

/** What both scenarios are expected to make treasuries pay, and what the second takes more, run by run. */
function fiscalComparison({ fiscal, scenarios, indicators, runs }: ComparisonResult): string[] {
  const { a, b, difference } = fiscal;
  if (a.from === undefined) return [];
  const [inA, inB, more] = [a, b, difference].map(fiscalRows);
  const head = [
    `Paid by treasuries, ${a.from} to ${a.to}`,
    scenarios.a.id,
    scenarios.b.id,
    'difference',
    'its 95 %',
  ];
  const lines = more.map(({ id, name, tail }, k) => {
    const short = needs(indicators[id]?.needs);
    if (short) return [name, short, '', '', ''];
    return [
      name,
      level(inA[k].tail.mean, 'yuan'),
      level(inB[k].tail.mean, 'yuan'),
      change(tail.mean, 'yuan'),
      change(tail.p95, 'yuan'),
    ];
  });
  return ['', textTable([head, ...lines]), ...tooFew(runs, [95])];
}

/** What is compared, in one month. */
const atMonth = ({ a, b, difference }: Comparison, at: number) => ({
  a: { mean: a.mean[at] },
  b: { mean: b.mean[at] },
  difference: {
    mean: difference.mean[at],
    ci95: difference.ci95[at],
    probPositive: difference.probPositive[at],
  },
});

/**
 * Two scenarios at the last month, flows summed over the projection: levels, difference, its 95 % interval, the share of
 * runs above zero.
 */
export function comparisonText(result: ComparisonResult): string {
  const last = result.months.length - 1;
  const { a, b } = result.scenarios;
  const head = ['', a.id, b.id, 'difference', '95 % interval', 'above 0'];
  const rows = shown(result.indicators).map(([id, one]) => {
    const short = needs(one.needs);
    const title = one.total ? `${titleOf(id)}, from ${result.months[1]} on` : titleAtMonths(id);
    if (short) return [title, short, '', '', '', ''];
    const { unit } = one;
    const { a: inA, b: inB, difference } = one.total ?? atMonth(one, last);
    const { ci95: interval, probPositive: positive } = difference;
    return [
      title,
      level(inA.mean, unit),
      level(inB.mean, unit),
      change(difference.mean, unit),
      interval ? interval.map((end) => change(end, unit)).join(' to ') : '–',
      positive === null ? '–' : `${(100 * positive).toFixed(0)} %`,
    ];
  });
  const title = `${b.id} against ${a.id} at ${result.months[last]}; ${settingLine(result)}`;
  return [
    title,
    '',
    textTable([head, ...rows]),
    ...fiscalComparison(result),
    '',
    closing([...a.sources, ...b.sources], []),
  ].join('\n');
}
