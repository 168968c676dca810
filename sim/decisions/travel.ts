/** What denser outlets save an applicant. */

/**
 * Part of the travel to an outlet that is left where outlets are `density` times as dense: 1 / sqrt(density), as the
 * distance to the nearest of n random points falls with the root of n.
 */
export function travelLeft(density: number): number {
  return 1 / Math.sqrt(density);
}
