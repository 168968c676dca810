/** Trials -> the scores of targets and effects. */
import type { Target } from '../../scenarios/index.ts';
import {
  type AskedEffect,
  type Effect,
  type EffectRegister,
  isAsked,
  type PublishedSize,
} from '../../scenarios/provinces/effects.ts';
import type { Place } from '../../scenarios/provinces/hunan/places.ts';
import { ascending, confidence95, mean, quantile } from '../statistics.ts';
import { firstOf, keptScores, keptSpreads, questionOf } from './kept.ts';
import type { EffectScore, Made, TargetScore, TargetSpread, Validation, Verdict } from './result.ts';
import { distance, isWithin, targetKey } from './score.ts';
import { skillOf } from './skill.ts';
import type { Levels, Trial } from './trial.ts';

type Value = number | null;
type Pairs = readonly (readonly [Value, Value] | null)[];

/** Share of pairs of worlds that must agree before a sign counts as found. */
const AGREEMENT = 0.8;
const HALF = 0.5;
const DOUBLE = 2;

const count = <T>(all: readonly T[], holds: (one: T) => boolean): number => all.filter(holds).length;

const known = (values: readonly Value[]): number[] =>
  ascending(values.filter((value): value is number => value !== null && Number.isFinite(value)));

/** Of a target, over its worlds. */
const levelOf = (values: readonly Value[]): TargetSpread => ({
  ...spread(values),
  ...(values.length > 0 && { first: values[0] }),
});

function spread(values: readonly Value[]) {
  const sorted = known(values);
  return { ours: mean(sorted), p05: quantile(sorted, 0.05), p95: quantile(sorted, 0.95) };
}

function targetScore(target: Target, found: TargetSpread): TargetScore {
  const { id, dimensions, role, scored, unit, value, tolerance, toleranceReason, note, basis } = target;
  const { ours } = found;
  return {
    key: targetKey(target),
    id,
    dimensions,
    role,
    scored,
    unit,
    published: value,
    tolerance,
    ...(toleranceReason && { toleranceReason }),
    ...(note && { note }),
    basis,
    ...found,
    distance: ours === null ? null : distance(ours, target),
    within: ours === null ? null : isWithin(ours, target),
  };
}

/** What one pair of worlds says of an effect. */
function compared(pair: readonly [Value, Value] | null, as: AskedEffect['as']): Value {
  if (!pair) return null;
  const [without, changed] = pair;
  if (as === 'with') return changed;
  if (without === null || changed === null) return null;
  if (as === 'difference') return changed - without;
  return without === 0 ? null : changed / without - 1;
}

/** Whether a size is between half of the published range's lower end and double of its upper end, in its direction. */
export function isSizeRight(ours: number, { low, high }: PublishedSize): boolean {
  const ends = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
  const size = low < 0 ? -ours : ours;
  return size >= HALF * ends[0] && size <= DOUBLE * ends[1];
}

/** Whether most worlds, and their mean, lie on one side of nothing. */
const agree = (differences: readonly number[], sign: number): boolean =>
  count(differences, (one) => one * sign > 0) / differences.length >= AGREEMENT &&
  (mean(differences) ?? 0) * sign > 0;

/** Where the 95 % interval of the mean lies: all of it within ±near, all of it beyond, or neither. */
function changeOf(differences: readonly number[], near: number): 'none' | 'some' | 'untold' {
  const interval = confidence95(differences);
  if (!interval) return 'untold';
  const [low, high] = interval;
  if (low >= -near && high <= near) return 'none';
  return low > near || high < -near ? 'some' : 'untold';
}

/** Direction of an effect over its worlds: whether the published one was found, `null` when nothing was measured. */
function signFound(differences: readonly number[], { sign, near = 0 }: AskedEffect): boolean | null {
  if (differences.length === 0) return null;
  return sign === 0 ? changeOf(differences, near) === 'none' : agree(differences, sign);
}

/**
 * A sign is wrong when most worlds agree on the other one, and "about unchanged" when the interval of the mean is all
 * beyond what counts as nothing; in between nothing can be told.
 */
function verdictOf(
  signRight: boolean | null,
  sizeRight: boolean | null,
  differences: readonly number[],
  { sign, near = 0 }: AskedEffect,
): Verdict {
  if (signRight === true) return sizeRight === false ? 'wrongSize' : 'right';
  if (signRight === null) return 'tooSmallToTell';
  const isWrong = sign === 0 ? changeOf(differences, near) === 'some' : agree(differences, -sign);
  return isWrong ? 'wrongSign' : 'tooSmallToTell';
}

const UNSCORED = {
  ours: null,
  p05: null,
  p95: null,
  probPositive: null,
  without: null,
  with: null,
  signRight: null,
  sizeRight: null,
} as const;

/** What all trials say of the `k`-th effect. */
const pairsOf = (trials: readonly Trial[], k: number): Pairs => trials.map((pairs) => pairs[k]);

const differencesOf = (pairs: Pairs, { as }: AskedEffect): number[] =>
  known(pairs.map((pair) => compared(pair, as)));

/**
 * Effects that a first look has not told apart from chance: those on whose direction the pairs disagree, and those said
 * to change nothing, which no agreement can show. A second look in larger worlds tells them again.
 */
export function notTold(trials: readonly Trial[], { effects }: EffectRegister): string[] {
  return effects.flatMap((effect, k) => {
    if (!isAsked(effect)) return [];
    const differences = differencesOf(pairsOf(trials, k), effect);
    const told = effect.sign !== 0 && (agree(differences, 1) || agree(differences, -1));
    return told ? [] : [effect.id];
  });
}

/** Numbers and verdict of an effect: what follows from its question, and no words. */
const FOUND = [
  'ours',
  'p05',
  'p95',
  'scale',
  'pairs',
  'first',
  'engine',
  'probPositive',
  'without',
  'with',
  'signRight',
  'sizeRight',
  'verdict',
] as const satisfies readonly (keyof EffectScore)[];
type Found = Pick<EffectScore, (typeof FOUND)[number]>;

function found(effect: AskedEffect, trials: readonly Trial[], k: number, scale: number): Found {
  const pairs = pairsOf(trials, k);
  const first = firstOf(trials, k);
  const differences = differencesOf(pairs, effect);
  const range = spread(differences);
  const signRight = signFound(differences, effect);
  const sizeRight = effect.size && range.ours !== null ? isSizeRight(range.ours, effect.size) : null;
  return {
    ...range,
    scale,
    pairs: differences.length,
    ...(first && { first }),
    probPositive: mean(differences.map((one) => (one > 0 ? 1 : 0))),
    without: mean(known(pairs.map((pair) => pair?.[0] ?? null))),
    with: mean(known(pairs.map((pair) => pair?.[1] ?? null))),
    signRight,
    sizeRight,
    verdict: verdictOf(signRight, sizeRight, differences, effect),
  };
}

const foundIn = (score: EffectScore): Found =>
  Object.fromEntries(
    FOUND.filter((name) => score[name] !== undefined).map((name) => [name, score[name]]),
  ) as unknown as Found;

/** An effect with the words of the register, and what `find` says of it if it is asked. */
function effectScore(
  effect: Effect,
  register: EffectRegister,
  find: (effect: AskedEffect) => Found,
): EffectScore {
  const { id, claim, sources, literature } = effect;
  const { experiments, reasons } = register;
  const head = { id, claim, sources, ...(literature && { literature }) };
  if (!isAsked(effect))
    return { ...head, ...UNSCORED, verdict: 'notScored', why: reasons[effect.notScored ?? ''] };
  const numbers = find(effect);
  const verdict = effect.notScored === undefined ? numbers.verdict : 'notScored';
  const missing = effect.missing ?? (verdict === 'tooSmallToTell' ? reasons.lostInChance : undefined);
  const why = effect.notScored === undefined ? missing : reasons[effect.notScored];
  return {
    ...head,
    experiment: experiments[effect.experiment].title,
    question: questionOf(effect, register),
    read: effect.read,
    ...(effect.dimensions && { dimensions: effect.dimensions }),
    as: effect.as,
    publishedSign: effect.sign,
    ...(effect.size && { published: effect.size }),
    ...numbers,
    verdict,
    ...(why && verdict !== 'right' && { why }),
  };
}

function summaryOf(targets: readonly TargetScore[], effects: readonly EffectScore[]): Validation['summary'] {
  const of = (role: Target['role']) => {
    const counted = targets.filter((one) => one.role === role && one.scored);
    return { within: count(counted, ({ within }) => within === true), total: counted.length };
  };
  const scored = effects.filter(({ verdict }) => verdict !== 'notScored');
  return {
    fitted: of('fit'),
    heldOut: of('held-out'),
    effects: {
      signRight: count(scored, ({ signRight }) => signRight === true),
      sizeRight: count(scored, ({ signRight, sizeRight }) => signRight === true && sizeRight === true),
      total: scored.length,
      sized: count(scored, ({ published }) => published !== undefined),
    },
  };
}

/** Both looks at the effects: all of them, then those that were not told, in larger worlds. */
export interface Looks {
  readonly first: readonly Trial[];
  readonly second?: readonly Trial[];
}

/**
 * Everything scored: targets over all levels, each effect over the trials of the last look that had it. What `kept`, an
 * earlier validation on the same ground, has the answer to is taken from it.
 */
export function reduceTrials(
  levels: readonly Levels[],
  { first, second = [] }: Looks,
  targets: readonly Target[],
  register: EffectRegister,
  places: readonly Place[],
  made: Made,
  kept?: Validation,
): Validation {
  const measured = kept && keptSpreads(kept, targets);
  const targetScores = targets.map((target, k) =>
    targetScore(target, measured?.[k] ?? levelOf(levels.map((values) => values[k]))),
  );
  const before = kept ? keptScores(kept, register) : undefined;
  const effectScores = register.effects.map((effect, k) =>
    effectScore(effect, register, (scored) => {
      const known = before?.get(effect.id);
      if (known) return foundIn(known);
      return firstOf(second, k) !== null
        ? found(scored, second, k, made.levels.scale)
        : found(scored, first, k, made.scale);
    }),
  );
  return {
    schema: 'headwater/validation@1',
    made,
    summary: summaryOf(targetScores, effectScores),
    skill: skillOf(targetScores, places),
    targets: targetScores,
    effects: effectScores,
  };
}
