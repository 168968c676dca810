/** What the numbers in the engine's columns mean, for reading them; a test holds these against the engine's own. */

export const STATUS = { empty: 0, active: 1, estate: 2, closed: 3 } as const;
export const TRAIT = { platform: 1, collateral: 2, privateReach: 4, floodplain: 8 } as const;
export const DATA_STATES = ['none', 'partial', 'full'] as const;
export const DECISION = { refused: 0, quoted: 1, quotedIfGuaranteed: 2, approved: 3, disbursed: 4 } as const;
export const SECURED = 1;
export const NO_LENDER = 255;
/** Months of arrears at which a loan counts as defaulted. */
export const DEFAULT_ARREARS = 3;

export const EVENT = {
  wanted: 1,
  applied: 2,
  discouraged: 8,
  firstLoan: 16,
  defaulted: 32,
  exited: 64,
  entered: 128,
  matured: 256,
  renewed: 512,
  contacted: 1024,
  subsidised: 2048,
  flooded: 4096,
  compensated: 8192,
  visited: 16384,
} as const;

/** Phases after which a story looks at the world. */
export const LOOKS = {
  apply: 'apply',
  underwrite: 'underwrite',
  guarantee: 'guarantee',
  disburse: 'ration and disburse',
  service: 'service',
  settle: 'settle',
} as const;

/** Part of those who did not ask whom lenders read all the same, by scale. */
export const shadowWeight = (scale: number): number => (scale < 100 ? 16 : 1);

/** A number of four-byte precision as a person would write it: six figures. */
export const tidy = (value: number): number => Number(value.toPrecision(6));

/** '2019-04' for a month index that may lie before 2023-01. */
export function anyMonthName(month: number): string {
  const year = 2023 + Math.floor(month / 12);
  return `${year}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}

/** Standard normal distribution function, for showing the chance behind a probit; good to nine digits within ±4. */
export function normalShare(x: number): number {
  const z = Math.max(-6, Math.min(6, x));
  let term = z;
  let sum = z;
  for (let k = 3; k < 120; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
}
