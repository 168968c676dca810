/** Values a slider can take. */

const PLACES = 8;

/** A value without the dust of binary fractions. */
export const tidy = (value: number): number => Number(value.toFixed(PLACES));

/** Most steps looked at. */
const MOST = 24;

/** The values of a range besides `value`, the nearest first; of many the nearest only. */
export function stepsAround(
  value: number,
  { min, max, step }: { readonly min: number; readonly max: number; readonly step: number },
): number[] {
  const count = Math.floor(tidy((max - min) / step)) + 1;
  const at = Math.round((value - min) / step);
  const first = Math.max(0, Math.min(count, at - MOST));
  const last = Math.min(count, at + MOST + 1);
  return Array.from({ length: Math.max(0, last - first) }, (_, k) => tidy(min + (first + k) * step))
    .filter((one) => one !== value)
    .sort((a, b) => tidy(Math.abs(a - value) - Math.abs(b - value)))
    .slice(0, MOST);
}
