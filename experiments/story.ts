/** The story of one enterprise, or of a few that stand for many, in one world or two. */
import type { Resolved } from '../scenarios/index.ts';
import { FORK_MONTH, monthName, type World } from '../sim/index.ts';
import { canonicalJson } from './canonical.ts';
import type { ForkCache } from './fork.ts';
import { openResultDigest, receiptOf, type Settings } from './receipt.ts';
import { planOf } from './scenario-run.ts';
import { runSeries } from './series.ts';
import { type Census, openCensus } from './story/census.ts';
import { type Diary, keepDiaries } from './story/diary.ts';
import type { Story, StoryDocument, StoryKind, StoryMonth } from './story/document.ts';
import { KINDS } from './story/kinds.ts';
import { type Observer, watchedEngine } from './story/watched-engine.ts';
import { runWorld, type Steering } from './world-run.ts';

/** What to tell: without an id, one enterprise of each kind. */
export interface StoryQuestion {
  readonly settings: Settings;
  readonly id?: number | undefined;
}

/** One world, or one and another to tell the same enterprises in. */
export type Scenarios = readonly [Resolved] | readonly [Resolved, Resolved];

/** A world that has been looked at. */
interface Seen {
  readonly world: World;
  readonly resultHash: string;
}

async function see(
  scenario: Resolved,
  settings: Settings,
  observers: readonly Observer[],
  steering: Steering,
): Promise<Seen> {
  const plan = planOf(scenario, { settings, dimensions: [] }, 0);
  const { world, recording } = await runWorld(plan, watchedEngine(observers), steering);
  const digest = openResultDigest();
  digest.add(runSeries(recording), world);
  return { world, resultHash: digest.hex() };
}

/** What happened in a month, without its numbers. */
function gist({ happenings, state }: StoryMonth): unknown {
  const words = happenings.map((one) =>
    Object.values(one).filter((value) => typeof value === 'string' || typeof value === 'boolean'),
  );
  const reviews = happenings.flatMap((one) => (one.kind === 'credit' ? [one.review?.outcome ?? null] : []));
  return { words, reviews, status: state.status };
}

/** Months in which the two worlds do not agree about something told of an enterprise, its being there included. */
function differing(
  a: readonly StoryMonth[],
  b: readonly StoryMonth[],
  tell: (month: StoryMonth) => unknown,
): string[] {
  const texts = (months: readonly StoryMonth[]) =>
    new Map(months.map((one) => [one.month, canonicalJson(tell(one))]));
  const [inA, inB] = [texts(a), texts(b)];
  const months = [...new Set([...inA.keys(), ...inB.keys()])].sort();
  return months.filter((month) => inA.get(month) !== inB.get(month));
}

/** The same enterprise in another world. */
const against = (a: Diary, b: Diary) => ({
  b: b.months,
  differs: differing(a.months, b.months, (month) => month),
  turns: differing(a.months, b.months, gist),
});

function storyOf(a: Diary, b: Diary | undefined, kind?: StoryKind): Story {
  const enterprise = a.person ?? b?.person;
  return {
    ...(kind && { kind }),
    ...(enterprise && { enterprise }),
    a: a.months,
    ...(b && against(a, b)),
  };
}

/** One example a kind, none twice. */
function chosen(examples: readonly (readonly number[])[]): (number | undefined)[] {
  const taken = new Set<number>();
  return examples.map((ids) => {
    const id = ids.find((one) => !taken.has(one));
    if (id !== undefined) taken.add(id);
    return id;
  });
}

const NOBODY: Diary = { id: -1, person: undefined, months: [] };

/** Stories of one enterprise. */
async function tellOne(
  [a, b]: Scenarios,
  { settings, id }: StoryQuestion & { readonly id: number },
  steering: Steering,
) {
  const seen: Seen[] = [];
  const diaries: Diary[] = [];
  for (const scenario of b ? [a, b] : [a]) {
    const diary = keepDiaries([id]);
    seen.push(await see(scenario, settings, [diary.observer], steering));
    diaries.push(...diary.diaries);
  }
  return { seen, stories: [storyOf(diaries[0], diaries[1])] };
}

/** Stories of one enterprise of each kind: a census first, then the diaries of those it names. */
async function tellTypical([a, b]: Scenarios, { settings }: StoryQuestion, steering: Steering) {
  const census: Census[] = [openCensus()];
  const counted = await see(a, settings, [census[0].observer], steering);
  const ids = chosen(census[0].examples(counted.world));
  const known = ids.filter((id) => id !== undefined);
  const inA = keepDiaries(known);
  const seen = [await see(a, settings, [inA.observer], steering)];
  const standings = [census[0].standings(counted.world)];
  const inB = b && keepDiaries(known);
  if (b && inB) {
    census.push(openCensus());
    seen.push(await see(b, settings, [inB.observer, census[1].observer], steering));
    standings.push(census[1].standings(seen[1].world));
  }
  const of = (diaries: readonly Diary[], id: number | undefined) =>
    diaries.find((one) => one.id === id) ?? NOBODY;
  const stories = KINDS.map(({ id, title }, k) => {
    const kind = { id, title, a: standings[0][k], ...(b && { b: standings[1][k] }) };
    return storyOf(of(inA.diaries, ids[k]), inB && of(inB.diaries, ids[k]), kind);
  });
  return { seen, stories };
}

/** Worlds run to tell a story, for showing progress. */
export const worldsToTell = (scenarios: Scenarios, { id }: StoryQuestion): number =>
  scenarios.length + (id === undefined ? 1 : 0);

/**
 * Tells the story on this thread; observing changes no byte of the result, as the receipt shows. `enterprise` is absent
 * from a story when the id is in neither world from 2025-12 on.
 */
export async function tellStory(
  scenarios: Scenarios,
  question: StoryQuestion,
  steering: Steering = {},
): Promise<StoryDocument> {
  const { settings, id } = question;
  const forks: ForkCache | undefined =
    steering.forks ?? (worldsToTell(scenarios, question) > 1 ? new Map() : undefined);
  const steered = { ...steering, forks };
  const [a, b] = scenarios;
  const { seen, stories } =
    id === undefined
      ? await tellTypical(scenarios, question, steered)
      : await tellOne(scenarios, { settings, id }, steered);
  const receipts = seen.map(({ resultHash }, k) => receiptOf(k === 0 ? a : (b ?? a), settings, resultHash));
  return {
    schema: 'headwater/story@1',
    scenarios: { a: a.scenario, ...(b && { b: b.scenario }) },
    province: a.scenario.province,
    scale: settings.scale,
    seed: settings.seed,
    months: Array.from({ length: settings.until - FORK_MONTH + 1 }, (_, k) => monthName(FORK_MONTH + k)),
    stories,
    receipt: { a: receipts[0], ...(b && { b: receipts[1] }) },
  };
}
