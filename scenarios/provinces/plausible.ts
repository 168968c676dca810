/** The set of parameter vectors the evidence does not rule out, as it is stored with a province, and draws from it. */
import type { ParameterName, Text } from '../../sim/index.ts';
import { changesAt, type Space } from './space.ts';

/** What one wave of the fit found. */
export interface WaveReport {
  readonly wave: number;
  readonly scale: number;
  readonly runs: number;
  /** Share of the space that no target rules out, by the emulator of this wave. */
  readonly surviving: number;
  /** Share of this wave's points that no target rules out, by the emulator of this wave. */
  readonly plausiblePoints: number;
  /** Target that rules out most of the space. */
  readonly hardest: string;
}

/** What was asked of a fit; repeating it gives the same set. */
export interface CalibrationReceipt {
  readonly engine: string;
  readonly province: string;
  readonly seed: string;
  readonly dataHash: string;
  readonly targetsHash: string;
  readonly spaceHash: string;
  readonly options: {
    readonly waves: number;
    readonly points: number;
    readonly runs: number;
    readonly screenScale: number;
    readonly scale: number;
    readonly referenceRuns: number;
    readonly referenceScale: number;
    readonly slopeRuns: number;
    readonly members: number;
  };
}

/** One coordinate of the set. */
export interface PlausibleCoordinate {
  readonly id: string;
  readonly title: Text;
  readonly range: readonly [number, number];
  /** Middle 90 % of the set. */
  readonly low: number;
  readonly high: number;
  /** Whether the targets say more than the prior did. */
  readonly identified: boolean;
  /** Best log likelihood in each tenth of the range, less the best of all. */
  readonly profile: readonly (number | null)[];
}

export interface PlausibleSet {
  readonly schema: 'headwater/plausible@1';
  readonly receipt: CalibrationReceipt;
  readonly waves: readonly WaveReport[];
  /** How many equal vectors the set is worth. */
  readonly effective: number;
  readonly coordinates: readonly PlausibleCoordinate[];
  /** The likeliest vector: the point values of the province. */
  readonly best: readonly number[];
  /** Records of the province at that vector. */
  readonly point: Partial<Record<ParameterName, readonly number[]>>;
  /** What is expected of each fitted target there. */
  readonly expected: Readonly<Record<string, number>>;
  /** Fitted targets no vector comes near: the model is wrong there, and they ruled nothing out. */
  readonly unreachable: readonly string[];
  /** Weight and value of every coordinate. */
  readonly members: readonly { readonly weight: number; readonly vector: readonly number[] }[];
}

/** Records of the province that take other values in one draw. */
export type Changes = Readonly<Partial<Record<ParameterName, readonly number[]>>>;

/**
 * Position of the vector of draw `k` of `draws`: the cumulated weights at (k + 1/2) / draws, so that any number of draws
 * stands for the whole set.
 */
export function memberAt({ members }: Pick<PlausibleSet, 'members'>, k: number, draws: number): number {
  const total = members.reduce((sum, { weight }) => sum + weight, 0);
  const place = (((k % draws) + 0.5) / draws) * total;
  let reached = 0;
  for (let at = 0; at < members.length; at++) {
    reached += members[at].weight;
    if (place < reached) return at;
  }
  return members.length - 1;
}

/** Records of draw `k` of `draws`. Throws RangeError for an empty set. */
export function changesOfDraw(set: PlausibleSet, space: Space, k: number, draws: number): Changes {
  if (set.members.length === 0) throw new RangeError('invalid plausible set; it has no member');
  return changesAt(space, set.members[memberAt(set, k, draws)].vector);
}
