import type { Columns, Spec } from '../table.ts';

/** Months of arrears at which a loan is ninety days late and counts as defaulted. */
export const DEFAULT_ARREARS = 3;

/** Bits of a loan's `flags`. */
export const LOAN = {
  secured: 1,
  noRecord: 2,
  restructured: 4,
  revolving: 8,
  coLent: 16,
  coverAsked: 32,
  pledged: 64,
  judged: 128,
} as const;

/**
 * One loan; an enterprise has two rows, `i` and `second[i]`. `lender` 255 means no loan; `guarantor` 0 means none,
 * else index + 1; `covered` is the part of a loss the guarantee side or a backer bears; `arrears` counts months since the first
 * missed payment and goes on to the write-off; `origin` is the month of disbursement, `pdBin` the lender's PD then;
 * `backer` is who bears that part of the lender's loss where there is no guarantor; where there is one, whether somebody
 * stands good to it (`COUNTER_GUARANTOR`).
 */
export const LOANS = {
  principal: 'u32',
  rate: 'f32',
  covered: 'f32',
  lender: 'u8',
  guarantor: 'u8',
  left: 'u8',
  arrears: 'u8',
  origin: 'u8',
  pdBin: 'u8',
  flags: 'u8',
  backer: 'u8',
} as const satisfies Spec;

/** Whether a loan was granted under a guarantee: the guarantor stands behind it, or has paid and left its part in `covered`. */
export const underGuarantee = (
  { guarantor, backer, covered }: Pick<Columns<typeof LOANS>, 'guarantor' | 'backer' | 'covered'>,
  row: number,
): boolean => guarantor[row] > 0 || (backer[row] === 0 && covered[row] > 0);

export const NO_LENDER = 255;
