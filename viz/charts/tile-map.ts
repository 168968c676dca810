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
import { inkOn } from './look.ts';
import { draw, hatching } from './svg.ts';

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

const RATIO = 0.72;
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

type Grid = ReturnType<typeof gridOf>;

function gridOf(tiles: readonly Tile[], room: number) {
  const columns = Math.max(...tiles.map((tile) => tile.tile[0])) + 1;
  const rows = Math.max(...tiles.map((tile) => tile.tile[1])) + 1;
  const width = Math.min(92, room / columns);
  const tall = Math.max(40, width * RATIO);
  const left = (room - width * columns) / 2;
  const centre = ({ tile: [column, row] }: Tile) => ({
    x: left + (column + 0.5) * width,
    y: (row + 0.5) * tall,
  });
  return { width, tall, left, across: width * columns, height: tall * rows, centre };
}

function colourOf(
  data: TileMapData,
  { look }: Setting,
  values: readonly number[],
): (value: number) => string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const most = Math.max(...values.map(Math.abs)) || 1;
  if (data.shows === 'difference') return (value) => look.diverging(value / most);
  return (value) => look.sequential(high > low ? (value - low) / (high - low) : 0.5);
}

interface Mark {
  readonly fill: string;
  readonly outline?: string;
}

function drawTile(
  tile: Tile,
  grid: Grid,
  { fill, outline }: Mark,
  text: string,
  { look }: Setting,
): SVGGElement {
  const { x, y } = grid.centre(tile);
  const ink = fill.startsWith('url') ? look.ink : inkOn(fill);
  const box = {
    x: x - grid.width / 2 + 2,
    y: y - grid.tall / 2 + 2,
    width: grid.width - 4,
    height: grid.tall - 4,
  };
  const label = { x, 'text-anchor': 'middle', fill: ink };
  return draw('g', {}, [
    draw('rect', { ...box, fill, rx: 2, stroke: outline, 'stroke-width': outline && 1.5 }),
    draw('text', { ...label, y: y - 5, 'font-size': grid.width < 76 ? 10.5 : 11.5 }, [tile.name]),
    draw('text', { ...label, y: y + 13, 'font-size': 13, 'font-weight': outline ? 400 : 650 }, [
      outline ? `(${text})` : text,
    ]),
  ]);
}

const STEPS = 24;

function drawLegend(
  data: TileMapData,
  setting: Setting,
  values: readonly number[],
  grid: Grid,
  write: (value: number) => string,
): SVGGElement {
  const most = Math.max(0, ...values.map(Math.abs));
  const [low, high] =
    data.shows === 'difference' ? [-most, most] : [Math.min(...values), Math.max(...values)];
  const colour = colourOf(data, setting, values);
  const width = Math.min(200, grid.across - 8);
  const [left, y] = [grid.left + (grid.across - width) / 2, grid.height + 8];
  const group = draw('g', { 'font-size': 11, fill: setting.look.muted });
  if (!values.length || low === high) return group;
  for (let step = 0; step < STEPS; step++) {
    const fill = colour(low + ((step + 0.5) / STEPS) * (high - low));
    group.append(
      draw('rect', { x: left + (step * width) / STEPS, y, width: width / STEPS + 0.5, height: 8, fill }),
    );
  }
  const ticks = data.shows === 'difference' ? [low, 0, high] : [low, high];
  for (const tick of ticks) {
    const x = left + ((tick - low) / (high - low)) * width;
    group.append(draw('text', { x, y: y + 21, 'text-anchor': 'middle' }, [tick === 0 ? '0' : write(tick)]));
  }
  return group;
}
