/** From an attribution to the data of its charts: names of parts, findings as titles. */
import type { Attribution, Explained, Held, Part, Player } from '../../experiments/index.ts';
import { FAMILIES } from '../../scenarios/families.ts';
import type { Drawing } from '../app/chart-host.ts';
import type { Context } from '../app/context.ts';
import { indicatorOf } from '../app/library.ts';
import { settingOf } from '../app/setting.ts';
import { inSentence } from '../app/words.ts';
import { pairsChart } from '../charts/pairs.ts';
import { type WaterfallPart, waterfallChart } from '../charts/waterfall.ts';
import { writeMonth } from '../text/months.ts';
import { type Display, decimalsFor, displayOf, formatChange } from '../text/numbers.ts';
import { type WhyWords, whyWordsOf } from '../text/why.ts';

/** One indicator in one month, explained, with what is needed to write about it. */
export interface Reading {
  readonly context: Context;
  readonly words: WhyWords;
  readonly attribution: Attribution;
  readonly explained: Explained;
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly month: string;
  readonly change: (value: number) => string;
}

/** What the attribution says of an indicator in a month; undefined where nothing is defined. */
export function readingOf(
  context: Context,
  attribution: Attribution,
  id: string,
  month: string,
): Reading | undefined {
  const explained = attribution.indicators[id]?.[attribution.months.indexOf(month)];
  const indicator = indicatorOf(context.library, id);
  if (!explained || !indicator) return undefined;
  const { language } = context.state;
  const size = Math.max(
    Math.abs(explained.total),
    ...[...explained.acts, ...explained.assumptions].map((one) => Math.abs(one.share)),
  );
  const display: Display = displayOf(indicator.unit, language, size);
  const decimals = decimalsFor(size / 30, display, 3);
  return {
    context,
    words: whyWordsOf(language),
    attribution,
    explained,
    id,
    title: context.tell(indicator.title),
    unit: indicator.unit,
    month,
    change: (value) => formatChange(value, display, decimals),
  };
}

/** A lever, shock or assumption as a person knows it. */
export function playerName({ library, tell, state }: Context, { family, name, from, gone }: Player): string {
  const words = whyWordsOf(state.language);
  const lists = { policy: library.instruments, shock: library.shockKinds, assumption: library.assumptions };
  const title = lists[family].find((one) => one.id === name)?.title;
  const text = title ? tell(title) : name;
  const dated = from ? words.shockFrom(text, writeMonth(from, state.language)) : text;
  return gone ? words.removed(dated) : dated;
}

/** A group as a person knows it. */
export function groupName({ tell, state }: Context, group: string): string {
  const family = FAMILIES.find((one) => one.id === group);
  return family ? tell(family.title) : whyWordsOf(state.language).alone;
}

/** What is given a share: a lever by its name, a group by its own and how many it holds. */
function heldName(context: Context, { players, group }: Held): string {
  if (players.length === 1) return playerName(context, players[0]!);
  return whyWordsOf(context.state.language).groupOf(groupName(context, group!), players.length);
}

/** Policies, shocks or assumptions; of a group also what it holds. */
function familyName(context: Context, { players }: Held): string {
  const { words } = context;
  const names = { policy: words.policies, shock: words.shocks, assumption: words.assumptions };
  const families = [...new Set(players.map(({ family }) => names[family]))].join(words.list);
  if (players.length === 1) return families;
  const members = players.map((one) => playerName(context, one)).join(words.list);
  return whyWordsOf(context.state.language).familyOf(families, members);
}

const partOf =
  ({ context }: Reading, held: readonly Held[]) =>
  (part: Part, at: number): WaterfallPart => ({
    ...part,
    name: heldName(context, held[at]!),
    family: familyName(context, held[at]!),
  });

const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, one) => sum + one.share, 0);
const isReal = ({ ci95 }: Part): boolean => ci95 !== null && (ci95[0] > 0 || ci95[1] < 0);

/** The part that does most, among those beyond chance where there are several runs. */
export function findingOf({ context, words, attribution, explained, title, change }: Reading): string {
  const parts = [
    ...explained.assumptions.map((part, at) => ({ part, held: attribution.assumptions[at]! })),
    ...explained.acts.map((part, at) => ({ part, held: attribution.acts[at]! })),
  ];
  const single = attribution.runs < 2;
  const known = single ? parts : parts.filter(({ part }) => isReal(part));
  const [most] = known.sort((a, b) => Math.abs(b.part.share) - Math.abs(a.part.share));
  const name = inSentence(title);
  if (!most) return words.titleChance(name);
  const said = single ? words.titleSingle : words.titleMost;
  return said(heldName(context, most.held), change(most.part.share), name, change(explained.total));
}

/** The waterfall of a reading. */
export function waterfallDrawing(reading: Reading, start: string, end: string): Drawing {
  const { context, words, attribution, explained, id, title, unit, month, change } = reading;
  const { language } = context.state;
  const data = {
    id,
    title: findingOf(reading),
    subtitle: words.subtitle(
      title,
      displayOf(unit, language, Math.abs(explained.total)).changeSuffix.trim(),
      writeMonth(month, language),
      attribution.runs,
    ),
    unit,
    month,
    start: { name: start, value: explained.a },
    end: { name: end, value: explained.b },
    groups: [
      {
        title: words.assumptionsHead(change(sumOf(explained.assumptions))),
        parts: explained.assumptions.map(partOf(reading, attribution.assumptions)),
      },
      {
        title: words.actsHead(change(sumOf(explained.acts))),
        parts: explained.acts.map(partOf(reading, attribution.acts)),
      },
    ],
    runs: attribution.runs,
  };
  return {
    draw: (width) => waterfallChart(data, settingOf(context, width)),
    on: [attribution, id, month, language, context.look, start, end],
  };
}

/** The interaction matrix of a reading; undefined where there are no pairs. */
export function pairsDrawing(reading: Reading): Drawing | undefined {
  const { context, words, attribution, explained, id, title, unit, month } = reading;
  const { interactions } = explained;
  if (!interactions || attribution.acts.length < 2) return undefined;
  const { language } = context.state;
  const names = attribution.acts.map((one) => heldName(context, one));
  const data = {
    id,
    title: pairsTitle(reading, interactions, names),
    subtitle: words.pairsSubtitle(title, writeMonth(month, language)),
    unit,
    month,
    names,
    values: interactions,
    runs: attribution.runs,
  };
  return {
    draw: (width) => pairsChart(data, settingOf(context, width)),
    on: [attribution, id, month, language, context.look],
  };
}

/** Interactions smaller than this part of the largest share are not worth a title. */
const SLIGHT = 0.05;

function pairsTitle(
  { words, explained, change }: Reading,
  interactions: readonly (readonly number[])[],
  names: readonly string[],
): string {
  const pairs = interactions.flatMap((row, i) => row.slice(0, i).map((value, j) => ({ i, j, value })));
  const [most] = pairs.sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const largest = Math.max(...explained.acts.map((one) => Math.abs(one.share)));
  if (!most || Math.abs(most.value) < SLIGHT * largest || most.value === 0) return words.pairsNone;
  const [a, b] = [names[most.j]!, names[most.i]!];
  return most.value > 0
    ? words.pairsTitle(a, inSentence(b), change(most.value))
    : words.pairsTitleLess(a, inSentence(b), change(-most.value).replace('+', ''));
}
