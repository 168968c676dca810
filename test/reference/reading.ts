/** One lender reads one enterprise: how much it knows, what it sees, what it would ask. Changes nothing. */
import { exp } from '../../sim/arithmetic.ts';
import {
  distanceToIlliquidity,
  expectedPath,
  pathDeviation,
  standardIndex,
} from '../../sim/decisions/creditworthiness.ts';
import { breakEvenRate, contractRate, localPower } from '../../sim/decisions/price.ts';
import {
  correlation,
  defaultProbability,
  jointPrecision,
  observed,
  observedWithGap,
} from '../../sim/decisions/signal.ts';
import { forEnterprise, forLender } from './conditions.ts';
import type { Enterprise } from './enterprise.ts';
import type { Lender } from './institutions.ts';
import { pairNormalDraw } from './luck.ts';
import { competitorsAt } from './market.ts';
import { complianceCost, decidesByModel, treatmentOf } from './practice.ts';
import { chosenEffort, effortCost } from './screening.ts';
import { traced } from './traces.ts';
import { subsidyPoints } from './treasury.ts';
import type { SlowWorld } from './world.ts';

/** The knowable index of an enterprise that would owe `extra` yuan more at `rate`. */
export function knowableIndex(world: SlowWorld, e: Enterprise, extra: number, rate: number): number {
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
      cash: e.cash,
      debtService: yearly / 12,
      margin: margin + fromCapital / e.scale,
      shock: e.shock,
      shockMargin: p['trade.shockMargin'][size],
      payablesMonths: p['trade.payablesMonths'][0],
    },
    expectedPath(persistence),
    pathDeviation(persistence),
  );
  return standardIndex(distance, p['lend.indexCentre'][0], p['lend.indexSpread'][0]);
}

/** Worth of a full record: breadth of sources (63 % at twelve) times freshness. */
function recordWorth(world: SlowWorld, e: Enterprise): number {
  const breadth = 1 - exp(-forEnterprise(world, 'dataSharing.sources', e) / 12);
  const fresh = world.p['lend.freshnessMonths'][0];
  return breadth * exp(-forEnterprise(world, 'dataSharing.delayMonths', e) / fresh);
}

/** Worth of the record an enterprise really has. */
export function publicDataWorth(world: SlowWorld, e: Enterprise): number {
  if (e.data === 'none') return 0;
  return (e.data === 'full' ? 1 : 0.5) * recordWorth(world, e);
}

/** Part of a full precision that so many months give. */
const gain = (months: number, constant: number): number => 1 - exp(-months / constant);

/** Precision of what a lender knows before it makes any effort. */
function priorPrecision(world: SlowWorld, e: Enterprise, lender: Lender, ownClient: boolean): number {
  const { p } = world;
  const c = lender.class;
  const model = decidesByModel(world, lender);
  const statements = p['lend.tauStatements'][e.cell.size];
  const history = p['lend.tauHistory'][0] * gain(e.history, p['lend.historyMonths'][0]);
  const relation = relationPrecision(world, e, lender, ownClient, model);
  const tauRecords = model ? p['supervisionModelSwitch.tauRecords'][0] : p['lend.tauPublic'][c];
  const records = tauRecords * publicDataWorth(world, e);
  const platform = traced(world, e) ? p['lend.tauPlatform'][c] : 0;
  const best = Math.max(statements, history, relation, records, platform);
  return jointPrecision(
    statements + history + relation + records + platform,
    best,
    p['lend.informationOverlap'][0],
  );
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
  return world.p['lend.tauPublic'][lender.class] * recordWorth(world, e);
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
  const prior = priorPrecision(world, e, lender, request.ownClient) + blank;
  const effort = chosenEffort(world, lender, 1 - covered, prior, request.amount);
  const pd = readPd(world, request, prior + effort, blank);
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

function readPd(
  world: SlowWorld,
  { enterprise: e, lender, added }: Request,
  precision: number,
  blank: number,
): number {
  const belief = world.beliefs[lender.class];
  const r = correlation(precision);
  const index = knowableIndex(world, e, added, world.postedRate[lender.class]);
  const standard = (index - belief.mean) / belief.spread;
  const noise = pairNormalDraw(world, 'signal', -1, e.id, episode(lender.index, e.vintage));
  const signal =
    blank > 0 ? observedWithGap(standard, precision, blank, noise) : observed(standard, r, noise);
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
