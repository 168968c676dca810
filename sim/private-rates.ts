import type { World } from './world.ts';

/** Rate of private lending by cell: the going rate of the place, or the cap where that is lower. */
export function privateRates({ atlas, input, levers }: World): Float64Array {
  const going = input.province.parameters['private.rate'];
  const cap = levers['privateRateCap.cap'];
  return cap.map((most, cell) => Math.min(most, going[atlas.setting[cell]]));
}
