/** What the re-guarantor and insurers can pay of what they are asked: their money over what all ask, known before any is paid. */
import { balances } from '../books.ts';
import { type Account, CALL, GUARANTOR_ENTRIES, GUARANTOR_ENTRY, SECTORS_OF_ACCOUNT } from '../ledger.ts';
import type { World } from '../world.ts';

/** Fills and returns the part of a call its payer can meet: min(1, money / asked). */
function measureCall(world: World, call: number, payer: Account): number {
  const asked = world.open.calls[call];
  const money = asked > 0 ? balances(world)[SECTORS_OF_ACCOUNT.indexOf(payer)] : 0;
  const means = asked > 0 ? Math.max(0, Math.min(1, money / asked)) : 1;
  world.callMeans[call] = means;
  return means;
}

/** Of claims for floods and foreign buyers; this month's premiums come after them. */
export function measureInterruption(world: World): void {
  measureCall(world, CALL.interruption, 'insurer');
}

/**
 * Of guaranteed and insured loans; guarantors and lenders remember it. What the re-guarantor cannot pay is called from the
 * guarantors that asked.
 */
export function measureLastPayers(world: World): void {
  const { open, province, shape, input } = world;
  const memory = input.province.parameters['guarantee.trustMemory'][0];
  const reguarantor = measureCall(world, CALL.reguarantor, 'reguarantor');
  const insurers = measureCall(world, CALL.insuredLoans, 'insurer');
  if (open.calls[CALL.reguarantor] > 0)
    province.reguarantorTrust[0] += memory * (reguarantor - province.reguarantorTrust[0]);
  if (open.calls[CALL.insuredLoans] > 0)
    province.insurerTrust[0] += memory * (insurers - province.insurerTrust[0]);
  for (let g = 0; g < shape.guarantors; g++) {
    const at = g * GUARANTOR_ENTRIES.length;
    open.guarantors[at + GUARANTOR_ENTRY.called] += Math.ceil(
      open.guarantors[at + GUARANTOR_ENTRY.ceded] * (1 - reguarantor),
    );
  }
}
