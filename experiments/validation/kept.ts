/** Scores of an earlier validation that need not be asked again. */
import type { Target } from '../../scenarios/index.ts';
import { type AskedEffect, type EffectRegister, isAsked } from '../../scenarios/provinces/effects.ts';
import { hashOf } from '../hash.ts';
import type { EffectScore, Made, TargetScore, TargetSpread, Validation } from './result.ts';
import { targetKey } from './score.ts';
import type { Levels, Trial } from './trial.ts';

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

/** Whether `before` was made as this one, but perhaps by another engine or from other data. */
export const isNearGround = (before: Validation, { engine, dataHash, ...made }: Made): boolean =>
  groundOf({ ...before.made, engine, dataHash }) === groundOf({ ...made, engine, dataHash });

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
    ? found.map(({ ours, p05, p95, first, engine }) => ({
        ours,
        p05,
        p95,
        ...(first !== undefined && { first }),
        ...(engine && { engine }),
      }))
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

/** What the first world says of the targets, and the first pairs of worlds of the effects. */
export interface First {
  readonly levels?: Levels | undefined;
  readonly trials: readonly Trial[];
}

/** What the first of some trials that has it says of each effect. */
export const firstOf = (trials: readonly Trial[], k: number): Trial[number] =>
  trials.find((trial) => trial[k] !== null)?.[k] ?? null;

const same = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, k) => Object.is(value, other[k]));

/**
 * Of an earlier validation what stands on today's ground. On the same ground that is all of it. Where the engine or the
 * data are others it is each effect whose first pair of worlds, and the targets if every one's first world, says the same
 * to the last digit: a reading adds up a whole province, so a world that moved at all does not repeat it.
 */
export function standing(
  before: Validation,
  register: EffectRegister,
  targets: readonly Target[],
  { levels, trials }: First,
  made: Made,
): Validation {
  const trusted = isSameGround(before, made);
  const by = ({ engine }: Pick<EffectScore, 'engine'>) => (trusted ? engine : (engine ?? before.made.engine));
  const stamp = <Score extends EffectScore | TargetScore>(score: Score, first: Score['first']): Score => {
    const engine = by(score);
    return { ...score, ...(first !== undefined && { first }), ...(engine && { engine }) };
  };
  const scores = keptScores(before, register);
  const effects = register.effects.flatMap(({ id }, k) => {
    const score = scores.get(id);
    const pair = firstOf(trials, k);
    if (!score || !(trusted || (score.first && pair && same(score.first, pair)))) return [];
    return [stamp(score, score.first ?? pair ?? undefined)];
  });
  const known = new Map(before.targets.map((score) => [score.key, score]));
  const holds = targets.every((target, k) => {
    const first = known.get(targetKey(target))?.first;
    return trusted || (levels !== undefined && first !== undefined && Object.is(first, levels[k]));
  });
  const at = new Map(targets.map((target, k) => [targetKey(target), k]));
  const kept = before.targets.map((score) => stamp(score, score.first ?? levels?.[at.get(score.key) ?? -1]));
  return { ...before, targets: holds ? kept : [], effects };
}
