/** From a story to the data of its charts: marks, gists and findings. */
import type { Happening, Story, StoryMonth } from '../../experiments/index.ts';
import { happeningText } from '../../experiments/story/happening-sentences.ts';
import type { Drawing } from '../app/chart-host.ts';
import type { Context } from '../app/context.ts';
import { settingOf } from '../app/setting.ts';
import { type Life, type LifeMark, type LifeMonth, lifeLane } from '../charts/life-lane.ts';
import { moneyLines, type Purse } from '../charts/money-lines.ts';
import { writeMonth } from '../text/months.ts';
import { displayOf, formatLevel } from '../text/numbers.ts';
import { type OneWords, oneWordsOf } from '../text/one.ts';

/** A story on screen: the comparator's world first, the scenario's second where it differs. */
export interface Told {
  readonly story: Story;
  readonly months: readonly string[];
  /** Enterprises a simulated one stands for. */
  readonly scale: number;
  /** One name a world. */
  readonly names: readonly string[];
}

/** The months of each world, one list a world. */
export const worldsOf = ({ story, names }: Told): (readonly StoryMonth[])[] =>
  names.length > 1 ? [story.a, story.b ?? []] : [story.a];

/** Outcomes of a wish that was put to a lender; the other wishes were kept silent. */
const ANSWERED = ['granted', 'declined', 'refused'] as const;

/** The marks of what happened, on the life lane. */
export function markOf(one: Happening): LifeMark[] {
  switch (one.kind) {
    case 'credit':
      return [ANSWERED.find((outcome) => outcome === one.outcome) ?? 'silent'];
    case 'matured':
      return one.outcome === 'cover-asked' ? [] : [one.outcome === 'renewed' ? 'renewed' : 'ended'];
    case 'defaulted':
      return ['defaulted'];
    case 'closed':
      return ['closed'];
    default:
      return [];
  }
}

function gistOf(one: Happening, words: OneWords): string | undefined {
  switch (one.kind) {
    case 'credit':
      return (
        {
          granted: words.gistGranted,
          declined: words.gistDeclined,
          refused: words.gistRefused,
        }[one.outcome as string] ?? words.gistSilent
      );
    case 'matured':
      if (one.outcome === 'cover-asked') return undefined;
      return one.outcome === 'renewed' ? words.gistRenewed : words.gistEnded;
    case 'flooded':
      return words.gistFlooded;
    case 'defaulted':
      return words.gistDefaulted;
    case 'missed':
      return words.gistMissed;
    case 'borrowed-privately':
      return words.gistPrivate;
    case 'closed':
      return words.gistClosed;
    default:
      return undefined;
  }
}

/** First month in which something else happened in the two worlds, told in a few words; undefined when only numbers differ. */
export function partingOf(story: Story): string | undefined {
  const words = oneWordsOf('en');
  return story.turns?.find((month) => {
    const [a, b] = [story.a, story.b ?? []].map((months) => months.find((one) => one.month === month));
    return gist(a, b, words) !== gist(b, a, words);
  });
}

/** What a month was about, in a few words; what the other world had too is left out. */
function gist(month: StoryMonth | undefined, other: StoryMonth | undefined, words: OneWords): string {
  const of = (one: StoryMonth | undefined) =>
    (one?.happenings ?? []).flatMap((happening) => gistOf(happening, words) ?? []);
  const [mine, theirs] = [of(month), of(other)];
  return mine.find((one) => !theirs.includes(one)) ?? mine[0] ?? words.gistOther;
}

function lifeMonth(month: string, one: StoryMonth | undefined, { state, tell }: Context): LifeMonth {
  const words = oneWordsOf(state.language);
  const debts = one?.state.debts ?? [];
  const told = (one?.happenings ?? [])
    .filter(({ kind }) => kind !== 'subsidised')
    .map((what) => tell(happeningText(what)));
  const gap = state.language === 'zh' ? '' : ' ';
  return {
    month,
    there: one !== undefined,
    marks: (one?.happenings ?? []).flatMap(markOf),
    formal: debts.reduce((sum, debt) => sum + debt.amount, 0),
    arrears: Math.max(0, ...debts.map((debt) => debt.arrears)),
    informal: one?.state.privateDebt?.amount ?? 0,
    text: one ? told.join(gap) || words.nothingThen : words.notThere,
  };
}

/** A story is one run of its own, whatever the answer on screen comes from. */
const runOf = ({ scale }: Told) => ({ runs: 1, scale });

const HUES = ['baseline', 0] as const;

/** The life lane of a story. */
export function lifeDrawing(context: Context, told: Told): Drawing {
  const { state, look } = context;
  const words = oneWordsOf(state.language);
  const worlds = worldsOf(told);
  const lives = worlds.map((months, at): Life => {
    const by = new Map(months.map((one) => [one.month, one]));
    return {
      name: told.names[at]!,
      hue: HUES[at]!,
      months: told.months.map((month) => lifeMonth(month, by.get(month), context)),
    };
  });
  const parts = partingOf(told.story);
  const data = {
    id: String(told.story.enterprise!.id),
    title: lifeTitle(context, told, parts),
    subtitle: words.lifeSubtitle,
    lives,
    ...(parts && { parts }),
  };
  return {
    draw: (width) => lifeLane(data, settingOf(context, width, runOf(told))),
    on: [told.story, state.language, look, ...told.names],
  };
}

function lifeTitle({ state, words: common }: Context, told: Told, parts: string | undefined): string {
  const words = oneWordsOf(state.language);
  if (told.names.length < 2) return words.sameWorld;
  if (!parts) return told.story.turns?.length ? words.lifeTitleNumbers : words.lifeTitleSame;
  const [a, b] = worldsOf(told).map((months) => months.find((one) => one.month === parts));
  const [nameA, nameB] = told.names.map(common.quote) as [string, string];
  return words.lifeTitlePart(
    writeMonth(parts, state.language),
    gist(a, b, words),
    nameA,
    gist(b, a, words),
    nameB,
  );
}

function purseOf(told: Told, months: readonly StoryMonth[], at: number): Purse {
  const by = new Map(months.map((one) => [one.month, one.state]));
  const series = (value: (state: StoryMonth['state']) => number) =>
    told.months.map((month) => {
      const state = by.get(month);
      return state ? value(state) : Number.NaN;
    });
  return {
    name: told.names[at]!,
    hue: HUES[at]!,
    cash: series((state) => state.cash),
    formal: series((state) => state.debts.reduce((sum, debt) => sum + debt.amount, 0)),
    informal: series((state) => state.privateDebt?.amount ?? 0),
  };
}

/** Cash and debt of a story. */
export function moneyDrawing(context: Context, told: Told): Drawing {
  const { state, look } = context;
  const words = oneWordsOf(state.language);
  const purses = worldsOf(told).map((months, at) => purseOf(told, months, at));
  const data = {
    id: String(told.story.enterprise!.id),
    title: moneyTitle(context, told, purses),
    subtitle: words.moneySubtitle,
    months: told.months,
    purses,
  };
  return {
    draw: (width) => moneyLines(data, settingOf(context, width, runOf(told))),
    on: [told.story, state.language, look, ...told.names],
  };
}

/** What is owed in the last month in which the enterprise is on the books of a world; of the other world, that it is not there. */
export function moneyTitle(
  { state, words: common }: Context,
  { months, names }: Pick<Told, 'months' | 'names'>,
  purses: readonly Pick<Purse, 'cash' | 'formal' | 'informal'>[],
): string {
  const words = oneWordsOf(state.language);
  const last = months.findLastIndex((_, at) => purses.some((purse) => Number.isFinite(purse.cash[at])));
  const owed = purses.map((purse) => purse.formal[last]! + purse.informal[last]!);
  const display = displayOf('yuan', state.language, Math.max(1, ...owed.filter(Number.isFinite)));
  const worlds = owed.map((yuan, at) => ({
    name: common.quote(names[at]!),
    there: Number.isFinite(yuan),
    sum: formatLevel(yuan, display, display.factor === 1 ? 0 : 1),
  }));
  const month = writeMonth(months[last]!, state.language);
  const [a, b] = worlds.filter((one) => one.there);
  const gone = worlds.find((one) => !one.there);
  if (gone) return words.moneyTitleGone(month, a!.sum, a!.name, gone.name);
  return b ? words.moneyTitle(month, a!.sum, a!.name, b.sum, b.name) : words.moneyTitleOne(month, a!.sum);
}
