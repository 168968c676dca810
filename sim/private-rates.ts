import { whileLeversStand } from './standing.ts';
import type { World } from './world.ts';

/** Rate of private lending by cell: the going rate of the place, or the cap where that is lower. */
export const privateRates = whileLeversStand(({ atlas, input, levers }: World): Float64Array => {
  const going = input.province.parameters['private.rate'];
  const cap = levers['privateRateCap.cap'];
  const rates = new Float64Array(cap.length);
  for (let cell = 0; cell < rates.length; cell++)
    rates[cell] = Math.min(cap[cell], going[atlas.setting[cell]]);
  return rates;
});
