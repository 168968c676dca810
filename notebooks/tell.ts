/** What notebooks say in words: an indicator at a month, or a flow's years together, with what chance alone can make. */
import { INDICATORS } from '../sim/index.ts';
import { toldOf } from '../viz/app/told.ts';
import { wordsOf } from '../viz/text/index.ts';
import { writeMonth } from '../viz/text/months.ts';
import { decimalsFor, displayOf, formatChange, formatInterval } from '../viz/text/numbers.ts';
import type { LabUpdate, Pair } from '../workers/api.ts';

export interface TellOptions {
  /** The month told, `2027-08`; the last one unless given. Flows are told as their sum over the projection all the same. */
  readonly month?: string | undefined;
}

/** Ends of a 95 % interval; NaN with one run. */
interface Interval {
  readonly low: number;
  readonly high: number;
}

/** An indicator of the catalogue, with the unit its differences are written in. */
export function indicatorOf(id: string) {
  const indicator = INDICATORS.find((one) => one.id === id);
  if (!indicator)
    throw new Error(`unknown indicator ${id}; one of ${INDICATORS.map((one) => one.id).join(', ')}`);
  return { ...indicator, unit: /-gap$/.test(id) ? 'points' : indicator.unit };
}

function placeOf(months: readonly string[], month = months.at(-1)!): number {
  const at = months.indexOf(month);
  if (at < 0) throw new Error(`unknown month ${month}; one of ${months[0]} to ${months.at(-1)}`);
  return at;
}

/** The time a number stands for: `Aug 2027`, or of a flow `2026–2030 together`. */
function whenOf({ total }: Pair, months: readonly string[], at: number): string {
  const year = (month: string) => month.slice(0, 4);
  return total ? wordsOf('en').span(year(months[1]!), year(months.at(-1)!)) : writeMonth(months[at]!, 'en');
}

/** An indicator at the last month or another, a flow summed over the projection: levels, mean difference and its 95 % interval, in the model's units. */
export function atTheEnd(update: LabUpdate, id: string, { month }: TellOptions = {}) {
  const { province, months } = update.result;
  const pair = province[indicatorOf(id).id]!;
  const at = placeOf(months, month);
  const { scenario, comparator, difference } = toldOf(pair, at);
  return {
    indicator: id,
    when: whenOf(pair, months, at),
    scenario: scenario.mean,
    comparator: comparator.mean,
    difference: difference.mean,
    low: difference.low,
    high: difference.high,
    runs: update.runsDone,
  };
}

/** Four digits that count, so that a small ratio is no zero and money fits a column; a dash when undefined. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const notation = Math.abs(value) < 1e6 ? 'standard' : 'compact';
  return value.toLocaleString('en', { maximumSignificantDigits: 4, notation, signDisplay: 'negative' });
}

/** How `Inputs.table` shows rows of `atTheEnd`. */
export const TABLE = {
  layout: 'auto',
  rows: 16,
  format: { scenario: digits, comparator: digits, difference: digits, low: digits, high: digits },
} as const;

/** Whether a difference is more than chance makes: its interval leaves out 0. One run never shows it. */
export const beyondChance = ({ low, high }: Interval): boolean => low > 0 || high < 0;

/** A sentence about what `atTheEnd` gives: what differs, by how much, and whether that is more than chance. */
export function sentence(update: LabUpdate, id: string, options: TellOptions = {}): string {
  const { title, unit } = indicatorOf(id);
  const { when, difference, low, high, runs } = atTheEnd(update, id, options);
  const sizes = [difference, low, high].map(Math.abs).filter(Number.isFinite);
  const display = displayOf(unit, 'en', Math.max(0, ...sizes));
  const noise = runs > 1 ? (high - low) / 2 : difference;
  const decimals = decimalsFor(noise / 10, display, 4);
  const bare = display.prefix || display.changeSuffix ? '' : ` ${unit}`;
  const change = `${title.en}, ${when}: ${formatChange(difference, display, decimals)}${bare}`;
  if (runs < 2) return `${change} (one run, which does not show what is chance).`;
  const interval = formatInterval(low, high, display, decimals);
  const sure = beyondChance({ low, high }) ? 'more than chance makes' : 'within chance';
  return `${change} (95% interval ${interval}, ${runs} paired runs), ${sure}.`;
}
