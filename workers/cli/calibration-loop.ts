/** Turns of one call. */
export const TURNS = 500_000;

/**
 * The yardstick of the bench, never to be changed: half a million turns of an integer mixer and of a floating-point
 * recursion, the two kinds of work a month is made of. Speeds are compared between machines as multiples of a turn.
 */
export function calibrationLoop(): number {
  let h = 0x9e3779b9;
  let x = 0.5;
  for (let i = 0; i < TURNS; i++) {
    h = Math.imul(h ^ (h >>> 17), 0xed5ad4bb) ^ i;
    h = Math.imul(h ^ (h >>> 11), 0xac4c1b51);
    x = x * 0.999 + (h >>> 0) * 2.3283064365386963e-10 * 0.001;
    if (x > 0.75) x -= 0.25;
  }
  return x;
}
