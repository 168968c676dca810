/** A fit as it is stored with a province. */
import type { CalibrationReceipt, PlausibleSet } from '../../scenarios/provinces/plausible.ts';
import { changesAt, type Space, vectorAt } from '../../scenarios/provinces/space.ts';
import type { Fit } from './fit.ts';

const DIGITS = 6;
const short = (value: number): number => Number(value.toPrecision(DIGITS));
const shortened = (values: readonly number[]): number[] => values.map(short);

/** A fit as it is stored; numbers are cut to six digits, which is what every later run uses. */
export function plausibleSet(
  fit: Fit,
  space: Space,
  keys: readonly string[],
  receipt: CalibrationReceipt,
): PlausibleSet {
  const best = shortened(vectorAt(space, fit.best));
  const point = changesAt(space, best);
  return {
    schema: 'headwater/plausible@1',
    receipt,
    waves: fit.waves,
    effective: fit.members.length,
    coordinates: space.coordinates.map(({ id, title, range }, k) => {
      const { low, high, identified, slices } = fit.profiles[k];
      const at = (share: number) => short(range[0] + share * (range[1] - range[0]));
      const profile = slices.map((one) => (one === null ? null : short(one)));
      return { id, title, range, low: at(low), high: at(high), identified, profile };
    }),
    best,
    point: Object.fromEntries(Object.entries(point).map(([name, values]) => [name, shortened(values)])),
    expected: Object.fromEntries(keys.map((key, k) => [key, short(fit.expected[k])])),
    unreachable: fit.unreachable,
    members: fit.members.map(({ point: at, weight }) => ({
      weight: short(weight),
      vector: shortened(vectorAt(space, at)),
    })),
  };
}
