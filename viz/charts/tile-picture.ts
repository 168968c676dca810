/** The picture of the tile map: grid, tiles, legend. */
import type { Setting } from './chart.ts';
import { inkOn } from './look.ts';
import { draw } from './svg.ts';
import type { Tile, TileMapData } from './tile-map.ts';

/** Height of a tile over its width. */
const RATIO = 0.72;

type Grid = ReturnType<typeof gridOf>;

/** Places of the tiles in `room` px; a tile is at most 92 px wide. */
export function gridOf(tiles: readonly Tile[], room: number) {
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

/** Colour of a value among `values`. */
export function colourOf(
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

/** One tile with its name and value. */
export function drawTile(
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

/** The ramp under the map, with its ends written. */
export function drawLegend(
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
