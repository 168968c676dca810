// Lenders' levers from weak to strong: who is answered differently, by the channel each lever names.
import { describe, expect, test, vi } from 'vitest';
import { ENDING } from '../../sim/agents/enterprises.ts';
import { CLASS } from '../../sim/conditions.ts';
import { REASON } from '../../sim/contracts/applications.ts';
import { LOAN, NO_LENDER } from '../../sim/contracts/loans.ts';
import { COUNTERS, FORK_MONTH, instrumentOf, type Patch, SECTORS, type Shock } from '../../sim/index.ts';
import { LICENCE_GONE } from '../../sim/licence.ts';
import { indexOf, openDesk } from '../../sim/underwriting.ts';
import {
  type Answer,
  asking,
  bookOf,
  counted,
  type Diary,
  deviation,
  lived,
  mean,
  moved,
  ratioOf,
  share,
  spread,
  twiceIndebted,
} from '../support/diary.ts';
import { type Changes, patch } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 120_000 });

const SEEDS = ['law', 'lenders-1', 'lenders-2', 'lenders-3'];
/** For what is rare in a small province. */
const MORE_SEEDS = [...SEEDS, 'lenders-4', 'lenders-5', 'lenders-6', 'lenders-7'];
const MANY_SEEDS = [...MORE_SEEDS, ...Array.from({ length: 12 }, (_, k) => `lenders-${k + 8}`)];
const TECHNOLOGY = SECTORS.indexOf('technology');
const LARGE = [CLASS.state, CLASS['joint-stock']];
const LOCAL = [CLASS.city, CLASS.rural, CLASS['village-microcredit']];

interface Case {
  readonly lever: string;
  /** What should be higher in the strong world, as a sentence. */
  readonly rises: string;
  readonly measure: (diary: Diary) => number;
  /** Settings other than the lever's own pair, and what else holds in both worlds. */
  readonly pair?: readonly [weak: Patch['set'], strong: Patch['set']];
  readonly beside?: readonly Patch[];
  readonly shocks?: readonly Shock[];
  /** Values in place of the pack’s, in both worlds. */
  readonly parameters?: Changes;
  readonly until?: number;
  /** Lucks, where four do not tell a rare event from chance. */
  readonly seeds?: readonly string[];
}

const rises = (
  lever: string,
  sentence: string,
  measure: Case['measure'],
  more: Partial<Case> = {},
): Case => ({
  lever,
  rises: sentence,
  measure,
  ...more,
});
const falls = (lever: string, sentence: string, measure: Case['measure'], more: Partial<Case> = {}): Case =>
  rises(lever, sentence, (diary) => -measure(diary), more);

const tooRisky = (one: Answer): boolean => one.reason === REASON.tooRisky;
const READ: ReadonlySet<number> = new Set([REASON.none, REASON.tooRisky, REASON.tooDear, REASON.lenderFull]);
const read = (diary: Diary, who: (one: Answer) => boolean = () => true): Answer[] =>
  asking(diary, (one) => READ.has(one.reason) && who(one));
const rates = (answers: readonly Answer[]): number => mean(answers.map((one) => one.rate));
const small = (one: Answer): boolean => one.size < 2;
const bank = (one: Answer): boolean => one.lenderClass !== CLASS.digital;

/** How much the mean reading of a group varies between groups, beyond chance: the error they share. */
function shared(answers: readonly Answer[], key: (one: Answer) => number): number {
  const groups = new Map<number, Answer[]>();
  for (const one of answers) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  const probits = (one: Answer): number => Math.log(Math.max(one.pd, 1e-6) / (1 - Math.min(one.pd, 0.999)));
  return deviation([...groups.values()].filter((all) => all.length > 4).map((all) => mean(all.map(probits))));
}

const SLUMP: Shock = { kind: 'lockdown', from: 37, months: 8, severity: 2, scope: {} };
/** Read PDs well below and well above what lenders lend at in the mean. */
const [GOOD, WEAK] = [0.02, 0.08];
const DEFAULTS = COUNTERS.indexOf('newDefaults');
const LATER = FORK_MONTH + 30;

const CASES: readonly Case[] = [
  falls('dueDiligenceExemption', 'fewer borderline enterprises are refused as too risky', (d) =>
    share(read(d), tooRisky),
  ),
  falls(
    'dueDiligenceExemption',
    'officers whose exemption nobody looks into check less',
    (d) => mean(read(d).map((one) => one.effort)),
    {
      pair: [
        { exempt: 0.9, verified: 1 },
        { exempt: 0.9, verified: 0 },
      ],
    },
  ),
  falls('technologyTolerance', 'fewer technology enterprises are refused as too risky', (d) =>
    share(
      read(d, (one) => one.sector === TECHNOLOGY),
      tooRisky,
    ),
  ),
  falls('evaluation', 'lenders behind the target quote lower rates', (d) => rates(read(d))),
  falls('evaluation', 'and refuse fewer as too risky', (d) => share(read(d), tooRisky)),
  rises('evaluation', 'lenders that may tolerate more bad loans keep their cut-offs', (d) => cutoffs(d), {
    pair: [{ leeway: 0 }, { leeway: 0.03 }],
  }),
  rises('largeBankQuota', 'large banks have more loans out', (d) => loansAt(d, LARGE)),
  falls('largeBankQuota', 'large banks quote lower rates', (d) =>
    rates(read(d, (one) => LARGE.includes(one.lenderClass))),
  ),
  falls('largeBankQuota', 'local banks are left with the riskier clients', (d) => localIndex(d), {
    pair: [{ outreach: 0.05 }, { outreach: 0.9 }],
    until: LATER,
    seeds: MORE_SEEDS,
  }),
  falls('transferPrice', 'rates fall by part of the tilt', (d) => rates(read(d))),
  falls('transferPrice', 'the lenders’ return falls', (d) => counted(d, 'lenderProfitReal')),
  falls('refinancing', 'rates on loans small enough fall', (d) => rates(read(d, (one) => one.amount < 1e7))),
  falls(
    'refinancing',
    'lenders pay less for funds',
    (d) => moved(d, 'fundingCost') / counted(d, 'lenderLoansReal'),
  ),
  falls('governmentDeposits', 'rates of local lenders fall by part of the saving', (d) =>
    rates(read(d, (one) => LOCAL.includes(one.lenderClass))),
  ),
  rises(
    'capitalReplenishment',
    'capital is raised by lenders that lack it',
    (d) => moved(d, 'capitalRaised'),
    {
      shocks: [SLUMP],
      until: LATER,
    },
  ),
  rises('lenderLicensing', 'weak lenders lose their licence', (d) => licencesLost(d), { until: LATER }),
  rises(
    'lenderLicensing',
    'clients of lenders that leave are taken on by others',
    (d) => d.endings[ENDING.moved],
    {
      until: LATER,
    },
  ),
  falls('privateRateCap', 'private lenders earn less', (d) => moved(d, 'privateInterest')),
  falls('privateRateCap', 'less is lent privately', (d) => moved(d, 'privateLent')),
  rises('uniformPricing', 'those a lender takes for good are quoted more', (d) =>
    rates(read(d, (one) => one.pd < GOOD)),
  ),
  falls('uniformPricing', 'those it takes for weak are quoted less', (d) =>
    rates(read(d, (one) => one.pd > WEAK && one.reason === REASON.none)),
  ),
  rises('uniformPricing', 'and more of the good say no to the quote', (d) =>
    share(
      asking(d, (one) => one.pd < GOOD),
      (one) => one.reason === REASON.declined,
    ),
  ),
  rises('outlets', 'more enterprises ask that never borrowed', (d) => asking(d, (one) => one.novice).length),
  falls('outlets', 'fewer of those who want credit are discouraged', (d) =>
    ratioOf(d, 'discouraged', 'wanted'),
  ),
  rises('fieldLending', 'lenders tell enterprises without books further apart', (d) =>
    spread(read(d, (one) => small(one) && bank(one))),
  ),
  rises(
    'fieldLending',
    'and grant more loans without collateral',
    (d) => asking(d, (one) => one.granted && !one.secured).length,
  ),
  rises(
    'fieldLending',
    'lending on cash flow reaches those without collateral',
    (d) =>
      share(
        asking(d, (one) => !one.secured && bank(one)),
        (one) => one.granted,
      ),
    { pair: [{ cashFlow: 0 }, { cashFlow: 0.8 }] },
  ),
  falls(
    'fieldLending',
    'a credit factory saves cost and some of what a visit tells',
    (d) => mean(read(d).map((one) => one.cost)) * spread(read(d, (one) => small(one) && bank(one))),
    {
      pair: [
        { visited: 1, factory: 0 },
        { visited: 1, factory: 1 },
      ],
    },
  ),
  rises('fieldLending', 'a check costs more', (d) => mean(read(d).map((one) => one.cost))),
  rises('industryOfficers', 'lenders tell enterprises of a sector further apart', (d) =>
    spread(read(d, bank)),
  ),
  falls('aiAgents', 'a check costs less', (d) => mean(read(d).map((one) => one.cost))),
  falls('aiAgents', 'decisions come sooner', (d) => mean(read(d).map((one) => one.days))),
  rises(
    'aiAgents',
    'readings of one lender err together in a quarter',
    (d) => shared(read(d, bank), (one) => one.lender * 64 + Math.floor(one.month / 3)),
    {
      pair: [
        { use: 0, controls: 0 },
        { use: 1, controls: 0 },
      ],
      seeds: MORE_SEEDS,
    },
  ),
  falls(
    'aiAgents',
    'controls catch most of what a lender’s readings have wrong together',
    (d) => shared(read(d, bank), (one) => one.lender * 64 + Math.floor(one.month / 3)),
    {
      pair: [
        { use: 1, controls: 0 },
        { use: 1, controls: 1 },
      ],
      seeds: MORE_SEEDS,
    },
  ),
  rises('coLending', 'banks book what platforms have read', (d) => coLent(d).length),
  falls('coLending', 'platforms’ own book shrinks', (d) => bookOf(d, [CLASS.digital])),
  rises('coLending', 'banks pay platforms for it', (d) => moved(d, 'platformFee')),
  falls(
    'coLending',
    'where platforms may not book and no bank is connected, nobody lends',
    (d) => asking(d, (one) => one.lenderClass === CLASS.digital && one.granted).length,
    { pair: [{ ownBook: 1 }, { ownBook: 0.1 }] },
  ),
  rises('coLending', 'platforms barred from their own book supply banks instead', (d) => coLent(d).length, {
    pair: [
      { partners: 0.8, ownBook: 1 },
      { partners: 0.8, ownBook: 0.2 },
    ],
  }),
  rises(
    'reserveDiscount',
    'a reserve discount goes to local lenders that grow, and lowers their rates',
    (d) =>
      rates(read(d, (one) => LARGE.includes(one.lenderClass))) -
      rates(read(d, (one) => LOCAL.includes(one.lenderClass))),
  ),
  falls(
    'relationshipBanks',
    'where officers are scarce, each file gets less of them',
    (d) => mean(read(d, (one) => one.lenderClass === CLASS.relationship).map((one) => one.effort)),
    {
      pair: [
        { presence: 1, hiring: 2 },
        { presence: 1, hiring: 0.05 },
      ],
      parameters: { 'relationshipBanks.capitalPerOfficer': [1.5e7], 'relationshipBanks.files': [4] },
      seeds: MORE_SEEDS,
    },
  ),
  falls('renewalWithoutRepayment', 'renewal without repayment spares the bridge', (d) =>
    moved(d, 'bridgeCost'),
  ),
  falls('feeDiscipline', 'borrowers pay fewer charges beside the rate', (d) => moved(d, 'tiedFee')),
  falls('revolvingCredit', 'less is paid for bridge loans', (d) => moved(d, 'bridgeCost'), { until: LATER }),
  falls('revolvingCredit', 'borrowers with idle money pay less interest', (d) => moved(d, 'interest'), {
    until: LATER,
  }),
  falls('renewalCentre', 'less is paid for bridge loans', (d) => moved(d, 'bridgeCost')),
  falls('partnerBank', 'fewer enterprises have two lenders', twiceIndebted),
  rises('partnerBank', 'lenders that meet no rival ask more', (d) =>
    rates(read(d, (one) => one.amount < 1e6 && !LARGE.includes(one.lenderClass))),
  ),
  falls('mediumTermLoans', 'less falls due', (d) => counted(d, 'maturedYuan'), { until: LATER }),
  falls('mediumTermLoans', 'less is paid for bridge loans', (d) => moved(d, 'bridgeCost'), { until: LATER }),
  falls('deferral', 'fewer borrowers default at first', (d) => counted(d, 'newDefaults'), {
    shocks: [SLUMP],
    seeds: MORE_SEEDS,
  }),
  falls('deferral', 'fewer enterprises close', (d) => counted(d, 'exits'), { shocks: [SLUMP], until: LATER }),
  rises('deferral', 'part of the defaults comes later', (d) => lateness(d), {
    shocks: [SLUMP],
    until: LATER,
    seeds: MANY_SEEDS,
  }),
  falls('loanPlusEquity', 'fewer enterprises are refused as too risky', (d) => share(read(d), tooRisky)),
  rises('loanPlusEquity', 'equity comes with loans', (d) => moved(d, 'equityInvested')),
  rises('directEquity', 'enterprises raise money nobody has to repay', (d) => moved(d, 'equityInvested')),
  rises('directEquity', 'the better ones, as far as investors can tell', (d) => backed(d)),
  falls('directEquity', 'and owe banks less', (d) => counted(d, 'balance'), {
    until: LATER,
    seeds: MORE_SEEDS,
  }),
];

/** Mean knowable index of the enterprises that owe local banks at the end. */
function localIndex({ world }: Diary): number {
  const { loans, lenders, shape, enterprises: e } = world;
  const desk = openDesk(world);
  const all: number[] = [];
  for (let i = 0; i < shape.capacity; i++)
    if (e.status[i] === 1 && loans.lender[i] !== NO_LENDER && LOCAL.includes(lenders.class[loans.lender[i]]))
      all.push(indexOf(desk, i, 0, 0));
  return mean(all);
}

/** Mean cut-off lenders end with, over the one they have at best. */
function cutoffs({ world: { lenders, shape, input } }: Diary): number {
  const best = input.province.parameters['lend.cutoff'];
  return mean(Array.from({ length: shape.licensed }, (_, l) => lenders.cutoff[l] / best[lenders.class[l]]));
}

const licencesLost = ({ world: { lenders, shape } }: Diary): number =>
  Array.from({ length: shape.licensed }, (_, l) => lenders.weak[l]).filter((one) => one === LICENCE_GONE)
    .length;

const coLent = ({ world: { loans } }: Diary): number[] =>
  Array.from(loans.lender.keys()).filter(
    (row) => loans.lender[row] !== NO_LENDER && (loans.flags[row] & LOAN.coLent) !== 0,
  );

/** Loans lenders of some classes have out at the end. */
const loansAt = ({ world: { loans, lenders } }: Diary, classes: readonly number[]): number =>
  loans.lender.reduce((sum, l) => sum + (l !== NO_LENDER && classes.includes(lenders.class[l]) ? 1 : 0), 0);

/** Mean month of a default; by number, as one large borrower would outweigh all others in a small world. */
function lateness({ monthly }: Diary): number {
  const defaults = monthly.map((counts) => counts[DEFAULTS]);
  const sum = defaults.reduce((all, one) => all + one, 0);
  return defaults.reduce((all, one, month) => all + one * month, 0) / sum;
}

/** Correlation-like lean of working capital towards quality among enterprises large enough. */
function backed({ world: { enterprises: e, atlas, shape } }: Diary): number {
  let good = 0;
  let poor = 0;
  for (let i = 0; i < shape.capacity; i++) {
    if (e.status[i] !== 1 || atlas.size[e.cell[i]] < 2) continue;
    if (e.quality[i] > 0) good += e.capital[i] / e.scale[i];
    else poor += e.capital[i] / e.scale[i];
  }
  return good - poor;
}

const LEVERS_HERE = [...new Set(CASES.map((one) => one.lever))];

describe.each(LEVERS_HERE)('%s', (lever) => {
  test.each(CASES.filter((one) => one.lever === lever))(
    'from weak to strong: $rises',
    ({ pair, beside = [], shocks = [], parameters = {}, measure, until, seeds = SEEDS }) => {
      const { weak, strong } = instrumentOf(lever)?.pair ?? {};
      const [low, high] = pair ?? [weak, strong];
      const gains = seeds.map((seed) => {
        const at = (set: Patch['set']) =>
          measure(lived({ seed, patches: [patch(lever, set), ...beside], shocks, parameters, until }));
        return at(high as Patch['set']) - at(low as Patch['set']);
      });
      const error = deviation(gains) / Math.sqrt(gains.length - 1);
      const beyondNoise = mean(gains) > 2 * error;
      expect({ gains, beyondNoise }).toEqual({ gains, beyondNoise: true });
    },
  );
});
