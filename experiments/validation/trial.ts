/** One replication of a validation: every target at the end of 2025, or every effect in its pair of worlds. */
import type { Target } from '../../scenarios/index.ts';
import {
  type AskedEffect,
  EFFECT_DIMENSIONS,
  type EffectRegister,
  isAsked,
} from '../../scenarios/provinces/effects.ts';
import { armInput, Harness, type Setting } from './experiment-run.ts';
import { observe, TARGET_DIMENSIONS } from './observation.ts';
import { Panel } from './panel.ts';
import { readingOf } from './readings.ts';
import { targetValue } from './score.ts';

type Value = number | null;

/** What one replication says of the targets, in their order. */
export type Levels = readonly Value[];

/** What one replication says of the effects: the reading in the world without and with; null for one it does not score. */
export type Trial = readonly (readonly [Value, Value] | null)[];

/** One replication, and the effects to look at in it. */
export interface TrialPlan {
  readonly setting: Omit<Setting, 'dimensions'>;
  readonly register: EffectRegister;
  readonly effects: readonly string[];
}

const DIMENSIONS = [...TARGET_DIMENSIONS, ...EFFECT_DIMENSIONS];

/** Effects that are told in so many pairs of worlds. */
export interface Round {
  readonly pairs: number;
  readonly effects: readonly string[];
}

/**
 * Scored effects by the pairs they take: `runs`, or more where their experiment needs it. Each number of pairs is a round
 * of its own, since the vectors for so many pairs stand for the whole plausible set, and the first of more do not.
 */
export function roundsOf(
  { effects, experiments }: EffectRegister,
  runs: number,
  asked: (id: string) => boolean = () => true,
): Round[] {
  const wanted = effects.filter(isAsked).filter(({ id }) => asked(id));
  const pairsOf = ({ experiment }: AskedEffect): number =>
    runs > 1 ? Math.max(runs, experiments[experiment].worlds ?? 0) : runs;
  const numbers = [...new Set(wanted.map(pairsOf))].sort((a, b) => a - b);
  return numbers.map((pairs) => ({
    pairs,
    effects: wanted.filter((one) => pairsOf(one) === pairs).map(({ id }) => id),
  }));
}

/** Runs the status quo to the end of 2025 and reads every target. */
export function runLevels(setting: TrialPlan['setting'], targets: readonly Target[]): Levels {
  const input = armInput({ ...setting, dimensions: TARGET_DIMENSIONS }, {});
  const panel = new Panel(observe(input), setting.baseline.province);
  return targets.map((target) => targetValue(panel, target));
}

/** Runs one replication of the effects. */
export function runTrial({ setting, register, effects }: TrialPlan): Trial {
  const { province } = setting.baseline;
  const harness = new Harness({ ...setting, dimensions: DIMENSIONS });
  const known = new Map<string, readonly [Panel, Panel]>();
  const panelsOf = (id: string): readonly [Panel, Panel] => {
    const before = known.get(id);
    if (before) return before;
    const [without, changed] = harness.run(register.experiments[id]);
    const panels = [new Panel(without, province), new Panel(changed, province)] as const;
    known.set(id, panels);
    return panels;
  };
  const read = ({ read: name, dimensions = {}, experiment, base }: AskedEffect): [Value, Value] => {
    const reading = readingOf(name);
    if (!reading) throw new Error(`unknown reading ${name}`);
    const beside = base && new Panel(harness.runBeside(base, register.experiments[experiment]), province);
    const [without, changed] = panelsOf(experiment);
    return [reading(without, dimensions, beside), reading(changed, dimensions, beside)];
  };
  return register.effects.map((effect) =>
    isAsked(effect) && effects.includes(effect.id) ? read(effect) : null,
  );
}
