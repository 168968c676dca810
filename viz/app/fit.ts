/** Published numbers beside the model's: from the validation of the province where there is one, else from the targets and the stored status quo. */
import targetFile from '../../scenarios/provinces/hunan/targets.json' with { type: 'json' };
import type { LabResult } from '../../workers/api.ts';

export interface Tolerance {
  readonly kind: string;
  readonly value: number;
}

/** One target, as the validation document has it. */
export interface TargetRow {
  readonly id: string;
  readonly dimensions: Readonly<Record<string, unknown>>;
  readonly role: string;
  readonly scored: boolean;
  readonly unit: string;
  readonly published: number;
  readonly tolerance: Tolerance;
  readonly basis: readonly string[];
  readonly note?: string;
  readonly ours: number | null;
  readonly within: boolean | null;
}

/** One reported effect, as the validation document has it. */
export interface EffectRow {
  readonly id: string;
  readonly claim: { readonly en: string; readonly zh: string };
  readonly sources: readonly string[];
  readonly published?: { readonly low: number; readonly high: number; readonly unit: string };
  readonly ours: number | null;
  readonly verdict: string;
  readonly why?: { readonly en: string; readonly zh: string };
}

/** The part of `headwater/validation@1` this view shows. */
export interface ValidationFile {
  readonly summary: {
    readonly fitted: { readonly within: number; readonly total: number };
    readonly heldOut: { readonly within: number; readonly total: number };
    readonly effects: { readonly signRight: number; readonly sizeRight: number; readonly total: number };
  };
  readonly targets: readonly TargetRow[];
  readonly effects: readonly EffectRow[];
}

const files = import.meta.glob<ValidationFile>('../../scenarios/provinces/hunan/validation.json', {
  eager: true,
  import: 'default',
});

/** The stored validation; undefined before there is one. */
export const VALIDATION: ValidationFile | undefined = Object.values(files)[0];

interface TargetFile {
  readonly id: string;
  readonly dimensions: Readonly<Record<string, unknown>>;
  readonly value: number;
  readonly unit: string;
  readonly tolerance: Tolerance;
  readonly basis: readonly string[];
  readonly role: string;
  readonly scored?: boolean;
  readonly note?: string;
}

/** What the status quo gives at 2025-12 for the province or one prefecture; null for any other breakdown. */
function levelOf(result: LabResult | undefined, { id, dimensions }: TargetFile): number | null {
  const [name, ...others] = Object.keys(dimensions);
  if (!result || others.length > 0 || (name !== undefined && name !== 'prefecture')) return null;
  const series = name
    ? result.prefecture[String(dimensions.prefecture)]?.[id]?.comparator
    : result.province[id]?.comparator.mean;
  const value = series?.[0];
  return value !== undefined && Number.isFinite(value) ? value : null;
}

/** True when a value lies where the tolerance allows. */
export function isWithin(value: number, published: number, { kind, value: slack }: Tolerance): boolean {
  if (kind === 'relative') return Math.abs(value - published) <= slack * Math.abs(published);
  if (kind === 'upper-bound') return value <= published + slack;
  if (kind === 'lower-bound') return value >= published - slack;
  return Math.abs(value - published) <= slack;
}

/** Every target with what the model gives. */
export function targetRows(result: LabResult | undefined): readonly TargetRow[] {
  if (VALIDATION) return VALIDATION.targets;
  return (targetFile.targets as unknown as readonly TargetFile[]).map((one) => {
    const ours = levelOf(result, one);
    const { value: published, ...rest } = one;
    return {
      ...rest,
      published,
      scored: one.scored ?? true,
      ours,
      within: ours === null ? null : isWithin(ours, published, one.tolerance),
    };
  });
}
