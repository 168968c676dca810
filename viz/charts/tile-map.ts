/** Tile map: one square a prefecture, near its neighbours, claiming no boundary. */
import { wordsOf } from '../text/index.ts';
import {
  decimalsFor,
  displayOf,
  formatChange,
  formatLevel,
  formatSigned,
  plainNumber,
} from '../text/numbers.ts';
import type { Chart, Setting } from './chart.ts';
import { figureOf } from './figure.ts';
import { draw, hatching } from './svg.ts';
import { colourOf, drawLegend, drawTile, gridOf } from './tile-picture.ts';

export interface Tile {
  readonly code: string;
  readonly name: string;
  /** Column and row in the grid. */
  readonly tile: readonly [number, number];
  /** Level or difference; NaN when missing. */
  readonly value: number;
  /** Half-width of the 95 % interval of a difference; NaN when unknown. */
  readonly half: number;
}

export interface TileMapData {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly unit: string;
  /** Differences diverge around zero, levels run from low to high. */
  readonly shows: 'difference' | 'level';
  /** In official code order. */
  readonly tiles: readonly Tile[];
}

const LEGEND = 34;

/** The figure; a difference within chance has no colour, only an outline, and stands in brackets. */
export function tileMap(data: TileMapData, setting: Setting): HTMLElement {
  const { language } = setting;
  const words = wordsOf(language);
  const values = data.tiles.map((tile) => tile.value).filter(Number.isFinite);
  const size = Math.max(0, ...values.map(Math.abs));
  const display = displayOf(data.unit, language, size);
  const apart = data.shows === 'level' ? Math.max(...values) - Math.min(...values) : size;
  const decimals = Math.min(2, decimalsFor(apart / 20, display));
  const write = (tile: Tile) =>
    data.shows === 'difference'
      ? formatChange(tile.value, display, decimals)
      : formatLevel(tile.value, display, decimals);
  const short = (tile: Tile) => {
    if (data.shows === 'difference') return formatSigned(tile.value, display, decimals);
    return Number.isFinite(tile.value) ? plainNumber(tile.value * display.factor, decimals, language) : '–';
  };
  const sure = (tile: Tile) => data.shows === 'level' || !(Math.abs(tile.value) <= tile.half);
  const colour = colourOf(data, setting, values);
  const grid = gridOf(data.tiles, setting.width);
  const meaning = (tile: Tile) => {
    if (!Number.isFinite(tile.value)) return words.missing;
    return sure(tile) ? write(tile) : `${write(tile)}${words.bracket(words.withinChance)}`;
  };
  const ordered = [...data.tiles].sort((a, b) => a.tile[1] - b.tile[1] || a.tile[0] - b.tile[0]);
  const picture = draw('svg', { width: setting.width, height: grid.height + LEGEND, class: 'tile-map' });
  const hatch = `hatch-${data.id}`;
  picture.append(draw('defs', {}, [hatching(hatch, setting.look.muted, setting.look.tint)]));
  for (const tile of ordered) {
    const fill = Number.isFinite(tile.value) ? colour(tile.value) : `url(#${hatch})`;
    const mark = sure(tile) ? { fill } : { fill: setting.look.diverging(0), outline: fill };
    picture.append(drawTile(tile, grid, mark, short(tile), setting));
  }
  picture.append(
    drawLegend(data, setting, values, grid, (value) =>
      data.shows === 'difference'
        ? formatSigned(value, display, decimals)
        : plainNumber(value * display.factor, decimals, language),
    ),
  );
  const chart: Chart = {
    kind: `map-${data.id}`,
    title: data.title,
    subtitle: data.subtitle,
    picture,
    wraps: true,
    points: ordered.map((tile) => ({
      ...grid.centre(tile),
      row: tile.tile[1],
      half: [grid.width / 2 - 2, grid.tall / 2 - 2] as const,
      text: `${tile.name}${words.separator}${meaning(tile)}`,
    })),
    table: {
      head: [words.prefecture, data.shows === 'difference' ? words.difference : words.level],
      rows: data.tiles.map((tile) => [tile.name, meaning(tile)]),
    },
    tidy: {
      columns: ['code', 'prefecture', 'indicator', 'unit', data.shows, 'ci95_half'],
      rows: data.tiles.map((tile) => [tile.code, tile.name, data.id, data.unit, tile.value, tile.half]),
    },
  };
  return figureOf(chart, setting);
}
