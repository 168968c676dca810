/** One lender reads one enterprise: precision, effort, signal, PD, price. Quotes only; nothing moves. */

import { DATA, TRAIT } from './agents/enterprises.ts';
import { COMMERCIAL_SOURCES, FIELD_SOURCES, PUBLIC_SOURCES } from './agents/sources.ts';
import { exp, roundYuan } from './arithmetic.ts';
import { type BackingDesk, openBacking } from './backing.ts';
import { greenCounted } from './claiming.ts';
import { CLASS, lever, leverInUse } from './conditions.ts';
import { NO_LENDER } from './contracts/loans.ts';
import { monthsOf, type Tenors, tenorOf, tenorPremium, tenorsOf } from './contracts/tenor.ts';
import {
  type Craft,
  craftOf,
  errorOf,
  fileCost,
  grownRelations,
  noiseOf,
  sectorKnowledge,
  statementsFor,
  timeForFile,
} from './craft.ts';
import {
  distanceToIlliquidity,
  expectedPath,
  type Position,
  pathDeviation,
  standardIndex,
} from './decisions/creditworthiness.ts';
import { pledgedLoss } from './decisions/pledge.ts';
import {
  breakEvenRate,
  contractRate,
  type LoanCost,
  leastAsked,
  localPower,
  meanPdOf,
  powerOverUnknown,
} from './decisions/price.ts';
import { observedLate, reportingPeriod } from './decisions/record.ts';
import {
  type Belief,
  correlation,
  defaultProbability,
  jointPrecision,
  observed,
  observedWithGap,
} from './decisions/signal.ts';
import { type Green, greenPoints, openGreen } from './green.ts';
import { careAt, fundingSaved, fundsSaved, type Incentives, incentivesOf, rewardAt } from './incentives.ts';
import { LENDER_CLASSES, type ParameterValues } from './input.ts';
import { openPledges, type Pledges, pledgeOf } from './pledges.ts';
import { inPool } from './pool.ts';
import { type Practice, practiceOf, TREATMENT } from './practice.ts';
import { privateRateOf } from './private-rates.ts';
import { type DrawKey, drawKey, pairNormal, STREAMS, uniform } from './random.ts';
import { leftToPartner, type Restraint, restraintOf } from './restraint.ts';
import { whileLeversStand } from './standing.ts';
import { dataOf, tracesOf } from './traces.ts';
import { subsidyPoints } from './treasury.ts';
import { COHORTS, EFFORT_NODES, PD_BINS, type World } from './world.ts';

/** Everything about a month that reading an enterprise needs, gathered once a phase. */
export interface Desk {
  readonly world: World;
  readonly p: ParameterValues;
  readonly path: number;
  readonly deviation: number;
  readonly overlap: number;
  /** Part of a record's precision left by its age in each cell: exp(-delay / freshness). */
  readonly freshness: Float64Array;
  /** Whether the records of a cell are older than today's. */
  readonly late: Uint8Array;
  readonly points: Float64Array;
  readonly taxYears: Float64Array;
  /** Beliefs about default by record group and lender class; see `beliefAbout`. */
  readonly beliefs: readonly Belief[];
  readonly newcomerMonths: number;
  /** Funding cost each lender saves by public rewards, annual ratio. */
  readonly discount: Float64Array;
  readonly incentives: Incentives | null;
  readonly craft: Craft | null;
  readonly tenors: Tenors | null;
  readonly restraint: Restraint | null;
  /** Gain of a relation by months at relationship banks. */
  readonly grownRelations: Float64Array;
  /** Legal cap on private rates by cell. */
  readonly privateCap: Float64Array;
  readonly signalKey: { readonly k0: number; readonly k1: number };
  readonly month: number;
  readonly practice: Practice;
  /** Mean PD of the loans each class granted or renewed in twelve months, NaN of none; null while no lender prices alike. */
  readonly meanPd: Float64Array | null;
  readonly pledges: Pledges | null;
  readonly green: Green | null;
  readonly backing: BackingDesk;
  /** Whether any enterprise is in a cultivation pool. */
  readonly pooled: boolean;
  /** Sector data joined up in each cell, and the draw that says whose. */
  readonly engineSectors: Float64Array;
  readonly tracesKey: DrawKey;
  readonly engineKey: { readonly k0: number; readonly k1: number };
  /** Margin in normal times by cell, without the enterprise's own quality. */
  readonly cellMargin: Float64Array;
  /** Bargaining share of a lender class where an enterprise can turn to so many lenders, a relationship bank counted
   *  as far as it is present: index `class * prefectures + prefecture`. */
  readonly power: Float64Array;
  /** The position and the cost being worked out; written anew for each request, so that reading allocates nothing. */
  readonly position: Writable<Position>;
  readonly cost: Writable<LoanCost>;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const DESKS = new WeakMap<World, Desk>();

/** The desk of the coming month: what it gathers holds from the month's conditions to its closing. */
export function openDesk(world: World): Desk {
  const open = DESKS.get(world);
  if (open?.month === world.month + 1) return open;
  const desk = newDesk(world);
  DESKS.set(world, desk);
  return desk;
}

function newDesk(world: World): Desk {
  const p = world.input.province.parameters;
  const persistence = p['trade.shockPersistence'][0];
  const { fitIntercept, fitCeiling, fitMean, fitSpread } = world.province;
  return {
    world,
    p,
    path: expectedPath(persistence),
    deviation: pathDeviation(persistence),
    overlap: p['lend.informationOverlap'][0],
    freshness: freshnessOf(world),
    late: lateIn(world),
    points: subsidyPoints(world),
    taxYears: lever(world, 'interestSubsidy.taxYears'),
    beliefs: Array.from(fitIntercept, (intercept, k) => ({
      intercept,
      ceiling: fitCeiling[k],
      mean: fitMean[k],
      spread: fitSpread[k],
    })),
    newcomerMonths: p['lend.newcomerMonths'][0],
    discount: fundingSaved(world),
    incentives: incentivesOf(world),
    craft: craftOf(world),
    tenors: tenorsOf(world),
    restraint: restraintOf(world),
    grownRelations: grownRelations(world),
    privateCap: lever(world, 'privateRateCap.cap'),
    signalKey: drawKey(world.input.seed, STREAMS.signal, -1),
    month: world.month + 1,
    practice: practiceOf(world),
    meanPd: practiceOf(world).alike === null ? null : meanPdByClass(world),
    pledges: openPledges(world),
    green: openGreen(world),
    pooled: leverInUse(world, 'cultivationPool.members') !== null,
    engineSectors: lever(world, 'sectorRiskEngines.sectors'),
    tracesKey: drawKey(world.input.seed, STREAMS.traces, -1),
    engineKey: drawKey(world.input.seed, STREAMS.sectorData, -1),
    cellMargin: world.atlas.margin,
    backing: openBacking(world),
    power: powerOf(world),
    position: {
      sales: 0.5,
      cash: 0.5,
      debtService: 0.5,
      margin: 0.5,
      shock: 0.5,
      shockMargin: 0.5,
      payablesMonths: p['trade.payablesMonths'][0],
    },
    cost: { funding: 0.5, variable: 0.5, fixed: 0.5, amount: 0.5, pd: 0.5, lgd: 0.5, ownShare: 0.5 },
  };
}

/** Mean PD of what each class granted or renewed in the twelve months before this one; see `Desk.meanPd`. */
function meanPdByClass({ province, month }: World): Float64Array {
  const now = (month + 1) % COHORTS;
  return Float64Array.from(LENDER_CLASSES, (_, c) => {
    const counts = new Float64Array(PD_BINS);
    for (let k = 0; k < COHORTS; k++) {
      const at = (k * LENDER_CLASSES.length + c) * PD_BINS;
      if (k !== now) for (let bin = 0; bin < PD_BINS; bin++) counts[bin] += province.cohortGranted[at + bin];
    }
    return meanPdOf(counts);
  });
}

/** Bargaining share by class and prefecture; see `Desk.power`. */
const powerOf = whileLeversStand((world): Float64Array => {
  const near = lever(world, 'relationshipBanks.presence').map(
    (presence, here) => world.atlas.lendersNear[here] + presence,
  );
  const power = world.input.province.parameters['lend.marketPower'];
  return Float64Array.from({ length: LENDER_CLASSES.length * near.length }, (_, k) =>
    localPower(power[Math.floor(k / near.length)], near[k % near.length]),
  );
});

/** 1 in cells whose records are older than today's. */
const lateIn = whileLeversStand(
  (world): Uint8Array =>
    Uint8Array.from(lever(world, 'dataSharing.delayMonths'), (delay) => (reportingPeriod(delay) > 1 ? 1 : 0)),
);

/** Part of a record's precision left by its age in each cell; neighbours mostly wait as long. */
const freshnessOf = whileLeversStand((world): Float64Array => {
  const delay = lever(world, 'dataSharing.delayMonths');
  const lasts = world.input.province.parameters['lend.freshnessMonths'][0];
  const left = new Float64Array(delay.length);
  for (let cell = 0; cell < left.length; cell++)
    left[cell] = cell > 0 && delay[cell] === delay[cell - 1] ? left[cell - 1] : exp(-delay[cell] / lasts);
  return left;
});

/** What a lender class believes about enterprises with as much credit history as this one. */
export function beliefAbout(
  { world, beliefs, newcomerMonths }: Desk,
  i: number,
  lenderClass: number,
): Belief {
  const newcomer = world.enterprises.history[i] < newcomerMonths;
  return beliefs[newcomer ? LENDER_CLASSES.length + lenderClass : lenderClass];
}

/** The knowable index of an enterprise that would owe `extra` yuan more at `rate`. */
export function indexOf(desk: Desk, i: number, extra: number, rate: number): number {
  const { cash, shock } = desk.world.enterprises;
  return indexWith(desk, i, extra, rate, cash[i], shock[i]);
}

/** The same index with cash and trade as they were when the enterprise's records last came in. */
export function reportedIndex(desk: Desk, i: number, extra: number, rate: number): number {
  const { reportedCash, reportedShock, scale } = desk.world.enterprises;
  return indexWith(desk, i, extra, rate, (reportedCash[i] * scale[i]) / 256, reportedShock[i] / 1024);
}

function indexWith(desk: Desk, i: number, extra: number, rate: number, cash: number, shock: number): number {
  const { world, p, position } = desk;
  const { enterprises: e, atlas } = world;
  const cell = e.cell[i];
  const sales = e.scale[i];
  const debts = yearlyInterest(world, i) + extra * rate;
  const interest = (debts + e.privateDebt[i] * privateRateOf(e, desk.privateCap, i)) / 12;
  const fromCapital = ((e.capital[i] + extra) * e.returnOnCredit[i]) / 12;
  position.sales = sales;
  position.cash = cash;
  position.debtService = interest;
  position.margin = desk.cellMargin[cell] + p['trade.qualityMargin'][0] * e.quality[i] + fromCapital / sales;
  position.shock = shock;
  position.shockMargin = p['trade.shockMargin'][atlas.size[cell]];
  const distance = distanceToIlliquidity(position, desk.path, desk.deviation);
  return standardIndex(distance, p['lend.indexCentre'][0], p['lend.indexSpread'][0]);
}

/** A year's interest on the formal loans an enterprise has, yuan. */
function yearlyInterest({ loans, second: secondOf }: World, i: number): number {
  const second = secondOf[i];
  const a = loans.lender[i] === NO_LENDER ? 0 : loans.principal[i] * loans.rate[i];
  return a + (loans.lender[second] === NO_LENDER ? 0 : loans.principal[second] * loans.rate[second]);
}

/** How much of a full, fresh public record a lender gets from the enterprise's data today. */
export function publicDataWorth({ world, freshness }: Desk, i: number): number {
  const { sources, cell } = world.enterprises;
  return world.atlas.publicWorth[sources[i] & PUBLIC_SOURCES] * freshness[cell[i]];
}

/** Precision of what a lender knows before it makes any effort. */
export function priorPrecision(desk: Desk, i: number, lender: number, ownClient: boolean): number {
  return jointly(desk, i, lender, ownClient).joint;
}

/** The sources of a reading as they add up; one object, overwritten by each reading. */
const known = { joint: 0, records: 0 };

/**
 * tau = best + (1 - overlap) (sum - best) over statements, credit history, relationship, public records and commercial
 * traces; `records` is the part of it that rests on public records.
 */
function jointly(desk: Desk, i: number, lender: number, ownClient: boolean): typeof known {
  const { world, p, practice } = desk;
  const { enterprises: e, atlas } = world;
  const lenderClass = world.lenders.class[lender];
  const model = practice.models !== null && practice.models[lender] === 1;
  const statements = statementsFor(desk.craft, world, lender, p['lend.tauStatements'][atlas.size[e.cell[i]]]);
  const history = p['lend.tauHistory'][0] * atlas.historyGain[e.history[i]];
  const relation = ownClient
    ? p['lend.tauRelation'][lenderClass] *
      (lenderClass === CLASS.relationship ? desk.grownRelations : atlas.relationGain)[e.relation[i]] *
      (model ? p['supervisionModelSwitch.relationLeft'][0] : 1)
    : sharedKnowledge(desk, i, lender);
  const records =
    practice.connected !== null && practice.connected[lender] === 0
      ? 0
      : (model ? p['supervisionModelSwitch.tauRecords'][0] : p['lend.tauPublic'][lenderClass]) *
        publicDataWorth(desk, i);
  const platform =
    p['lend.tauPlatform'][lenderClass] * atlas.commercialWorth[(e.sources[i] & COMMERCIAL_SOURCES) >> 8];
  const sector = sectorKnowledge(desk.craft, e.cell[i], lenderClass);
  const field = p['lend.tauField'][0] * atlas.fieldWorth[(e.sources[i] & FIELD_SOURCES) >> 11];
  const engine = practice.engines !== null && practice.engines[lender] === 1 ? enginePrecision(desk, i) : 0;
  const label = desk.pooled && inPool(world, i) ? p['cultivationPool.precision'][0] : 0;
  const sum = statements + history + relation + records + platform + sector + field + engine + label;
  const best = Math.max(statements, history, relation, records, platform, sector, field, engine, label);
  known.joint = jointPrecision(sum, best, desk.overlap);
  known.records = sum > 0 ? (records * known.joint) / sum : 0;
  return known;
}

/** Precision of a sector engine: its own times the worth of what the enterprise leaves, where its data are joined up. */
function enginePrecision({ world, p, engineKey, tracesKey, engineSectors }: Desk, i: number): number {
  const { cell, id, traits } = world.enterprises;
  if (uniform(engineKey.k0, engineKey.k1, id[i]) >= engineSectors[cell[i]]) return 0;
  const set =
    (tracesOf(world.atlas, cell[i], id[i], traits[i], 0, tracesKey, COMMERCIAL_SOURCES | FIELD_SOURCES) >>
      8) |
    ((traits[i] & TRAIT.patents) !== 0 ? 32 : 0);
  return p['sectorRiskEngines.precision'][0] * world.atlas.engineWorth[set];
}

/**
 * PD a lender's model reads from public records, commercial traces and credit history alone, before anybody has asked;
 * -1 when it can read neither records nor traces.
 */
export function readRecords(desk: Desk, i: number, lender: number, amount: number): number {
  const { world, p, practice } = desk;
  const { enterprises: e, atlas } = world;
  const c = world.lenders.class[lender];
  const traced = atlas.commercialWorth[(e.sources[i] & COMMERCIAL_SOURCES) >> 8];
  const filed = canQuery(desk, i, lender);
  if (!filed && traced === 0) return -1;
  const model = practice.models !== null && practice.models[lender] === 1;
  const records = filed
    ? (model ? p['supervisionModelSwitch.tauRecords'][0] : p['lend.tauPublic'][c]) * publicDataWorth(desk, i)
    : 0;
  const platform = p['lend.tauPlatform'][c] * traced;
  const history = p['lend.tauHistory'][0] * atlas.historyGain[e.history[i]];
  const best = Math.max(records, platform, history);
  const precision = jointPrecision(records + platform + history, best, desk.overlap);
  if (precision === 0) return -1;
  const b = beliefAbout(desk, i, c);
  const index = reportedIndex(desk, i, amount, world.province.postedRate[c]);
  const noise = pairNormal(desk.signalKey.k0, desk.signalKey.k1, e.id[i], episodeWith(lender, e.vintage[i]));
  const r = correlation(precision);
  return defaultProbability(observed((index - b.mean) / b.spread, r, noise), r, b);
}

/** Whether a lender can use a public record of the enterprise today. */
export function canQuery({ world, practice }: Desk, i: number, lender: number): boolean {
  return dataOf(world, i) !== DATA.none && (practice.connected === null || practice.connected[lender] === 1);
}

/** What a member of a data alliance learns from the lender an applicant already has. */
function sharedKnowledge({ world, p, practice }: Desk, i: number, lender: number): number {
  if (practice.portability === null) return 0;
  const { enterprises: e, atlas, loans, lenders } = world;
  const other = loans.lender[i];
  if (other === NO_LENDER) return 0;
  return (
    practice.portability[lender] *
    p['lend.tauRelation'][lenders.class[other]] *
    atlas.relationGain[e.relation[i]]
  );
}

/** Precision a lender imagines in a record that is not there; 0 unless it reads a gap as no risk. */
function imagined({ world, p, practice, freshness }: Desk, i: number, lender: number): number {
  const { cell } = world.enterprises;
  if (
    practice.treatment === null ||
    practice.treatment[lender] !== TREATMENT.zeroRisk ||
    dataOf(world, i) !== DATA.none
  )
    return 0;
  return p['lend.tauPublic'][world.lenders.class[lender]] * freshness[cell[i]];
}

/** Terms a lender would give, or what stands against them. */
export interface Quote {
  pd: number;
  rate: number;
  breakEven: number;
  /** Precision the lender ends with and the part of it that is effort. */
  precision: number;
  effort: number;
  lgd: number;
  checkCost: number;
  /** Worth of the loan to the lender besides its interest, annual ratio. */
  reward: number;
}

export const emptyQuote = (): Quote => ({
  pd: 0,
  rate: 0,
  breakEven: 0,
  precision: 0,
  effort: 0,
  lgd: 0,
  checkCost: 0,
  reward: 0,
});

/**
 * What a lender is asked: who, by whom, how much, on what security, with what part of the loss covered by others. One
 * constructor makes them all, so that they have one hidden shape: literals of several rules, and copies of them, had five,
 * and whoever read a request had to search it.
 */
export class Request {
  readonly slot: number;
  /** Who books the loan, its capital and its loss. */
  readonly lender: number;
  /** Who reads the enterprise: the lender itself, or the platform it lends with. */
  readonly reader: number;
  readonly amount: number;
  /** What the enterprise would owe more than today. */
  readonly added: number;
  readonly secured: boolean;
  readonly covered: number;
  /** Yuan the lender spends on papers for a guarantor. */
  readonly papers: number;
  /** Part of a first check that this reading takes. */
  readonly checkPart: number;
  readonly ownClient: boolean;

  constructor(of: Readonly<Request>) {
    this.slot = of.slot;
    this.lender = of.lender;
    this.reader = of.reader;
    this.amount = of.amount;
    this.added = of.added;
    this.secured = of.secured;
    this.covered = of.covered;
    this.papers = of.papers;
    this.checkPart = of.checkPart;
    this.ownClient = of.ownClient;
  }
}

/** Partner of a draw that is renewed with each loan: the institution and the number of loans there have been. */
export const episodeWith = (institution: number, vintage: number): number => institution + 4096 * vintage;

/** Reads and prices one request into `quote`. */
export function read(desk: Desk, request: Request, quote: Quote): void {
  const { world, p } = desk;
  const { slot: i, lender, reader, amount, covered } = request;
  const { enterprises: e, lenders } = world;
  const c = lenders.class[reader];
  const cell = e.cell[i];
  const blank = imagined(desk, i, reader);
  const sources = jointly(desk, i, reader, request.ownClient);
  const prior = sources.joint + blank;
  const ownShare = (1 - covered) * careAt(desk.incentives, cell, lender);
  const effort = chosenEffort(world, c, ownShare, prior, amount) * officersTime(desk, reader);
  const precision = prior + effort;
  const r = correlation(precision);
  const posted = world.province.postedRate[lenders.class[lender]];
  const index = indexOf(desk, i, request.added, posted);
  const b = beliefAbout(desk, i, c);
  const own = pairNormal(desk.signalKey.k0, desk.signalKey.k1, e.id[i], episodeWith(reader, e.vintage[i]));
  const noise = noiseOf(desk.craft, own, cell, c, precision);
  const standard = (index - b.mean) / b.spread;
  const late = desk.late[cell] === 1 && sources.records > 0 && blank === 0;
  const signal =
    blank > 0
      ? observedWithGap(standard, precision, blank, noise)
      : late
        ? observedLate(
            standard,
            (reportedIndex(desk, i, request.added, posted) - b.mean) / b.spread,
            precision,
            sources.records,
            noise,
          )
        : observed(standard, r, noise);
  quote.pd = defaultProbability(signal + errorOf(desk.craft, reader), r, b);
  quote.precision = precision;
  quote.effort = effort;
  const usual =
    p['lend.fixedCost'][c] -
    (canQuery(desk, i, reader) ? p['lend.dataFixedCost'][c] : 0) +
    effort * desk.practice.effortCost[c];
  const whole = fileCost(desk.craft, cell, reader, usual) + desk.practice.compliance[reader];
  quote.checkCost = whole * request.checkPart;
  price(desk, request, quote);
}

/** Part of the usual effort the reader's officers have for a file: models need few, relationship banks may lack hands. */
function officersTime({ world, practice, p }: Desk, reader: number): number {
  if (practice.models !== null && practice.models[reader] === 1)
    return p['supervisionModelSwitch.relationLeft'][0];
  return timeForFile(world, reader);
}

/** Terms of the lender that books the loan, for the PD that was read. */
export function price(
  desk: Desk,
  { slot: i, lender, amount, covered, papers, secured }: Request,
  quote: Quote,
): void {
  const { world, p, cost } = desk;
  const { enterprises: e } = world;
  const c = world.lenders.class[lender];
  const cell = e.cell[i];
  const tenor = tenorOf(desk.tenors, world, i, c);
  quote.lgd = secured
    ? p['lend.lgdSecured'][c]
    : pledgedLoss(p['lend.lgdUnsecured'][c], p['lend.lgdSecured'][c], pledgeOf(desk.pledges, i));
  quote.reward = rewardAt(desk.incentives, i, lender, amount);
  cost.funding = fundsRate(desk, lender, cell, amount) - greenPoints(desk.green, i);
  cost.variable = p['lend.variableCost'][c];
  cost.fixed = ((quote.checkCost + papers) * 12) / Math.max(12, monthsOf(p, tenor, c));
  cost.amount = amount;
  cost.pd = quote.pd;
  cost.lgd = quote.lgd;
  cost.ownShare = 1 - covered;
  quote.breakEven = breakEvenRate(cost);
  cost.pd = pricedPd(desk, lender, c, quote.pd);
  const charged = cost.pd === quote.pd ? quote.breakEven : breakEvenRate(cost);
  const eligible = desk.month - e.founded[i] >= 12 * desk.taxYears[cell];
  const subsidy = eligible ? desk.points[cell] * p['interestSubsidy.takeUp'][0] : 0;
  const premium = tenorPremium(p, tenor, charged, cost.funding);
  const needed = charged + p['lend.margin'][c] - quote.reward + premium;
  quote.rate = contractRate(
    leastAsked(needed, cost.funding, p['lend.leastRate'][0]),
    p['apply.returnOnCredit'][0] + subsidy + greenCounted(desk.green, i),
    powerOver(desk, i, c, amount),
    p['lend.rateCap'][c],
  );
}

/** Risk a lender charges for: the client’s own, or that of its class’s loans of a year where it charges all alike. */
function pricedPd({ practice, meanPd }: Desk, lender: number, c: number, own: number): number {
  if (meanPd === null || practice.alike === null || practice.alike[lender] === 0) return own;
  return meanPd[c] >= 0 ? meanPd[c] : own;
}

/** Bargaining share of a class over an enterprise: whole where other banks hold back, more over those without a file. */
function powerOver(desk: Desk, i: number, c: number, amount: number): number {
  const { world, p, power, restraint, newcomerMonths } = desk;
  const { cell, history } = world.enterprises;
  const share = leftToPartner(restraint, i, amount)
    ? p['lend.marketPower'][c]
    : power[c * world.shape.prefectures + world.atlas.prefecture[cell[i]]];
  return history[i] < newcomerMonths ? powerOverUnknown(share, p['lend.captive'][0]) : share;
}

/** What the funds of a loan cost the lender that books it, annual ratio. */
export function fundsRate(desk: Desk, lender: number, cell: number, amount: number): number {
  const { world, p } = desk;
  return (
    p['lend.funding'][world.lenders.class[lender]] +
    world.effects.funding[0] -
    desk.discount[lender] -
    fundsSaved(desk.incentives, cell, lender, amount)
  );
}

/**
 * Effort from the month's table: linear in the lender's own share, nearest in prior precision and loan size. An officer who
 * answers for more than the loss has a share above 1: as between the last two, and never less than nothing.
 */
export function chosenEffort(
  world: World,
  lenderClass: number,
  ownShare: number,
  prior: number,
  amount: number,
): number {
  const { share, prior: priors, size } = EFFORT_NODES;
  const at = ownShare * (share - 1);
  const low = Math.min(share - 2, Math.floor(at));
  const width = priors * size;
  const k = (lenderClass * share + low) * width + priorNode(prior) * size + sizeNode(amount);
  const effort = world.effort[k] + (at - low) * (world.effort[k + width] - world.effort[k]);
  return effort > 0 ? effort : 0;
}

/** Precisions at the nodes of the screening table. */
export const PRIOR_AT = [0.01, 0.05, 0.1, 0.15, 0.22, 0.32, 0.5, 0.8] as const;
/** Loan sizes at its nodes, yuan. */
export const SIZE_AT = [1.5e5, 6e5, 2.5e6, 1.2e7] as const;

/** Node of the screening table nearest to a prior precision. */
export const priorNode = (prior: number): number => nearest(PRIOR_AT, prior);
/** Node of the screening table nearest to a loan of `amount` yuan. */
export const sizeNode = (amount: number): number => nearest(SIZE_AT, amount);

function nearest(nodes: readonly number[], value: number): number {
  let k = 0;
  while (k < nodes.length - 1 && value > (nodes[k] + nodes[k + 1]) / 2) k++;
  return k;
}

/** Yearly interest on a loan, whole yuan. */
export const monthlyInterest = (principal: number, rate: number): number =>
  roundYuan((principal * rate) / 12);
