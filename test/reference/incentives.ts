/** What moves a lender's hurdle and price besides cost and risk: liability, targets, cheap funds, rights. */
import { carelessExemption, hurdleFactor, portfolioExemption } from '../../sim/decisions/liability.ts';
import { rightsWorth, shortfallReward } from '../../sim/decisions/reward.ts';
import { LENDER_CLASSES, SECTORS } from '../../sim/input.ts';
import type { Enterprise } from './enterprise.ts';
import { forEnterprise, forLender } from './in-force.ts';
import { badRatio, type Lender } from './institutions.ts';
import type { SlowWorld } from './world.ts';

const LARGE = ['state', 'joint-stock'];
/** Classes the assessment of local banks concerns. */
const ASSESSED = ['city', 'rural', 'village-microcredit', 'relationship'];

const className = ({ class: c }: Lender): string => LENDER_CLASSES[c];

export const isLarge = (lender: Lender): boolean => LARGE.includes(className(lender));

/** Part of defaults for which an officer of the lender need not answer; more where technology portfolios are judged. */
function exemptPart(world: SlowWorld, e: Enterprise, lender: Lender): number {
  const exempt = forEnterprise(world, 'dueDiligenceExemption.exempt', e);
  const judged = forEnterprise(world, 'technologyTolerance.judged', e);
  if (judged === 0 || SECTORS[e.cell.sector] !== 'technology') return exempt;
  return portfolioExemption(exempt, judged, badRatio(lender) / world.p['lend.nplTolerance'][lender.class]);
}

/** Factor on the expected loss a lender accepts. */
export function toleranceFor(world: SlowWorld, e: Enterprise, lender: Lender): number {
  const { p } = world;
  return hurdleFactor(
    p['dueDiligenceExemption.liability'][0],
    p['dueDiligenceExemption.exempt'][0],
    exemptPart(world, e, lender),
  );
}

/** Factor on the own loss an officer has in mind when deciding how much to check. */
export function careFor(world: SlowWorld, e: Enterprise, lender: Lender): number {
  const { p } = world;
  const verified = forEnterprise(world, 'dueDiligenceExemption.verified', e);
  const standard = carelessExemption(
    p['dueDiligenceExemption.exempt'][0],
    p['dueDiligenceExemption.verified'][0],
  );
  const now = carelessExemption(exemptPart(world, e, lender), verified);
  return hurdleFactor(p['dueDiligenceExemption.liability'][0], now, standard);
}

/** Whether a loan can be refinanced: small enough, and the lender's quota is not used up. */
function isRefinanced(world: SlowWorld, lender: Lender, amount: number): boolean {
  const quota = forLender(world, 'refinancing.quota', lender) * lender.loans;
  return lender.refinanced < quota && amount <= world.p['refinancing.maxLoan'][0];
}

/** Cheaper funds for a loan: transfer prices inside the lender, and refinancing. */
export function fundsSaved(world: SlowWorld, e: Enterprise, lender: Lender, amount: number): number {
  const tilt = forEnterprise(world, 'transferPrice.tilt', e);
  return isRefinanced(world, lender, amount) ? tilt + forEnterprise(world, 'refinancing.points', e) : tilt;
}

/** Highest saving by refinancing anywhere; refinanced yuan are counted as if each saved as much. */
export function highestSaving({ levers }: SlowWorld): number {
  let most = 0;
  for (const points of levers.get('refinancing.points') as number[]) most = Math.max(most, points);
  return most;
}

/** Yuan of a loan that count as refinanced at the highest saving. */
export function refinancedYuan(world: SlowWorld, e: Enterprise, lender: Lender, amount: number): number {
  const most = highestSaving(world);
  if (most === 0 || !isRefinanced(world, lender, amount)) return 0;
  return Math.floor((amount * forEnterprise(world, 'refinancing.points', e)) / most);
}

/** Worth of a yuan lent besides interest: targets a lender is behind, and rights to the enterprise's growth. */
export function rewardFor(world: SlowWorld, e: Enterprise, lender: Lender, amount: number): number {
  const { p } = world;
  const target = forLender(world, 'evaluation.target', lender);
  const quota = isLarge(lender) ? forLender(world, 'largeBankQuota.growth', lender) : 0;
  const worth =
    shortfallReward(target, lender.pace, forLender(world, 'evaluation.weight', lender)) +
    shortfallReward(quota, lender.pace, p['largeBankQuota.weight'][0]);
  const rights = forEnterprise(world, 'loanPlusEquity.rights', e);
  return worth + rightsWorth(rights, p['trade.growthVolatility'][e.cell.size], 12 * e.scale, amount);
}

/** Mean remembered growth of all books, weighted by loans. */
function meanPace({ lenders }: SlowWorld): number {
  let [loans, grown] = [0, 0];
  for (const lender of lenders) {
    loans += lender.loans;
    grown += lender.loans * lender.pace;
  }
  return loans > 0 ? grown / loans : 0;
}

/** Funding cost saved by the reserve discount and public deposits, for local lenders that grow no slower than all. */
export function fundingSaved(world: SlowWorld, lender: Lender): number {
  if (!ASSESSED.includes(className(lender)) || lender.pace < meanPace(world)) return 0;
  return (
    forLender(world, 'reserveDiscount.points', lender) + forLender(world, 'governmentDeposits.points', lender)
  );
}
