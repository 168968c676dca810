/** How a dashboard moves support. */

/**
 * Tilt after a quarter: tilt + gain x (mean - own) / (mean + own). The distance is between -1 and 1: a place that pays
 * out half of the mean gains a third of the step, one that pays out nothing the whole of it.
 */
export function steppedTilt(tilt: number, own: number, mean: number, gain: number): number {
  return mean + own > 0 ? tilt + (gain * (mean - own)) / (mean + own) : tilt;
}

/**
 * Money of a place for a yuan it would have had: (1 + tilt) x given / wanted. `given` is what all places have together,
 * `wanted` the sum of what each would have with its tilt alone, so that all together still have what is given.
 */
export function tiltedMoney(tilt: number, given: number, wanted: number): number {
  return (1 + tilt) * (wanted > 0 ? given / wanted : 1);
}
