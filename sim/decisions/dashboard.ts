/** How a dashboard moves a support rate. */

/**
 * Tilt after a quarter: tilt + gain x (mean - own) / (mean + own). The distance is between -1 and 1: a place that pays
 * out half of the mean gains a third of the step, one that pays out nothing the whole of it.
 */
export function steppedTilt(tilt: number, own: number, mean: number, gain: number): number {
  return mean + own > 0 ? tilt + (gain * (mean - own)) / (mean + own) : tilt;
}
