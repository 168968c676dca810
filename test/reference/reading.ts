/** One lender reads and prices one request. Changes nothing. */
import {
  breakEvenRate,
  contractRate,
  leastAsked,
  localPower,
  meanPdOf,
  powerOverUnknown,
} from '../../sim/decisions/price.ts';
import { observedLate } from '../../sim/decisions/record.ts';
import { correlation, defaultProbability, observed, observedWithGap } from '../../sim/decisions/signal.ts';
import { errorOf, fileCost, noiseFor, officersTime } from './craft.ts';
import { reportingPeriodOf } from './data.ts';
import type { Enterprise } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import { careFor, fundingSaved, fundsSaved, rewardFor } from './incentives.ts';
import type { Lender } from './institutions.ts';
import { beliefAbout, canQuery, imagined, isNewcomer, knowableIndex, knownOf, reported } from './knowing.ts';
import { PD_BINS } from './loan.ts';
import { pairNormalDraw } from './luck.ts';
import { competitorsAt } from './market.ts';
import { greenPoints, greenSubsidy, lossGivenDefault, pledgeOf } from './pledges.ts';
import { complianceCost, pricesAlike } from './practice.ts';
import { isLeftToPartner } from './restraint.ts';
import { chosenEffort, effortCost } from './screening.ts';
import { monthsOf, tenorFor, tenorPremium } from './tenor.ts';
import { subsidyPoints } from './treasury.ts';
import type { SlowWorld } from './world.ts';

export interface Request {
  readonly enterprise: Enterprise;
  /** Who books the loan, and who reads the enterprise. */
  readonly lender: Lender;
  readonly reader: Lender;
  readonly amount: number;
  /** What would be owed more than today. */
  readonly added: number;
  readonly secured: boolean;
  readonly covered: number;
  /** Yuan spent on a guarantor's papers. */
  readonly papers: number;
  /** Part of a full check the reader makes. */
  readonly checkPart: number;
  readonly ownClient: boolean;
}

export interface Quote {
  readonly pd: number;
  readonly rate: number;
  readonly breakEven: number;
  readonly lgd: number;
  readonly checkCost: number;
  /** Worth of the loan besides its interest. */
  readonly reward: number;
}

/** Luck of reading is renewed with each loan there has been. */
export const episode = (institution: number, vintage: number): number => institution + 4096 * vintage;

export function read(world: SlowWorld, request: Request): Quote {
  const { p } = world;
  const { enterprise: e, lender, reader, covered } = request;
  const blank = imagined(world, e, reader);
  const known = knownOf(world, e, reader, request.ownClient);
  const prior = known.joint + blank;
  const ownShare = (1 - covered) * careFor(world, e, lender);
  const effort = chosenEffort(world, reader, ownShare, prior, request.amount) * officersTime(world, reader);
  const pd = readPd(world, request, prior + effort, blank, known.records);
  const usual =
    p['lend.fixedCost'][reader.class] -
    (canQuery(world, e, reader) ? p['lend.dataFixedCost'][reader.class] : 0) +
    effort * effortCost(world, reader.class);
  const checkCost = (fileCost(world, e, reader, usual) + complianceCost(world, reader)) * request.checkPart;
  return price(world, request, pd, checkCost);
}

/** PD from a signal that sees the index as it is, as old records have it, or as a gap taken for a clean sheet. */
function readPd(
  world: SlowWorld,
  { enterprise: e, lender, reader, added }: Request,
  precision: number,
  blank: number,
  records: number,
): number {
  const belief = beliefAbout(world, e, reader.class);
  const r = correlation(precision);
  const posted = world.postedRate[lender.class];
  const standard = (knowableIndex(world, e, added, posted) - belief.mean) / belief.spread;
  const own = pairNormalDraw(world, 'signal', -1, e.id, episode(reader.index, e.vintage));
  const noise = noiseFor(world, e, reader, own, precision);
  let signal = observed(standard, r, noise);
  if (blank > 0) signal = observedWithGap(standard, precision, blank, noise);
  else if (records > 0 && reportingPeriodOf(world, e) > 1) {
    const then = (knowableIndex(world, e, added, posted, reported(e)) - belief.mean) / belief.spread;
    signal = observedLate(standard, then, precision, records, noise);
  }
  return defaultProbability(signal + errorOf(world, reader), r, belief);
}

/** What the lender that books the loan would ask. */
function price(world: SlowWorld, request: Request, pd: number, checkCost: number): Quote {
  const { p } = world;
  const { enterprise: e, lender, amount, covered } = request;
  const c = lender.class;
  const tenor = tenorFor(world, e, lender);
  const lgd = lossGivenDefault(world, lender, request.secured, pledgeOf(world, e));
  const reward = rewardFor(world, e, lender, amount);
  const funding = fundsRate(world, e, lender, amount) - greenPoints(world, e);
  const cost = {
    funding,
    variable: p['lend.variableCost'][c],
    fixed: ((checkCost + request.papers) * 12) / Math.max(12, monthsOf(world, tenor, lender)),
    amount,
    pd,
    lgd,
    ownShare: 1 - covered,
  };
  const breakEven = breakEvenRate(cost);
  const charged = breakEvenRate({ ...cost, pd: pricedPd(world, lender, pd) });
  const premium = tenorPremium(world, tenor, charged, funding);
  const needed = charged + p['lend.margin'][c] - reward + premium;
  const floor = leastAsked(needed, funding, p['lend.leastRate'][0]);
  return { pd, lgd, checkCost, reward, breakEven, rate: askedRate(world, request, floor) };
}

/** Risk that is charged for: the enterprise's own, or the mean of a year's loans of the class where all are charged alike. */
function pricedPd(world: SlowWorld, lender: Lender, own: number): number {
  if (!pricesAlike(world, lender)) return own;
  const year = world.cohorts.filter(({ month }) => month < world.month && month >= world.month - 12);
  const counts = new Array<number>(PD_BINS).fill(0);
  for (const { granted } of year)
    granted[lender.class].forEach((loans, bin) => {
      counts[bin] += loans / world.input.scale;
    });
  return counts.some((loans) => loans > 0) ? meanPdOf(counts) : own;
}

/** What the funds of a loan cost the lender, annual ratio. */
const fundsRate = (world: SlowWorld, e: Enterprise, lender: Lender, amount: number): number =>
  world.p['lend.funding'][lender.class] +
  world.effects.funding -
  fundingSaved(world, lender) -
  fundsSaved(world, e, lender, amount);

/** Rate by bargaining over what the borrower can pay, the subsidy it may expect included. */
function askedRate(world: SlowWorld, { enterprise: e, lender, amount }: Request, floor: number): number {
  const { p, month } = world;
  const c = lender.class;
  const eligible = month - e.founded >= 12 * forEnterprise(world, 'interestSubsidy.taxYears', e);
  const subsidy = eligible ? subsidyPoints(world, e) * p['interestSubsidy.takeUp'][0] : 0;
  const green = greenSubsidy(world, e) * world.prefectures[e.cell.prefecture].subsidyPaidShare;
  const usual = isLeftToPartner(world, e, amount)
    ? p['lend.marketPower'][c]
    : localPower(p['lend.marketPower'][c], competitorsAt(world, e.cell.prefecture));
  return contractRate(
    floor,
    p['apply.returnOnCredit'][0] + subsidy + green,
    isNewcomer(world, e) ? powerOverUnknown(usual, p['lend.captive'][0]) : usual,
    p['lend.rateCap'][c],
  );
}
