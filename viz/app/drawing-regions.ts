/** From the answer on screen to the charts of prefectures, with the titles that state their findings. */

import { flowTotal } from '../../experiments/flows.ts';
import type { PlacePair } from '../../workers/api.ts';
import { dumbbell } from '../charts/dumbbell.ts';
import { multiples } from '../charts/multiples.ts';
import { endsOf, type PlacesData, writingOf } from '../charts/places.ts';
import { finite } from '../charts/series.ts';
import { slope } from '../charts/slope.ts';
import { writeMonth } from '../text/months.ts';
import { displayOnMap, formatChange, formatLevel } from '../text/numbers.ts';
import type { Drawing } from './chart-host.ts';
import type { Context } from './context.ts';
import { type Finding, sameThroughout } from './findings.ts';
import { settingOf } from './setting.ts';
import { changeOfPlace, jointHalf, periodOf, toldOfPlace, whenOf } from './told.ts';
import { comparatorName, scenarioName } from './words.ts';

type Titles = Pick<PlacesData, 'title' | 'subtitle'>;

/** The prefectures' series of an indicator, in code order; empty when it has no breakdown. */
export function placesOf(
  context: Context,
  { indicator }: Finding,
): readonly (PlacesData['places'][number] & PlacePair)[] {
  const { lab, library, tell } = context;
  const { prefecture } = lab.update!.result;
  return library.places.flatMap(({ code, name, tile }) => {
    const pair = prefecture[code]?.[indicator.id];
    return pair ? [{ code, name: tell(name), tile, ...pair }] : [];
  });
}

type Times = Pick<PlacesData, 'months' | 'places'>;

/** What is told of each prefecture: one value, at the last month or summed over the projection. */
function told(context: Context, finding: Finding): Times {
  const { result, runsDone } = context.lab.update!;
  const last = result.months.length - 1;
  const places = placesOf(context, finding).map((place) => {
    const { scenario, comparator, half } = toldOfPlace(place, last);
    const joint = jointHalf(half, context.library.places.length, runsDone);
    return { ...place, scenario: [scenario], comparator: [comparator], half: [joint] };
  });
  return { months: [periodOf(context, finding)], places };
}

const YEAR = 12;

/** The sum of the last twelve months, from the first month that has as many in the projection. */
const yearly = (values: ArrayLike<number>): number[] =>
  Array.from({ length: values.length - YEAR }, (_, at) =>
    flowTotal(Array.from(values).slice(at, at + YEAR + 1)),
  );

/** Every prefecture over time; a flow, which swings from month to month, in sums of twelve months. */
export function overTime(context: Context, finding: Finding): Times {
  const { months } = context.lab.update!.result;
  const places = placesOf(context, finding);
  if (!finding.summed || months.length <= YEAR) return { months, places };
  const sums = places.map((place) => ({
    ...place,
    scenario: yearly(place.scenario),
    comparator: yearly(place.comparator),
    half: new Float64Array(months.length - YEAR).fill(Number.NaN),
  }));
  return { months: months.slice(YEAR), places: sums };
}

function dataOf(
  context: Context,
  finding: Finding,
  times: Times,
  titles: (data: Omit<PlacesData, keyof Titles>) => Titles,
) {
  const { lab } = context;
  const data = {
    id: finding.indicator.id,
    unit: finding.indicator.unit,
    ...times,
    scenario: scenarioName(context),
    comparator: comparatorName(context),
    same: sameThroughout(context),
    runs: lab.update!.runsDone,
  };
  return { ...data, ...titles(data) };
}

const depends = (context: Context, finding: Finding) =>
  [
    context.lab.update,
    context.lab.asked,
    context.state.language,
    context.look,
    finding.indicator.id,
  ] as const;

/** `Loan penetration, %`. */
const whatOf = (
  { words, tell, state }: Context,
  { indicator }: Finding,
  values: readonly number[],
): string => {
  const { display } = writingOf(indicator.unit, state.language, values);
  return `${tell(indicator.title)}${display.name ? `${words.comma}${display.name}` : ''}`;
};

/** A flow over time is told in sums of twelve months. */
const inSums = ({ words }: Context, { summed }: Finding, what: string): string =>
  summed ? `${what}${words.comma}${words.twelveMonths}` : what;

const largest = <T>(list: readonly T[], size: (one: T) => number): T | undefined =>
  [...list]
    .filter((one) => Number.isFinite(size(one)))
    .sort((a, b) => Math.abs(size(b)) - Math.abs(size(a)))[0];

/** Both scenarios, prefecture by prefecture: at the last month, or summed over the projection. */
export function dumbbellDrawing(context: Context, finding: Finding): Drawing {
  const data = dumbbellData(context, finding);
  return { draw: (width) => dumbbell(data, settingOf(context, width)), on: depends(context, finding) };
}

/** What it is drawn from; the title counts places with a value. */
export function dumbbellData(context: Context, finding: Finding): PlacesData {
  const { words, state } = context;
  return dataOf(context, finding, told(context, finding), ({ places, same, runs }) => {
    const ends = places.map((place) => ({
      name: place.name,
      level: endsOf(place.scenario)[1],
      change: endsOf(place.scenario)[1] - endsOf(place.comparator)[1],
      half: endsOf(place.half)[1],
    }));
    const drawn = places.flatMap((place) => [endsOf(place.comparator)[1], endsOf(place.scenario)[1]]);
    const { display, decimals } = writingOf(finding.indicator.unit, state.language, drawn);
    const level = (value: number) => formatLevel(value, display, decimals);
    const subtitle = words.dumbbellSubtitle(whatOf(context, finding, drawn), whenOf(context, finding));
    const sorted = ends.filter((one) => Number.isFinite(one.level)).sort((a, b) => b.level - a.level);
    const [high, low] = [sorted[0], sorted.at(-1)];
    if (same && high && low)
      return {
        subtitle,
        title: words.dumbbellSame(high.name, level(high.level), low.name, level(low.level)),
      };
    const known = ends.filter((one) => Number.isFinite(one.change));
    if (known.length === 0) return { subtitle, title: words.missing };
    const beyond = known.filter((one) => Math.abs(one.change) > one.half);
    const most = largest(runs > 1 ? beyond : known, (one) => one.change);
    const size = Math.max(0, ...known.map((one) => Math.abs(one.change)));
    const inMapUnit = displayOnMap(finding.indicator.unit, state.language, size);
    const change = most ? changeOfPlace(most.change, most.half, inMapUnit) : '';
    if (runs < 2 && most) return { subtitle, title: words.mapDifferenceOne(most.name, change) };
    return { subtitle, title: words.dumbbellTitle(beyond.length, known.length, most?.name ?? '', change) };
  });
}

/** The scenario from the first to the last month. */
export function slopeDrawing(context: Context, finding: Finding): Drawing {
  const data = slopeData(context, finding);
  return { draw: (width) => slope(data, settingOf(context, width)), on: depends(context, finding) };
}

/** What it is drawn from; the title counts places with a value. */
export function slopeData(context: Context, finding: Finding): PlacesData {
  const { words, state } = context;
  return dataOf(context, finding, overTime(context, finding), ({ places, months, scenario }) => {
    const ends = places.map((place) => ({
      name: place.name,
      from: endsOf(place.scenario)[0],
      to: endsOf(place.scenario)[1],
    }));
    const values = ends.flatMap((one) => [one.from, one.to]);
    const { display, decimals } = writingOf(finding.indicator.unit, state.language, values);
    const most = largest(ends, (one) => one.to - one.from);
    const change = most ? formatChange(most.to - most.from, display, Math.min(2, decimals + 1)) : '';
    const [from, to] = [months[0]!, months.at(-1)!].map((month) => writeMonth(month, state.language)) as [
      string,
      string,
    ];
    const known = ends.filter((one) => Number.isFinite(one.to - one.from));
    const up = known.filter((one) => one.to > one.from).length;
    return {
      title: most ? words.slopeTitle(up, known.length, most.name, change) : words.missing,
      subtitle: words.slopeSubtitle(
        inSums(context, finding, whatOf(context, finding, values)),
        scenario,
        from,
        to,
      ),
    };
  });
}

/** Every prefecture over time, in map order. */
export function multiplesDrawing(context: Context, finding: Finding): Drawing {
  const { words, state } = context;
  const data = dataOf(context, finding, overTime(context, finding), ({ places, months }) => {
    const spreadAt = (at: 0 | 1) => {
      const values = places.map((place) => endsOf(place.scenario)[at]).filter(Number.isFinite);
      return Math.max(...values) - Math.min(...values);
    };
    const drawn = places.flatMap((place) => finite(place.scenario, place.comparator));
    const { display, decimals } = writingOf(finding.indicator.unit, state.language, drawn);
    const write = (value: number) => formatChange(value, display, decimals).replace(/^[+±]/, '');
    const [from, to] = [months[0]!, months.at(-1)!].map((month) => writeMonth(month, state.language)) as [
      string,
      string,
    ];
    return {
      title: words.multiplesTitle(write(spreadAt(0)), write(spreadAt(1))),
      subtitle: words.multiplesSubtitle(inSums(context, finding, whatOf(context, finding, drawn)), from, to),
    };
  });
  return { draw: (width) => multiples(data, settingOf(context, width)), on: depends(context, finding) };
}
