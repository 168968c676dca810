/** One lender reads one enterprise: how much it knows, what it sees, what it would ask. Changes nothing. */
import { exp } from '../../sim/arithmetic.ts';
import {
  distanceToIlliquidity,
  expectedPath,
  pathDeviation,
  standardIndex,
} from '../../sim/decisions/creditworthiness.ts';
import { breakEvenRate, contractRate, localPower } from '../../sim/decisions/price.ts';
import { observedLate } from '../../sim/decisions/record.ts';
import {
  type Belief,
  correlation,
  defaultProbability,
  jointPrecision,
  observed,
  observedWithGap,
} from '../../sim/decisions/signal.ts';
import { forEnterprise, forLender } from './conditions.ts';
import { reportingPeriodOf } from './data.ts';
import type { Enterprise } from './enterprise.ts';
import type { Lender } from './institutions.ts';
import { pairNormalDraw } from './luck.ts';
import { competitorsAt } from './market.ts';
import { complianceCost, decidesByModel, treatmentOf } from './practice.ts';
import { chosenEffort, effortCost } from './screening.ts';
import { commercialWorth, publicWorth } from './sources.ts';
import { subsidyPoints } from './treasury.ts';
import type { SlowWorld } from './world.ts';

/** Cash and shock of an enterprise, as they are or as its records had them. */
type Standing = Pick<Enterprise, 'cash' | 'shock'>;

/** The knowable index of an enterprise that would owe `extra` yuan more at `rate`. */
export function knowableIndex(
  world: SlowWorld,
  e: Enterprise,
  extra: number,
  rate: number,
  { cash, shock }: Standing = e,
): number {
  const { p } = world;
  const { sector, setting, prefecture, size } = e.cell;
  const [first, second] = e.loans.map((loan) => (loan === null ? 0 : loan.principal * loan.rate));
  const yearly = first + second + extra * rate + e.privateDebt * p['private.rate'][setting];
  const margin =
    p['trade.margin'][sector] +
    p['trade.marginBySetting'][setting] +
    p['trade.marginByPrefecture'][prefecture] +
    p['trade.qualityMargin'][0] * e.quality;
  const fromCapital = ((e.capital + extra) * e.returnOnCredit) / 12;
  const persistence = p['trade.shockPersistence'][0];
  const distance = distanceToIlliquidity(
    {
      sales: e.scale,
      cash,
      debtService: yearly / 12,
      margin: margin + fromCapital / e.scale,
      shock,
      shockMargin: p['trade.shockMargin'][size],
      payablesMonths: p['trade.payablesMonths'][0],
    },
    expectedPath(persistence),
    pathDeviation(persistence),
  );
  return standardIndex(distance, p['lend.indexCentre'][0], p['lend.indexSpread'][0]);
}

/** What an enterprise's records said when they last came in. */
const reported = ({ reportedCash, reportedShock, scale }: Enterprise): Standing => ({
  cash: (reportedCash * scale) / 256,
  shock: reportedShock / 1024,
});

/** Part of a record's precision left by its age. */
const freshness = (world: SlowWorld, e: Enterprise): number =>
  exp(-forEnterprise(world, 'dataSharing.delayMonths', e) / world.p['lend.freshnessMonths'][0]);

/** Worth of the public record an enterprise really has. */
export const publicDataWorth = (world: SlowWorld, e: Enterprise): number =>
  publicWorth(world, e.sources) * freshness(world, e);

/** Whether an enterprise has little credit history yet. */
export const isNewcomer = ({ p }: SlowWorld, { history }: Enterprise): boolean =>
  history < p['lend.newcomerMonths'][0];

/** What lenders of a class believe about enterprises with as much credit history as this one. */
export function beliefAbout(world: SlowWorld, e: Enterprise, lender: Lender): Belief {
  const { recorded, newcomers } = world.beliefs;
  return (isNewcomer(world, e) ? newcomers : recorded)[lender.class];
}

/** Part of a full precision that so many months give. */
const gain = (months: number, constant: number): number => 1 - exp(-months / constant);

/** What a lender knows before it makes any effort, and the part of it that rests on public records. */
interface Known {
  readonly joint: number;
  readonly records: number;
}

function knownOf(world: SlowWorld, { enterprise: e, lender, ownClient }: Request): Known {
  const { p } = world;
  const c = lender.class;
  const model = decidesByModel(world, lender);
  const statements = p['lend.tauStatements'][e.cell.size];
  const history = p['lend.tauHistory'][0] * gain(e.history, p['lend.historyMonths'][0]);
  const relation = relationPrecision(world, e, lender, ownClient, model);
  const tauRecords = model ? p['supervisionModelSwitch.tauRecords'][0] : p['lend.tauPublic'][c];
  const records = tauRecords * publicDataWorth(world, e);
  const platform = p['lend.tauPlatform'][c] * commercialWorth(world, e.sources);
  const sum = statements + history + relation + records + platform;
  const best = Math.max(statements, history, relation, records, platform);
  const joint = jointPrecision(sum, best, p['lend.informationOverlap'][0]);
  return { joint, records: sum > 0 ? (records * joint) / sum : 0 };
}

/** What a lender knows of its own client, or a member of a data alliance of another's. */
function relationPrecision(
  world: SlowWorld,
  e: Enterprise,
  lender: Lender,
  ownClient: boolean,
  model: boolean,
): number {
  const { p } = world;
  const known = gain(e.relation, p['lend.relationMonths'][0]);
  if (ownClient)
    return (
      p['lend.tauRelation'][lender.class] * known * (model ? p['supervisionModelSwitch.relationLeft'][0] : 1)
    );
  const [main] = e.loans;
  if (main === null) return 0;
  return (
    forLender(world, 'dataAlliance.portability', lender) * p['lend.tauRelation'][main.lender.class] * known
  );
}

/** Precision a lender sees in a record that is not there. */
function imagined(world: SlowWorld, e: Enterprise, lender: Lender): number {
  if (e.data !== 'none' || treatmentOf(world, lender) !== 'zeroRisk') return 0;
  return world.p['lend.tauPublic'][lender.class] * freshness(world, e);
}

export interface Request {
  readonly enterprise: Enterprise;
  readonly lender: Lender;
  readonly amount: number;
  /** What would be owed more than today. */
  readonly added: number;
  readonly secured: boolean;
  readonly covered: number;
  readonly ownClient: boolean;
}

export interface Quote {
  readonly pd: number;
  readonly rate: number;
  readonly breakEven: number;
  readonly lgd: number;
  readonly checkCost: number;
}

/** Luck of reading is renewed with each loan there has been. */
export const episode = (institution: number, vintage: number): number => institution + 4096 * vintage;

export function read(world: SlowWorld, request: Request): Quote {
  const { p } = world;
  const { enterprise: e, lender, covered } = request;
  const c = lender.class;
  const blank = imagined(world, e, lender);
  const known = knownOf(world, request);
  const prior = known.joint + blank;
  const effort = chosenEffort(world, lender, 1 - covered, prior, request.amount);
  const pd = readPd(world, request, prior + effort, blank, known.records);
  const lgd = request.secured ? p['lend.lgdSecured'][c] : p['lend.lgdUnsecured'][c];
  const checkCost =
    p['lend.fixedCost'][c] -
    (e.data === 'none' ? 0 : p['lend.dataFixedCost'][c]) +
    effort * effortCost(world, c) +
    complianceCost(world, lender);
  const breakEven = breakEvenRate({
    funding:
      p['lend.funding'][c] + world.effects.funding - forLender(world, 'reserveDiscount.points', lender),
    variable: p['lend.variableCost'][c],
    fixed: (checkCost * 12) / Math.max(12, p['lend.term'][c]),
    amount: request.amount,
    pd,
    lgd,
    ownShare: 1 - covered,
  });
  return { pd, lgd, checkCost, breakEven, rate: askedRate(world, request, breakEven) };
}

/** PD from a signal that sees the index as it is, as old records have it, or as a gap taken for a clean sheet. */
function readPd(
  world: SlowWorld,
  { enterprise: e, lender, added }: Request,
  precision: number,
  blank: number,
  records: number,
): number {
  const belief = beliefAbout(world, e, lender);
  const r = correlation(precision);
  const posted = world.postedRate[lender.class];
  const standard = (knowableIndex(world, e, added, posted) - belief.mean) / belief.spread;
  const noise = pairNormalDraw(world, 'signal', -1, e.id, episode(lender.index, e.vintage));
  let signal = observed(standard, r, noise);
  if (blank > 0) signal = observedWithGap(standard, precision, blank, noise);
  else if (records > 0 && reportingPeriodOf(world, e) > 1) {
    const then = (knowableIndex(world, e, added, posted, reported(e)) - belief.mean) / belief.spread;
    signal = observedLate(standard, then, precision, records, noise);
  }
  return defaultProbability(signal, r, belief);
}

/** Rate by bargaining over what the borrower can pay, the subsidy it may expect included. */
function askedRate(world: SlowWorld, { enterprise: e, lender }: Request, breakEven: number): number {
  const { p, month } = world;
  const c = lender.class;
  const eligible = month - e.founded >= 12 * forEnterprise(world, 'interestSubsidy.taxYears', e);
  const subsidy = eligible ? subsidyPoints(world, e) * p['interestSubsidy.takeUp'][0] : 0;
  return contractRate(
    breakEven + p['lend.margin'][c],
    p['apply.returnOnCredit'][0] + subsidy,
    localPower(p['lend.marketPower'][c], competitorsAt(world, e.cell.prefecture)),
    p['lend.rateCap'][c],
  );
}
