/** One experiment of the event harness: two worlds with the same luck, history included. */

import type { Policy, Resolved, ShockEvent } from '../../scenarios/index.ts';
import type { Arm, ArmPolicy, ArmShock, Experiment } from '../../scenarios/provinces/effects.ts';
import { patchesOf, shocksOf } from '../../scenarios/schema/indices.ts';
import {
  createWorld,
  FORK_MONTH,
  type GroupDimension,
  monthIndex,
  restoreWorld,
  type Scale,
  snapshot,
  stepMonth,
  type World,
  type WorldInput,
} from '../../sim/index.ts';
import { hashOf } from '../hash.ts';
import { seedOf } from '../seed.ts';
import { type Observation, openObservation } from './observation.ts';

/** A province under the status quo, its luck and scale: what both worlds of every experiment share. */
export interface Setting {
  readonly baseline: Resolved;
  readonly word: string;
  readonly scale: Scale;
  readonly dimensions: readonly GroupDimension[];
}

/** Last month a policy of an arm stays in force unless it says otherwise. */
const END = '2030-12';

const policyOf = ({ until = END, set = {}, enabled = true, scope = {}, ...rest }: ArmPolicy): Policy => ({
  ...rest,
  until,
  set,
  enabled,
  scope: scope as Policy['scope'],
  phaseInMonths: 0,
});

const shockOf = ({ severity = 1, scope = {}, ...rest }: ArmShock): ShockEvent => ({
  ...rest,
  severity,
  scope: scope as ShockEvent['scope'],
});

/** The engine's input of one arm: history first, so that what an arm says takes its place. */
export function armInput({ baseline, word, scale }: Setting, arm: Arm): WorldInput {
  const codes = baseline.province.prefectures.map(({ code }) => code);
  const dropped = new Set(arm.drop ?? []);
  return {
    province: baseline.province,
    patches: [...baseline.patches, ...patchesOf((arm.policies ?? []).map(policyOf), codes)],
    shocks: [
      ...baseline.shocks.filter(({ kind }) => !dropped.has(kind)),
      ...shocksOf((arm.shocks ?? []).map(shockOf), codes),
    ],
    seed: seedOf(word),
    scale,
  };
}

const isLate = (input: WorldInput, past: WorldInput): boolean =>
  input.patches.slice(past.patches.length).every(({ from }) => from > FORK_MONTH) &&
  input.shocks.length >= past.shocks.length &&
  input.shocks.slice(past.shocks.length).every(({ from }) => from > FORK_MONTH);

/** Runs arms of one setting; worlds that share the past run it once, and equal arms run once. */
export class Harness {
  readonly #setting: Setting;
  readonly #done = new Map<string, Observation>();
  #fork: Uint8Array | undefined;

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  /** Both worlds of an experiment, the one without the instrument or event first. */
  run({ without, with: changed, until }: Experiment): readonly [Observation, Observation] {
    return [this.#arm(without, monthIndex(until)), this.#arm(changed, monthIndex(until))];
  }

  /** One more world with the same luck. */
  runBeside(arm: Arm, { until }: Experiment): Observation {
    return this.#arm(arm, monthIndex(until));
  }

  #arm(arm: Arm, until: number): Observation {
    const key = hashOf([arm, until]);
    const known = this.#done.get(key);
    if (known) return known;
    const input = armInput(this.#setting, arm);
    const watch = this.#start(input, until);
    while (watch.world.month < until) {
      stepMonth(watch.world);
      watch.look();
    }
    const observation = watch.finish();
    this.#done.set(key, observation);
    return observation;
  }

  #start(input: WorldInput, until: number) {
    const { dimensions } = this.#setting;
    const past = armInput(this.#setting, {});
    const late = until > FORK_MONTH && isLate(input, past);
    const world = late
      ? restoreWorld(input, this.#past(past), { dimensions })
      : createWorld(input, { dimensions });
    const watch = { world, ...openObservation(world) };
    if (!late) watch.look();
    return watch;
  }

  #past(input: WorldInput): Uint8Array {
    if (this.#fork) return this.#fork;
    const world: World = createWorld(input, { dimensions: this.#setting.dimensions });
    while (world.month < FORK_MONTH) stepMonth(world);
    this.#fork = snapshot(world);
    return this.#fork;
  }
}
