/** What guarantors expect and how they read: whom they serve, what a default costs them, how much they look. */
import { lever, leverInUse } from './conditions.ts';
import { partStoodGood, plannedCounterGuarantee } from './counter-guarantee.ts';
import { bestPrecision, expectedProfit, pdProfile } from './decisions/effort.ts';
import {
  acceptablePd,
  guarantorLoss,
  plannedBalance,
  plannedLoss,
  plannedRefund,
} from './decisions/guarantee.ts';
import { correlation } from './decisions/signal.ts';
import { type Split, splitLoss } from './decisions/waterfall.ts';
import { type DrawKey, drawKey, pairUniform, STREAMS, uniform } from './random.ts';
import { PRECISION_AT } from './screening.ts';
import { whileLeversStand } from './standing.ts';
import { PRIOR_AT, priorNode, SIZE_AT, sizeNode } from './underwriting.ts';
import { EFFORT_NODES, type World } from './world.ts';

/** Key of the draw that gives each enterprise its guarantor. */
export const placeKeyOf = (world: World): DrawKey => drawKey(world.input.seed, STREAMS.guarantorSignal, -1);

/** Guarantor an enterprise belongs to, always the same one of its prefecture; -1 where there is none. */
export function guarantorOf(world: World, i: number, key: DrawKey): number {
  const { enterprises: e, atlas } = world;
  const local = atlas.guarantorsAt[atlas.prefecture[e.cell[i]]];
  const pick = Math.floor(pairUniform(key.k0, key.k1, e.id[i], 0) * local.length);
  return local[pick] ?? -1;
}

/** Part of what it loses that each guarantor expects to see again from its treasury: rate owed x part that has been arriving. */
export function expectedRefunds(world: World): Float64Array {
  const { guarantors, shape } = world;
  const rate = lever(world, 'compensation.rate');
  return Float64Array.from(
    { length: shape.guarantors },
    (_, g) => rate[Math.max(0, guarantors.prefecture[g])] * guarantors.refund[g],
  );
}

/** Part of a guarantor's payouts it may ask of the re-guarantor. */
export const reguaranteed = (world: World, guarantor: number): number =>
  lever(world, 'reguarantee.share')[Math.max(0, world.guarantors.prefecture[guarantor])];

/** Who owes what of a guaranteed loan that is lost, in yuan, while the re-guarantor pays what it is asked and means suffice. */
export function owedOn(world: World, row: number): Split {
  const { loans } = world;
  const share = reguaranteed(world, loans.guarantor[row] - 1);
  return splitLoss(loans.principal[row], loans.covered[row], share, Number.MAX_SAFE_INTEGER);
}

/**
 * Yuan a guarantor loses for good on a guaranteed yuan in default of the applicant in `row`. Treasuries compensate what
 * neither courts nor counter-guarantors bring back; the re-guarantor counts as far as it has been paying.
 */
export function lossOf(world: World, guarantor: number, row: number, refund: number): number {
  const { applications: a, input } = world;
  const stoodGood = partStoodGood(world, a.backer[row]);
  const recovery = input.province.parameters['guarantee.recovery'][0] + stoodGood;
  const borne = reguaranteed(world, guarantor) * world.province.reguarantorTrust[0];
  return guarantorLoss(a.covered[row], borne, recovery, refund);
}

/**
 * Claims incurred over performing liability of all guarantors, yearly, as last remembered: what each plans with, for its
 * own record of some dozens of claims a year says too little. A claim is incurred when the loan defaults: when courts and
 * guarantors work faster payouts come sooner, but not more of them.
 */
export function provincialClaimRate({ guarantors, shape }: World): number {
  let claims = 0;
  let atRisk = 0;
  for (let g = 0; g < shape.guarantors; g++) {
    claims += guarantors.claimRate[g] * guarantors.liability[g];
    atRisk += guarantors.liability[g];
  }
  return atRisk > 0 ? Math.max(0, claims / atRisk) : 0;
}

/** Yuan a guarantor may still write, never below zero: under its multiple, and under its multiple and its plan. */
export interface Room {
  readonly byMultiple: number;
  readonly toWrite: number;
}

/**
 * Room of a guarantor with so much outstanding: the multiple of net assets bounds it, and the balance on which the year's
 * loss is what its owner allows on paid-in capital, at the `claimRate` it plans with and the re-guarantee in force.
 */
export function roomOf(
  world: World,
  g: number,
  outstanding: number,
  liability: number,
  claimRate: number,
): Room {
  const { guarantors, input } = world;
  const p = input.province.parameters;
  const place = Math.max(0, guarantors.prefecture[g]);
  const rate = lever(world, 'compensation.rate')[place];
  const stoodGood = plannedCounterGuarantee(world, g);
  const loss = plannedLoss({
    claimRate: claimRate * (1 - reguaranteed(world, g)),
    covered: outstanding > 0 ? liability / outstanding : 1 - p['riskSplit.bankShare'][0],
    recovery: p['guarantee.recovery'][0] + stoodGood,
    refund: plannedRefund(rate, guarantors.refund[g], p['guarantee.planTrust'][0]),
    cost: p['guarantee.operatingCost'][0],
    fee: meanFees(world)[place],
  });
  const most = guarantors.netAssets[g] * lever(world, 'guaranteeCapital.multiple')[place];
  const planned = plannedBalance(guarantors.paidIn[g] * p['guarantee.lossPlan'][0], loss);
  const left = (limit: number) => Math.max(0, Math.floor(limit - outstanding));
  return { byMultiple: left(most), toWrite: left(Math.min(most, planned)) };
}

/** Mean guarantee fee over the cells of each prefecture, annual ratio. */
const meanFees = whileLeversStand((world): Float64Array => {
  const { prefectures, cells } = world.shape;
  const width = cells / prefectures;
  const fee = lever(world, 'guaranteeFee.rate');
  return Float64Array.from({ length: prefectures }, (_, k) => mean(fee.subarray(k * width, (k + 1) * width)));
});

const mean = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Gain of a guaranteed yuan that is repaid, as a public guarantor counts it: its fee and what it is there for. */
const meanGain = (world: World): number =>
  mean(lever(world, 'guaranteeFee.rate')) + world.input.province.parameters['guarantee.mission'][0];

/**
 * Fills `world.guarantorEffort` when what guarantors believe, gain or pay for effort has changed: at each own loss, prior
 * precision and loan size the precision at which value of information less cost is greatest, as for lenders.
 */
export function refreshReview(world: World): void {
  const { fitIntercept, fitCeiling, fitMean, fitSpread } = world.province;
  const belief = {
    intercept: fitIntercept[0],
    ceiling: fitCeiling[0],
    mean: fitMean[0],
    spread: fitSpread[0],
  };
  const gain = meanGain(world);
  const cost = world.input.province.parameters['guarantee.effortCost'][0];
  const regime = [1, gain, cost, belief.intercept, belief.ceiling, belief.mean, belief.spread];
  if (regime.every((value, k) => world.guarantorRegime[k] === value)) return;
  world.guarantorRegime.set(regime);
  const profiles = PRECISION_AT.map((tau) => pdProfile(correlation(tau), belief));
  const { share, prior, size } = EFFORT_NODES;
  for (let s = 0; s < share; s++) {
    const values = profiles.map((pds) => expectedProfit(pds, gain, s / (share - 1)));
    for (let t = 0; t < prior; t++)
      for (let z = 0; z < size; z++) {
        const best = bestPrecision(PRECISION_AT, values, PRIOR_AT[t], SIZE_AT[z], cost);
        world.guarantorEffort[(s * prior + t) * size + z] = Math.max(0, PRECISION_AT[best] - PRIOR_AT[t]);
      }
  }
}

/** Effort of a guarantor that would lose `loss` of each yuan in default: linear in the loss, nearest in the rest. */
export function reviewEffort(world: World, loss: number, prior: number, amount: number): number {
  const { share, prior: priors, size } = EFFORT_NODES;
  const row = (s: number) => world.guarantorEffort[(s * priors + priorNode(prior)) * size + sizeNode(amount)];
  const at = loss * (share - 1);
  const low = Math.min(share - 2, Math.floor(at));
  return row(low) + (at - low) * (row(low + 1) - row(low));
}

/** Highest PD at which the applicant's guarantor finds the request in row `row` worth its capital; 0 without a guarantor. */
export function acceptedPd(world: World, row: number): number {
  const { applications: a, enterprises: e, guarantors } = world;
  const i = a.enterprise[row];
  const guarantor = guarantorOf(world, i, placeKeyOf(world));
  if (guarantor < 0) return 0;
  const rate = lever(world, 'compensation.rate')[Math.max(0, guarantors.prefecture[guarantor])];
  const gain =
    lever(world, 'guaranteeFee.rate')[e.cell[i]] + world.input.province.parameters['guarantee.mission'][0];
  return acceptablePd(gain, lossOf(world, guarantor, row, rate * guarantors.refund[guarantor]));
}

/** Lenders that may bring requests for cover: those with an agreement, and those brought in by head offices (keyed draw). */
export const agreeingLenders = whileLeversStand((world): Uint8Array => {
  const { lenders, shape, input } = world;
  const share = lever(world, 'headToHead.share');
  const { k0, k1 } = drawKey(input.seed, STREAMS.headToHead, -1);
  return Uint8Array.from({ length: shape.licensed }, (_, l) =>
    lenders.agreement[l] === 1 || (share[l] > 0 && uniform(k0, k1, l) < share[l]) ? 1 : 0,
  );
});

/**
 * Moves money among guarantors that hold part of it in common: own + pooled x (common x weight / all weights - own), the
 * weight being what each has at risk; whole yuan, the rest to the last, so that the sum stands.
 */
export function holdInCommon(world: World): void {
  const { shape, guarantors } = world;
  const city = leverInUse(world, 'mergeGuarantors.city');
  const province = leverInUse(world, 'mergeGuarantors.province');
  if (city === null && province === null) return;
  const all = Array.from({ length: shape.guarantors }, (_, g) => g);
  const place = (g: number) => Math.max(0, guarantors.prefecture[g]);
  if (city !== null)
    for (let k = 0; k < shape.prefectures; k++)
      share(
        world,
        all.filter((g) => place(g) === k),
        () => city[k],
      );
  if (province !== null) share(world, all, (g) => province[place(g)]);
}

function share({ guarantors }: World, all: readonly number[], part: (g: number) => number): void {
  const members = all.filter((g) => part(g) > 0);
  const put = members.map((g) => Math.floor(Math.max(0, guarantors.cash[g]) * part(g)));
  let pot = put.reduce((sum, yuan) => sum + yuan, 0);
  let weight = members.reduce((sum, g) => sum + guarantors.liability[g] * part(g), 0);
  if (weight <= 0) return;
  members.forEach((g, k) => {
    const own = guarantors.liability[g] * part(g);
    const last = k === members.length - 1;
    const got = last ? pot : own > 0 ? Math.min(pot, Math.floor((pot * own) / Math.max(own, weight))) : 0;
    guarantors.cash[g] += got - put[k];
    pot -= got;
    weight -= own;
  });
}
