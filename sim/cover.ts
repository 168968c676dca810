/** Cover by a guarantor as a bank sees it: who may bring requests, what part of a loss is covered, what that is worth. */
import { clamp } from './arithmetic.ts';
import { lever } from './conditions.ts';
import { worthOfCover } from './decisions/guarantee.ts';
import { agreeingLenders, guarantorOf, placeKeyOf } from './guarantors.ts';
import type { DrawKey } from './random.ts';
import type { World } from './world.ts';

/** What a month's requests for cover depend on, gathered once a phase. */
export interface CoverDesk {
  readonly world: World;
  /** 1 where a lender may bring requests. */
  readonly agreeing: Uint8Array;
  readonly bankShare: Float64Array;
  readonly slope: Float64Array;
  readonly wait: Float64Array;
  readonly placeKey: DrawKey;
}

export const openCover = (world: World): CoverDesk => ({
  world,
  agreeing: agreeingLenders(world),
  bankShare: lever(world, 'riskSplit.bankShare'),
  slope: lever(world, 'dynamicRiskShare.slope'),
  wait: lever(world, 'claimsProcedure.payoutMonths'),
  placeKey: placeKeyOf(world),
});

/** Most of a loss the guarantee side ever bears when cover follows performance. */
const MOST_COVER = 0.9;

/** Whether a lender may ask cover for a loan of `amount` yuan. */
export function canBeGuaranteed({ world, agreeing }: CoverDesk, lender: number, amount: number): boolean {
  const p = world.input.province.parameters;
  return agreeing[lender] === 1 && amount >= p['guarantee.minLoan'][0] && amount <= p['guarantee.maxLoan'][0];
}

/** Covered part of a loss: agreed, and moved by how far the lender's non-performing ratio is from its tolerance. */
export function coverOf({ world, bankShare, slope }: CoverDesk, i: number, lender: number): number {
  const { lenders, input, enterprises: e } = world;
  const agreed = 1 - bankShare[e.cell[i]];
  const steep = slope[e.cell[i]];
  if (steep === 0 || agreed === 0) return agreed;
  const ratio = lenders.loans[lender] > 0 ? lenders.nonPerforming[lender] / lenders.loans[lender] : 0;
  const tolerated = input.province.parameters['lend.nplTolerance'][lenders.class[lender]];
  return clamp(agreed + steep * (1 - ratio / tolerated), 0, MOST_COVER);
}

/** What cover by the enterprise’s guarantor is worth to a lender: as far as it has been paying, and less the wait. */
export function countedCover(
  { world, wait, placeKey }: CoverDesk,
  i: number,
  lender: number,
  covered: number,
): number {
  const { guarantors, lenders, atlas, enterprises: e, input } = world;
  const guarantor = guarantorOf(world, i, placeKey);
  if (guarantor < 0) return 0;
  const funding = input.province.parameters['lend.funding'][lenders.class[lender]];
  return worthOfCover(covered, guarantors.trust[guarantor], funding, wait[atlas.prefecture[e.cell[i]]]);
}
