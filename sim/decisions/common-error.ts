/** Errors that files of one lender, or clients of one cluster, have in common. */

/** Noise of which a part `weight` of the variance is shared: sqrt(1 - w) own + sqrt(w) shared; still of variance one. */
export function sharedNoise(own: number, shared: number, weight: number): number {
  return Math.sqrt(1 - weight) * own + Math.sqrt(weight) * shared;
}

/**
 * What an AI agent adds to every signal of one lender in one quarter, standard deviations: error x use x (1 - controls x
 * caught) x draw. The lender does not know of it: it prices as if the signal were as sharp as before.
 */
export function agentError(
  error: number,
  use: number,
  controls: number,
  caught: number,
  draw: number,
): number {
  return error * use * (1 - controls * caught) * draw;
}

/**
 * Part of its precision that a relation of `months` has where officers leave at yearly rate `turnover` and take what
 * they know along: with constant T and mean stay 1 / turnover, T' = 1 / (1 / T + turnover / 12) and the gain is
 * (T' / T) (1 - exp(-months / T')). `decay` is exp(-months / T').
 */
export function rememberedGain(constant: number, turnover: number, decay: number): number {
  return (effectiveConstant(constant, turnover) / constant) * (1 - decay);
}

/** T' = 1 / (1 / T + turnover / 12), months. */
export function effectiveConstant(constant: number, turnover: number): number {
  return 1 / (1 / constant + turnover / 12);
}
