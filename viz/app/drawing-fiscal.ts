/** From the fiscal ledger of an answer to its chart. */
import { FISCAL_OWED, FISCAL_TOTAL, type FiscalLedger, RUNS_FOR_TAIL } from '../../experiments/fiscal.ts';
import type { LabResult } from '../../workers/api.ts';
import { type ExpectedTailData, expectedTail } from '../charts/expected-tail.ts';
import { decimalsFor, displayOfSum, formatLevel } from '../text/numbers.ts';
import type { Drawing } from './chart-host.ts';
import type { Context } from './context.ts';
import { sameThroughout } from './findings.ts';
import { indicatorOf } from './library.ts';
import { settingOf } from './setting.ts';
import { comparatorName, scenarioName } from './words.ts';

/** What treasuries pay until the end, expected and in the costliest runs; with a comparator, both. */
export function fiscalDrawing(context: Context, fiscal: NonNullable<LabResult['fiscal']>): Drawing {
  const data = dataOf(context, fiscal);
  return {
    draw: (width) => expectedTail(data, settingOf(context, width)),
    on: [context.lab.update, context.lab.asked, context.state.language, context.look, data.subtitle],
  };
}

function dataOf(
  context: Context,
  { scenario, comparator }: NonNullable<LabResult['fiscal']>,
): ExpectedTailData {
  const { words } = context;
  const same = sameThroughout(context);
  const ledgers = same ? [scenario] : [comparator, scenario];
  const names = same ? [scenarioName(context)] : [comparatorName(context), scenarioName(context)];
  const whose = same ? names : [names[1]!, words.against(names[0]!)];
  const owed = rowOf(context, FISCAL_OWED);
  return {
    id: 'fiscal',
    title: titleOf(context, scenario),
    subtitle: words.fiscalSubtitle(whose.join(words.comma), scenario.from!, scenario.to!),
    note: noteOf(context, scenario),
    what: words.fiscalItem,
    sides: names.map((name, k) => ({ name, hue: same || k > 0 ? 0 : ('baseline' as const) })),
    rows: [
      ...scenario.rows.map(({ id }, row) => ({
        ...rowOf(context, id),
        values: ledgers.map((ledger) => ledger.rows[row]!.all),
      })),
      { ...owed, name: words.atTheEnd(owed.name), values: ledgers.map((ledger) => ledger.owed) },
    ],
    runs: scenario.runs,
  };
}

/** An indicator as a row, with what it needs where the scale is too coarse for it. */
function rowOf({ library, lab, tell, words }: Context, id: string) {
  const { title, coarsestScale } = indicatorOf(library, id)!;
  const needs = lab.update!.scale > coarsestScale ? words.needsScale(coarsestScale) : undefined;
  return { id, name: tell(title), ...(needs !== undefined && { needs }) };
}

function titleOf({ words, state }: Context, { rows, years }: FiscalLedger): string {
  const { mean, p95 } = rows.find(({ id }) => id === FISCAL_TOTAL)!.all;
  const display = displayOfSum(p95 ?? mean ?? 0, state.language);
  // While the spread is not known, no finer than a hundredth of the sum.
  const noise = p95 === null ? (mean ?? Number.NaN) / 100 : p95 - (mean ?? 0);
  const decimals = decimalsFor(noise, display, 2);
  const write = (yuan: number | null) => formatLevel(yuan ?? Number.NaN, display, decimals);
  const expected = words.fiscalTitle(years.at(-1)!, write(mean));
  return p95 === null ? expected : words.fiscalTail(expected, write(p95));
}

/** How many runs the quantiles that are not told would take. */
function noteOf({ words }: Context, { runs }: FiscalLedger): string {
  if (runs < RUNS_FOR_TAIL.p95) return words.tailNeeds(95, RUNS_FOR_TAIL.p95);
  return runs < RUNS_FOR_TAIL.p99 ? words.tailNeeds(99, RUNS_FOR_TAIL.p99) : '';
}
