/**
 * The document `validate --json` prints and `scenarios/provinces/<id>/validation.json` holds: every target and every
 * effect, the published number beside ours, and whether they agree. The Evidence view and the documents read it.
 */
import type { Target, Tolerance } from '../../scenarios/index.ts';
import type { Text } from '../../sim/index.ts';

/** Rises when a reading, a measure or a rule of scoring comes to say something else under its old name. */
export const METHOD = 3;

/** How the numbers were made. `parameters` says whether they stand at the point or are drawn from the plausible set. */
export interface Made {
  readonly engine: string;
  readonly method: number;
  readonly province: string;
  readonly parameters: 'point' | 'plausible';
  readonly scale: number;
  readonly seed: string;
  /** Pairs of worlds behind each effect, at `scale` (some effects take more). */
  readonly runs: number;
  /** Worlds behind each target, and how fine they are; effects that were not told at `scale` are told at this one. */
  readonly levels: { readonly scale: number; readonly runs: number };
  /**
   * SHA-256 of the province and its history, of the vectors drawn from (absent at the point), of the targets, and of the
   * effects and experiments, without reasons.
   */
  readonly dataHash: string;
  readonly drawsHash?: string;
  readonly targetsHash: string;
  readonly effectsHash: string;
}

/** What worlds say of a target: mean and quantiles, null when the model has nothing of the kind. */
export interface TargetSpread {
  readonly ours: number | null;
  readonly p05: number | null;
  readonly p95: number | null;
  /** What the first world says. */
  readonly first?: number | null;
  /** The engine whose worlds these are, where it is not the one of the validation: its first world came out the same. */
  readonly engine?: string;
}

/** One target: the published number beside what worlds say. */
export interface TargetScore extends TargetSpread {
  readonly key: string;
  readonly id: string;
  readonly dimensions: Target['dimensions'];
  readonly role: Target['role'];
  /** False for a plausibility band that no published number supports; such targets are not counted in the summary. */
  readonly scored: boolean;
  readonly unit: string;
  readonly published: number;
  readonly tolerance: Tolerance;
  readonly toleranceReason?: string;
  readonly note?: string;
  /** Evidence ids, or `derived` and `assumed`. */
  readonly basis: readonly string[];
  /** Signed distance in half-widths of the tolerance: within at 1 or less. */
  readonly distance: number | null;
  readonly within: boolean | null;
}

/** What became of an effect: as published, wrong or lost in noise, right in sign but not in size, or not scored. */
export type Verdict = 'right' | 'wrongSign' | 'tooSmallToTell' | 'wrongSize' | 'notScored';

/** One claim of the sources. */
export interface EffectScore {
  readonly id: string;
  readonly claim: Text;
  readonly sources: readonly string[];
  readonly literature?: string;
  readonly experiment?: Text;
  /** Hash of its worlds, what is read off them and what is published; an effect with the same one has the same score. */
  readonly question?: string;
  /** What was read off both worlds, and how they were compared. */
  readonly read?: string;
  readonly dimensions?: Target['dimensions'];
  readonly as?: 'difference' | 'relative' | 'with';
  readonly publishedSign?: -1 | 0 | 1;
  readonly published?: { readonly low: number; readonly high: number; readonly unit: string };
  readonly ours: number | null;
  readonly p05: number | null;
  readonly p95: number | null;
  /** Pairs of worlds it was told in, and their scale. */
  readonly scale?: number;
  readonly pairs?: number;
  /** What was read off the first pair, without and with. */
  readonly first?: readonly [number | null, number | null];
  /** The engine whose worlds these are, where it is not the one of the validation: its first pair came out the same. */
  readonly engine?: string;
  readonly probPositive: number | null;
  /** Means of the two worlds. */
  readonly without: number | null;
  readonly with: number | null;
  readonly signRight: boolean | null;
  /** Within half to double of the published size; null where no size is published. */
  readonly sizeRight: boolean | null;
  readonly verdict: Verdict;
  /** Why it is not scored, or which mechanism is missing when it fails. */
  readonly why?: Text;
}

/** Held-out numbers by place against two predictions that know no model: mean squared distance in half-widths. */
export interface Skill {
  readonly targets: readonly string[];
  readonly model: number;
  readonly provincialMean: number;
  readonly gdpLine: number;
}

export interface Validation {
  readonly schema: 'headwater/validation@1';
  readonly made: Made;
  /** Scored targets and effects; what the model has nothing of counts as out. */
  readonly summary: {
    readonly fitted: { readonly within: number; readonly total: number };
    readonly heldOut: { readonly within: number; readonly total: number };
    readonly effects: {
      readonly signRight: number;
      readonly sizeRight: number;
      readonly total: number;
      /** Effects with a published size. */
      readonly sized: number;
    };
  };
  readonly skill: Skill | null;
  readonly targets: readonly TargetScore[];
  readonly effects: readonly EffectScore[];
}
