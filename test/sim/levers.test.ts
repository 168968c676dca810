// Every lever from its weak to its strong setting: who decides differently, by the channel its `expected` names.

import { describe, expect, test, vi } from 'vitest';
import { EVENT, STATUS } from '../../sim/agents/enterprises.ts';
import { CLASS } from '../../sim/conditions.ts';
import { DECISION, REASON } from '../../sim/contracts/applications.ts';
import { NO_LENDER } from '../../sim/contracts/loans.ts';
import { correlation, observed, observedWithGap } from '../../sim/decisions/signal.ts';
import {
  auditLedger,
  COUNTERS,
  FORK_MONTH,
  INSTRUMENTS,
  instrumentOf,
  type Patch,
  SECTORS,
  SHOCKS,
  type Shock,
  shockOf,
  stepMonth,
  type World,
} from '../../sim/index.ts';
import type { Counter } from '../../sim/indicators/counters.ts';
import { BLOCK_ENTRIES, BLOCK_ENTRY, LENDER_ENTRIES, LENDER_ENTRY } from '../../sim/ledger.ts';
import { dataOf } from '../../sim/traces.ts';
import { differences, fromFork, runTo } from '../laws/worlds.ts';
import { inputOf, patch } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 120_000 });

const SEEDS = ['law', ...Array.from({ length: 7 }, (_, k) => `levers-${k + 1}`)];
const UNTIL = FORK_MONTH + 18;

/** One application, as it stands at the end of its month. */
interface Answer {
  readonly lender: number;
  readonly lenderClass: number;
  readonly decision: number;
  readonly reason: number;
  readonly asked: boolean;
  readonly days: number;
  readonly covered: number;
  readonly effort: number;
  readonly cost: number;
  readonly rate: number;
  readonly amount: number;
  readonly pd: number;
  readonly novice: boolean;
  readonly guaranteed: boolean;
  readonly onRecord: boolean;
  readonly visited: boolean;
  readonly sector: number;
  readonly setting: number;
  /** Borrows from another lender already. */
  readonly stranger: boolean;
  /** Was written off before the fork. */
  readonly failedBefore: boolean;
  /** The lender's non-performing ratio a month earlier over what it tolerates. */
  readonly strain: number;
}

/** A year and a half of a world, and how it ends. */
interface Diary {
  readonly world: World;
  readonly answers: readonly Answer[];
  /** Indicator counts of the province, summed over the months. */
  readonly counts: Float64Array;
  readonly monthly: readonly World['counts'][];
  readonly subsidised: number;
  readonly smallSubsidised: number;
  readonly cutoffs: number;
}

const strainOf = ({ lenders, shape, input }: World): number[] =>
  Array.from({ length: shape.licensed }, (_, l) => {
    const ratio = lenders.loans[l] > 0 ? lenders.nonPerforming[l] / lenders.loans[l] : 0;
    return ratio / input.province.parameters['lend.nplTolerance'][lenders.class[l]];
  });

function answersOf(world: World, failed: ReadonlySet<number>, strain: readonly number[]): Answer[] {
  const { applications: a, enterprises: e, lenders, loans, atlas, now } = world;
  return Array.from({ length: world.applied[0] }, (_, row) => {
    const i = a.enterprise[row];
    const lender = a.lender[row];
    return {
      lender,
      lenderClass: lenders.class[lender],
      decision: a.decision[row],
      reason: a.reason[row],
      asked: a.shadow[row] === 0,
      days: a.days[row],
      covered: a.covered[row],
      effort: a.effort[row],
      cost: a.cost[row],
      rate: a.rate[row],
      amount: a.asked[row],
      pd: a.pd[row],
      novice: a.novice[row] === 1,
      guaranteed: a.guarantor[row] > 0,
      onRecord: dataOf(world, i) !== 0,
      visited: (now.events[i] & EVENT.visited) !== 0,
      sector: atlas.sector[e.cell[i]],
      setting: atlas.setting[e.cell[i]],
      stranger: loans.lender[i] !== NO_LENDER && loans.lender[i] !== lender,
      failedBefore: failed.has(e.id[i]),
      strain: strain[lender],
    };
  });
}

function writtenOff({ enterprises: e }: World): ReadonlySet<number> {
  return new Set(Array.from(e.id).filter((_, i) => e.status[i] === STATUS.active && e.bad[i] > 0));
}

/** Lives on from the fork and writes down who was answered what. */
function diaryOf(seed: string, patches: readonly Patch[], shocks: readonly Shock[], until: number): Diary {
  const world = fromFork({ seed, patches, shocks });
  const failed = writtenOff(world);
  const answers: Answer[] = [];
  const monthly: Float64Array[] = [];
  const counts = new Float64Array(world.counts.length);
  let subsidised = 0;
  let smallSubsidised = 0;
  let cutoffs = 0;
  while (world.month < until) {
    const strain = strainOf(world);
    stepMonth(world);
    answers.push(...answersOf(world, failed, strain));
    monthly.push(world.counts.slice());
    for (let k = 0; k < counts.length; k++) counts[k] += world.counts[k];
    const { events } = world.now;
    for (let i = 0; i < events.length; i++) {
      if ((events[i] & EVENT.subsidised) === 0) continue;
      subsidised++;
      if (world.loans.principal[i] < 240_000) smallSubsidised++;
    }
    for (let l = 0; l < world.shape.licensed; l++)
      if (world.lenders.class[l] === CLASS['village-microcredit']) cutoffs += world.lenders.cutoff[l];
  }
  return { world, answers, monthly, counts, subsidised, smallSubsidised, cutoffs };
}

const share = <T>(all: readonly T[], holds: (one: T) => boolean): number =>
  all.filter(holds).length / Math.max(1, all.length);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
const deviation = (values: readonly number[]): number => {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((one) => (one - centre) ** 2)));
};
const granted = (one: Answer): boolean => one.decision === DECISION.disbursed;
const asking = ({ answers }: Diary, who: (one: Answer) => boolean = () => true): Answer[] =>
  answers.filter((one) => one.asked && who(one));
const UNREAD: ReadonlySet<number> = new Set([REASON.badRecord, REASON.noData]);
const quoted = (diary: Diary, who: (one: Answer) => boolean = () => true): Answer[] =>
  asking(diary, (one) => !UNREAD.has(one.reason) && who(one));
/** How far apart lenders put applicants, on a log scale: a sharper signal spreads them. */
const spread = (answers: readonly Answer[]): number =>
  deviation(answers.map(({ pd }) => Math.log(Math.max(pd, 1e-6))));
const COMMERCE = new Set([
  SECTORS.indexOf('agriculture'),
  SECTORS.indexOf('trade'),
  SECTORS.indexOf('hospitality-tourism'),
]);

const counted = (diary: Diary, name: Counter): number => diary.counts[COUNTERS.indexOf(name)];
const ratioOf = (diary: Diary, above: Counter, below: Counter): number =>
  counted(diary, above) / counted(diary, below);

/** The same in a group of prefectures. */
function placesOf({ world, counts }: Diary, name: Counter, periphery: 0 | 1): number {
  return world.input.province.prefectures.reduce(
    (sum, one, k) =>
      one.periphery === periphery ? sum + counts[(1 + k) * COUNTERS.length + COUNTERS.indexOf(name)] : sum,
    0,
  );
}

interface Case {
  readonly lever: string;
  /** What should be higher in the strong world, as a sentence. */
  readonly rises: string;
  readonly measure: (diary: Diary) => number;
  /** Settings other than the lever's own pair, and what else holds in both worlds. */
  readonly pair?: readonly [weak: Patch['set'], strong: Patch['set']];
  readonly beside?: readonly Patch[];
  /** Last month, where a year and a half is too short to see it. */
  readonly until?: number;
}

const rises = (
  lever: string,
  sentence: string,
  measure: Case['measure'],
  more: Partial<Case> = {},
): Case => ({ lever, rises: sentence, measure, ...more });
const falls = (lever: string, sentence: string, measure: Case['measure'], more: Partial<Case> = {}): Case =>
  rises(lever, sentence, (diary) => -measure(diary), more);

const blank = (one: Answer): boolean => !one.onRecord;
const underGuarantee = (d: Diary): number => asking(d, (one) => one.guaranteed && granted(one)).length;
const village = (one: Answer): boolean => one.lenderClass === CLASS['village-microcredit'];
const relationship = (one: Answer): boolean => one.lenderClass === CLASS.relationship;
const digital = (one: Answer): boolean => one.lenderClass === CLASS.digital;
const misread = {
  pair: [
    { refuse: 0, zeroRisk: 0 },
    { refuse: 0, zeroRisk: 0.9 },
  ],
} as const;

const CASES: readonly Case[] = [
  falls(
    'creditRepair',
    'refusals for a bad record become fewer',
    (d) => asking(d, (one) => one.reason === REASON.badRecord).length,
  ),
  rises(
    'creditRepair',
    'lenders read more enterprises that were once written off',
    (d) => quoted(d, (one) => one.failedBefore).length,
  ),

  falls('batchGuarantee', 'guarantors refuse less for lack of information', (d) =>
    ratioOf(d, 'guaranteeRefusedInfo', 'guaranteeRequests'),
  ),
  rises('batchGuarantee', 'more loans are granted under a guarantee', underGuarantee),
  falls('batchGuarantee', 'guaranteed decisions come sooner', (d) =>
    mean(asking(d, (one) => one.guaranteed).map((one) => one.days)),
  ),
  rises(
    'batchGuarantee',
    'more enterprises without a record are guaranteed',
    (d) => asking(d, (one) => blank(one) && one.guaranteed && granted(one)).length,
  ),

  falls('guarantorEngine', 'guarantors refuse less for lack of information', (d) =>
    ratioOf(d, 'guaranteeRefusedInfo', 'guaranteeRequests'),
  ),
  falls('guarantorEngine', 'guaranteed decisions come sooner', (d) =>
    mean(asking(d, (one) => one.guaranteed).map((one) => one.days)),
  ),
  rises('guarantorEngine', 'more loans are granted under a guarantee', underGuarantee),

  falls('dynamicRiskShare', 'cover shrinks where the lender is past its tolerance', (d) =>
    mean(quoted(d, (one) => one.covered > 0 && one.strain > 1.05).map((one) => one.covered)),
  ),
  rises('dynamicRiskShare', 'cover grows where the lender is well inside it', (d) =>
    mean(quoted(d, (one) => one.covered > 0 && one.strain < 0.95).map((one) => one.covered)),
  ),

  rises('smartSubsidy', 'more enterprises are paid', (d) => d.subsidised),
  rises('smartSubsidy', 'more small borrowers are paid', (d) => d.smallSubsidised),
  falls('smartSubsidy', 'borrowing costs less, net of subsidy, for the rate it has', (d) =>
    ratioOf(d, 'costYuan', 'rateYuan'),
  ),

  rises(
    'coordinationMechanism',
    'more enterprises that never borrowed ask',
    (d) => asking(d, (one) => one.novice).length,
  ),
  falls('coordinationMechanism', 'fewer of those who want credit are discouraged', (d) =>
    ratioOf(d, 'discouraged', 'wanted'),
  ),
  falls('coordinationMechanism', 'the visited wait less', (d) =>
    mean(asking(d, (one) => one.visited).map((one) => one.days)),
  ),

  rises('enterpriseApp', 'more enterprises ask', (d) => asking(d).length),
  falls('enterpriseApp', 'fewer of those who want credit are discouraged', (d) =>
    ratioOf(d, 'discouraged', 'wanted'),
  ),
  rises('enterpriseApp', 'small claims of subsidy become worth while', (d) => d.smallSubsidised, {
    beside: [patch('interestSubsidy', { points: 0.002 })],
  }),

  rises('missingDataTreatment', 'applications fail for want of data', (d) =>
    share(asking(d, blank), (one) => one.reason === REASON.noData),
  ),
  falls(
    'missingDataTreatment',
    'enterprises without a record get fewer loans',
    (d) => asking(d, (one) => blank(one) && granted(one)).length,
  ),
  falls(
    'missingDataTreatment',
    'a gap that is read as no risk makes enterprises without a record look safer',
    (d) => mean(quoted(d, blank).map((one) => one.pd)),
    misread,
  ),
  rises(
    'missingDataTreatment',
    'and a larger share of them is granted a loan',
    (d) => share(asking(d, blank), granted),
    misread,
  ),

  rises('algorithmFiling', 'a check costs more', (d) => mean(quoted(d, digital).map((one) => one.cost))),
  rises(
    'algorithmFiling',
    'where lenders misread gaps, enterprises without a record look riskier again',
    (d) => mean(quoted(d, blank).map((one) => one.pd)),
    {
      beside: [patch('missingDataTreatment', { refuse: 0, zeroRisk: 0.9 })],
    },
  ),

  rises('dataAlliance', 'lenders tell clients of other lenders further apart', (d) =>
    spread(quoted(d, (one) => one.stranger)),
  ),
  rises('dataAlliance', 'and screen all applicants harder, at less cost a unit', (d) =>
    mean(quoted(d).map((one) => one.effort)),
  ),
  rises('dataAlliance', 'and rank them better', (d) => ratioOf(d, 'aucWeighted', 'aucWeight'), {
    until: FORK_MONTH + 36,
  }),

  rises(
    'ecommerceData',
    'digital lenders serve more farms, shops and inns',
    (d) => asking(d, (one) => digital(one) && granted(one) && COMMERCE.has(one.sector)).length,
  ),
  rises(
    'ecommerceData',
    'outside the cities too',
    (d) => asking(d, (one) => digital(one) && granted(one) && one.setting > 0).length,
  ),

  falls('supervisionModelSwitch', 'village and microcredit lenders keep lower cut-offs', (d) => d.cutoffs),
  falls(
    'supervisionModelSwitch',
    'and send their officers less to enterprises on record, whom the model reads',
    (d) => mean(quoted(d, (one) => village(one) && one.onRecord).map((one) => one.effort)),
  ),

  rises(
    'relationshipBanks',
    'relationship banks lend',
    (d) => asking(d, (one) => relationship(one) && granted(one)).length,
  ),
  rises(
    'relationshipBanks',
    'first loans among them',
    (d) => asking(d, (one) => relationship(one) && granted(one) && one.novice).length,
  ),
  rises(
    'relationshipBanks',
    'more enterprises ask that never borrowed',
    (d) => asking(d, (one) => one.novice).length,
  ),
  falls(
    'relationshipBanks',
    'other lenders lose applicants',
    (d) => asking(d, (one) => !relationship(one)).length,
  ),

  falls(
    'fundAllocation',
    'borrowing costs less, net of subsidy, in the west and south',
    (d) => placesOf(d, 'costYuan', 1) / placesOf(d, 'rateYuan', 1),
  ),
  rises(
    'fundAllocation',
    'and more elsewhere',
    (d) => placesOf(d, 'costYuan', 0) / placesOf(d, 'rateYuan', 0),
  ),
  rises(
    'fundAllocation',
    'more of what guarantors are owed arrives in the west and south',
    (d) => placesOf(d, 'compensationReal', 1) / placesOf(d, 'payoutsReal', 1),
  ),
];

const LEVERS_HERE = [...new Set(CASES.map((one) => one.lever))];
const diaries = new Map<string, Diary>();

function lived(seed: string, patches: readonly Patch[], shocks: readonly Shock[] = [], until = UNTIL): Diary {
  const key = JSON.stringify([seed, patches, shocks, until]);
  const known = diaries.get(key);
  if (known) return known;
  const diary = diaryOf(seed, patches, shocks, until);
  diaries.set(key, diary);
  return diary;
}

describe.each(LEVERS_HERE)('%s', (lever) => {
  test.each(CASES.filter((one) => one.lever === lever))(
    'from weak to strong: $rises',
    ({ pair, beside = [], measure, until }) => {
      const { weak, strong } = instrumentOf(lever)?.pair ?? {};
      const [low, high] = pair ?? [weak, strong];
      const gains = SEEDS.map((seed) => {
        const at = (set: Patch['set']) => measure(lived(seed, [patch(lever, set), ...beside], [], until));
        return at(high as Patch['set']) - at(low as Patch['set']);
      });
      const centre = mean(gains);
      const error = deviation(gains) / Math.sqrt(gains.length - 1);
      expect({ gains, beyondNoise: centre > 2 * error }).toEqual({ gains, beyondNoise: true });
    },
  );

  test('at its default changes no byte', () => {
    const set = Object.fromEntries(
      Object.entries(instrumentOf(lever)?.parameters ?? {}).map(([name, { record }]) => [
        name,
        inputOf().province.parameters[record][0],
      ]),
    );
    const plain = runTo(fromFork({}), FORK_MONTH + 8);
    expect(
      differences(
        runTo(fromFork({ patches: [patch(lever, set, { phaseInMonths: 5 })] }), FORK_MONTH + 8),
        plain,
      ),
    ).toEqual([]);
  });
});

const event = (kind: string, more: Partial<Shock> = {}): Shock => ({
  kind,
  from: 38,
  months: 12,
  severity: 1,
  scope: {},
  ...more,
});
const SHOCK_SEEDS = SEEDS.slice(0, 2);

describe('a shock', () => {
  const difference = (shock: Shock, measure: (diary: Diary) => number): number[] =>
    SHOCK_SEEDS.map((seed) => measure(lived(seed, [], [shock])) / measure(lived(seed, [])) - 1);
  const nonPerforming = (d: Diary): number => ratioOf(d, 'nonPerforming', 'balance');

  test.each(['exportFall', 'lockdown', 'inputPrice', 'coreEnterpriseBreak'])(
    '%s takes cash, and more loans go bad',
    (kind) => {
      const severity = Math.min(2, shockOf(kind)?.maxSeverity ?? 1);
      for (const gain of difference(event(kind, { severity }), nonPerforming))
        expect(gain).toBeGreaterThan(0);
    },
  );

  test('fundingCost makes loans dearer', () => {
    for (const gain of difference(event('fundingCost'), (d) => mean(quoted(d).map((one) => one.rate))))
      expect(gain).toBeGreaterThan(0);
  });

  test('coreEnterpriseBreak leaves other sectors’ sales alone in its first month', () => {
    const sales = (shocks: readonly Shock[]) => {
      const { shape, closed } = runTo(fromFork({ shocks }), 38);
      return Array.from(
        { length: shape.blocks },
        (_, b) => closed.blocks[b * BLOCK_ENTRIES.length + BLOCK_ENTRY.sales],
      );
    };
    const with_ = sales([event('coreEnterpriseBreak')]);
    const without = sales([]);
    const changed = with_
      .map((one, b) => (one < without[b] ? b % SECTORS.length : one > without[b] ? -1 : -2))
      .filter((one) => one !== -2);
    expect(new Set(changed)).toEqual(new Set([SECTORS.indexOf('manufacturing')]));
  });

  test('platformExit stops digital lending while it lasts', () => {
    const world = runTo(
      fromFork({ shocks: [event('platformExit', { from: 36, months: 6 })] }),
      41,
      (phase, { lenders, shape, closed }) => {
        if (phase !== 'record') return;
        for (let l = 0; l < shape.licensed; l++)
          if (lenders.class[l] === CLASS.digital)
            expect(closed.lenders[l * LENDER_ENTRIES.length + LENDER_ENTRY.lent]).toBe(0);
      },
    );
    let lent = 0;
    runTo(world, 47, (phase, { lenders, shape, closed }) => {
      if (phase !== 'record') return;
      for (let l = 0; l < shape.licensed; l++)
        if (lenders.class[l] === CLASS.digital)
          lent += closed.lenders[l * LENDER_ENTRIES.length + LENDER_ENTRY.lent];
    });
    expect(lent, 'and it comes back').toBeGreaterThan(0);
  });

  test('treasuryArrears stops subsidies and compensation in its scope and nowhere else', () => {
    const { monthly } = lived(
      'law',
      [],
      [event('treasuryArrears', { from: 36, months: 24, scope: { prefectures: [0, 3] } })],
    );
    const sum = (name: Counter, group: number) =>
      monthly.reduce((total, counts) => total + counts[group * COUNTERS.length + COUNTERS.indexOf(name)], 0);
    for (const place of [0, 3])
      expect([sum('subsidyReal', 1 + place), sum('compensationReal', 1 + place)]).toEqual([0, 0]);
    expect(sum('subsidyReal', 2)).toBeGreaterThan(0);
    expect(sum('arrearsReal', 1)).toBeGreaterThan(0);
  });
});

test('with every lever strong and every shock at once, every account sums to zero after every phase', () => {
  const patches = INSTRUMENTS.map(({ id, pair }) => patch(id, pair.strong, { phaseInMonths: 3 }));
  const shocks = SHOCKS.map(({ id }, k) => event(id, { from: 37 + k, months: 4 }));
  runTo(fromFork({ patches, shocks }), FORK_MONTH + 18, (phase, world) => {
    const { maxResidual, breaches } = auditLedger(world);
    expect({ month: world.month, phase, maxResidual, breaches }).toMatchObject({
      maxResidual: 0,
      breaches: [],
    });
  });
});

describe('a gap that a lender takes for a clean sheet', () => {
  const precision = 0.5;

  test('says what the index says when nothing is missing', () => {
    for (const index of [-2, 0, 1.5])
      for (const noise of [-1, 0.3])
        expect(observedWithGap(index, precision, 0, noise)).toBeCloseTo(
          observed(index, correlation(precision), noise),
          12,
        );
  });

  test('makes a bad enterprise look better, the more is missing, and lets noise count for less', () => {
    const seen = [0, 0.1, 0.2, 0.4].map((gap) => observedWithGap(-1, precision, gap, 0));
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(observedWithGap(-1, precision, precision, 3)).toBe(observedWithGap(2, precision, precision, -3));
  });
});
