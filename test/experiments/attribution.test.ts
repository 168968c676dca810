import { describe, expect, test } from 'vitest';
import { interactionsOf, planGame, sharesOf } from '../../experiments/attribution/game.ts';
import { holdingOf } from '../../experiments/attribution/groups.ts';
import { mixture } from '../../experiments/attribution/mixture.ts';
import { type Player, playersOf } from '../../experiments/attribution/players.ts';
import { explain } from '../../experiments/attribution/reduce.ts';
import {
  attribute,
  compare,
  flowTotal,
  isFlow,
  planAttribution,
  soloEngine,
} from '../../experiments/index.ts';
import { FAMILIES } from '../../scenarios/families.ts';
import { resolve, resolvePreset } from '../../scenarios/index.ts';
import { assumptionsOf, loadProvince } from '../../scenarios/provinces/index.ts';
import { INDICATORS, INSTRUMENTS, monthIndex, SHOCKS } from '../../sim/index.ts';

const FLOWS = new Set(INDICATORS.filter(isFlow).map(({ id }) => id));

const players = (coalition: number) => [...coalition.toString(2)].filter((bit) => bit === '1').length;
/** Left glove of player 0, right gloves of 1 and 2: a pair is worth 1. Shapley 2/3, 1/6, 1/6. */
const gloves = (coalition: number) => ((coalition & 1) === 1 && coalition > 1 ? 1 : 0);
/** A curious game without symmetry, the same for every coalition each time. */
const odd = (coalition: number) => Math.sin(coalition * 12.9898) * 43.5;

describe('shares of a game', () => {
  test('are those of the textbook for gloves', () => {
    const shares = sharesOf(planGame(3), gloves).map((one) => one.share);
    for (const [at, known] of [2 / 3, 1 / 6, 1 / 6].entries()) expect(shares[at]).toBeCloseTo(known, 12);
  });

  test.each([1, 2, 4, 6, 7, 9])('sum to the total with %i players', (count) => {
    const sum = sharesOf(planGame(count), odd).reduce((total, one) => total + one.share, 0);
    expect(sum).toBeCloseTo(odd(2 ** count - 1) - odd(0), 10);
  });

  test('are equal for players that add the same to everyone, and nothing for one that adds nothing', () => {
    const worth = (coalition: number) => players(coalition & 0b011) ** 2;
    const [first, second, dummy] = sharesOf(planGame(3), worth);
    expect(first).toEqual(second);
    expect(dummy).toEqual({ share: 0, low: 0, high: 0, error: 0 });
  });

  test('add up over games', () => {
    const plan = planGame(4);
    const [one, other, both] = [odd, gloves, (coalition: number) => odd(coalition) + gloves(coalition)].map(
      (worth) => sharesOf(plan, worth).map((share) => share.share),
    ) as [number[], number[], number[]];
    for (const [at, share] of both.entries()) expect(share).toBeCloseTo(one[at]! + other[at]!, 10);
  });

  test('lie between the least and the most a player adds in any order', () => {
    const [left, right] = sharesOf(planGame(3), gloves);
    expect([left!.low, left!.high, right!.low, right!.high]).toEqual([0, 1, 0, 1]);
    for (const { share, low, high } of sharesOf(planGame(5), odd)) {
      expect(share).toBeGreaterThanOrEqual(low);
      expect(share).toBeLessThanOrEqual(high);
    }
  });

  test('from drawn orders are exact without interactions, and within their error of the exact ones with', () => {
    const additive = (coalition: number) =>
      Array.from({ length: 8 }, (_, at) => ((coalition >> at) & 1) * (at + 1)).reduce((a, b) => a + b, 0);
    for (const [at, { share, error }] of sharesOf(planGame(8), additive).entries()) {
      expect(share).toBeCloseTo(at + 1, 12);
      expect(error).toBeCloseTo(0, 12);
    }
    const squared = (coalition: number) => additive(coalition) ** 2;
    const exact = (at: number) => (at + 1) * 36;
    for (const [at, { share, error }] of sharesOf(planGame(8), squared).entries()) {
      expect(Math.abs(share - exact(at))).toBeLessThanOrEqual(4 * error + 1e-9);
    }
  });

  test('refuse more players than a coalition has bits for', () => {
    expect(() => planGame(31)).toThrow('invalid players; 0 to 30 expected: 31');
  });
});

describe('shares of a game with blocks', () => {
  const blocks = [[0, 1, 2], [3], [4]];
  const shares = sharesOf(planGame(5, blocks), odd).map((one) => one.share);
  /** The same game with the first block as one player. */
  const held = (coalition: number) => odd((coalition & 1 ? 0b111 : 0) | ((coalition >> 1) << 3));
  const whole = sharesOf(planGame(3), held).map((one) => one.share);

  test('sum over the members of a block to what the block gets as one player', () => {
    expect(shares[0]! + shares[1]! + shares[2]!).toBeCloseTo(whole[0]!, 10);
  });

  test('of the others are what they are while the block is held together', () => {
    expect(shares[3]).toBeCloseTo(whole[1]!, 10);
    expect(shares[4]).toBeCloseTo(whole[2]!, 10);
  });

  test('are those of every order in which the members come one after the other, counted one by one', () => {
    const orders = permutations([0, 1, 2])
      .map(String)
      .flatMap((inside) =>
        permutations([inside, '3', '4']).map((order) => order.join().split(',').map(Number)),
      );
    expect(orders).toHaveLength(36);
    for (let player = 0; player < 5; player++) {
      const adds = orders.map((order) => {
        const before = order.slice(0, order.indexOf(player)).reduce((union, one) => union | (1 << one), 0);
        return odd(before | (1 << player)) - odd(before);
      });
      expect(shares[player]).toBeCloseTo(adds.reduce((sum, one) => sum + one, 0) / 36, 10);
    }
  });

  test('differ from those without blocks where players interact, and are the same where nobody does', () => {
    const free = sharesOf(planGame(5), odd).map((one) => one.share);
    expect(Math.abs(free[3]! - shares[3]!)).toBeGreaterThan(1e-3);
    const additive = (coalition: number) => players(coalition & 0b11011) * 3 + players(coalition & 0b100);
    const [bound, loose] = [planGame(5, blocks), planGame(5)].map((plan) =>
      sharesOf(plan, additive).map((one) => one.share),
    ) as [number[], number[]];
    for (const [at, share] of bound.entries()) expect(share).toBeCloseTo(loose[at]!, 12);
  });

  test('from drawn orders sum to the total, and never part the members of a block', () => {
    const plan = planGame(8, [[0, 1, 2, 3], [4], [5], [6], [7]]);
    for (const order of plan.orders!) {
      const places = [0, 1, 2, 3].map((one) => order.indexOf(one));
      expect(Math.max(...places) - Math.min(...places)).toBe(3);
      expect(order.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    }
    const sum = sharesOf(plan, odd).reduce((total, one) => total + one.share, 0);
    expect(sum).toBeCloseTo(odd(255) - odd(0), 10);
  });
});

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((one, at) => permutations(list.toSpliced(at, 1)).map((rest) => [one, ...rest]));
}

describe('interactions of a game', () => {
  test('are what two players make together, zero where they only add', () => {
    const worth = (coalition: number) => (coalition & 0b100 ? 5 : 0) + ((coalition & 0b11) === 0b11 ? 8 : 0);
    expect(interactionsOf(planGame(3), worth)).toEqual([
      [0, 8, 0],
      [8, 0, 0],
      [0, 0, 0],
    ]);
  });

  test('are negative for substitutes, and not given where orders were drawn', () => {
    const either = (coalition: number) => (coalition > 0 ? 1 : 0);
    expect(interactionsOf(planGame(2), either)![0]![1]).toBe(-1);
    expect(interactionsOf(planGame(7), either)).toBeUndefined();
  });
});

describe('intervals of parts and of pairs', () => {
  /** A game of so many acts over replications, each with a worth of its own. */
  function explainedOf(count: number, worths: readonly ((coalition: number) => number)[]) {
    const acts = planGame(count);
    const mixtures = acts.coalitions.map((one) => ({ assumptions: 0, acts: one }));
    const runs = worths.map((worth) => acts.coalitions.map((one) => Float64Array.of(worth(one))));
    return explain({ assumptions: planGame(0), acts, mixtures }, runs, 0)!;
  }
  const pair = (size: number) => (coalition: number) => (coalition === 0b11 ? size : 0);

  test('tell an interaction that every run has from one that comes and goes', () => {
    const steady = explainedOf(2, [7, 8, 9, 8].map(pair)).interactionsCi95![0]![1]!;
    expect(steady[0]).toBeGreaterThan(0);
    const { interactions, interactionsCi95 } = explainedOf(2, [8, -7, 9, -6].map(pair));
    expect(interactions![1]![0]).toBe(1);
    expect(interactionsCi95![0]![1]![0]).toBeLessThan(0);
    expect(explainedOf(2, [pair(8)]).interactionsCi95![0]![1]).toBeNull();
  });

  test('of shares hold the error of drawn orders, which the spread over runs does not show', () => {
    const squared = (coalition: number) => (coalition & 0b1111) ** 2 + players(coalition) ** 3;
    const runs = [1, 1.001, 0.999, 1].map((factor) => (coalition: number) => factor * squared(coalition));
    for (const { share, error, ci95 } of explainedOf(8, runs).acts) {
      expect(error).toBeGreaterThan(0);
      expect(ci95![1] - share).toBeGreaterThan(1.96 * error);
    }
    const same = explainedOf(3, runs).acts[0]!;
    expect(same.error).toBe(0);
    expect(same.ci95![1] - same.share).toBeLessThan(0.01 * Math.abs(same.share));
  });
});

const baseline = resolvePreset('baseline');
const several = resolve({
  schema: 'headwater/scenario@1',
  id: 'several',
  policies: [
    { lever: 'interestSubsidy', from: '2026-01', set: { points: 0.03 } },
    { lever: 'riskSplit', from: '2026-01', set: { bankShare: 0.25 } },
  ],
  shocks: [{ kind: 'demandFall', from: '2026-02', months: 6, severity: 2 }],
  assumptions: { cashBuffer: 1 },
});

describe('what two scenarios differ in', () => {
  test('is a list of levers and shocks, and of assumptions apart', () => {
    expect(playersOf(baseline.scenario, several.scenario)).toEqual({
      assumptions: [{ family: 'assumption', name: 'cashBuffer' }],
      acts: [
        { family: 'policy', name: 'interestSubsidy' },
        { family: 'policy', name: 'riskSplit' },
        { family: 'shock', name: 'demandFall', from: '2026-02' },
      ],
    });
    expect(playersOf(several.scenario, several.scenario)).toEqual({ assumptions: [], acts: [] });
  });

  test('counts a shock that is taken away as one of them', () => {
    const { acts } = playersOf(several.scenario, baseline.scenario);
    expect(acts.at(-1)).toEqual({ family: 'shock', name: 'demandFall', from: '2026-02', gone: true });
  });

  test('mixes into both scenarios at the ends', () => {
    for (const [a, b] of [
      [baseline.scenario, several.scenario],
      [several.scenario, baseline.scenario],
    ] as const) {
      const all = playersOf(a, b);
      const [none, every] = [{ assumptions: [], acts: [] }, all].map((which) => mixture(a, b, all, which));
      for (const [mixed, whole] of [
        [none!, a],
        [every!, b],
      ] as const) {
        const { policies, shocks, assumptions } = whole;
        expect(mixed).toMatchObject({ policies, shocks, assumptions });
        expect(mixed.shocks).toHaveLength(shocks.length);
      }
    }
  });
});

describe('shocks that two scenarios differ in', () => {
  const flood = (severity: number, more: object = {}) => ({
    kind: 'flood',
    from: '2027-06',
    months: 3,
    severity,
    ...more,
  });
  const withShocks = (...shocks: object[]) =>
    resolve({ schema: 'headwater/scenario@1', id: 'floods', shocks }).scenario;
  const [changsha, yueyang] = [
    { scope: { prefectures: ['430100'] } },
    { scope: { prefectures: ['430600'] } },
  ];

  test('are one player where a shock is changed, and no mixture has it twice', () => {
    const [a, b] = [withShocks(flood(1)), withShocks(flood(2, { months: 5 }))];
    const all = playersOf(a, b);
    expect(all.acts).toEqual([{ family: 'shock', name: 'flood', from: '2027-06' }]);
    const severities = [{ assumptions: [], acts: [] }, all].map((which) =>
      mixture(a, b, all, which).shocks.map((one) => one.severity),
    );
    expect(severities).toEqual([[1], [2]]);
  });

  test('are two players where one ends in one place and one begins in another', () => {
    const [a, b] = [withShocks(flood(1, changsha)), withShocks(flood(1, yueyang))];
    expect(playersOf(a, b).acts).toEqual([
      { family: 'shock', name: 'flood', from: '2027-06', ...yueyang },
      { family: 'shock', name: 'flood', from: '2027-06', ...changsha, gone: true },
    ]);
  });

  test('are told apart by whom they are limited to, and counted where that is the same', () => {
    const none = withShocks();
    const apart = playersOf(none, withShocks(flood(1, changsha), flood(1, yueyang))).acts;
    expect(apart.map(({ scope, ordinal }) => [scope, ordinal])).toEqual([
      [changsha.scope, undefined],
      [yueyang.scope, undefined],
    ]);
    const alike = playersOf(none, withShocks(flood(1), flood(2))).acts;
    expect(alike.map(({ scope, ordinal }) => [scope, ordinal])).toEqual([
      [undefined, 1],
      [undefined, 2],
    ]);
  });
});

test('worlds between two scenarios of another province are of that province', () => {
  const head = { schema: 'headwater/scenario@1', id: 'one', base: 'zhejiang', province: 'zhejiang' };
  const a = resolve({ ...head, policies: [] }).scenario;
  const b = resolve({ ...head, policies: several.scenario.policies }).scenario;
  const all = playersOf(a, b);
  expect(resolve(mixture(a, b, all, all)).scenario).toMatchObject({
    province: 'zhejiang',
    policies: several.scenario.policies,
  });
});

describe('families', () => {
  test.each([
    ['policy', INSTRUMENTS.map((one) => one.id)],
    ['shock', SHOCKS.map((one) => one.id)],
    ['assumption', assumptionsOf(loadProvince('hunan').parameters).map((one) => one.id)],
  ] as const)('hold every %s once, and nothing else', (of, ids) => {
    const held = FAMILIES.filter((one) => one.of === of).flatMap((one) => one.members);
    expect(held.toSorted()).toEqual([...ids].toSorted());
  });

  test('are so few that every mixture of them can be run, and so small that each can be opened', () => {
    const acts = FAMILIES.filter((one) => one.of !== 'assumption');
    expect(acts.length).toBeLessThanOrEqual(6);
    for (const { id, members } of FAMILIES)
      expect(members.length + acts.length - 1, id).toBeLessThanOrEqual(30);
    const names = FAMILIES.flatMap((one) => one.members);
    expect(new Set(names).size, 'a name says which of the three it is').toBe(names.length);
  });
});

describe('what is given a share', () => {
  const policy = (name: string): Player => ({ family: 'policy', name });
  const few = ['riskSplit', 'dataSharing', 'compensation', 'interestSubsidy', 'evaluation'].map(policy);
  const many: Player[] = [
    ...few,
    policy('guaranteeFee'),
    policy('bankTax'),
    { family: 'shock', name: 'flood', from: '2027-06' },
  ];
  const named = (grouping: Parameters<typeof holdingOf>[1]) =>
    holdingOf(many, grouping).parts.map(({ players, group }) => [group, ...players.map((one) => one.name)]);

  test('is every player up to six', () => {
    const { parts, blocks } = holdingOf([...few, many[5]!], {});
    expect(parts.map((one) => one.players.length)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(blocks).toEqual([[0], [1], [2], [3], [4], [5]]);
  });

  test('is a family each beyond six', () => {
    expect(named({})).toEqual([
      ['guarantee', 'riskSplit', 'compensation', 'guaranteeFee'],
      ['data', 'dataSharing', 'bankTax'],
      ['subsidy', 'interestSubsidy'],
      ['supervision', 'evaluation'],
      ['shocks', 'flood'],
    ]);
  });

  test('is the members of the open group, in one block, beside the others as groups', () => {
    expect(named({ open: 'data' }).map((one) => one.join(' '))).toEqual([
      'guarantee riskSplit compensation guaranteeFee',
      'data dataSharing',
      'data bankTax',
      'subsidy interestSubsidy',
      'supervision evaluation',
      'shocks flood',
    ]);
    expect(holdingOf(many, { open: 'data' }).blocks).toEqual([[0], [1, 2], [3], [4], [5]]);
  });

  test('follows whoever moves a lever to another group or out of all, and ignores groups that do not exist', () => {
    const held = { riskSplit: 'alone', interestSubsidy: 'supervision', evaluation: 'atlantis' };
    expect(named({ held })).toEqual([
      [undefined, 'riskSplit'],
      ['data', 'dataSharing', 'bankTax'],
      ['guarantee', 'compensation', 'guaranteeFee'],
      ['supervision', 'interestSubsidy', 'evaluation'],
      ['shocks', 'flood'],
    ]);
  });

  test('is every player where all are of one family', () => {
    const guarantees = FAMILIES.find((one) => one.id === 'guarantee')!
      .members.slice(0, 8)
      .map(policy);
    expect(holdingOf(guarantees, {}).parts).toHaveLength(8);
  });
});

describe('the attribution of a package', { timeout: 30_000 }, () => {
  const question = { scale: 1000, seed: 'why', runs: 1, months: ['2026-03', '2026-06'] } as const;
  const plan = planAttribution(baseline, several);

  test('runs every mixture once, with the same luck, and shares the difference out to the last part', async () => {
    const worlds: string[] = [];
    const found = await attribute(plan, question, soloEngine, {
      onMixture: (done, total) => worlds.push(`${done} of ${total}`),
    });
    expect(worlds.at(-1)).toBe('10 of 10');
    expect(found).toMatchObject({ worlds: 10, runs: 1, orders: 'all', scale: 1000 });
    const settings = { ...question, until: monthIndex('2026-06') };
    const { result } = await compare([baseline, several], { settings, dimensions: [] }, soloEngine);
    for (const [id, explained] of Object.entries(found.indicators)) {
      for (const [month, at] of [3, 6].entries()) {
        const one = explained[month];
        if (!one) continue;
        const { mean: monthly } = result.indicators[id]!.difference;
        const mean = FLOWS.has(id) ? flowTotal(monthly, at) : monthly[at]!;
        const scale = Math.max(1e-9, Math.abs(one.a), Math.abs(one.b));
        const sum = [...one.assumptions, ...one.acts].reduce((total, part) => total + part.share, 0);
        expect(Math.abs(sum - one.total) / scale, id).toBeLessThan(1e-12);
        if (mean !== null) expect(Math.abs(one.total - mean) / scale, id).toBeLessThan(1e-12);
      }
    }
    const { acts, assumptions } = found.indicators['loan-balance']![1]!;
    expect(Math.abs(acts[0]!.share)).toBeGreaterThan(0);
    expect(Math.abs(acts[2]!.share)).toBeGreaterThan(0);
    expect(Math.abs(assumptions[0]!.share)).toBeGreaterThan(0);
  });

  test('tells a flow by its sum from January 2026 on, and a level as it stands', async () => {
    const asked = { ...question, months: ['2026-06'] };
    const found = await attribute(plan, asked, soloEngine);
    const settings = { ...asked, until: monthIndex('2026-06') };
    const { result } = await compare([baseline, several], { settings, dimensions: [] }, soloEngine);
    const under = (id: string) => result.indicators[id]!.b.mean;
    const [, ...paid] = under('fiscal-cost');
    expect(found.indicators['fiscal-cost']![0]!.b).toBe(paid.reduce<number>((sum, yuan) => sum + yuan!, 0));
    expect(found.indicators['loan-balance']![0]!.b).toBe(under('loan-balance').at(-1));
  });

  test('of more than six levers is of groups, and opening one shares its part out among its members', async () => {
    const lever = (name: string, set: Record<string, number>) => ({ lever: name, from: '2026-01', set });
    const long = resolve({
      schema: 'headwater/scenario@1',
      id: 'long',
      policies: [
        lever('interestSubsidy', { points: 0.03 }),
        lever('riskSplit', { bankShare: 0.25 }),
        lever('guaranteeCapital', { injection: 0.3 }),
        lever('guaranteeFee', { rate: 0.002 }),
        lever('firstLoanList', { contacts: 0.5 }),
        lever('renewalWithoutRepayment', { share: 0.9 }),
      ],
      shocks: [{ kind: 'demandFall', from: '2026-02', months: 6, severity: 2 }],
    });
    const short = { ...question, months: ['2026-03'] };
    const shut = await attribute(planAttribution(baseline, long), short, soloEngine);
    const plan = planAttribution(baseline, long, { open: 'guarantee' });
    const opened = await attribute(plan, short, soloEngine);
    expect(shut).toMatchObject({ worlds: 16, orders: 'all' });
    expect(opened).toMatchObject({ worlds: 64, orders: 'all' });
    const at = opened.acts.flatMap((one, k) => (one.group === 'guarantee' ? [k] : []));
    expect(at).toHaveLength(3);
    const sum = (parts: readonly { share: number }[]) => parts.reduce((total, one) => total + one.share, 0);
    let moved = 0;
    for (const [id, [explained]] of Object.entries(shut.indicators)) {
      const inside = opened.indicators[id]![0];
      if (!explained || !inside) continue;
      const size = Math.max(1e-9, Math.abs(explained.a), Math.abs(explained.b));
      for (const one of [explained, inside])
        expect(Math.abs(sum(one.acts) - one.total) / size, id).toBeLessThan(1e-12);
      const whole = explained.acts[shut.acts.findIndex((one) => one.group === 'guarantee')]!;
      const members = at.map((k) => inside.acts[k]!);
      expect(Math.abs(sum(members) - whole.share) / size, id).toBeLessThan(1e-12);
      if (members.filter((one) => one.share !== 0).length > 1) moved++;
    }
    expect(moved, 'indicators that several members move').toBeGreaterThan(0);
  });

  test('gives nothing, in every order, to a lever that says the status quo', async () => {
    const idle = planAttribution(
      baseline,
      resolve({
        schema: 'headwater/scenario@1',
        id: 'idle',
        policies: [
          { lever: 'interestSubsidy', from: '2026-01', set: { points: 0.03 } },
          { lever: 'guaranteeCapital', from: '2026-01', set: { injection: 0 } },
        ],
      }),
    );
    const found = await attribute(idle, question, soloEngine);
    for (const explained of Object.values(found.indicators).flat()) {
      if (!explained) continue;
      expect(explained.acts[1]).toEqual({ share: 0, low: 0, high: 0, error: 0, ci95: null });
      expect(explained.interactions![0]![1]).toBe(0);
    }
  });

  test('is undefined where a world leaves the indicator undefined, and stops when told to', async () => {
    const games = { ...plan, assumptions: planGame(0), acts: planGame(1), mixtures: plan.mixtures };
    expect(explain(games, [plan.mixtures.map(() => new Float64Array([Number.NaN]))], 0)).toBeNull();
    await expect(attribute(plan, question, soloEngine, { signal: { aborted: true } })).rejects.toThrow(
      'cancelled',
    );
  });
});
