/** Who bears a loss. Every split rounds once; the remainder goes to the bank. */
import { shareOf } from '../arithmetic.ts';

export interface Split {
  /** Paid by the guarantor out of its own means. */
  readonly guarantor: number;
  readonly reguarantor: number;
  /** Left with the bank, the remainder. */
  readonly bank: number;
}

/**
 * Splits `exposure` yuan: the guarantee side owes `covered` of it, of which the re-guarantor is asked for `reguarantee` and
 * pays the part `paying` (its money over what all ask). What it cannot pay falls back on the guarantor, who pays no more
 * than `means`; what neither can pay falls back on the bank. Both parts of what is asked round down.
 */
export function splitLoss(
  exposure: number,
  covered: number,
  reguarantee: number,
  means: number,
  paying = 1,
): Split {
  const owed = shareOf(exposure, covered);
  const asked = shareOf(owed, reguarantee);
  const reguarantor = shareOf(asked, paying);
  const own = owed - asked + shareOf(asked, 1 - paying);
  const guarantor = Math.min(own, Math.max(0, Math.floor(means)));
  return { guarantor, reguarantor, bank: exposure - guarantor - reguarantor };
}
