/** What a loan costs besides its interest: charges tied to it, and the part a platform takes of what a bank earns. */
import { roundYuan } from '../arithmetic.ts';
import { lever } from '../conditions.ts';
import { FLOW, LENDER_ENTRY, noteLender, post, postLender, type Tally } from '../ledger.ts';
import { type DrawKey, drawKey, pairUniform, STREAMS, uniform } from '../random.ts';
import { whileLeversStand } from '../standing.ts';
import type { World } from '../world.ts';

/** Who charges what, gathered once a phase. */
export interface Charges {
  readonly world: World;
  /** 1 for lenders that tie charges to a loan this month. */
  readonly charging: Uint8Array;
  readonly detection: Float64Array;
  readonly detectedKey: DrawKey;
}

/**
 * A lender ties a charge to its loans while what it expects to keep exceeds what it expects to lose: with detection d and
 * a loss of k charges when found out, scruple u charges when d (1 + k) < u. Scruples are spread evenly over lenders.
 */
const charging = whileLeversStand((world): Uint8Array => {
  const detection = lever(world, 'feeDiscipline.detection');
  const penalty = world.input.province.parameters['feeDiscipline.penalty'][0];
  const { k0, k1 } = drawKey(world.input.seed, STREAMS.tiedFee, -1);
  return Uint8Array.from(detection, (d, l) => (d * (1 + penalty) < uniform(k0, k1, l) ? 1 : 0));
});

export const chargesOf = (world: World): Charges => ({
  world,
  charging: charging(world),
  detection: lever(world, 'feeDiscipline.detection'),
  detectedKey: drawKey(world.input.seed, STREAMS.feeDetected, world.month + 1),
});

/** Takes a tied charge on `amount` yuan newly lent by `lender` to enterprise `i`; one that is detected is paid back at once. */
export function charge(charges: Charges, tally: Tally, i: number, lender: number, amount: number): void {
  const { world, charging, detection, detectedKey: key } = charges;
  if (charging[lender] === 0) return;
  const { enterprises: e, input, lenders } = world;
  if (pairUniform(key.k0, key.k1, e.id[i], lender) < detection[lender]) return;
  const fee = roundYuan(amount * input.province.parameters['feeDiscipline.charge'][lenders.class[lender]]);
  if (fee === 0) return;
  e.cash[i] -= fee;
  postLender(tally, FLOW.tiedFee, lender, LENDER_ENTRY.tiedFee, fee);
}

/** What tied charges add to a year of a loan of each lender: charge x 12 / term, where not found out. */
export const yearlyCharges = whileLeversStand((world): Float64Array => {
  const detection = lever(world, 'feeDiscipline.detection');
  const p = world.input.province.parameters;
  return Float64Array.from(charging(world), (charges, l) => {
    const c = world.lenders.class[l];
    return (charges * (1 - detection[l]) * p['feeDiscipline.charge'][c] * 12) / p['lend.term'][c];
  });
});

/** What is paid on the day for a term of `months` at a `yearly` price, whole yuan: principal x price x months / 12. */
export const paidForTerm = (principal: number, yearly: number, months: number): number =>
  roundYuan((principal * yearly * months) / 12);

/** The bank pays the platform its part for a loan of `amount` yuan over `months`, at once. */
export function payPlatform(
  world: World,
  tally: Tally,
  bank: number,
  platform: number,
  amount: number,
  months: number,
): void {
  const yearly = world.input.province.parameters['coLending.fee'][0];
  const fee = paidForTerm(amount, yearly, months);
  post(tally, FLOW.platformFee, fee);
  noteLender(tally, bank, LENDER_ENTRY.feePaid, fee);
  noteLender(tally, platform, LENDER_ENTRY.feeEarned, fee);
}
