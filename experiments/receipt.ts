/** What a result answers to: everything needed to run it again, and the hash it must then have. */
import type { Resolved } from '../scenarios/index.ts';
import { ENGINE_VERSION, monthName, type Scale, stateColumns, type World } from '../sim/index.ts';
import type { Draws } from './apart.ts';
import { canonicalJson } from './canonical.ts';
import { hashOf, openBytes, openDigest, type Sink } from './hash.ts';
import type { RunSeries } from './series.ts';

/** What was asked of a scenario, apart from the scenario. */
export interface Settings {
  readonly scale: Scale;
  readonly seed: string;
  readonly runs: number;
  /** Last month, as an index. */
  readonly until: number;
}

export interface Receipt {
  readonly engine: string;
  readonly province: string;
  readonly scenario: Resolved['scenario'];
  readonly seed: string;
  readonly scale: Scale;
  readonly runs: number;
  readonly until: string;
  /** The province's point values, or draws from its plausible set. */
  readonly parameters: 'point' | 'plausible';
  /** SHA-256 of the vectors drawn from; absent at the point values. */
  readonly drawsHash?: string;
  readonly scenarioHash: string;
  readonly dataHash: string;
  readonly resultHash: string;
}

/** Collects the result hash, one replication after the other. */
export interface ResultDigest {
  add(series: RunSeries, world: World): void;
  /** The same for a replication that was made elsewhere; with `pause` the thread hears messages in between. */
  addPart(part: Uint8Array, pause?: () => Promise<void>): Promise<void>;
  hex(): string;
}

/** Bytes of a part that are hashed without a pause: a few milliseconds of work. */
const STRETCH = 1_048_576;

/** What one replication adds to the result hash. */
function writeRun(sink: Sink, { province, by }: RunSeries, world: World): void {
  sink.text(`{"indicators":${canonicalJson({ prefecture: by.prefecture ?? {}, province })},"state":{`);
  const columns = [...stateColumns(world)].sort((a, b) => (a.name < b.name ? -1 : 1));
  columns.forEach(({ name, bytes }, k) => {
    sink.text(`${k > 0 ? ',' : ''}${JSON.stringify(name)}:"`);
    sink.base64(bytes);
    sink.text('"');
  });
  sink.text('}}');
}

/** The same as bytes, for a digest on another thread. */
export function resultPart(series: RunSeries, world: World): Uint8Array<ArrayBuffer> {
  const sink = openBytes();
  writeRun(sink, series, world);
  return sink.all();
}

/**
 * SHA-256 of the canonical JSON of `{runs: [{indicators: {prefecture, province}, state}]}`: every indicator of the
 * province and of each prefecture from 2025-12, and the columns of the final state in order of enterprise id, as base64
 * of little-endian numbers. Fed in pieces, so the document never exists as a whole.
 */
export function openResultDigest(): ResultDigest {
  const digest = openDigest();
  let runs = 0;
  digest.text('{"runs":[');
  const next = () => runs++ > 0 && digest.text(',');
  return {
    add(series, world) {
      next();
      writeRun(digest, series, world);
    },
    async addPart(part, pause) {
      next();
      for (let from = 0; from < part.length; from += STRETCH) {
        digest.bytes(part.subarray(from, from + STRETCH));
        await pause?.();
      }
    },
    hex() {
      digest.text(']}');
      return digest.hex();
    },
  };
}

/** Hash of the data a scenario runs on: the province before assumptions, and its history. */
export const dataHash = (data: Resolved['data']): string => hashOf(data);

/** The receipt of a finished result, at the point values unless parameters were drawn. */
export function receiptOf(
  resolved: Resolved,
  settings: Settings,
  resultHash: string,
  draws?: Draws,
): Receipt {
  const { scenario, data } = resolved;
  const { seed, scale, runs, until } = settings;
  return {
    engine: ENGINE_VERSION,
    province: scenario.province,
    scenario,
    seed,
    scale,
    runs,
    until: monthName(until),
    parameters: draws ? 'plausible' : 'point',
    ...(draws?.hash !== undefined && { drawsHash: draws.hash }),
    scenarioHash: hashOf(scenario),
    dataHash: dataHash(data),
    resultHash,
  };
}
