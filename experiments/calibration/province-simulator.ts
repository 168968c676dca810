/** The engine as something to fit: one province from 2023-01 to 2025-12 at a vector of its coordinates. */
import { type ProvincePack, type Resolved, resolvePreset, type Target } from '../../scenarios/index.ts';
import { parametersAt, type Space, type Vector, vectorAt } from '../../scenarios/provinces/space.ts';
import { FORK_MONTH, type ProvinceInput, type Scale } from '../../sim/index.ts';
import { hashOf } from '../hash.ts';
import { seedOf } from '../seed.ts';
import { measureOf } from '../validation/measures.ts';
import { observe } from '../validation/observation.ts';
import { Panel } from '../validation/panel.ts';
import { halfWidth, targetKey, targetValue } from '../validation/score.ts';
import type { FitPlan, Task } from './plan.ts';

/** What is fitted of a province. */
export interface Fitted {
  readonly baseline: Resolved;
  readonly space: Space;
  readonly targets: readonly Target[];
}

/** Targets with the role `fit` that the model can tell. */
export const fittedTargets = (targets: readonly Target[]): Target[] =>
  targets.filter(({ role, id, dimensions }) => role === 'fit' && measureOf(id, dimensions));

/** The status quo of a province, its coordinates and its targets. */
export const fittedOf = (pack: ProvincePack, space: Space): Fitted => ({
  baseline: resolvePreset('baseline'),
  space,
  targets: fittedTargets(pack.targets),
});

/** The targets as a fit takes them. */
export const observedOf = (targets: readonly Target[]): FitPlan['observed'] =>
  targets.map((target) => ({
    key: targetKey(target),
    value: target.value,
    tolerance: halfWidth(target.value, target.tolerance),
  }));

/** The province at a vector. */
export const provinceAt = ({ baseline, space }: Fitted, vector: Vector): ProvinceInput => ({
  ...baseline.province,
  parameters: parametersAt(baseline.province.parameters, space, vector),
});

/** One world at a point of the cube; one number a target, NaN where it is not defined. */
export function outputsAt(fitted: Fitted, { point, word, scale }: Task): number[] {
  const { patches, shocks } = fitted.baseline;
  const province = provinceAt(fitted, vectorAt(fitted.space, point));
  const input = { province, patches, shocks, seed: seedOf(word), scale: scale as Scale };
  const panel = new Panel(observe(input, FORK_MONTH), province);
  return fitted.targets.map((target) => targetValue(panel, target) ?? Number.NaN);
}

/** Hash of the data a fit runs on, with the moved records at their anchors: what a fit found does not change it. */
export function fitDataHash({ baseline, space }: Fitted): string {
  const { province, history } = baseline.data;
  return hashOf({
    history,
    province: { ...province, parameters: { ...province.parameters, ...space.anchors } },
  });
}
