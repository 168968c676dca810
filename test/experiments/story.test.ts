import { beforeAll, describe, expect, test } from 'vitest';
import {
  canonicalJson,
  planOf,
  type Question,
  runScenarios,
  runWorld,
  type Scenarios,
  type Story,
  type StoryDocument,
  soloEngine,
  tellStory,
} from '../../experiments/index.ts';
import { askingOf } from '../../experiments/story/asking.ts';
import * as codes from '../../experiments/story/codes.ts';
import { followWish, type Wish } from '../../experiments/story/credit.ts';
import { reviewText, wishText } from '../../experiments/story/credit-sentences.ts';
import { isOfKind, KINDS, MARK } from '../../experiments/story/kinds.ts';
import { yuan } from '../../experiments/story/names.ts';
import { readingOf, reasonAt } from '../../experiments/story/reading.ts';
import { watchedEngine } from '../../experiments/story/watched-engine.ts';
import { type Resolved, resolvePreset } from '../../scenarios/index.ts';
import { DATA } from '../../sim/agents/enterprises.ts';
import { DECISION } from '../../sim/contracts/applications.ts';
import { FORK_MONTH, MONTH, monthName, type Text, type World } from '../../sim/index.ts';

const UNTIL = FORK_MONTH + 36;
const settings = { scale: 1000, seed: '1', runs: 1, until: UNTIL } as const;
const question: Question = { settings, dimensions: [] };
const baseline = resolvePreset('baseline');
const full = resolvePreset('full-package');

const credits = (story: Story) =>
  story.a.flatMap(({ happenings }) => happenings.flatMap((one) => (one.kind === 'credit' ? [one] : [])));

let typical: StoryDocument;
beforeAll(async () => {
  typical = await tellStory([baseline, full], { settings });
}, 60_000);

test('money in groups of three, with a true minus sign and none before nothing', () => {
  expect(yuan(-15116.4)).toEqual({ en: 'CNY −15,116', zh: '−15,116元' });
  expect(yuan(-0.2)).toEqual({ en: 'CNY 0', zh: '0元' });
});

describe('the observer', () => {
  test('changes no byte: a world that was watched has the result hash of one that was not', async () => {
    const [a, b] = await runScenarios([baseline, full], question, soloEngine);
    expect(typical.receipt.a.resultHash, 'baseline, counted, forked and watched').toBe(a.resultHash);
    expect(typical.receipt.b?.resultHash, 'full package, watched from the fork on').toBe(b.resultHash);
    const alone = await tellStory([baseline], { settings, id: typical.stories[0].enterprise?.id });
    expect(alone.receipt.a.resultHash, 'baseline, one enterprise watched').toBe(a.resultHash);
  });

  test('names data states and phases as the engine does', () => {
    expect(codes.DATA_STATES.map((name) => DATA[name])).toEqual([0, 1, 2]);
    expect(
      MONTH.map(({ name }) => name),
      'phases looked after',
    ).toEqual(expect.arrayContaining(Object.values(codes.LOOKS)));
  });
});

/** Looks at every application of a year of a scenario. */
async function everyApplication(
  scenario: Resolved,
  look: (world: World, row: number, phase: string) => void,
): Promise<void> {
  const plan = planOf(scenario, { ...question, settings: { ...settings, until: FORK_MONTH + 18 } }, 0);
  const phase = (world: World, name: string) => {
    if (world.month < FORK_MONTH + 6) return;
    for (let row = 0; row < world.applied[0]; row++) look(world, row, name);
  };
  await runWorld(plan, watchedEngine([{ phase }]), { audit: 'never' });
}

/** Every lever that touches who asks and how lenders read. */
const WORLDS = [
  'baseline',
  'full-package',
  'fundAllocation-strong',
  'enterpriseApp-strong',
  'coordinationMechanism-strong',
  'dynamicRiskShare-strong',
  'guarantorEngine-strong',
  'algorithmFiling-strong',
  'ecommerceData-strong',
  'reserveDiscount-strong',
  'outlets-strong',
  'taizhou-relationship-banks',
];

describe.each(WORLDS)('the numbers told of %s', (id) => {
  test('agree with what owners and lenders did, application by application', async () => {
    const seen = { asked: 0, silent: 0, accepted: 0, refused: 0 };
    await everyApplication(resolvePreset(id), (world, row, phase) => {
      const { applications: a } = world;
      if (phase === codes.LOOKS.apply) {
        const { gain, deterred } = askingOf(world, row);
        const asked = a.shadow[row] === 0;
        seen[asked ? 'asked' : 'silent']++;
        if (gain > 0 !== asked && deterred !== 'unaware')
          expect(Math.abs(gain), `gain of an owner who ${asked ? 'asked' : 'did not ask'}`).toBeLessThan(
            0.01,
          );
      }
      if (phase === codes.LOOKS.underwrite) {
        const reading = readingOf(world, row);
        if (!reading) return;
        const passes = a.decision[row] !== DECISION.refused;
        seen[passes ? 'accepted' : 'refused']++;
        expect(
          reading.rules.every(({ holds }) => holds),
          `${reasonAt(world, row)}: ${JSON.stringify(reading)}`,
        ).toBe(passes);
      }
    });
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(0);
  }, 60_000);
});

test.each([
  ['outlets-strong', 'outlet', 'An officer calls from door to door', '银行人员上门走访'],
  ['taizhou-relationship-banks', 'relationship', 'walks its patch and calls', '关系型银行客户经理走访片区'],
] as const)(
  'a story of %s tells whose officer called',
  async (id, caller, en, zh) => {
    const told: Text[] = [];
    await everyApplication(resolvePreset(id), (world, row, phase) => {
      if (phase !== codes.LOOKS.apply || askingOf(world, row).caller !== caller) return;
      const wish = followWish(world, world.applications.enterprise[row]!, phase, undefined)!;
      if (!wish.credit.contacted && !wish.credit.visited) told.push(wishText(wish.credit));
    });
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((text) => text.en.includes(en) && text.zh.includes(zh))).toEqual(told);
  },
  60_000,
);

describe('a wish for credit', () => {
  test('is followed to its end: every answer has the numbers behind it', async () => {
    const wishes = new Map<number, Wish>();
    const outcomes = new Map<string, number>();
    await everyApplication(full, (world, row, phase) => {
      const slot = world.applications.enterprise[row];
      const wish = followWish(world, slot, phase, wishes.get(slot));
      if (wish) wishes.set(slot, wish);
      if (phase !== codes.LOOKS.disburse || !wish) return;
      const { outcome, reason, reading, review, queue, granted } = wish.credit;
      outcomes.set(`${outcome} ${reason}`, (outcomes.get(`${outcome} ${reason}`) ?? 0) + 1);
      if (outcome === 'granted') expect(granted, 'what was granted').toBeGreaterThan(0);
      if (reason === 'lenderFull' || outcome === 'granted') {
        expect(queue?.rank, 'rank in the queue').toBeGreaterThan(0);
        expect(queue && queue.rank <= queue.served, 'served by rank').toBe(outcome === 'granted');
        expect(queue?.of).toBeGreaterThanOrEqual(queue?.rank ?? 0);
        if (queue?.of === 1 && outcome === 'granted')
          expect(queue.asked, 'asked of a lender nobody else asked').toBe(granted);
      }
      if (reason === 'declined') expect(reading?.rules.find(({ holds }) => !holds)?.rule).toBe('price');
      if (reason === 'guarantorRefused') expect(['no-information', 'too-risky']).toContain(review?.outcome);
      if (reason === 'guarantorFull') expect(['full', 'suspended', 'none-here']).toContain(review?.outcome);
      if (reason === 'tooDear' && reading?.covered === 0)
        expect(reading.rules.find(({ holds }) => !holds)?.rule, 'the rule that failed').toBe('rate');
    });
    for (const one of ['granted none', 'refused tooRisky', 'would-be-granted none'])
      expect(outcomes.get(one), one).toBeGreaterThan(0);
  }, 60_000);
});

describe('a counter-guarantee', () => {
  test('is told when it is given, and when its lack is why a guarantor refuses', async () => {
    const wishes = new Map<number, Wish>();
    const told = new Set<string>();
    await everyApplication(resolvePreset('counterGuarantee-strong'), (world, row, phase) => {
      const slot = world.applications.enterprise[row];
      const wish = followWish(world, slot, phase, wishes.get(slot));
      if (wish) wishes.set(slot, wish);
      if (phase !== codes.LOOKS.disburse || !wish?.credit.review) return;
      const { reason, review } = wish.credit;
      // a bank that lends without cover may then have no room itself
      if (reason !== 'lenderFull')
        expect(reason === 'noCounterGuarantee').toBe(review.outcome === 'no-counter-guarantee');
      const said = reviewText(review);
      if (reason === 'noCounterGuarantee') {
        expect([said.en, said.zh]).toEqual([
          expect.stringContaining('counter-guarantee'),
          expect.stringContaining('反担保'),
        ]);
        told.add('lacking');
      } else if (review.counterGuaranteed && review.outcome === 'accepted') {
        expect(said.en).toContain('accepted on a counter-guarantee');
        told.add('given');
      }
    });
    expect([...told].sort()).toEqual(['given', 'lacking']);
  }, 60_000);
});

describe('typical stories', () => {
  test('one of each kind, each with the enterprises it stands for in both worlds', () => {
    expect(typical.stories.map(({ kind }) => kind?.id)).toEqual(KINDS.map(({ id }) => id));
    const ids = typical.stories.flatMap(({ enterprise }) => enterprise?.id ?? []);
    expect(new Set(ids).size, 'nobody stands for two kinds').toBe(ids.length);
    for (const { kind, enterprise } of typical.stories) {
      expect(kind?.a.share, kind?.id).toBeGreaterThanOrEqual(0);
      expect(kind?.a.share, kind?.id).toBeLessThan(1);
      expect(kind?.a.enterprises, `somebody is told where there is somebody: ${kind?.id}`).toBe(
        enterprise ? kind?.a.enterprises : 0,
      );
      expect(kind?.b, 'the other world').toBeDefined();
    }
  });

  test('are what they say', () => {
    const of = (id: string) => typical.stories.find(({ kind }) => kind?.id === id) as Story;
    const happened = (story: Story, kind: string) =>
      story.a.some(({ happenings }) => happenings.some((one) => one.kind === kind));
    expect(
      credits(of('never-asked')).every(({ asked }) => !asked),
      'never asked',
    ).toBe(true);
    expect(
      credits(of('never-asked')).some(({ outcome }) => outcome === 'would-be-granted'),
      'would have been granted it',
    ).toBe(true);
    expect(credits(of('refused-for-risk')).some(({ asked, reason }) => asked && reason === 'tooRisky')).toBe(
      true,
    );
    expect(
      credits(of('refused-by-guarantor')).some(
        ({ asked, review }) => asked && review !== null && review.outcome !== 'accepted',
      ),
    ).toBe(true);
    expect(credits(of('first-loan')).some(({ first, outcome }) => first && outcome === 'granted')).toBe(true);
    expect(happened(of('defaulted'), 'defaulted'), 'defaulted').toBe(true);
    expect(happened(of('borrowed-privately'), 'borrowed-privately'), 'private loan').toBe(true);
    const ends = of('renewed-throughout').a.flatMap(({ happenings }) =>
      happenings.flatMap((one) =>
        one.kind === 'matured' && one.outcome !== 'cover-asked' ? [one.outcome] : [],
      ),
    );
    expect([...new Set(ends)], 'renewed throughout').toEqual(['renewed']);
    expect(credits(of('never-wanted')), 'never wanted').toEqual([]);
  });

  test('a kind asks for all of its marks and none of those it excludes', () => {
    const [neverAsked] = KINDS;
    expect(isOfKind(neverAsked, MARK.wanted | MARK.discouraged)).toBe(true);
    expect(isOfKind(neverAsked, MARK.wanted | MARK.discouraged | MARK.asked)).toBe(false);
    expect(isOfKind(neverAsked, MARK.wanted)).toBe(false);
  });
});

describe('a story', () => {
  test('has a month for every month on the books, from the state at 2025-12 on', () => {
    const [{ a }] = typical.stories;
    expect(a[0]).toMatchObject({ month: '2025-12', happenings: [] });
    expect(a.map(({ month }) => month)).toEqual(
      Array.from({ length: a.length }, (_, k) => monthName(FORK_MONTH + k)),
    );
    expect(typical.months.at(-1)).toBe(monthName(UNTIL));
  });

  test('says of a loan that goes on when its guarantor leaves it', async () => {
    const plan = planOf(baseline, question, 0);
    const lapsed: { id: number; month: string }[] = [];
    let covered: number[] = [];
    const phase = ({ loans, enterprises, month }: World, name: string) => {
      const slots = enterprises.id.keys();
      if (name === 'ration and disburse')
        covered = [...slots].filter((i) => loans.guarantor[i] > 0 && loans.left[i] === 1);
      if (name !== 'service' || month < FORK_MONTH) return;
      for (const i of covered)
        if (loans.guarantor[i] === 0 && loans.left[i] > 1)
          lapsed.push({ id: enterprises.id[i], month: monthName(month + 1) });
    };
    await runWorld(plan, watchedEngine([{ phase }]), { audit: 'never' });
    const [one] = lapsed;
    const told = await tellStory([baseline], { settings, id: one?.id });
    const at = told.stories[0].a.find(({ month }) => month === one?.month);
    expect(at?.happenings).toContainEqual(
      expect.objectContaining({ kind: 'matured', outcome: 'renewed', why: 'cover-lapsed' }),
    );
  });

  test('is the same whether told alone or among others, and is plain JSON', async () => {
    const one = typical.stories.find(({ kind }) => kind?.id === 'first-loan') as Story;
    const alone = await tellStory([baseline, full], { settings, id: one.enterprise?.id });
    const { kind: _, ...rest } = one;
    expect(alone.stories).toEqual([rest]);
    expect(JSON.parse(canonicalJson(alone))).toEqual(JSON.parse(JSON.stringify(alone)));
  });

  test('of the same world twice has no month that differs', async () => {
    const id = typical.stories[0].enterprise?.id;
    const worlds: Scenarios = [baseline, baseline];
    const { stories } = await tellStory(worlds, { settings, id });
    expect(stories[0].differs).toEqual([]);
    expect(stories[0].b).toEqual(stories[0].a);
  });

  test('marks months that differ, and among them those in which something else happened', () => {
    for (const { a, b, differs, turns } of typical.stories) {
      const at = (months: Story['a'] | undefined, name: string) =>
        months?.find(({ month }) => month === name);
      for (const month of typical.months)
        expect(differs?.includes(month), month).toBe(
          JSON.stringify(at(a, month)) !== JSON.stringify(at(b, month)),
        );
      expect(differs).toEqual(expect.arrayContaining([...(turns ?? [])]));
    }
    const turned = typical.stories.flatMap(({ turns }) => turns ?? []);
    expect(turned.length, 'the package changes somebody’s story').toBeGreaterThan(0);
    expect(turned.every((month) => month >= '2026-01')).toBe(true);
  });

  test('tells that a loan was called and a private lender took its place, in the month it did', async () => {
    let before = new Float64Array();
    const called: { id: number; month: string; amount: number; rate: number }[] = [];
    const plan = planOf(baseline, question, 0);
    const engine = watchedEngine([
      {
        phase: (world, phase) => {
          const { privateDebt, privateRate, id, status } = world.enterprises;
          if (phase === codes.LOOKS.disburse) before = Float64Array.from(privateDebt);
          if (phase !== codes.LOOKS.service || world.month < FORK_MONTH) return;
          for (let i = 0; i < id.length; i++)
            if (status[i] === 1 && privateDebt[i] > before[i])
              called.push({
                id: id[i],
                month: monthName(world.month + 1),
                amount: privateDebt[i] - before[i],
                rate: privateRate[i] / 500,
              });
        },
      },
    ]);
    await runWorld(plan, engine, { audit: 'never' });
    const { id, month, amount, rate } = called[0];
    const { stories } = await tellStory([baseline], { settings, id });
    const { happenings = [] } = stories[0].a.find((one) => one.month === month) ?? {};
    expect(happenings.map(({ kind }) => kind)).toContain('borrowed-privately');
    expect(happenings).toContainEqual(expect.objectContaining({ kind: 'borrowed-privately', amount, rate }));
  });

  test('of nobody has no enterprise', async () => {
    const { stories } = await tellStory([baseline], { settings, id: 7 });
    expect(stories).toEqual([{ a: [] }]);
  });
});
