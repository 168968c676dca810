/** Published numbers beside the model's: from the validation of the province where there is one, else from the targets and the stored status quo. */

import type { TargetScore, Validation } from '../../experiments/validation/result.ts';
import hunanTargets from '../../scenarios/provinces/hunan/targets.json' with { type: 'json' };
import zhejiangTargets from '../../scenarios/provinces/zhejiang/targets.json' with { type: 'json' };
import type { LabResult } from '../../workers/api.ts';

/** One target with what the model gives. */
export type TargetRow = Pick<
  TargetScore,
  | 'id'
  | 'dimensions'
  | 'role'
  | 'scored'
  | 'unit'
  | 'published'
  | 'tolerance'
  | 'basis'
  | 'note'
  | 'ours'
  | 'within'
>;

const files = import.meta.glob<Validation>('../../scenarios/provinces/*/validation.json', {
  eager: true,
  import: 'default',
});

/** The stored validation of a province; undefined where there is none. */
export const validationOf = (province: string): Validation | undefined =>
  files[`../../scenarios/provinces/${province}/validation.json`];

const TARGETS: Readonly<Record<string, { readonly targets: unknown }>> = {
  hunan: hunanTargets,
  zhejiang: zhejiangTargets,
};

interface TargetFile extends Omit<TargetRow, 'published' | 'scored'> {
  readonly value: number;
  readonly scored?: boolean;
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
export function isWithin(
  value: number,
  published: number,
  { kind, value: slack }: TargetRow['tolerance'],
): boolean {
  if (kind === 'relative') return Math.abs(value - published) <= slack * Math.abs(published);
  if (kind === 'upper-bound') return value <= published + slack;
  if (kind === 'lower-bound') return value >= published - slack;
  return Math.abs(value - published) <= slack;
}

/** Every target of a province with what the model gives. */
export function targetRows(province: string, result: LabResult | undefined): readonly TargetRow[] {
  const validation = validationOf(province);
  if (validation) return validation.targets;
  return ((TARGETS[province]?.targets ?? []) as readonly TargetFile[]).map((one) => {
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
