/** The shapes of the prefectures: the schematic outline that comes with the lab, or an official file someone opened. */
import type { ExtendedFeature, ExtendedFeatureCollection, GeoGeometryObjects } from 'd3';
import type { Topology } from 'topojson-specification';
import type { Outline } from '../charts/outline-map.ts';
import type { Library } from './library.ts';

/** East to west is shorter than north to south by this much at 28.4° north, between the middles of Hunan and Zhejiang. */
const SHORTENING = Math.cos((28.4 * Math.PI) / 180);

type Shapes = Outline['features'];

/** The schematic outline of each province; loads when it is asked for. */
const FILES: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  hunan: () => import('../geo/hunan.topo.json'),
  zhejiang: () => import('../geo/zhejiang.topo.json'),
};

const flat = (place: number[]): number[] => [place[0]! * SHORTENING, place[1]!];

function flatGeometry(geometry: GeoGeometryObjects): GeoGeometryObjects | undefined {
  if (geometry.type === 'Polygon')
    return { ...geometry, coordinates: geometry.coordinates.map((ring) => ring.map(flat)) };
  if (geometry.type === 'MultiPolygon')
    return {
      ...geometry,
      coordinates: geometry.coordinates.map((part) => part.map((ring) => ring.map(flat))),
    };
  return undefined;
}

/** Six digits of an administrative code, wherever a file keeps it: 430100, 156430100 or 4301000000. */
function codeOf({ id, properties }: ExtendedFeature): string | undefined {
  const given = [
    id,
    properties?.adcode,
    properties?.code,
    properties?.gb,
    properties?.id,
    properties?.ad_code,
  ];
  const digits = given.map(String).find((one) => /^(156)?[1-8]\d{5}0*$/.test(one));
  return digits?.replace(/^156(?=\d{6})/, '').slice(0, 6);
}

/** Shapes of a file whose code is one of `codes`. */
function shapesOf(file: ExtendedFeatureCollection, codes: readonly string[]): Shapes {
  const features = file.features.flatMap((one) => {
    const code = codeOf(one);
    const geometry = one.geometry && flatGeometry(one.geometry);
    return code && geometry && codes.includes(code)
      ? [{ type: 'Feature' as const, properties: { code }, geometry }]
      : [];
  });
  return { type: 'FeatureCollection', features };
}

/** The schematic outline of a province that comes with the lab. */
export async function schematicOutline({ province, places }: Library): Promise<Outline> {
  const [{ feature }, { default: topology }] = await Promise.all([
    import('topojson-client'),
    FILES[province.id]!(),
  ]);
  const known = topology as Topology;
  const shapes = feature(known, known.objects[province.id]!) as ExtendedFeatureCollection;
  return { features: shapesOf(shapes, codesOf(places)) };
}

const codesOf = (places: Library['places']): string[] => places.map((one) => one.code);

/** Why a file could not serve as a map; `missing` holds the codes of prefectures it does not have. */
export type OutlineFault =
  | { readonly fault: 'notGeoJson' | 'noApproval' }
  | { readonly fault: 'missing'; readonly missing: readonly string[] };

/**
 * An official outline from the text of a GeoJSON file and its map approval number, or what is wrong with it. Every
 * prefecture must be found by its code: a map without some would say that there is nothing to tell of them.
 */
export function officialOutline(text: string, approval: string, { places }: Library): Outline | OutlineFault {
  const codes = codesOf(places);
  if (!/\S/.test(approval)) return { fault: 'noApproval' };
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { fault: 'notGeoJson' };
  }
  const { type, features } = (file ?? {}) as Partial<ExtendedFeatureCollection>;
  if (type !== 'FeatureCollection' || !Array.isArray(features)) return { fault: 'notGeoJson' };
  const shapes = shapesOf({ type, features }, codes);
  const found = shapes.features.map(({ properties }) => properties.code);
  const missing = codes.filter((code) => !found.includes(code));
  if (missing.length > 0) return { fault: 'missing', missing };
  return { features: shapes, approval: approval.trim().slice(0, 40) };
}

/** The map in use in each province that one was asked for. */
const current = new Map<string, Outline>();
const asked = new Set<string>();

/** The outline in use in a province; loads the schematic one at the first call and calls back when it is there, or is not to be had. */
export function currentOutline(library: Library, ready: () => void, lost: () => void): Outline | undefined {
  const { id } = library.province;
  if (!current.has(id) && !asked.has(id)) {
    asked.add(id);
    schematicOutline(library).then(
      (outline) => {
        if (!current.has(id)) current.set(id, outline);
        ready();
      },
      () => {
        asked.delete(id);
        lost();
      },
    );
  }
  return current.get(id);
}

/** Uses an outline of a province until the page is left. */
export function useOutline({ province }: Library, outline: Outline): void {
  current.set(province.id, outline);
}

/** Goes back to the schematic outline of a province. */
export function forgetOutline({ province }: Library): void {
  current.delete(province.id);
  asked.delete(province.id);
}

/** Whether an official outline is in use in a province. */
export const hasOfficialOutline = ({ province }: Library): boolean =>
  current.get(province.id)?.approval !== undefined;
