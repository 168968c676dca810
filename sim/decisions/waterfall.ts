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
 * Splits `exposure` yuan: the guarantee side owes `covered` of it, of which the re-guarantor bears `reguarantee`.
 * A guarantor pays no more than `means`; what it cannot pay falls back on the bank.
 */
export function splitLoss(exposure: number, covered: number, reguarantee: number, means: number): Split {
  const owed = shareOf(exposure, covered);
  const reguarantor = shareOf(owed, reguarantee);
  const guarantor = Math.min(owed - reguarantor, Math.max(0, Math.floor(means)));
  return { guarantor, reguarantor, bank: exposure - guarantor - reguarantor };
}
