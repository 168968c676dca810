/** From an attribution to the data of its charts: names of parts, findings as titles. */
import { isFlow } from '../../experiments/flows.ts';
import type { Attribution, Explained, Held, Part, Player } from '../../experiments/index.ts';
import { jointFactor } from '../../experiments/statistics.ts';
import { FAMILIES } from '../../scenarios/families.ts';
import type { Drawing } from '../app/chart-host.ts';
import type { Context } from '../app/context.ts';
import { type IndicatorEntry, indicatorOf } from '../app/library.ts';
import { settingOf } from '../app/setting.ts';
import { inSentence } from '../app/words.ts';
import type { Origin } from '../charts/chart.ts';
import { displayOfPairs, type PairsData, pairsChart } from '../charts/pairs.ts';
import { decimalsOfParts, type WaterfallPart, waterfallChart } from '../charts/waterfall.ts';
import { withinChance } from '../charts/waterfall-picture.ts';
import { scopeName } from '../controls/scope.ts';
import { writeMonth } from '../text/months.ts';
import { changeUnit, type Display, displayOf, formatChange } from '../text/numbers.ts';
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
  /** The month, or of a flow the years up to it, in words and for files. */
  readonly when: string;
  readonly period: string;
  readonly change: (value: number) => string;
}

/** The largest change told, which picks the unit. */
const sizeOf = ({ total, acts, assumptions }: Explained): number =>
  Math.max(Math.abs(total), ...[...acts, ...assumptions].map((one) => Math.abs(one.share)));

/** The time explained: a flow is summed from 2026 on. */
function timesOf({ words, state }: Context, indicator: IndicatorEntry, month: string) {
  return isFlow(indicator)
    ? { when: words.span(FIRST.slice(0, 4), month.slice(0, 4)), period: `${FIRST}/${month}` }
    : { when: writeMonth(month, state.language), period: month };
}

/** The first month of the projection. */
const FIRST = '2026-01';

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
  const size = sizeOf(explained);
  const display: Display = displayOf(indicator.unit, language, size);
  const decimals = decimalsOfParts([...explained.assumptions, ...explained.acts], size, display);
  return {
    context,
    words: whyWordsOf(language),
    attribution,
    explained,
    id,
    title: context.tell(indicator.title),
    unit: indicator.unit,
    month,
    ...timesOf(context, indicator, month),
    change: (value) => formatChange(value, display, decimals),
  };
}

/** A lever, shock or assumption as a person knows it. */
export function playerName(context: Context, player: Player): string {
  const { library, tell, state } = context;
  const words = whyWordsOf(state.language);
  const lists = { policy: library.instruments, shock: library.shockKinds, assumption: library.assumptions };
  const title = lists[player.family].find((one) => one.id === player.name)?.title;
  const placed = placedName(context, title ? tell(title) : player.name, player);
  const counted = player.ordinal ? words.counted(placed, player.ordinal) : placed;
  return player.gone ? words.removed(counted) : counted;
}

/** A shock with its first month, and with whom it is limited to where that tells it from others. */
function placedName(context: Context, name: string, { from, scope = {} }: Player): string {
  if (!from) return name;
  const parts = [writeMonth(from, context.state.language), scopeName(scope, context)].filter(Boolean);
  return whyWordsOf(context.state.language).shockFrom(name, parts.join(context.words.separator));
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

/** Most names a title lists. */
const NAMED = 3;

/** Names in a row; those that are too many are counted. */
function someOf(names: readonly string[], { context, words }: Reading): string {
  const first = names.slice(0, NAMED).join(context.words.list);
  if (names.length <= NAMED) return first;
  return words.others(first, context.state.language === 'zh' ? names.length : names.length - NAMED);
}

/**
 * The part that does most, among those beyond chance where there are several runs; what chance may explain is named. A
 * part that goes against the whole makes nothing of it.
 */
export function findingOf(reading: Reading): string {
  const { context, words, attribution, explained, change } = reading;
  const parts = [
    ...explained.assumptions.map((part, at) => ({ part, held: attribution.assumptions[at]! })),
    ...explained.acts.map((part, at) => ({ part, held: attribution.acts[at]! })),
  ];
  const single = attribution.runs < 2;
  const known = parts.filter(({ part }) => part.share !== 0 && (single || !withinChance(part)));
  const [most] = known.sort((a, b) => Math.abs(b.part.share) - Math.abs(a.part.share));
  const name = inSentence(reading.title);
  if (!most) return words.titleChance(name);
  const along = Math.sign(most.part.share) === Math.sign(explained.total);
  const said = along
    ? { one: words.titleSingle, several: words.titleMost }
    : { one: words.titleAgainstSingle, several: words.titleAgainst };
  const title = said[single ? 'one' : 'several'](
    heldName(context, most.held),
    change(most.part.share),
    name,
    change(explained.total),
  );
  const chance = parts.filter(({ part }) => withinChance(part)).map(({ held }) => heldName(context, held));
  return chance.length ? words.andChance(title, someOf(chance, reading)) : title;
}

/** The waterfall of a reading. */
export function waterfallDrawing(reading: Reading, start: string, end: string): Drawing {
  const { context, words, attribution, explained, id, title, unit, month, when, period, change } = reading;
  const { language } = context.state;
  const data = {
    id,
    title: findingOf(reading),
    subtitle: words.subtitle(
      title,
      changeUnit(displayOf(unit, language, sizeOf(explained))),
      when,
      attribution.runs,
    ),
    unit,
    month: period,
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
    draw: (width) => waterfallChart(data, settingOf(context, width, originOf(attribution))),
    on: [attribution, id, month, language, context.look, start, end],
  };
}

/** An attribution has runs of its own, whatever the answer on screen comes from. */
const originOf = ({ runs, scale }: Attribution): Partial<Origin> => ({ stage: 'attribution', runs, scale });

/** The interaction matrix of a reading; undefined where there are no pairs. */
export function pairsDrawing(reading: Reading): Drawing | undefined {
  const { context, attribution, id, month } = reading;
  const data = pairsData(reading);
  if (!data) return undefined;
  return {
    draw: (width) => pairsChart(data, settingOf(context, width, originOf(attribution))),
    on: [attribution, id, month, context.state.language, context.look],
  };
}

/** What the matrix is drawn from. */
export function pairsData(reading: Reading): PairsData | undefined {
  const { context, words, attribution, explained, id, title, unit, when, period } = reading;
  const { interactions } = explained;
  if (!interactions || attribution.acts.length < 2) return undefined;
  const { language } = context.state;
  const names = attribution.acts.map((one) => heldName(context, one));
  return {
    id,
    title: pairsTitle(reading, names),
    subtitle: words.pairsSubtitle(
      title,
      changeUnit(displayOfPairs({ unit, values: interactions }, language)),
      when,
    ),
    unit,
    month: period,
    names,
    values: interactions,
    intervals: explained.interactionsCi95 ?? [],
    runs: attribution.runs,
  };
}

/** Interactions smaller than this part of the largest share are not worth a title. */
const SLIGHT = 0.05;

/** The interaction of two parts, by their places, with its interval where there are several runs. */
interface Pair {
  readonly i: number;
  readonly j: number;
  readonly value: number;
  readonly ci95: readonly [number, number] | null;
}

const pairsIn = ({ interactions, interactionsCi95 }: Explained): Pair[] =>
  (interactions ?? []).flatMap((row, i) =>
    row.slice(0, i).map((value, j) => ({ i, j, value, ci95: interactionsCi95?.[i]?.[j] ?? null })),
  );

/** Whether a pair is beyond chance where the largest of so many is picked; of a single run nothing is known. */
function isSure({ value, ci95 }: Pair, pairs: number, runs: number): boolean {
  if (runs < 2) return true;
  return ci95 !== null && Math.abs(value) > ((ci95[1] - ci95[0]) / 2) * jointFactor(pairs, runs);
}

function pairsTitle({ words, attribution, explained, change }: Reading, names: readonly string[]): string {
  const pairs = pairsIn(explained);
  const largest = Math.max(...explained.acts.map((one) => Math.abs(one.share)));
  const told = pairs.filter(({ value }) => value !== 0 && Math.abs(value) >= SLIGHT * largest);
  const sure = told.filter((one) => isSure(one, pairs.length, attribution.runs));
  const [most] = sure.sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  if (!most) return told.length > 0 ? words.pairsChance : words.pairsNone;
  const said = pairSaid(words, explained, most, names, change);
  return attribution.runs > 1 ? said : words.pairsOne(said);
}

function pairSaid(
  words: Reading['words'],
  explained: Explained,
  most: Pair,
  names: readonly string[],
  change: Reading['change'],
): string {
  const [a, b] = [names[most.j]!, inSentence(names[most.i]!)];
  const way = wayOf(explained.acts[most.j]!, explained.acts[most.i]!);
  if (way === 0) return words.pairsApart(a, b, change(most.value));
  const size = change(Math.abs(most.value)).replace('+', '');
  return way === Math.sign(most.value) ? words.pairsMore(a, b, size) : words.pairsLess(a, b, size);
}

/** The way both parts of a pair move the indicator; 0 where they move it apart or one may be chance. */
function wayOf(...pair: readonly [Part, Part]): number {
  const [a, b] = pair.map((one) => (withinChance(one) ? 0 : Math.sign(one.share)));
  return a === b ? a! : 0;
}
