/** The adapter: what every column of the engine's state should hold, told from the slow world's objects. */
import { LENDER_CLASSES } from '../../sim/input.ts';
import { BACKERS, backedPart } from './backing.ts';
import type { Enterprise, Event } from './enterprise.ts';
import type { Block, Fund, Guarantor, Lender } from './institutions.ts';
import type { Loan } from './loan.ts';

import { bitsOf, SEGMENTS } from './sources.ts';

/** One function a column, under the column's name. */
export type Encoding<T> = Readonly<Record<string, (one: T) => number>>;

const EVENTS: readonly Event[] = [
  'wanted', 'applied', 'approved', 'discouraged', 'firstLoan', 'defaulted', 'exited', 'entered', 'matured',
  'renewed', 'contacted', 'subsidised', 'flooded', 'compensated', 'visited', 'offered',
]; // biome-ignore format: one line a topic

/** One bit an event, in the order above. */
function eventBits({ events }: Enterprise): number {
  let sum = 0;
  for (const event of events) sum += 2 ** EVENTS.indexOf(event);
  return sum;
}

/** One bit a trait: four of its own, the segments, then suppliers. */
function traitBits(e: Enterprise): number {
  const flags = [
    e.platform,
    e.collateral,
    e.privateReach,
    e.floodplain,
    ...SEGMENTS.map((segment) => e.segments.has(segment)),
    e.supplier,
  ];
  let sum = 0;
  for (let k = 0; k < flags.length; k++) sum += flags[k] ? 2 ** k : 0;
  return sum;
}

function flagBits(loan: Loan): number {
  const { secured, noRecord, deferred, revolving, coLent, coverAsked, pledged, judged } = loan;
  const bits = [secured, noRecord, deferred, revolving, coLent, coverAsked, pledged, judged];
  return bits.reduce((sum, bit, k) => sum + (bit ? 2 ** k : 0), 0);
}

/** Who stands behind the lender, or behind its guarantor. */
function backerNumber({ backer, counterGuaranteed }: Loan): number {
  if (counterGuaranteed) return COUNTER_GUARANTOR;
  return backer === null ? 0 : 1 + BACKERS.indexOf(backer);
}

const COUNTER_GUARANTOR = 255;
const LICENCE_GONE = 255;
const STATUS = { active: 1, estate: 2, closed: 3 };
const NO_INDEX = -32768;

export const ENTERPRISE_COLUMNS: Encoding<Enterprise> = {
  id: (e) => e.id,
  status: (e) => STATUS[e.status],
  cell: (e) => e.cell.index,
  founded: (e) => e.founded,
  quality: (e) => e.quality,
  returnOnCredit: (e) => e.returnOnCredit,
  traits: traitBits,
  sources: (e) => bitsOf(e.sources),
  reportedShock: (e) => e.reportedShock,
  reportedCash: (e) => e.reportedCash,
  shock: (e) => e.shock,
  scale: (e) => e.scale,
  cash: (e) => e.cash,
  capital: (e) => e.capital,
  privateDebt: (e) => e.privateDebt,
  privateRate: (e) => e.privateRate,
  privateArrears: (e) => e.privateArrears,
  belief: (e) => e.belief,
  vintage: (e) => e.vintage,
  history: (e) => e.history,
  relation: (e) => e.relation,
  bad: (e) => e.bad,
  distress: (e) => e.distress,
  yearIndex: (e) => e.yearIndex ?? NO_INDEX,
  yearDefault: (e) => Number(e.yearDefault),
};

/** What lives for a month and is read from then on; amounts of the month show in the counts. */
export const MONTH_COLUMNS: Encoding<Enterprise> = { events: eventBits };
export const LOAN_COLUMNS: Encoding<Loan> = {
  lender: (loan) => loan.lender.index,
  guarantor: (loan) => (loan.guarantor === null ? 0 : loan.guarantor.index + 1),
  principal: (loan) => loan.principal,
  rate: (loan) => loan.rate,
  covered: (loan) => (loan.backer === null ? loan.covered : Math.fround(backedPart(loan.backed))),
  left: (loan) => loan.left,
  arrears: (loan) => loan.arrears,
  origin: (loan) => loan.origin,
  pdBin: (loan) => loan.pdBin,
  backer: backerNumber,
  flags: flagBits,
};

export const LENDER_COLUMNS: Encoding<Lender> = {
  class: (l) => l.class,
  prefecture: (l) => l.prefecture,
  agreement: (l) => Number(l.agreement),
  cash: (l) => l.cash,
  funding: (l) => l.funding,
  loans: (l) => l.loans,
  nonPerforming: (l) => l.nonPerforming,
  provisions: (l) => l.provisions,
  growthRoom: (l) => l.growthRoom,
  roomThisMonth: (l) => l.roomThisMonth,
  cutoff: (l) => l.cutoff,
  founded: (l) => l.founded,
  pace: (l) => l.pace,
  refinanced: (l) => l.refinanced,
  officers: (l) => l.officers,
  attention: (l) => l.attention,
  weak: (l) => (l.unlicensed ? LICENCE_GONE : l.weak),
  joined: (l) => l.joined,
};

/** The engine keeps each prefecture's private market at the end of its lender table; its books are elsewhere. */
export const MARKET_COLUMNS: Encoding<number> = {
  ...Object.fromEntries(Object.keys(LENDER_COLUMNS).map((name) => [name, () => 0])),
  class: () => LENDER_CLASSES.indexOf('private'),
  prefecture: (k) => k,
};

export const GUARANTOR_COLUMNS: Encoding<Guarantor> = {
  prefecture: (g) => g.prefecture,
  arrivalFactor: (g) => g.arrivalFactor,
  cash: (g) => g.cash,
  outstanding: (g) => g.outstanding,
  liability: (g) => g.liability,
  receivable: (g) => g.receivable,
  claims: (g) => g.claims,
  netAssets: (g) => g.netAssets,
  paidIn: (g) => g.paidIn,
  roomThisMonth: (g) => g.roomThisMonth,
  payoutRate: (g) => g.payoutRate,
  claimRate: (g) => g.claimRate,
  pending: (g) => g.pending,
  refund: (g) => g.refund,
  trust: (g) => g.trust,
  claimable: (g) => g.claimable,
  reach: (g) => g.reach,
  suspended: (g) => Number(g.suspended),
};

export const FUND_COLUMNS: Encoding<Fund> = {
  cash: (f) => f.cash,
  trust: (f) => f.trust,
  founded: (f) => f.founded,
};

export const BLOCK_COLUMNS: Encoding<Block> = {
  demand: (b) => b.demand,
  unpaid: (b) => b.unpaid,
  lossRate: (b) => b.lossRate,
  approval: (b) => b.approval,
};
