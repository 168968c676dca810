/** The adapter for what the province as a whole remembers, and for the open books. */
import { LENDER_CLASSES, SECTORS } from '../../sim/input.ts';
import { type Batch, OLDEST_CLAIM } from './claims.ts';
import type { Guarantor } from './institutions.ts';
import { PD_BINS } from './loan.ts';
import type { Cohort, SlowWorld } from './world.ts';

type Column = (world: SlowWorld) => ArrayLike<number>;

const COHORTS = 13;
const MONTHS = 128;

const ACCOUNTS = [
  'enterprises', 'households', 'outside', 'lenders', 'private', 'guarantors', 'reguarantor', 'treasuries', 'insurer', 'funds',
] as const; // biome-ignore format: one line a topic

/** Cohorts lie in a ring by month, each by class and bin. */
function ringOf({ cohorts }: SlowWorld, part: (cohort: Cohort) => number[][]): Float64Array {
  const ring = new Float64Array(COHORTS * LENDER_CLASSES.length * PD_BINS);
  for (const cohort of cohorts)
    part(cohort).forEach((bins, c) => {
      ring.set(bins, ((cohort.month % COHORTS) * LENDER_CLASSES.length + c) * PD_BINS);
    });
  return ring;
}

function bornOf({ born, blocks }: SlowWorld): Uint16Array {
  const table = new Uint16Array(MONTHS * blocks.length);
  born.forEach((counts, month) => {
    table.set(counts, month * blocks.length);
  });
  return table;
}

const beliefsOf = ({ beliefs }: SlowWorld) => [...beliefs.recorded, ...beliefs.newcomers];

export const PROVINCE_COLUMNS: Readonly<Record<string, Column>> = {
  accounts: ({ ledger }) => ACCOUNTS.map((name) => ledger.accounts[name]),
  treasurySpent: ({ prefectures }) => prefectures.map((one) => one.treasurySpent),
  tilt: ({ prefectures }) => prefectures.map((one) => one.tilt),
  fundTilt: ({ prefectures }) => prefectures.map((one) => one.fundTilt),
  subsidyLeft: ({ prefectures }) => prefectures.map((one) => one.subsidyLeft),
  subsidyPaidShare: ({ prefectures }) => prefectures.map((one) => one.subsidyPaidShare),
  subsidyClaimed: ({ prefectures }) => prefectures.map((one) => one.subsidyClaimed),
  reguarantorTrust: ({ trust }) => [trust.reguarantor],
  insurerTrust: ({ trust }) => [trust.insurers],
  privateLoans: ({ prefectures }) => prefectures.map((one) => one.privateLoans),
  privateCash: ({ prefectures }) => prefectures.map((one) => one.privateCash),
  born: bornOf,
  postedRate: ({ postedRate }) => postedRate,
  filesLately: ({ files }) => files.map((one) => one.lately),
  filesUsually: ({ files }) => files.map((one) => one.usually),
  fitIntercept: (world) => beliefsOf(world).map((one) => one.intercept),
  fitCeiling: (world) => beliefsOf(world).map((one) => one.ceiling),
  fitMean: (world) => beliefsOf(world).map((one) => one.mean),
  fitSpread: (world) => beliefsOf(world).map((one) => one.spread),
  cohortGranted: (world) => ringOf(world, (cohort) => cohort.granted),
  cohortDefaulted: (world) => ringOf(world, (cohort) => cohort.defaulted),
};

const entries = (all: readonly { readonly books: Readonly<Record<string, number>> }[]): number[] =>
  all.flatMap(({ books }) => Object.values(books));

/** Sums of the two groups; the list has room for one a class. */
const fitOf = ({ fit }: SlowWorld): Float64Array => {
  const sums = [...Object.values(fit.recorded), ...Object.values(fit.newcomers)];
  const list = new Float64Array((sums.length * LENDER_CLASSES.length) / 2);
  list.set(sums);
  return list;
};

function grantsOf({ grantsNow, input }: SlowWorld): Float64Array {
  const sums = new Float64Array(LENDER_CLASSES.length * PD_BINS);
  for (const one of grantsNow) sums[one.class * PD_BINS + one.bin] += input.scale;
  return sums;
}

/** Defaults by age of the loan, class and bin; those of older loans are not kept. */
function defaultsOf({ defaultsNow, input, month }: SlowWorld): Float64Array {
  const sums = new Float64Array(COHORTS * LENDER_CLASSES.length * PD_BINS);
  for (const one of defaultsNow) {
    const age = month - one.origin;
    if (age < COHORTS) sums[(age * LENDER_CLASSES.length + one.class) * PD_BINS + one.bin] += input.scale;
  }
  return sums;
}

/** What has moved since the books were closed. */
export const OPEN_COLUMNS: Readonly<Record<string, Column>> = {
  flows: ({ ledger }) => Object.values(ledger.journal),
  lenders: (world) => {
    const sums = entries(world.lenders);
    const markets = (world.prefectures.length * sums.length) / world.lenders.length;
    return [...sums, ...new Array<number>(markets).fill(0)];
  },
  guarantors: ({ guarantors }) => entries(guarantors),
  blocks: ({ blocks }) => entries(blocks),
  calls: ({ calls }) => Object.values(calls),
  prefectures: ({ prefectures }) => entries(prefectures),
  funds: ({ funds }) => entries(funds),
  fit: fitOf,
  granted: grantsOf,
  defaulted: defaultsOf,
};

const AGES = OLDEST_CLAIM + 1;

/** Yuan of every guarantor by age, the last age for all older ones. */
const byAge =
  (batches: (g: Guarantor) => readonly Batch[]): Column =>
  ({ guarantors }) => {
    const table = new Float64Array(AGES * guarantors.length);
    for (const g of guarantors)
      for (const { age, yuan } of batches(g)) table[g.index * AGES + Math.min(OLDEST_CLAIM, age)] += yuan;
    return table;
  };

export const CLAIM_COLUMNS: Readonly<Record<string, Column>> = {
  inCourt: byAge((g) => g.inCourt),
  waiting: byAge((g) => g.waiting),
  owed: byAge((g) => g.owed),
  counterGuaranteed: byAge((g) => g.counterGuaranteed),
};

/** Name of a block, for people. */
export const blockName = (world: SlowWorld, block: number): string => {
  const { code } = world.input.province.prefectures[Math.floor(block / SECTORS.length)];
  return `block ${code} ${SECTORS[block % SECTORS.length]}`;
};
