/** Outline map: the tile map's numbers on the shapes of the prefectures. Schematic, unless an official file was opened. */
import {
  type ExtendedFeature,
  type ExtendedFeatureCollection,
  type GeoGeometryObjects,
  geoIdentity,
  geoPath,
} from 'd3';
import type { Setting } from './chart.ts';
import { figureOf } from './figure.ts';
import { inkOn } from './look.ts';
import { draw, hatching } from './svg.ts';
import { LEGEND, mapParts, type TileMapData } from './tile-map.ts';
import { colourOf, drawLegend } from './tile-picture.ts';

/** Shapes by code in flat coordinates, north up, and whose they are. */
export interface Outline {
  readonly features: ExtendedFeatureCollection<
    ExtendedFeature<GeoGeometryObjects, { readonly code: string }>
  >;
  /** Map approval number of an official file; undefined for the schematic outline. */
  readonly approval?: string;
}

export interface OutlineMapData extends TileMapData {
  readonly outline: Outline;
}

/** Tallest picture, px; beyond it the map would push everything else off the screen. */
const TALLEST = 520;

/** The figure. Prefectures without a shape stay in the table. */
export function outlineMap(data: OutlineMapData, setting: Setting): HTMLElement {
  const { look, width } = setting;
  const { values, short, sure, write, meaning, chart } = mapParts(data, setting);
  const height = Math.min(TALLEST, Math.round(width * 1.02));
  const frame: [[number, number], [number, number]] = [
    [4, 4],
    [width - 4, height - 4],
  ];
  const path = geoPath(geoIdentity().reflectY(true).fitExtent(frame, data.outline.features));
  const colour = colourOf(data, setting, values);
  const picture = draw('svg', { width, height: height + LEGEND, class: 'tile-map' });
  const hatch = `hatch-outline-${data.id}`;
  picture.append(draw('defs', {}, [hatching(hatch, look.muted, look.tint)]));
  const shapes = new Map(data.outline.features.features.map((one) => [one.properties.code, one]));
  const drawn = data.tiles.flatMap((tile) => {
    const shape = shapes.get(tile.code);
    return shape ? [{ tile, shape, centre: path.centroid(shape) }] : [];
  });
  for (const { tile, shape } of drawn) {
    const fill = !Number.isFinite(tile.value)
      ? `url(#${hatch})`
      : sure(tile)
        ? colour(tile.value)
        : look.diverging(0);
    picture.append(draw('path', { d: path(shape) ?? '', fill, stroke: look.border, 'stroke-width': 0.8 }));
  }
  for (const { tile, centre } of drawn) {
    const plain = !Number.isFinite(tile.value);
    const ground = plain ? look.tint : sure(tile) ? colour(tile.value) : look.diverging(0);
    const label = { x: centre[0], 'text-anchor': 'middle', fill: plain ? look.ink : inkOn(ground) };
    const text = sure(tile) ? short(tile) : `(${short(tile)})`;
    if (width >= 380)
      picture.append(draw('text', { ...label, y: centre[1] - 4, 'font-size': 10.5 }, [tile.name]));
    picture.append(
      draw('text', { ...label, y: centre[1] + 9, 'font-size': 11.5, 'font-weight': 600 }, [text]),
    );
  }
  const grid = { width: 0, tall: 0, left: 0, across: width, height, centre: () => ({ x: 0, y: 0 }) };
  picture.append(drawLegend(data, setting, values, grid, write));
  const points = [...drawn]
    .sort((a, b) => a.centre[1] - b.centre[1])
    .map(({ tile, centre }, row) => ({
      x: centre[0],
      y: centre[1],
      row,
      half: [22, 14] as const,
      text: meaning(tile),
    }));
  return figureOf({ ...chart, kind: `outline-${data.id}`, picture, points, wraps: false }, setting);
}
