/** Who bears part of a lender's loss besides guarantors: which backer an applicant has, and how far lenders count on it. */
import { worthOfCover } from '../../sim/decisions/guarantee.ts';
import { SECTORS, SETTINGS, SIZES } from '../../sim/input.ts';
import { type Enterprise, isTraced } from './enterprise.ts';
import { atPrefecture, forEnterprise } from './in-force.ts';
import type { Fund, Guarantor, Lender } from './institutions.ts';
import type { Loan } from './loan.ts';
import { pairUniformDraw } from './luck.ts';
import type { SlowWorld } from './world.ts';

/** Backers in the order in which an enterprise is offered them; the first has number 1. */
export const BACKERS = [
  'exportInsurance',
  'loanInsurance',
  'technology',
  'specialisedFund',
  'parkFund',
  'dataPool',
  'riskPool',
] as const;
export type Backer = (typeof BACKERS)[number];

/** The backed part of a loss is kept in steps of a half per cent. */
const STEPS = 200;

export const isInsurer = (backer: Backer | null): boolean =>
  backer === 'exportInsurance' || backer === 'loanInsurance';

const sectorOf = ({ cell }: Enterprise): string => SECTORS[cell.sector];

/** Chance that a backer takes an enterprise it is meant for; 0 for all others. */
function chanceOf(world: SlowWorld, e: Enterprise, backer: Backer): number {
  const technology = sectorOf(e) === 'technology';
  switch (backer) {
    case 'exportInsurance':
      return e.segments.has('exporter') ? forEnterprise(world, 'exportCreditInsurance.coverage', e) : 0;
    case 'loanInsurance':
      return forEnterprise(world, 'loanGuaranteeInsurance.coverage', e);
    case 'technology':
      return technology && forEnterprise(world, 'techRiskSharing.share', e) > 0 ? 1 : 0;
    case 'specialisedFund':
      return isSpecialised(e) ? admittedToFund(world, e) : 0;
    case 'parkFund':
      return e.segments.has('park') ? forEnterprise(world, 'parkRiskFund.members', e) : 0;
    case 'dataPool':
      return isConnected(e) && isTraced(e) ? forEnterprise(world, 'dataPool.enrolled', e) : 0;
    case 'riskPool':
      return forEnterprise(world, 'riskPool.enrolled', e);
  }
}

/** Small and larger manufacturers and technology enterprises with patents. */
const isSpecialised = (e: Enterprise): boolean =>
  ['manufacturing', 'technology'].includes(sectorOf(e)) &&
  e.cell.size >= SIZES.indexOf('small') &&
  e.segments.has('patents');

/** Zones lie in the cities; outside a lever admits some. */
const admittedToFund = (world: SlowWorld, e: Enterprise): number =>
  SETTINGS[e.cell.setting] === 'urban' ? 1 : forEnterprise(world, 'zoneRule.outside', e);

const isConnected = (e: Enterprise): boolean =>
  ['agriculture', 'trade', 'hospitality-tourism'].includes(sectorOf(e));

/** The first backer that takes a loan of so much. */
export function backerOf(world: SlowWorld, e: Enterprise, amount: number): Backer | null {
  if (amount > world.p['interestSubsidy.maxLine'][0]) return null;
  const taken = BACKERS.find(
    (backer, k) => pairUniformDraw(world, 'shelter', -1, e.id, k + 1) < chanceOf(world, e, backer),
  );
  return taken ?? null;
}

/** Part of the loss a backer takes from a new loan, in steps. */
export function stepsBacked(world: SlowWorld, e: Enterprise, backer: Backer | null): number {
  if (backer === null) return 0;
  const part: Record<Backer, number> = {
    exportInsurance: world.p['exportCreditInsurance.pledged'][0],
    loanInsurance: forEnterprise(world, 'loanGuaranteeInsurance.share', e),
    technology: forEnterprise(world, 'techRiskSharing.share', e),
    specialisedFund: forEnterprise(world, 'zoneRule.share', e),
    parkFund: forEnterprise(world, 'parkRiskFund.share', e),
    dataPool: forEnterprise(world, 'dataPool.share', e),
    riskPool: forEnterprise(world, 'riskPool.share', e),
  };
  return Math.round(STEPS * part[backer]);
}

/** Backed part of the loss of a loan. */
export const backedPart = (steps: number): number => steps / STEPS;

/** The fund behind a backer, a park's in its prefecture. */
export function fundOf({ funds }: SlowWorld, e: Enterprise, backer: Backer): Fund {
  const common = ['riskPool', 'dataPool', 'specialisedFund', 'technology'];
  const place = common.indexOf(backer);
  return funds[place >= 0 ? place : common.length + e.cell.prefecture];
}

/** Parts of a backed loss that a fund, a guarantee layer and insurers owe. */
export function layersOf(
  { p }: SlowWorld,
  backer: Backer,
): { fund: number; guarantee: number; others: number } {
  if (backer === 'parkFund') return { fund: 0.5, guarantee: 0, others: 0.5 };
  if (backer !== 'technology') return { fund: 1, guarantee: 0, others: 0 };
  const fund = p['techRiskSharing.fiscal'][0];
  return { fund, guarantee: Math.min(1 - fund, p['techRiskSharing.guarantee'][0]), others: 1 - fund };
}

/** Backed part as the lender counts it: whoever owes a part counts as far as it has been paying. */
export function countedBacking(
  world: SlowWorld,
  e: Enterprise,
  backer: Backer | null,
  steps: number,
): number {
  if (backer === null) return 0;
  const { trust } = world;
  if (isInsurer(backer)) return backedPart(steps) * trust.insurers;
  const { fund, guarantee, others } = layersOf(world, backer);
  const insured = others - guarantee;
  const lost = guarantee * (1 - trust.reguarantor) + insured * (1 - trust.insurers);
  return backedPart(steps) * (others - lost + fund * fundOf(world, e, backer).trust);
}

/** Cover as a lender counts it: as far as the guarantor has been paying, less the wait. */
export function countedPart(
  world: SlowWorld,
  e: Enterprise,
  lender: Lender,
  { trust }: Guarantor,
  covered: number,
): number {
  const wait = atPrefecture(world, 'claimsProcedure.payoutMonths', e.cell.prefecture);
  return worthOfCover(covered, trust, world.p['lend.funding'][lender.class], wait);
}

/** Part of a standing loan's loss that the lender leaves to guarantor or backer, as it counts it. */
export const leftToOthers = (world: SlowWorld, e: Enterprise, loan: Loan): number =>
  loan.guarantor !== null
    ? countedPart(world, e, loan.lender, loan.guarantor, loan.covered)
    : countedBacking(world, e, loan.backer, loan.backed);
