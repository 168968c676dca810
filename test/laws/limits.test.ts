import { describe, expect, test, vi } from 'vitest';
import { slotOf } from '../../sim/contracts/second-loans.ts';
import { createWorld, MOVEMENTS, PARAMETERS, REASONS, stepMonth, type World } from '../../sim/index.ts';
import { indexOf } from '../support/index-of.ts';
import { distribution } from '../support/reference.ts';
import {
  type Changes,
  everywhere,
  HUNAN,
  inputOf,
  patch,
  type Story,
  smallProvince,
} from '../support/small-province.ts';
import { differingColumns, fromFork, runTo, wasRead, worldAt } from './worlds.ts';

vi.setConfig({ testTimeout: 60_000 });

const HALF_YEAR = 5;
/** Sources of information a lender has before it makes an effort. */
const SOURCES = [
  'lend.tauStatements',
  'lend.tauHistory',
  'lend.tauRelation',
  'lend.tauPublic',
  'lend.tauPlatform',
  'guarantee.screening',
] as const;
const P = HUNAN.parameters;
const withoutAgreements = HUNAN.lenders.map((one) => ({ ...one, agreement: 0 as const }));

/** The quotes of a month: who asked which lender, what the lender read and how it answered. */
interface Reading {
  readonly slot: number;
  readonly lender: number;
  readonly lenderClass: number;
  readonly amount: number;
  readonly pd: number;
  readonly effort: number;
  readonly covered: number;
  /** Part of a loss the bank counts as covered, by a guarantor or a backer. */
  readonly counted: number;
  readonly secured: boolean;
  readonly refused: boolean;
  /** Position on the engine's index scale, worked out here from the enterprise's books. */
  readonly index: number;
  /** The lender's cut-off this month. */
  readonly cutoff: number;
}

const TOO_RISKY = REASONS.indexOf('tooRisky');

/** All quotes that were read, month by month, until `until`; those refused for their price are left out. */
function readings(world: World, until: number): Reading[] {
  const all: Reading[] = [];
  runTo(world, until, (phase) => {
    if (phase !== 'underwrite') return;
    const { applications: a, lenders } = world;
    for (let row = 0; row < world.applied[0]; row++) {
      const refused = a.reason[row] === TOO_RISKY;
      if (!wasRead(world, row) || (!refused && a.reason[row] !== 0)) continue;
      const [slot, lender, secured] = [a.enterprise[row], a.lender[row], a.secured[row] === 1];
      const lenderClass = lenders.class[lender];
      const amount =
        secured && a.novice[row] === 0
          ? a.amount[row]
          : Math.min(a.amount[row], world.input.province.parameters['lend.maxLoan'][lenderClass]);
      const index = indexOf(world, slot, amount, world.province.postedRate[lenderClass]);
      all.push({
        slot,
        lender,
        lenderClass,
        amount,
        pd: a.pd[row],
        effort: a.effort[row],
        covered: a.covered[row],
        counted: a.counted[row],
        secured,
        refused,
        index,
        cutoff: lenders.cutoff[lender],
      });
    }
  });
  return all;
}

/** PD of an index for lenders who have not yet fitted anything. */
const truth = (world: World, { lenderClass, index }: Reading): number => {
  const eta = P['lend.startCeiling'][0];
  return distribution((world.province.fitIntercept[lenderClass] - eta * index) / Math.sqrt(1 - eta * eta));
};

function grouped<T, K>(all: readonly T[], key: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

/** Pairs where an enterprise with a worse index was accepted and a better one refused as too risky, all else equal. */
function inversions(all: readonly Reading[]): number {
  const groups = grouped(all, (one) => [one.lenderClass, one.cutoff, one.secured, one.counted].join());
  return [...groups.values()].reduce((sum, group) => {
    const worstAccepted = Math.min(...group.filter((one) => !one.refused).map((one) => one.index));
    return sum + group.filter((one) => one.refused && one.index > worstAccepted + 1e-6).length;
  }, 0);
}

const informed = (tau: number): Changes =>
  Object.fromEntries(SOURCES.map((name) => [name, P[name].map(() => tau)]));
const NO_EFFORT: Changes = { 'lend.effortCost': everywhere(P['lend.effortCost'], () => 1e12) };
const alone = (parameters: Changes): Story => ({
  province: smallProvince(parameters, { lenders: withoutAgreements }),
});

describe('perfect information', () => {
  const fresh = patch('dataSharing', { delayMonths: 0 }, { from: 0 });
  const world = createWorld(inputOf({ ...alone(informed(1e15)), patches: [fresh] }));
  const all = readings(world, HALF_YEAR);

  test('makes the PD a lender reads what the index itself says', () => {
    expect(all.length).toBeGreaterThan(200);
    for (const one of all) expect(Math.abs(one.pd - truth(world, one))).toBeLessThan(1e-5);
  });

  test('makes approval a function of the index: nobody is refused as too risky above somebody accepted', () => {
    expect(all.some((one) => one.refused)).toBe(true);
    expect(inversions(all)).toBe(0);
  });

  test('is not what lenders have: at the status quo better enterprises are refused and worse ones accepted', () => {
    const today = readings(createWorld(inputOf(alone({}))), HALF_YEAR);
    expect(inversions(today)).toBeGreaterThan(20);
  });
});

describe('no information', () => {
  const world = createWorld(inputOf(alone({ ...informed(0), ...NO_EFFORT })));

  /** What lenders of a class believe of somebody they know nothing about. */
  const believed = (c: number): number => {
    const { fitIntercept: t, fitCeiling: eta, fitMean: mean, fitSpread: spread } = world.province;
    return distribution((t[c] - eta[c] * mean[c]) / Math.sqrt(1 - eta[c] ** 2 + (eta[c] * spread[c]) ** 2));
  };

  test.each([
    ['before the first yearly fit', 10],
    ['in the year after it', 22],
  ] as const)(
    'gives every applicant to a lender class the same PD, the one lenders believe in: %s',
    (_, until) => {
      if (until > 11) runTo(world, 11);
      const byClass = grouped(readings(world, until), (one) => one.lenderClass);
      expect(byClass.size).toBeGreaterThan(4);
      for (const [lenderClass, group] of byClass) {
        expect(new Set(group.map((one) => one.pd)).size).toBe(1);
        expect(Math.abs(group[0].pd - believed(lenderClass))).toBeLessThan(1e-7);
      }
    },
  );
});

describe('cover', () => {
  const covered = (bankShare: number): Reading[] =>
    readings(fromFork({ patches: [patch('riskSplit', { bankShare })] }), 41).filter((one) => one.covered > 0);

  test('of the whole loss removes effort, part of it leaves some, and more own loss brings more', () => {
    const mean = (bankShare: number) => {
      const efforts = covered(bankShare).map((one) => one.effort);
      expect(efforts.length).toBeGreaterThan(10);
      return efforts.reduce((sum, one) => sum + one, 0) / efforts.length;
    };
    expect(mean(0)).toBe(0);
    expect(mean(0.8)).toBeGreaterThan(mean(0.4));
    expect(mean(0.4)).toBeGreaterThan(0);
  });

  test('of nothing is no guarantee: the same bytes as a province without risk-sharing agreements', () => {
    const nobody = { 'start.guaranteed': [0] };
    const uncovered = worldAt({ province: smallProvince({ ...nobody, 'riskSplit.bankShare': [1] }) }, 14);
    const unknown = worldAt({ province: smallProvince(nobody, { lenders: withoutAgreements }) }, 14);
    expect(differingColumns(uncovered, unknown)).toEqual(['lender.agreement']);
    expect(uncovered.guarantors.outstanding.every((yuan) => yuan === 0)).toBe(true);
  });

  test('of nothing ends the writing of guarantees: what is outstanding only runs down', () => {
    const world = fromFork({ patches: [patch('riskSplit', { bankShare: 1 })] });
    let before = world.guarantors.outstanding.slice();
    const first = before.reduce((sum, yuan) => sum + yuan, 0);
    while (world.month < 59) {
      stepMonth(world);
      for (const [g, yuan] of world.guarantors.outstanding.entries())
        expect(yuan).toBeLessThanOrEqual(before[g]);
      before = world.guarantors.outstanding.slice();
    }
    expect(before.reduce((sum, yuan) => sum + yuan, 0)).toBeLessThan(first / 2);
  });
});

describe('an empty guarantor', () => {
  const penniless = smallProvince(
    {
      'guarantee.fee': [0],
      'guarantee.earnings': [0],
      'guarantee.operatingCost': [0],
      'guarantee.recovery': [0],
      'guarantee.effortCost': [0],
      'compensation.rate': [0],
    },
    { guarantors: smallProvince().guarantors.map((one) => ({ ...one, netAssets: 0 })) },
  );
  const flow = (world: World, id: string): number =>
    world.closed.flows[MOVEMENTS.findIndex((one) => one.id === id)];
  const totals = (story: Story, until: number) => {
    const world = createWorld(inputOf(story));
    const sums = { payout: 0, reguarantee: 0 };
    while (world.month < until) {
      stepMonth(world);
      for (const id of ['payout', 'reguarantee'] as const) sums[id] += flow(world, id);
    }
    return { ...sums, world };
  };

  test('pays nothing: its part of the loss falls back on the bank, the re-guarantor’s part does not', () => {
    const { payout, reguarantee, world } = totals({ province: penniless }, 30);
    expect(reguarantee).toBeGreaterThan(0);
    expect(payout).toBe(reguarantee);
    expect(world.guarantors.cash.every((yuan) => yuan === 0)).toBe(true);
    const rich = totals({}, 30);
    expect(rich.payout).toBeGreaterThan(2 * rich.reguarantee);
  });

  test('without a re-guarantor leaves the bank with everything', () => {
    const bare = { ...penniless, parameters: { ...penniless.parameters, 'guarantee.reguaranteeShare': [0] } };
    expect(totals({ province: bare }, 24)).toMatchObject({ payout: 0, reguarantee: 0 });
  });

  test('is suspended and writes nothing', () => {
    const { world } = totals({ province: penniless }, 6);
    expect(world.guarantors.suspended.every((flag) => flag === 1)).toBe(true);
    const { loans, enterprises } = world;
    const written = loans.guarantor.findIndex(
      (guarantor, row) =>
        guarantor > 0 && loans.origin[row] > 1 && enterprises.status[slotOf(world, row)] !== 0,
    );
    expect(written).toBe(-1);
  });
});

describe('without market power', () => {
  const quotes = (power: number, points: number): Map<number, number> => {
    const province = smallProvince({
      'lend.marketPower': everywhere(P['lend.marketPower'], () => power),
      'lend.captive': [0],
    });
    const world = createWorld(
      inputOf({ province, patches: [patch('interestSubsidy', { points }, { from: 0 })] }),
    );
    const rates = new Map<number, number>();
    runTo(world, 0, (phase) => {
      if (phase === 'underwrite')
        for (let row = 0; row < world.applied[0]; row++)
          if (wasRead(world, row))
            rates.set(world.enterprises.id[world.applications.enterprise[row]], world.applications.rate[row]);
    });
    return rates;
  };
  const dearer = (power: number): number => {
    const [without, subsidised] = [quotes(power, 0), quotes(power, 0.03)];
    return [...without].filter(([id, rate]) => (subsidised.get(id) ?? rate) > rate).length;
  };

  test('no rate rises with a subsidy, and with some power many do', () => {
    expect(dearer(0)).toBe(0);
    expect(dearer(0.3)).toBeGreaterThan(20);
  });
});

test('every parameter a limit is put to exists', () => {
  for (const name of SOURCES) expect(Object.hasOwn(PARAMETERS, name)).toBe(true);
});
