/** The lab's own charts for notebooks: from an answer to a figure with its table twin and exports. */
import structure from '../scenarios/provinces/hunan/structure.json' with { type: 'json' };
import { wear } from '../viz/app/theme.ts';
import { differenceChart } from '../viz/charts/difference.ts';
import { fanChart } from '../viz/charts/fan.ts';
import { LOOKS } from '../viz/charts/look.ts';
import { tileMap } from '../viz/charts/tile-map.ts';
import '../viz/app/base.css';
import '../viz/app/charts.css';
import { changeUnit, displayOf } from '../viz/text/numbers.ts';
import type { LabUpdate, Pair } from '../workers/api.ts';
import { indicatorOf } from './tell.ts';

wear(LOOKS.light);

export interface DrawOptions {
  /** The finding, said by whoever has looked; the indicator's name unless given. */
  readonly title?: string;
  /** Names of the scenario and of what it is compared with. */
  readonly names?: readonly [scenario: string, comparator: string];
  readonly width?: number;
}

const setting = (width = 720) => ({ width, look: LOOKS.light, language: 'en' as const });

function subject(update: LabUpdate, id: string, band: Exclude<keyof Pair, 'total'>) {
  const { title, unit } = indicatorOf(id);
  const pair = update.result.province[id]!;
  const size = Math.max(0, ...Array.from(pair[band].mean, Math.abs).filter(Number.isFinite));
  return { title: title.en, unit, pair, display: displayOf(unit, 'en', size) };
}

/** An indicator month by month in both worlds, with the spread over runs. */
export function overTime(
  update: LabUpdate,
  id: string,
  { title, names, width }: DrawOptions = {},
): HTMLElement {
  const { title: name, unit, pair, display } = subject(update, id, 'scenario');
  const [mine, theirs] = names ?? ['Scenario', 'Status quo'];
  const data = {
    id,
    title: title ?? name,
    subtitle: `${name}, ${display.name}; band: 90% of ${update.runsDone} runs`,
    unit,
    months: update.result.months,
    lines: [
      { name: mine, hue: 0 as const, ...pair.scenario },
      { name: theirs, hue: 'baseline' as const, ...pair.comparator },
    ],
    difference: pair.difference.mean,
    events: [],
    runs: update.runsDone,
  };
  return fanChart(data, setting(width));
}

/** The paired difference month by month, beside the band that chance alone can make. */
export function differenceOverTime(
  update: LabUpdate,
  id: string,
  { title, width }: DrawOptions = {},
): HTMLElement {
  const { title: name, unit, pair, display } = subject(update, id, 'difference');
  const data = {
    id,
    title: title ?? name,
    subtitle: `${name}, difference, ${changeUnit(display)}; ${update.runsDone} paired runs`,
    unit,
    months: update.result.months,
    ...pair.difference,
    runs: update.runsDone,
    hue: 0,
  };
  return differenceChart(data, setting(width));
}

/** The difference at the last month, prefecture by prefecture, on the tile map. */
export function overPlaces(
  update: LabUpdate,
  id: string,
  { title, width = 420 }: DrawOptions = {},
): HTMLElement {
  const { title: name, unit, display } = subject(update, id, 'difference');
  const at = update.result.months.length - 1;
  const tiles = structure.prefectures.map(({ code, en, tile }) => {
    const pair = update.result.prefecture[code]?.[id];
    return {
      code,
      name: en,
      tile: tile as unknown as readonly [number, number],
      value: pair?.difference[at] ?? Number.NaN,
      half: pair?.half[at] ?? Number.NaN,
    };
  });
  const data = {
    id,
    title: title ?? name,
    subtitle: `${name}, difference at ${update.result.months[at]}, ${changeUnit(display)}`,
    unit,
    period: update.result.months[at]!,
    shows: 'difference' as const,
    tiles,
  };
  return tileMap(data, setting(width));
}
