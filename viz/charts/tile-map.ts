/** Tile map: one square a prefecture, near its neighbours, claiming no boundary. */
import { wordsOf } from '../text/index.ts';
import {
  decimalsFor,
  decimalsToTell,
  displayOnMap,
  formatChange,
  formatLevel,
  formatSigned,
  modelUnit,
  plainNumber,
} from '../text/numbers.ts';
import type { Setting } from './chart.ts';
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
  /** Half-width of the interval of a difference, 95 % for all prefectures together; NaN for a single run, infinite where runs say nothing. */
  readonly half: number;
}

export interface TileMapData {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly unit: string;
  /** Time the values stand for, as in `2030-12` or `2026-01/2030-12`; goes into files. */
  readonly period: string;
  /** Differences diverge around zero, levels run from low to high. */
  readonly shows: 'difference' | 'level';
  /** In official code order. */
  readonly tiles: readonly Tile[];
}

/** Room under a map for its legend, px. */
export const LEGEND = 34;

/** What both maps share: how values are written, and every part of the figure but the picture. */
export function mapParts(data: TileMapData, { language }: Setting) {
  const words = wordsOf(language);
  const difference = data.shows === 'difference';
  const values = data.tiles.map((tile) => tile.value).filter(Number.isFinite);
  const size = Math.max(0, ...values.map(Math.abs));
  const display = displayOnMap(data.unit, language, size);
  const apart = difference ? size : Math.max(...values) - Math.min(...values);
  const decimals = decimalsToTell(size, Math.min(2, decimalsFor(apart / 20, display)), display);
  const bare = (value: number) => plainNumber(value * display.factor, decimals, language);
  /** A value without its unit. */
  const write = (value: number, digits = decimals) =>
    difference ? formatSigned(value, display, digits) : bare(value);
  const sure = (tile: Tile) => !difference || !(Math.abs(tile.value) <= tile.half);
  /** What exceeds chance is never written as 0. */
  const digitsOf = (tile: Tile) =>
    difference && sure(tile) ? decimalsToTell(tile.value, decimals, display) : decimals;
  const short = (tile: Tile) => (Number.isFinite(tile.value) ? write(tile.value, digitsOf(tile)) : '–');
  const long = (tile: Tile) =>
    difference
      ? formatChange(tile.value, display, digitsOf(tile))
      : formatLevel(tile.value, display, decimals);
  const cell = (tile: Tile) => {
    if (!Number.isFinite(tile.value)) return words.missing;
    return sure(tile) ? long(tile) : `${long(tile)}${words.bracket(words.withinChance)}`;
  };
  const table = {
    head: [words.prefecture, difference ? words.difference : words.level],
    rows: data.tiles.map((tile) => [tile.name, cell(tile)]),
  };
  const tidy = {
    columns: ['code', 'prefecture', 'month', 'indicator', 'unit', data.shows, 'ci95_joint_half'],
    rows: data.tiles.map((tile) => [
      tile.code,
      tile.name,
      data.period,
      data.id,
      modelUnit(data.unit),
      tile.value,
      tile.half,
    ]),
  };
  /** Everything the map says of a prefecture. */
  const meaning = (tile: Tile) => `${tile.name}${words.separator}${cell(tile)}`;
  return {
    values,
    short,
    sure,
    write,
    meaning,
    chart: { title: data.title, subtitle: data.subtitle, table, tidy },
  };
}

/** The figure; a difference within chance has no colour, only an outline, and stands in brackets. */
export function tileMap(data: TileMapData, setting: Setting): HTMLElement {
  const { values, short, sure, write, meaning, chart } = mapParts(data, setting);
  const colour = colourOf(data, setting, values);
  const grid = gridOf(data.tiles, setting.width);
  const ordered = [...data.tiles].sort((a, b) => a.tile[1] - b.tile[1] || a.tile[0] - b.tile[0]);
  const picture = draw('svg', { width: setting.width, height: grid.height + LEGEND, class: 'tile-map' });
  const hatch = `hatch-${data.id}`;
  picture.append(draw('defs', {}, [hatching(hatch, setting.look.muted, setting.look.tint)]));
  for (const tile of ordered) {
    const fill = Number.isFinite(tile.value) ? colour(tile.value) : `url(#${hatch})`;
    const mark = sure(tile) ? { fill } : { fill: setting.look.diverging(0), outline: fill };
    picture.append(drawTile(tile, grid, mark, short(tile), setting));
  }
  picture.append(drawLegend(data, setting, values, grid, write));
  const points = ordered.map((tile) => ({
    ...grid.centre(tile),
    row: tile.tile[1],
    half: [grid.width / 2 - 2, grid.tall / 2 - 2] as const,
    text: meaning(tile),
  }));
  return figureOf({ ...chart, kind: `map-${data.id}`, picture, wraps: true, points }, setting);
}
