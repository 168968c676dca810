// Guarantee, insurance, loss sharing and treasuries from weak to strong: who decides differently, and by which channel.
import { describe, expect, test, vi } from 'vitest';
import { ENDING, endingOf, STATUS, TRAIT } from '../../sim/agents/enterprises.ts';
import { backerOf, openBacking } from '../../sim/backing.ts';
import { DECISION, REASON } from '../../sim/contracts/applications.ts';
import { BACKER, COUNTER_GUARANTOR, FUND } from '../../sim/contracts/backing.ts';
import { sumFrom } from '../../sim/contracts/claims.ts';
import { acceptedPd } from '../../sim/guarantors.ts';
import {
  COUNTERS,
  FORK_MONTH,
  instrumentOf,
  type Patch,
  SECTORS,
  type Shock,
  stepMonth,
  type World,
} from '../../sim/index.ts';
import type { Counter } from '../../sim/indicators/counters.ts';
import { FLOW, GUARANTOR_ENTRIES, GUARANTOR_ENTRY } from '../../sim/ledger.ts';
import { fromFork } from '../laws/worlds.ts';
import { patch } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 120_000 });

const SEEDS = ['law', 'levers-1', 'levers-2'];
/** Lucks, where three do not tell a rare event from chance. */
const MORE_SEEDS = [...SEEDS, 'levers-3', 'levers-4', 'levers-5', 'levers-6', 'levers-7'];
/** For what depends on whether one guarantor stops. */
const MOST_SEEDS = [...MORE_SEEDS, ...Array.from({ length: 8 }, (_, k) => `levers-${k + 8}`)];
const UNTIL = FORK_MONTH + 18;

/** Counties and townships of the five western and southern prefectures. */
const WEAK_COUNTIES = { prefectures: [4, 9, 10, 11, 13], settings: [1, 2] };
const TECHNOLOGY = SECTORS.indexOf('technology');

/** Adds up a month: who was granted what, on whose account, and how institutions stand. */
function note(world: World, sums: Map<string, number>): void {
  const add = (name: string, amount: number) => sums.set(name, (sums.get(name) ?? 0) + amount);
  COUNTERS.forEach((name, k) => {
    add(name, world.counts[k]);
  });
  const { applications: a, enterprises: e, atlas, lenders, guarantors, province } = world;
  for (let row = 0; row < world.applied[0]; row++) {
    if (a.shadow[row] === 1) continue;
    const i = a.enterprise[row];
    const granted = a.decision[row] === DECISION.disbursed;
    const guaranteed = a.guarantor[row] > 0;
    const cell = e.cell[i];
    if (granted) add(`granted.${a.backer[row]}`, 1);
    if (a.reason[row] === REASON.noCounterGuarantee) add('nothingToOffer', 1);
    if (granted && guaranteed) {
      add('guaranteedLoans', 1);
      add('guaranteedDays', a.days[row]);
      if (a.backer[row] === COUNTER_GUARANTOR) add('counterGuaranteed', 1);
      add('guaranteedRate', a.rate[row]);
      add('guaranteedPd', a.pd[row]);
      add('guaranteedCounted', a.counted[row]);
      add(a.novice[row] === 1 ? 'guaranteedNovices' : 'guaranteedOthers', 1);
      if (lenders.agreement[a.lender[row]] === 0) add('guaranteedStrangers', 1);
    }
    if (a.covered[row] > 0) {
      add('requests', 1);
      add('acceptedPd', acceptedPd(world, row));
    }
    if (a.reason[row] === REASON.guarantorRefused && a.novice[row] === 1) add('novicesRefused', 1);
    if (granted && WEAK_COUNTIES.prefectures.includes(atlas.prefecture[cell]) && atlas.setting[cell] > 0) {
      add('weakLoans', 1);
      add('weakRate', a.rate[row]);
    }
    if (granted && atlas.sector[cell] === TECHNOLOGY) add('technologyLoans', 1);
    if (granted && (e.traits[i] & TRAIT.park) !== 0) add('parkLoans', 1);
    if (granted && (e.traits[i] & TRAIT.exporter) !== 0) add('exporterLoans', 1);
    if (granted && (e.traits[i] & TRAIT.patents) !== 0 && atlas.setting[cell] > 0) add('outsideLoans', 1);
    if (atlas.sector[cell] === TECHNOLOGY) {
      add('technologyEffort', a.effort[row]);
      add('technologyAsked', 1);
    }
  }
  for (let i = 0; i < world.shape.capacity; i++)
    for (const second of [false, true])
      if (endingOf(world.now.ending[i], second) === ENDING.guarantor) add('endedByGuarantor', 1);
  const multiples: number[] = [];
  for (let g = 0; g < world.shape.guarantors; g++) {
    add('waiting', sumFrom(world.claims.waiting, g, 0));
    add('inCourt', guarantors.claims[g]);
    multiples.push(guarantors.outstanding[g] / Math.max(1, guarantors.cash[g]));
  }
  const mean = multiples.reduce((sum, one) => sum + one, 0) / multiples.length;
  add('apart', multiples.reduce((sum, one) => sum + Math.abs(one - mean), 0) / mean);
  add('paidOut', world.closed.flows[FLOW.payout]);
  add('reguaranteed', world.closed.flows[FLOW.reguarantee]);
  add('counterPaid', world.closed.flows[FLOW.counterGuarantee]);
  for (let g = 0; g < world.shape.guarantors; g++) {
    const entry = (name: number) => world.closed.guarantors[g * GUARANTOR_ENTRIES.length + name];
    add('reviewCost', entry(GUARANTOR_ENTRY.reviewCost));
    add('ownLooks', entry(GUARANTOR_ENTRY.ownLooks));
  }
  add('exportPayout', world.closed.flows[FLOW.exportPayout]);
  for (let k = 0; k < world.shape.prefectures; k++) add('paidShare', province.subsidyPaidShare[k]);
  for (let k = 0; k < world.shape.prefectures; k++) add('tiltSpread', Math.abs(province.tilt[k]));
  for (let k = 0; k < world.shape.prefectures; k++) add('fundSpread', Math.abs(province.fundTilt[k]));
  sums.set('riskPoolCash', world.funds.cash[FUND.riskPool]);
  sums.set('riskPoolTrust', world.funds.trust[FUND.riskPool]);
  sums.set('specialisedCash', world.funds.cash[FUND.specialisedFund]);
  sums.set(
    'subsidyLeft',
    province.subsidyLeft.reduce((sum, one) => sum + one, 0),
  );
}

const lives = new Map<string, Map<string, number>>();

function lived(seed: string, patches: readonly Patch[], shocks: readonly Shock[], until: number) {
  const key = JSON.stringify([seed, patches, shocks, until]);
  const known = lives.get(key);
  if (known) return known;
  const world = fromFork({ seed, patches, shocks });
  const sums = new Map<string, number>();
  while (world.month < until) {
    stepMonth(world);
    note(world, sums);
  }
  const backing = openBacking(world);
  const { enterprises: e, shape, atlas } = world;
  let outside = 0;
  for (let i = 0; i < shape.capacity; i++)
    if (
      e.status[i] === STATUS.active &&
      atlas.setting[e.cell[i]] > 0 &&
      backerOf(backing, i, 1_000_000) === BACKER.specialisedFund
    )
      outside++;
  sums.set('specialisedOutside', outside);
  lives.set(key, sums);
  return sums;
}

type Measure = (sums: ReadonlyMap<string, number>) => number;
const of =
  (name: string): Measure =>
  (sums) =>
    sums.get(name) ?? 0;
const over =
  (above: string, below: string): Measure =>
  (sums) =>
    (sums.get(above) ?? 0) / Math.max(1e-9, sums.get(below) ?? 0);
const counted = (name: Counter): Measure => of(name);
const grantedBy = (backer: keyof typeof BACKER): Measure => of(`granted.${BACKER[backer]}`);

interface Case {
  readonly lever: string;
  readonly title: string;
  readonly measure: Measure;
  /** 1 when the strong world has more of it, -1 when it has less. */
  readonly sign: 1 | -1;
  readonly pair?: readonly [weak: Patch['set'], strong: Patch['set']];
  readonly beside?: readonly Patch[];
  readonly scope?: Patch['scope'];
  readonly shocks?: readonly Shock[];
  readonly until?: number;
  readonly seeds?: readonly string[];
}

const rises = (lever: string, title: string, measure: Measure, more: Partial<Case> = {}): Case => ({
  lever,
  title,
  measure,
  sign: 1,
  ...more,
});
const falls = (lever: string, title: string, measure: Measure, more: Partial<Case> = {}): Case => ({
  ...rises(lever, title, measure, more),
  sign: -1,
});

const ARRIVES = {
  pair: [
    { rate: 0, arrival: 0 },
    { rate: 0.8, arrival: 1 },
  ],
  until: FORK_MONTH + 36,
} as const;
/** The scheme as it is, with arrivals as they are, against none. */
const OWED = { pair: [{ rate: 0 }, { rate: 0.4 }], until: FORK_MONTH + 36 } as const;
const STOPS = { pair: [{ arrival: 1 }, { arrival: 0 }], until: FORK_MONTH + 60 } as const;
/** Payouts come a year or two after the guarantee, and the court a year after them. */
const STOOD_GOOD = { until: FORK_MONTH + 60, seeds: MORE_SEEDS } as const;
const DRAINED = {
  pair: [{ enrolled: 0.04 }, { enrolled: 1, share: 0.8 }],
  until: FORK_MONTH + 60,
} as const;
const EXPORT_FALL: Shock = { kind: 'exportFall', from: 44, months: 9, severity: 3, scope: {} };
const SUBSIDISED = { beside: [patch('interestSubsidy', { points: 0.02 })] };

const CASES: readonly Case[] = [
  rises(
    'compensation',
    'compensation that arrives lets guarantors carry more on their net assets',
    counted('guaranteeReal'),
    ARRIVES,
  ),
  rises(
    'compensation',
    'compensation that is owed raises the guarantee multiple, for guarantors plan with it',
    over('guaranteeReal', 'guarantorAssetsReal'),
    { ...OWED, seeds: MORE_SEEDS },
  ),
  rises(
    'compensation',
    'and accept requests with a higher chance of default',
    over('acceptedPd', 'requests'),
    ARRIVES,
  ),
  rises(
    'compensation',
    'compensation that does not arrive stops guarantors',
    counted('guarantorsSuspended'),
    { ...STOPS, seeds: MORE_SEEDS },
  ),
  rises('compensation', 'and ends the loans they stood behind', of('endedByGuarantor'), {
    ...STOPS,
    seeds: MOST_SEEDS,
  }),
  rises('compensation', 'recovery before compensation leaves more waiting for the court', of('waiting'), {
    pair: [{ recoverFirst: 0 }, { recoverFirst: 1 }],
  }),
  falls('compensation', 'and less compensation paid for the time being', counted('compensationReal'), {
    pair: [{ recoverFirst: 0 }, { recoverFirst: 1 }],
    seeds: MORE_SEEDS,
  }),
  falls('courtSpeed', 'quick courts take payouts out of court sooner', of('inCourt')),
  falls('courtSpeed', 'and bad loans off the books sooner', over('nonPerforming', 'balance')),
  rises(
    'claimsProcedure',
    'a guarantor that pays at once is worth more to a bank, as long as it can pay',
    over('guaranteedCounted', 'guaranteedLoans'),
    { until: FORK_MONTH + 6, seeds: MORE_SEEDS },
  ),
  rises('reguarantee', 'the re-guarantor bears more of the payouts', over('reguaranteed', 'paidOut')),
  rises('reguarantee', 'and guarantors keep more of their net assets', counted('guarantorAssetsReal')),
  rises(
    'reguarantee',
    'so they accept requests with a higher chance of default',
    over('acceptedPd', 'requests'),
  ),
  rises(
    'counterGuarantee',
    'who has neither property nor anybody to stand good is refused for it',
    of('nothingToOffer'),
  ),
  falls('counterGuarantee', 'so fewer loans are guaranteed', of('guaranteedLoans'), { seeds: MORE_SEEDS }),
  rises(
    'counterGuarantee',
    'guarantors accept requests with a higher chance of default where somebody stands good',
    over('acceptedPd', 'requests'),
  ),
  falls('counterGuarantee', 'and look less closely', over('reviewCost', 'ownLooks')),
  rises('counterGuarantee', 'the papers keep enterprises waiting', over('guaranteedDays', 'guaranteedLoans')),
  rises('counterGuarantee', 'owners pay guarantors when the court has ruled', of('counterPaid'), STOOD_GOOD),
  rises(
    'counterGuarantee',
    'guarantors keep more of their net assets',
    counted('guarantorAssetsReal'),
    STOOD_GOOD,
  ),
  falls(
    'counterGuarantee',
    'and treasuries compensate them for less',
    counted('compensationReal'),
    STOOD_GOOD,
  ),
  falls(
    'guaranteeFee',
    'a lower fee leaves guarantors with fewer net assets',
    counted('guarantorAssetsReal'),
  ),
  falls('guaranteeFee', 'and guaranteed borrowers with less to pay in all', over('costYuan', 'rateYuan')),
  rises(
    'headToHead',
    'lenders without an agreement of their own bring guaranteed loans',
    of('guaranteedStrangers'),
    { seeds: MORE_SEEDS },
  ),
  rises('headToHead', 'and guarantors receive more requests', counted('guaranteeRequests')),
  falls('mergeGuarantors', 'guarantors’ rooms lie closer together', of('apart'), { until: FORK_MONTH + 36 }),
  rises(
    'middleLayerList',
    'more guaranteed loans are first loans',
    over('guaranteedNovices', 'guaranteedLoans'),
    { seeds: MORE_SEEDS },
  ),
  falls('middleLayerList', 'fewer newcomers are refused by the guarantor', of('novicesRefused')),
  rises('loanGuaranteeInsurance', 'insured loans are granted', grantedBy('loanInsurance')),
  rises('riskPool', 'enrolled loans are granted', grantedBy('riskPool')),
  falls('riskPool', 'and the pool’s money is used up', of('riskPoolCash'), { ...DRAINED }),
  falls('riskPool', 'lenders learn when it is dry', of('riskPoolTrust'), { ...DRAINED }),
  rises('dataPool', 'loans on platform data are backed', grantedBy('dataPool')),
  rises('parkRiskFund', 'tenants’ loans are backed by fund and insurer', grantedBy('parkFund')),
  rises('parkRiskFund', 'and tenants get more loans', of('parkLoans'), { seeds: MORE_SEEDS }),
  rises('techRiskSharing', 'technology enterprises get more loans', of('technologyLoans')),
  falls('techRiskSharing', 'and lenders screen them less', over('technologyEffort', 'technologyAsked')),
  rises('exportCreditInsurance', 'exporters borrow on pledged policies', grantedBy('exportInsurance')),
  rises('exportCreditInsurance', 'and are paid when foreign buyers fail', of('exportPayout'), {
    shocks: [EXPORT_FALL],
    seeds: MORE_SEEDS,
    until: 52,
  }),
  rises('zoneRule', 'specialised enterprises outside the zones are backed', of('specialisedOutside')),
  rises('dashboard', 'compensation rates of places move apart', of('tiltSpread')),
  rises('dashboard', 'and so do their parts of the special fund', of('fundSpread')),
  rises('fundAllocation', 'common definitions release money and more is paid', counted('subsidyReal'), {
    pair: [{ heldBack: 0.173 }, { heldBack: 0 }],
    ...SUBSIDISED,
  }),
  rises('fundAllocation', 'a larger fund pays more subsidies', counted('subsidyReal'), {
    pair: [{ fund: 1e6 }, { fund: 8e6 }],
    ...SUBSIDISED,
  }),
  rises('fundAllocation', 'and more of what guarantors are owed', counted('compensationReal'), {
    pair: [{ fund: 1e6 }, { fund: 8e6 }],
  }),
  falls('transferPrice', 'loans in weak counties cost less', over('weakRate', 'weakLoans'), {
    pair: [{ tilt: 0 }, { tilt: 0.01 }],
    scope: WEAK_COUNTIES,
  }),
  falls('interestSubsidy', 'a subsidy beyond the fund runs out before the year does', of('paidShare'), {
    pair: [{ points: 0.0025 }, { points: 0.02 }],
  }),
];

const LEVERS = [...new Set(CASES.map((one) => one.lever))];

describe.each(LEVERS)('%s', (lever) => {
  test.each(CASES.filter((one) => one.lever === lever))(
    '$title',
    ({ pair, beside = [], shocks = [], scope = {}, measure, sign, until = UNTIL, seeds = SEEDS }) => {
      const { weak, strong } = instrumentOf(lever)?.pair ?? {};
      const [low, high] = pair ?? [weak, strong];
      const gains = seeds.map((seed) => {
        const at = (set: Patch['set']) =>
          measure(lived(seed, [patch(lever, set, { scope }), ...beside], shocks, until));
        return sign * (at(high as Patch['set']) - at(low as Patch['set']));
      });
      const centre = gains.reduce((sum, one) => sum + one, 0) / gains.length;
      const spread = Math.sqrt(
        gains.reduce((sum, one) => sum + (one - centre) ** 2, 0) / (gains.length - 1) / gains.length,
      );
      expect({ gains, beyondNoise: centre > 2 * spread }).toEqual({ gains, beyondNoise: true });
    },
  );
});
