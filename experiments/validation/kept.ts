/** Scores of an earlier validation that need not be asked again. */
import type { Target } from '../../scenarios/index.ts';
import { type AskedEffect, type EffectRegister, isAsked } from '../../scenarios/provinces/effects.ts';
import { hashOf } from '../hash.ts';
import type { EffectScore, Made, TargetSpread, Validation } from './result.ts';
import { targetKey } from './score.ts';

/**
 * Hash of what decides the numbers and the verdict of an effect: its worlds, what is read off them, and what is
 * published; not the words about them. A reading that comes to mean something else takes another name, or `METHOD` rises.
 */
export function questionOf(
  { experiment, read, dimensions = {}, base, as, sign, near = 0, size }: AskedEffect,
  { experiments }: Pick<EffectRegister, 'experiments'>,
): string {
  const { title: _, ...worlds } = experiments[experiment];
  return hashOf({ worlds, read, dimensions, base: base ?? null, as, sign, near, size: size ?? null });
}

/** What two validations must share beside the questions: engine, method, data, draws, luck and scale. */
const groundOf = ({ effectsHash: _, targetsHash: __, ...ground }: Made): string => hashOf(ground);

/** Whether what `before` measured is what a validation made so would measure. */
export const isSameGround = (before: Validation, made: Made): boolean =>
  groundOf(before.made) === groundOf(made);

/**
 * What `before` measured of these targets, whatever is published of them and whatever they serve for; undefined when it
 * has not measured one of them.
 */
export function keptSpreads(
  before: Validation,
  targets: readonly Target[],
): readonly TargetSpread[] | undefined {
  const known = new Map(before.targets.map((score) => [score.key, score]));
  const found = targets.map((target) => known.get(targetKey(target)));
  return found.every((one) => one !== undefined)
    ? found.map(({ ours, p05, p95 }) => ({ ours, p05, p95 }))
    : undefined;
}

/** The scores of `before` that answer a question of this register, by the effect’s id. */
export function keptScores(before: Validation, register: EffectRegister): ReadonlyMap<string, EffectScore> {
  const known = new Map(before.effects.map((score) => [score.id, score]));
  return new Map(
    register.effects.flatMap((effect) => {
      const score = known.get(effect.id);
      const isTold = score?.scale !== undefined && score.pairs !== undefined;
      const same = isTold && isAsked(effect) && score.question === questionOf(effect, register);
      return same ? [[effect.id, score] as const] : [];
    }),
  );
}
