/** One replication of a validation: every target at the end of 2025, and every effect in its pair of worlds. */
import type { Target } from '../../scenarios/index.ts';
import {
  EFFECT_DIMENSIONS,
  type EffectRegister,
  isScored,
  type ScoredEffect,
} from '../../scenarios/provinces/effects.ts';
import { Harness, type Setting } from './experiment-run.ts';
import { TARGET_DIMENSIONS } from './observation.ts';
import { Panel } from './panel.ts';
import { readingOf } from './readings.ts';
import { targetValue } from './score.ts';

type Value = number | null;

/** What one replication says. */
export interface Trial {
  readonly targets: readonly Value[];
  /** Reading in the world without and with; null for an effect that this replication does not score. */
  readonly effects: readonly (readonly [Value, Value] | null)[];
}

/** Which replication of how many; effects that need more worlds than the others go on after `runs`. */
export interface TrialPlan {
  readonly setting: Omit<Setting, 'dimensions'>;
  readonly register: EffectRegister;
  readonly targets: readonly Target[];
  readonly replication: number;
  readonly runs: number;
}

const STATUS_QUO = 'status-quo';
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

/** Runs one replication. */
export function runTrial({ setting, register, targets, replication, runs }: TrialPlan): Trial {
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
  const asked = (id: string) =>
    replication < Math.max(runs, runs > 1 ? (register.experiments[id].worlds ?? 0) : 0);
  const main = replication < runs ? panelsOf(STATUS_QUO)[0] : undefined;
  return {
    targets: targets.map((target) => (main ? targetValue(main, target) : null)),
    effects: register.effects.map((effect) =>
      isScored(effect) && asked(effect.experiment) ? read(panelsOf(effect.experiment), effect) : null,
    ),
  };
}
