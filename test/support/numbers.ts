/** Numbers spread evenly over a range. `fc.double` takes floats as they are dense: three quarters of 0 to 1 are below 1e-50. */
import fc from 'fast-check';

const STEPS = 2 ** 30;

/** Any number from `min` to `max`, all alike likely, the ends among them. */
export const numberIn = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: STEPS }).map((k) => (k === STEPS ? max : min + ((max - min) * k) / STEPS));
