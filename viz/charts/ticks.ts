/** Ticks of an axis of values, written with as many decimals as tell them apart. */
import { precisionFixed, scaleLinear, tickStep } from 'd3';

/** Decimals for about `count` ticks of a scale over `domain`, which is shown times `factor`. */
export function tickDecimals(domain: readonly number[], count: number, factor = 1): number {
  const [low, high] = [domain[0] ?? Number.NaN, domain.at(-1) ?? Number.NaN];
  return Number.isFinite(high - low) ? precisionFixed(tickStep(low, high, count) * factor) : 0;
}

/** What Plot makes of the range of some values when an axis is nice. */
export const niceDomain = (values: readonly number[]): number[] =>
  scaleLinear([Math.min(...values), Math.max(...values)], [0, 1])
    .nice()
    .domain();
