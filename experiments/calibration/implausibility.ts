/** How far a run, or what an emulator expects of one, is from what was observed (history matching). */

/** One observed number: how unsure it is, and how unsure the model is even at its best parameters. */
export interface Observed {
  readonly key: string;
  readonly value: number;
  /** Half-width of the target's tolerance: taken as two standard deviations of observation and discrepancy together. */
  readonly tolerance: number;
  /** Variance by chance and scale that stays in a run's value after its known bias is taken away. */
  readonly ensemble: number;
}

/** Beyond three deviations a unimodal error is improbable at the 5 % level whatever its law (Pukelsheim 1994). */
export const CUT = 3;

const DEVIATIONS_IN_TOLERANCE = 2;

/** Variance of observation and discrepancy. */
export const targetVariance = ({ tolerance }: Observed): number => (tolerance / DEVIATIONS_IN_TOLERANCE) ** 2;

/** Standardised distance of each output: |z - E f| / sqrt(V obs + V disc + V ens + V emulator). */
export function implausibilities(
  observed: readonly Observed[],
  values: readonly number[],
  emulatorError: readonly number[] | undefined,
): number[] {
  return observed.map((one, k) => {
    const variance = targetVariance(one) + one.ensemble + (emulatorError?.[k] ?? 0);
    return Math.abs(values[k] - one.value) / Math.sqrt(variance);
  });
}

/** The `rank`-th largest of some numbers: 1 for the largest. Taking the second or third forgives a single bad emulator. */
export function largest(values: readonly number[], rank: number): number {
  return [...values].sort((a, b) => b - a)[Math.min(rank, values.length) - 1] ?? 0;
}
