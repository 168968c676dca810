/** What an enterprise leaves and belongs to by its nature: keyed draws that depend on its id and its cell alone. */
import { DATA, SEGMENTS, TRAIT } from './agents/enterprises.ts';
import {
  COMMERCIAL_SOURCES,
  FIELD_SOURCES,
  PUBLIC_SOURCES,
  SOURCE,
  SOURCES,
  sourcesIn,
} from './agents/sources.ts';
import { recordPrecision } from './decisions/record.ts';
import type { ParameterValues } from './input.ts';
import { type DrawKey, pairUniform } from './random.ts';
import type { Atlas, World } from './world.ts';

const least = (a: number, b: number): number => (a < b ? a : b);

/** Shares of each cell's enterprises that leave a source, sector x size x setting; index `cell * sources + source`. */
export function traceShares(
  p: ParameterValues,
  { sector, size, setting }: Pick<Atlas, 'sector' | 'size' | 'setting'>,
) {
  const shares = new Float64Array(sector.length * SOURCES.length);
  for (let k = 0; k < shares.length; k++) {
    const source = k % SOURCES.length;
    const cell = Math.floor(k / SOURCES.length);
    shares[k] = least(
      1,
      p['data.traceBySector'][source * 8 + sector[cell]] *
        p['data.traceBySize'][source * 4 + size[cell]] *
        p['data.traceBySetting'][source * 3 + setting[cell]],
    );
  }
  return shares;
}

/** Shares of each cell's enterprises in a segment, sector x size x setting; index `cell * segments + segment`. */
export function segmentShares(
  p: ParameterValues,
  { sector, size, setting }: Pick<Atlas, 'sector' | 'size' | 'setting'>,
) {
  const shares = new Float64Array(sector.length * SEGMENTS.length);
  for (let k = 0; k < shares.length; k++) {
    const segment = k % SEGMENTS.length;
    const cell = Math.floor(k / SEGMENTS.length);
    shares[k] = least(
      1,
      p['segment.bySector'][segment * 8 + sector[cell]] *
        p['segment.bySize'][segment * 4 + size[cell]] *
        p['segment.bySetting'][segment * 3 + setting[cell]],
    );
  }
  return shares;
}

/**
 * Traces of an enterprise `among` some sources, as bits: source k when u(id, k) < share(cell, k), times 1 - missing where a
 * public body keeps it. Being registered is what having a record means; commercial traces are of those that trade on a
 * platform. They are not kept: only sector engines and months in which what can be read changes ask for them.
 */
export function tracesOf(
  { traceShare }: Pick<Atlas, 'traceShare'>,
  cell: number,
  id: number,
  traits: number,
  missing: number,
  { k0, k1 }: DrawKey,
  among: number,
): number {
  const possible = (traits & TRAIT.platform) === 0 ? among & ~COMMERCIAL_SOURCES : among;
  let traces = SOURCE.registration & possible;
  for (let left = possible & ~SOURCE.registration; left !== 0; left &= left - 1) {
    const k = 31 - Math.clz32(left & -left);
    const bit = 1 << k;
    const kept = (bit & PUBLIC_SOURCES) !== 0 ? 1 - missing : 1;
    if (pairUniform(k0, k1, id, k) < traceShare[cell * SOURCES.length + k] * kept) traces |= bit;
  }
  return traces;
}

/** Segments of an enterprise as bits of its traits: segment k when u(id, k) < share(cell, k). */
export function segmentsOf(
  { segmentShare }: Pick<Atlas, 'segmentShare'>,
  cell: number,
  id: number,
  { k0, k1 }: DrawKey,
): number {
  let traits = 0;
  for (let k = 0; k < SEGMENTS.length; k++)
    if (pairUniform(k0, k1, id, k) < segmentShare[cell * SEGMENTS.length + k]) traits |= TRAIT[SEGMENTS[k]];
  return traits;
}

/** Sources that make a full public record: what the platform had in 2025. */
const FULL_PUBLIC =
  SOURCE.registration |
  SOURCE.tax |
  SOURCE.invoices |
  SOURCE.socialSecurity |
  SOURCE.electricity |
  SOURCE.water;

/** How much of its public record a lender can use today. */
export const dataOf = ({ atlas, enterprises }: World, i: number): number =>
  atlas.dataIn[enterprises.sources[i] & PUBLIC_SOURCES];

/** How much of a record every set of public sources is. */
export const recordSizes = (p: ParameterValues): Uint8Array =>
  Uint8Array.from({ length: PUBLIC_SOURCES + 1 }, (_, set) => {
    const known = sourcesIn(set);
    return known === 0 ? DATA.none : known < p['data.fullRecord'][0] ? DATA.partial : DATA.full;
  });

/** Worth of every set of sources of one kind, w(set) / w(full set), by the set's bits shifted to 0. */
export function recordWorths(p: ParameterValues) {
  const of = (record: number) => recordPrecision(record, p['data.sourceWorth'], p['data.sourceOverlap'][0]);
  const table = (length: number, shift: number, full: number) =>
    Float64Array.from({ length }, (_, set) => of(set << shift) / of(full));
  return {
    publicWorth: table(256, 0, FULL_PUBLIC),
    commercialWorth: table(8, 8, COMMERCIAL_SOURCES),
    fieldWorth: table(4, 11, FIELD_SOURCES),
    engineWorth: Float64Array.from(
      { length: 64 },
      (_, set) =>
        recordPrecision(
          set,
          [...p['data.sourceWorth'].slice(8), p['sectorRiskEngines.patentWorth'][0]],
          p['data.sourceOverlap'][0],
        ) / of(COMMERCIAL_SOURCES),
    ),
  };
}
