/** From the answer on screen to the data of each chart, with the title that states its finding. */
import type { Pair } from '../../workers/api.ts';
import { type DifferenceData, differenceChart, displayOfDifference } from '../charts/difference.ts';
import type { EventMark } from '../charts/events.ts';
import { displayOfFan, type FanData, type FanLine, fanChart } from '../charts/fan.ts';
import { type Outline, outlineMap } from '../charts/outline-map.ts';
import { type Tile, type TileMapData, tileMap } from '../charts/tile-map.ts';
import { addMonths } from '../text/months.ts';
import { changeUnit, type Display, decimalsFor, displayOnMap, formatLevel } from '../text/numbers.ts';
import type { Drawing } from './chart-host.ts';
import { comparatorsOf } from './comparators.ts';
import type { Context } from './context.ts';
import { type Finding, sameThroughout } from './findings.ts';
import { settingOf } from './setting.ts';
import { changeOfPlace, jointHalf, periodOf, toldOfPlace, unitOfMonths, whenOf } from './told.ts';
import { comparatorName, inSentence, scenarioName } from './words.ts';

const lineOf = (name: string, hue: FanLine['hue'], band: Pair['scenario']): FanLine => ({
  name,
  hue,
  ...band,
});

/** What every drawing depends on besides its own data. */
const usual = ({ state, look, lab }: Context, finding: Finding) =>
  [lab.update, state.language, look, finding.indicator.id, lab.asked] as const;

/** The fan chart of an indicator; with `all`, every comparator beside the scenario. */
export function fanDrawing(context: Context, finding: Finding, all = false): Drawing {
  const data = fanData(context, finding, all);
  return {
    draw: (width) => fanChart(data, settingOf(context, width)),
    on: [...usual(context, finding), scenarioName(context), comparatorName(context), all],
  };
}

/** What a fan chart is drawn from. */
export function fanData(context: Context, finding: Finding, all = false): FanData {
  const { words, state, lab, tell } = context;
  const { indicator, pair } = finding;
  const same = sameThroughout(context);
  const [mine, theirs] = [scenarioName(context), comparatorName(context)];
  const others = all ? otherLines(context, indicator.id) : [];
  const months = lab.update!.result.months;
  const lines = same
    ? [lineOf(theirs, 'baseline', pair!.comparator)]
    : [lineOf(mine, 0, pair!.scenario), ...others, lineOf(theirs, 'baseline', pair!.comparator)];
  const display = displayOfFan({ unit: indicator.unit, lines }, state.language);
  return {
    id: indicator.id,
    title: fanTitle(context, finding, same),
    subtitle: words.fanSubtitle(tell(indicator.title), unitOfMonths(context, finding, display.name)),
    unit: indicator.unit,
    months,
    lines,
    ...(same || others.length ? {} : { difference: pair!.difference.mean }),
    events: same ? [] : eventsOf(context),
    runs: lab.update!.runsDone,
  };
}

/** Lines of the second and third comparator. */
const otherLines = (context: Context, id: string): FanLine[] =>
  context.lab.update!.others.flatMap(({ province }, at) => {
    const name = context.state.others[at];
    const band = province[id]?.comparator;
    return name && band ? [lineOf(comparatorName(context, name), at + 1, band)] : [];
  });

function fanTitle(context: Context, finding: Finding, same: boolean): string {
  const { words, tell } = context;
  const { indicator, when, level, summed } = finding;
  const head = (summed ? words.fanTitleTotal : words.fanTitle)(tell(indicator.title), when, level);
  if (same) return head;
  const other = words.quote(comparatorName(context));
  if (finding.verdict === 'single') return head + words.fanTitleOne(finding.change, other);
  if (finding.verdict === 'real') return head + words.fanTitleAgainst(finding.change, other);
  return head + words.fanTitleNo(other);
}

/** Policies and shocks of the scenario as marks; those that start together share one label. */
export function eventsOf({ state, library, tell, words }: Context): EventMark[] {
  const policies = new Map<string, string[]>();
  for (const { lever, from } of state.draft.policies) {
    const title = library.instruments.find((one) => one.id === lever)?.title;
    policies.set(from, [...(policies.get(from) ?? []), title ? tell(title) : lever]);
  }
  const marks = [...policies].map(([from, titles]): EventMark => {
    const [first = '', ...others] = titles;
    return { from, text: others.length ? words.andMore(first, others.length) : first, family: 'policy' };
  });
  const shocks = state.draft.shocks.map(({ kind, from, months }): EventMark => {
    const title = library.shockKinds.find((one) => one.id === kind)?.title;
    return { from, until: addMonths(from, months), text: title ? tell(title) : kind, family: 'shock' };
  });
  return [...marks, ...shocks];
}

/** The map of an indicator at the last month, or summed over the projection: tiles, or shapes where an outline is given. */
export function mapDrawing(
  context: Context,
  finding: Finding,
  shows: 'difference' | 'level',
  outline?: Outline,
): Drawing {
  const data = mapData(context, finding, shows, outline);
  return {
    draw: (width) =>
      outline
        ? outlineMap({ ...data, outline }, settingOf(context, width))
        : tileMap(data, settingOf(context, width)),
    on: [...usual(context, finding), shows, outline],
  };
}

/** What a map is drawn from. */
export function mapData(
  context: Context,
  finding: Finding,
  shows: 'difference' | 'level',
  outline?: Outline,
): TileMapData {
  const { words, state, lab, library, tell } = context;
  const { result } = lab.update!;
  const at = result.months.length - 1;
  const id = finding.indicator.id;
  const { places } = library;
  const tiles = places.map(({ code, name, tile }): Tile => {
    const pair = result.prefecture[code]?.[id];
    const told = pair && toldOfPlace(pair, at);
    const value = (shows === 'level' ? told?.scenario : told?.difference) ?? Number.NaN;
    const half = jointHalf(told?.half ?? Number.NaN, places.length, lab.update!.runsDone);
    return { code, name: tell(name), tile, value, half };
  });
  const size = Math.max(0, ...tiles.map((tile) => Math.abs(tile.value)).filter(Number.isFinite));
  const display = displayOnMap(finding.indicator.unit, state.language, size);
  const what = [
    tell(finding.indicator.title),
    ...(shows === 'difference' ? [words.difference.toLowerCase(), changeUnit(display)] : [display.name]),
  ]
    .filter(Boolean)
    .join(words.comma);
  return {
    id,
    title: mapTitle(context, tiles, shows, display),
    subtitle: mapSubtitle(context, what, whenOf(context, finding), shows, outline),
    unit: finding.indicator.unit,
    period: periodOf(context, finding),
    shows,
    tiles,
  };
}

function mapSubtitle(
  { words }: Context,
  what: string,
  month: string,
  shows: string,
  outline?: Outline,
): string {
  if (outline?.approval) return words.outlineApproved(what, month, outline.approval);
  if (outline) return words.outlineSubtitle(what, month);
  return shows === 'difference' ? words.mapSubtitle(what, month) : words.mapLevelSubtitle(what, month);
}

function mapTitle({ words, lab }: Context, tiles: readonly Tile[], shows: string, display: Display): string {
  const known = tiles.filter((tile) => Number.isFinite(tile.value));
  const sorted = [...known].sort((a, b) => b.value - a.value);
  const [high, low] = [sorted[0], sorted.at(-1)];
  if (!high || !low) return words.missing;
  if (shows === 'level') {
    const decimals = decimalsFor((high.value - low.value) / 10, display, 1);
    return words.mapLevelTitle(
      high.name,
      formatLevel(high.value, display, decimals),
      low.name,
      formatLevel(low.value, display, decimals),
    );
  }
  const most = [...known].sort((a, b) => Math.abs(b.value) - Math.abs(a.value))[0]!;
  const write = ({ value, half }: Tile) => changeOfPlace(value, half, display);
  if (lab.update!.runsDone < 2) return words.mapDifferenceOne(most.name, write(most));
  const beyond = known.filter((tile) => Math.abs(tile.value) > tile.half);
  const largest = beyond.sort((a, b) => Math.abs(b.value) - Math.abs(a.value))[0];
  if (!largest) return words.mapDifferenceTitle(0, known.length, '', '');
  return words.mapDifferenceTitle(beyond.length, known.length, largest.name, write(largest));
}

/** The paired difference of an indicator over time, against comparator `against` (0 is the first). */
export function differenceDrawing(context: Context, finding: Finding, against = 0): Drawing {
  const data = differenceData(context, finding, against);
  const other = comparatorName(context, comparatorsOf(context.state)[against]);
  return {
    draw: (width) => differenceChart(data, settingOf(context, width)),
    on: [...usual(context, finding), scenarioName(context), other, against],
  };
}

/** What a difference is drawn from. */
export function differenceData(context: Context, finding: Finding, against = 0): DifferenceData {
  const { words, state, lab, tell } = context;
  const { months } = lab.update!.result;
  const { indicator, pair } = finding;
  const other = comparatorName(context, comparatorsOf(state)[against]);
  const name = inSentence(tell(indicator.title));
  const title = {
    real: words.differenceTitleReal(name, other, finding.change, finding.when),
    single: words.differenceTitleOne(name, other),
    chance: words.differenceTitleNo(name, other),
    same: words.differenceTitleNo(name, other),
    none: words.missing,
  }[finding.verdict];
  const runs = lab.update!.runsDone;
  const bands = { ...pair!.difference, unit: indicator.unit, runs };
  const unit = unitOfMonths(context, finding, changeUnit(displayOfDifference(bands, state.language)));
  return {
    ...bands,
    id: indicator.id,
    title: title[0]!.toUpperCase() + title.slice(1),
    subtitle: words.differenceSubtitle(scenarioName(context), other, unit),
    months,
    hue: against,
  };
}
