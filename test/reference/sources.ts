/** The traces an enterprise leaves, the segments it belongs to, and what a set of sources is worth. */
import { recordPrecision } from '../../sim/decisions/record.ts';
import { pairUniformDraw } from './luck.ts';
import type { Cell } from './place.ts';
import type { SlowWorld } from './world.ts';

export const PUBLIC = [
  'registration', 'tax', 'invoices', 'socialSecurity', 'electricity', 'water', 'property', 'customs',
] as const; // biome-ignore format: one line a topic
export const COMMERCIAL = ['orders', 'logistics', 'payments'] as const;
export const FIELD = ['machineHours', 'satellite'] as const;
/** All kinds of trace, in the order of their parameters and draws. */
export const SOURCES = [...PUBLIC, ...COMMERCIAL, ...FIELD] as const;
export type Source = (typeof SOURCES)[number];

export const SEGMENTS = [
  'park', 'cluster', 'exporter', 'patents', 'employer', 'cooperative', 'green',
] as const; // biome-ignore format: one line a topic
export type Segment = (typeof SEGMENTS)[number];

/** What the platform had in 2025: a full public record. */
const FULL_RECORD: readonly Source[] = PUBLIC.slice(0, 6);

export const isPublic = (source: Source): boolean => (PUBLIC as readonly Source[]).includes(source);
export const isCommercial = (source: Source): boolean => (COMMERCIAL as readonly Source[]).includes(source);

const isField = (source: Source): boolean => (FIELD as readonly Source[]).includes(source);

/** Share of a cell's enterprises with feature `k` of a list: sector x size x setting, at most one. */
function shareOf(
  { sector, size, setting }: Cell,
  k: number,
  [bySector, bySize, bySetting]: readonly (readonly number[])[],
): number {
  return Math.min(1, bySector[k * 8 + sector] * bySize[k * 4 + size] * bySetting[k * 3 + setting]);
}

/** Share of a cell's enterprises that leave a trace. */
export const traceShare = ({ p }: SlowWorld, cell: Cell, source: Source): number =>
  shareOf(cell, SOURCES.indexOf(source), [
    p['data.traceBySector'],
    p['data.traceBySize'],
    p['data.traceBySetting'],
  ]);

/** Whether the luck of its traces gives an enterprise one that `share` of its kind leave. */
export const leaves = (world: SlowWorld, id: number, source: Source, share: number): boolean =>
  pairUniformDraw(world, 'traces', -1, id, SOURCES.indexOf(source)) < share;

/** Everyone is registered; public bodies miss fields; commercial traces are of those that trade on a platform. */
export function tracesOf(
  world: SlowWorld,
  cell: Cell,
  id: number,
  platform: boolean,
  missing: number,
): Set<Source> {
  const traces = new Set<Source>(['registration']);
  for (const source of SOURCES) {
    if (isCommercial(source) && !platform) continue;
    const kept = isPublic(source) ? 1 - missing : 1;
    if (leaves(world, id, source, traceShare(world, cell, source) * kept)) traces.add(source);
  }
  return traces;
}

export function segmentsOf(world: SlowWorld, cell: Cell, id: number): Set<Segment> {
  const { p } = world;
  const shares = [p['segment.bySector'], p['segment.bySize'], p['segment.bySetting']];
  return new Set(
    SEGMENTS.filter((_, k) => pairUniformDraw(world, 'segment', -1, id, k) < shareOf(cell, k, shares)),
  );
}

/** A set of sources as the bits decisions take. */
export function bitsOf(sources: Iterable<Source>): number {
  let bits = 0;
  for (const source of sources) bits |= 1 << SOURCES.indexOf(source);
  return bits;
}

const precisionOf = ({ p }: SlowWorld, sources: Iterable<Source>): number =>
  recordPrecision(bitsOf(sources), p['data.sourceWorth'], p['data.sourceOverlap'][0]);

/** Worth of the public part of a record; a full one has 1. */
export const publicWorth = (world: SlowWorld, sources: ReadonlySet<Source>): number =>
  precisionOf(world, [...sources].filter(isPublic)) / precisionOf(world, FULL_RECORD);

/** Worth of its commercial part. */
export const commercialWorth = (world: SlowWorld, sources: ReadonlySet<Source>): number =>
  precisionOf(world, [...sources].filter(isCommercial)) / precisionOf(world, COMMERCIAL);

/** Worth of its field part. */
export const fieldWorth = (world: SlowWorld, sources: ReadonlySet<Source>): number =>
  precisionOf(world, [...sources].filter(isField)) / precisionOf(world, FIELD);

/** Worth to a sector engine of commercial and field traces left and of patents, in units of a full commercial record. */
export function engineWorth(world: SlowWorld, traces: ReadonlySet<Source>, patents: boolean): number {
  const { p } = world;
  const first = SOURCES.indexOf('orders');
  const worth = [...p['data.sourceWorth'].slice(first), p['sectorRiskEngines.patentWorth'][0]];
  const bits = (bitsOf(traces) >> first) | (patents ? 1 << (worth.length - 1) : 0);
  return recordPrecision(bits, worth, p['data.sourceOverlap'][0]) / precisionOf(world, COMMERCIAL);
}
