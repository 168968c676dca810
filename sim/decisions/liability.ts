/** What an officer's personal liability does to a lender's hurdle and to the care it takes. */

/**
 * Factor on the expected loss a lender accepts. An officer who is held liable counts each yuan of the bank's loss as
 * 1 + c (1 - x) yuan: c is the private cost of a yuan lost, x the part of defaults that is exempt. Today's hurdle was set
 * at today's exemption s, so it moves by (1 + c (1 - s)) / (1 + c (1 - x)); exactly 1 at x = s.
 */
export function hurdleFactor(cost: number, standard: number, exempt: number): number {
  return (1 + cost * (1 - standard)) / (1 + cost * (1 - exempt));
}

/** An exemption that holds whatever the officer has checked takes care away; one that is verified does not: x (1 - v). */
export function carelessExemption(exempt: number, verified: number): number {
  return exempt * (1 - verified);
}

/**
 * Part of defaults that is exempt where portfolios are judged: x + (1 - x) j (1 - min(1, b)), with j the part of loans so
 * judged and b the lender's non-performing ratio over what it tolerates. Tolerance is used up as the portfolio goes bad.
 */
export function portfolioExemption(exempt: number, judged: number, strain: number): number {
  const left = strain < 1 ? 1 - strain : 0;
  return exempt + (1 - exempt) * judged * left;
}
