/** One replication of a validation: every target at the end of 2025, or every effect in its pair of worlds. */
import type { Target } from '../../scenarios/index.ts';
import {
  EFFECT_DIMENSIONS,
  type EffectRegister,
  isScored,
  type ScoredEffect,
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

/** Which replication of how many; effects that need more worlds than the others go on after `runs`. */
export interface TrialPlan {
  readonly setting: Omit<Setting, 'dimensions'>;
  readonly register: EffectRegister;
  readonly replication: number;
  readonly runs: number;
  /** Effects to look at; all when missing. */
  readonly only?: readonly string[] | undefined;
}

const DIMENSIONS = [...TARGET_DIMENSIONS, ...EFFECT_DIMENSIONS];

/** Replications a validation of so many runs needs for the experiments with more worlds. */
export function replicationsOf({ experiments }: EffectRegister, runs: number): number {
  return Math.max(runs, ...Object.values(experiments).map(({ worlds }) => (runs > 1 ? (worlds ?? 0) : 0)));
}

function read(
  panels: readonly [Panel, Panel],
  { read: name, dimensions = {} }: ScoredEffect,
): [Value, Value] {
  const reading = readingOf(name);
  if (!reading) throw new Error(`unknown reading ${name}`);
  return [reading(panels[0], dimensions), reading(panels[1], dimensions)];
}

/** Runs the status quo to the end of 2025 and reads every target. */
export function runLevels(setting: TrialPlan['setting'], targets: readonly Target[]): Levels {
  const input = armInput({ ...setting, dimensions: TARGET_DIMENSIONS }, {});
  const panel = new Panel(observe(input), setting.baseline.province);
  return targets.map((target) => targetValue(panel, target));
}

/** Runs one replication of the effects. */
export function runTrial({ setting, register, replication, runs, only }: TrialPlan): Trial {
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
  const asked = ({ id, experiment }: ScoredEffect) =>
    (only === undefined || only.includes(id)) &&
    replication < Math.max(runs, runs > 1 ? (register.experiments[experiment].worlds ?? 0) : 0);
  return register.effects.map((effect) =>
    isScored(effect) && asked(effect) ? read(panelsOf(effect.experiment), effect) : null,
  );
}
