import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  auditLedger,
  auditLimits,
  COUNTERS,
  createWorld,
  FORK_MONTH,
  INSTRUMENTS,
  MONTH,
  MOVEMENTS,
  type Patch,
  SECTORS_OF_ACCOUNT,
  type Shock,
  stepMonth,
  type World,
} from '../../sim/index.ts';
import { numberIn } from '../support/numbers.ts';
import { HUNAN, inputOf, patch, type Story } from '../support/small-province.ts';
import { fromFork, runTo, type Watch } from './worlds.ts';

vi.setConfig({ testTimeout: 60_000 });

const UNTIL = FORK_MONTH + 13;
const PHASES = MONTH.map((phase) => phase.name);
const FLOOD: Shock = { kind: 'flood', from: 38, months: 3, severity: 1.5, scope: { prefectures: [5, 6] } };
const DEMAND_FALL: Shock = { kind: 'demandFall', from: 37, months: 6, severity: 2, scope: {} };

/** What the month counted as fiscal cost, and what left the treasuries by the ledger. */
const fiscalCost = ({ counts }: World): number =>
  (['subsidyReal', 'compensationReal', 'injectionReal', 'endowmentReal'] as const).reduce(
    (sum, name) => sum + counts[COUNTERS.indexOf(name)],
    0,
  );
const paidByTreasuries = ({ closed }: World): number =>
  MOVEMENTS.reduce((sum, { from }, k) => (from === 'treasuries' ? sum + closed.flows[k] : sum), 0);

/** Fails at the first phase that leaves an account out of balance, or a limit passed at a month's end. */
const audited: Watch = (phase, world) => {
  const { checks, breaches, maxResidual } = auditLedger(world);
  if (breaches.length > 0 || maxResidual !== 0)
    expect({ month: world.month + 1, phase, breaches }).toEqual('in balance');
  expect(checks).toBeGreaterThan(200);
  if (phase === 'record') {
    expect(fiscalCost(world)).toBe(paidByTreasuries(world));
    expect({ month: world.month + 1, limits: auditLimits(world) }).toEqual({
      month: world.month + 1,
      limits: [],
    });
  }
};

const auditedFromFork = (story: Story, until = UNTIL): World => runTo(fromFork(story), until, audited);

describe('every account sums to zero after every phase of every month', () => {
  test('of the first three years at scale 1', () => {
    const world = runTo(createWorld(inputOf()), FORK_MONTH, audited);
    expect(world.month).toBe(FORK_MONTH);
  });

  test('at a scale where one simulated yuan stands for a thousand', () => {
    runTo(createWorld(inputOf({ province: HUNAN, scale: 1000 })), 15, audited);
  });

  test.each(
    INSTRUMENTS.flatMap(
      ({ id, pair }) =>
        [
          [id, 'weak', pair.weak],
          [id, 'strong', pair.strong],
        ] as const,
    ),
  )('with %s %s', (id, _, set) => {
    auditedFromFork({ patches: [patch(id, set)] }, FORK_MONTH + 4);
  });

  test.each([FLOOD, DEMAND_FALL])('in a $kind', (shock) => {
    auditedFromFork({ shocks: [shock] });
  });

  test('with every instrument strong, a flood and a fall of demand at once', () => {
    auditedFromFork({
      patches: INSTRUMENTS.map(({ id, pair }) => patch(id, pair.strong)),
      shocks: [FLOOD, DEMAND_FALL],
    });
  });

  test('with every instrument switched off', () => {
    auditedFromFork({ patches: INSTRUMENTS.map(({ id }) => patch(id, { enabled: 0 })) });
  });

  test('in random combinations of policies and shocks', () => {
    fc.assert(
      fc.property(
        fc.tuple(...INSTRUMENTS.map(anyPatch)),
        fc.array(anyShock, { maxLength: 3 }),
        (patches, shocks) => {
          auditedFromFork({ patches: patches.filter((one) => one !== null), shocks });
        },
      ),
      { seed: 11, numRuns: 4, endOnFailure: true },
    );
  });
});

const some = (count: number) =>
  fc.option(fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 3 }), { nil: undefined });
const anyScope = fc
  .record({ prefectures: some(14), settings: some(3), sectors: some(8), sizes: some(4), lenders: some(7) })
  .map((scope) => Object.fromEntries(Object.entries(scope).filter(([, list]) => list !== undefined)));

/** A patch of one instrument with any values in range, any scope and any dates, or none. */
function anyPatch({ id, parameters }: (typeof INSTRUMENTS)[number]): fc.Arbitrary<Patch | null> {
  const values = Object.entries(parameters).map(
    ([name, { min, max }]) => [name, numberIn(min, max)] as const,
  );
  return fc.option(
    fc
      .record({
        set: fc.record(Object.fromEntries(values)),
        scope: anyScope,
        from: fc.integer({ min: 36, max: 44 }),
        months: fc.nat(14),
        phaseInMonths: fc.nat(8),
      })
      .map(({ set, scope, from, months, phaseInMonths }) => ({
        instrument: id,
        from,
        until: from + months,
        phaseInMonths,
        scope,
        set,
      })),
  );
}

const anyShock: fc.Arbitrary<Shock> = fc.record({
  kind: fc.constantFrom('flood', 'demandFall'),
  from: fc.integer({ min: 36, max: 46 }),
  months: fc.integer({ min: 1, max: 6 }),
  severity: numberIn(0.1, 3),
  scope: anyScope,
});

/** Moves yuan where no rule did, and names the account that should be out of balance. */
type Tampering = (world: World, yuan: number) => string;

const slotWith = (world: World, guaranteed: boolean): number =>
  world.enterprises.status.findIndex(
    (status, i) =>
      status === 1 && world.loans.lender[i] !== 255 && world.loans.guarantor[i] > 0 === guaranteed,
  );

const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'an enterprise’s liquidity': ({ enterprises }, yuan) => {
    enterprises.cash[enterprises.status.indexOf(1)] += yuan;
    return 'enterprises, liquidity';
  },
  'the principal of a loan': (world, yuan) => {
    const slot = slotWith(world, false);
    world.loans.principal[slot] += yuan;
    return `lender ${world.input.province.lenders[world.loans.lender[slot]].id}, loans`;
  },
  'the principal of a guaranteed loan, for its guarantor': (world, yuan) => {
    const slot = slotWith(world, true);
    world.loans.principal[slot] += yuan;
    return `guarantor ${world.input.province.guarantors[world.loans.guarantor[slot] - 1].id}, outstanding`;
  },
  'a lender’s book': ({ lenders, input }, yuan) => {
    lenders.loans[30] -= yuan;
    return `lender ${input.province.lenders[30].id}, loans`;
  },
  'a lender’s till': ({ lenders }, yuan) => {
    lenders.cash[30] += yuan;
    return 'lenders, tills';
  },
  'what a guarantor has outstanding': ({ guarantors, input }, yuan) => {
    guarantors.outstanding[3] -= yuan;
    return `guarantor ${input.province.guarantors[3].id}, outstanding`;
  },
  'a guarantor’s part of what is outstanding': ({ guarantors, input }, yuan) => {
    guarantors.liability[3] -= yuan;
    return `guarantor ${input.province.guarantors[3].id}, liability`;
  },
  'a guarantor’s till': ({ guarantors }, yuan) => {
    guarantors.cash[3] += yuan;
    return 'guarantors, tills';
  },
  'a private debt': (world, yuan) => {
    const { enterprises, atlas, input } = world;
    const slot = enterprises.privateDebt.findIndex((debt, i) => debt > 0 && enterprises.status[i] === 1);
    enterprises.privateDebt[slot] += yuan;
    return `private lenders of ${input.province.prefectures[atlas.prefecture[enterprises.cell[slot]]].code}, loans`;
  },
  'the till of private lenders': ({ province }, yuan) => {
    province.privateCash[2] += yuan;
    return 'private lenders, tills';
  },
  'the money of households': ({ province }, yuan) => {
    province.accounts[SECTORS_OF_ACCOUNT.indexOf('households')] += yuan;
    return 'money of all accounts';
  },
  'a posted movement': ({ open }, yuan) => {
    open.flows[MOVEMENTS.findIndex(({ id }) => id === 'sales')] -= yuan;
    return 'enterprises, liquidity';
  },
};

describe('one yuan moved between phases', () => {
  test.each(Object.entries(TAMPERINGS))(
    'of %s is found after any phase, by name and to the yuan',
    (_, tamper) => {
      const world = fromFork({});
      const found: unknown[] = [];
      stepMonth(world, (phase) => {
        const account = tamper(world, 1);
        found.push({ phase, breach: auditLedger(world).breaches.find((one) => one.account === account) });
        tamper(world, -1);
        expect(auditLedger(world).breaches).toEqual([]);
        expect(found.at(-1)).toEqual({ phase, breach: { account, residual: 1 } });
      });
      expect(found).toHaveLength(PHASES.length);
    },
  );

  test('of one simulated enterprise is found as the ten real yuan it stands for', () => {
    const world = createWorld(inputOf({ scale: 10 }));
    TAMPERINGS['an enterprise’s liquidity'](world, 1);
    expect(auditLedger(world)).toMatchObject({
      maxResidual: 10,
      breaches: [{ account: 'enterprises, liquidity', residual: 10 }],
    });
  });

  test('that is no number is found too', () => {
    const world = fromFork({});
    TAMPERINGS['an enterprise’s liquidity'](world, Number.NaN);
    expect(auditLedger(world)).toMatchObject({
      maxResidual: Number.POSITIVE_INFINITY,
      breaches: [{ account: 'enterprises, liquidity' }],
    });
    expect(auditLimits(world)).toHaveLength(1);
  });
});

describe('what no account shows is kept all the same', () => {
  const flow = (world: World, id: string): number =>
    world.closed.flows[MOVEMENTS.findIndex((one) => one.id === id)];
  const sum = (column: ArrayLike<number>): number =>
    Array.from(column).reduce((total, yuan) => total + yuan, 0);
  const strong = { patches: INSTRUMENTS.map(({ id, pair }) => patch(id, pair.strong)), shocks: [FLOOD] };

  test('treasuries hold nothing: what they spend is funded the same month, and noted by place', () => {
    const world = fromFork(strong);
    for (
      let spent = sum(world.province.treasurySpent);
      world.month < UNTIL;
      spent = sum(world.province.treasurySpent)
    ) {
      stepMonth(world);
      expect(world.province.accounts[SECTORS_OF_ACCOUNT.indexOf('treasuries')]).toBe(0);
      expect(sum(world.province.treasurySpent) - spent).toBe(flow(world, 'budget'));
      expect(flow(world, 'budget')).toBe(
        flow(world, 'interestSubsidy') +
          flow(world, 'compensation') +
          flow(world, 'capitalInjection') +
          flow(world, 'fundEndowment'),
      );
    }
  });

  test('lenders owe households what they have raised from them', () => {
    const world = fromFork(strong);
    for (let owed = sum(world.lenders.funding); world.month < UNTIL; owed = sum(world.lenders.funding)) {
      stepMonth(world);
      expect(sum(world.lenders.funding) - owed).toBe(flow(world, 'fundsRaised'));
    }
  });

  test('working capital comes from what is bought, and what is lost in selling it is never made up', () => {
    const closing = 'lenders and guarantors close the month';
    const world = fromFork({});
    let held = Number.NaN;
    runTo(world, UNTIL, (phase) => {
      if (phase !== closing) return;
      const change = sum(world.enterprises.capital) - held;
      held = sum(world.enterprises.capital);
      if (!Number.isNaN(change))
        expect(change).toBeLessThanOrEqual(
          flow(world, 'workingCapitalBought') - flow(world, 'workingCapitalSold'),
        );
    });
    expect(held).toBeGreaterThan(0);
  });
});
