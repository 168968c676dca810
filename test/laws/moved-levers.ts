/** Levers moved at random over their ranges, for laws that must hold for whatever a user drags. */
import { seedOf } from '../../experiments/seed.ts';
import { resolvePreset } from '../../scenarios/index.ts';
import {
  createWorld,
  FORK_MONTH,
  INSTRUMENTS,
  LAST_MONTH,
  type Patch,
  restoreWorld,
  snapshot,
  type World,
} from '../../sim/index.ts';
import { patch } from '../support/small-province.ts';
import { runTo } from './worlds.ts';

/** Of a hundred choices, the one with the most enterprises and second loans in 2030. */
export const LIVELIEST_CHOICE = 52;

/** Some levers at their highest values, others anywhere in their ranges, the rest as they stand: the `n`-th choice. */
export function movedLevers(n: number): Patch[] {
  let state = n;
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return INSTRUMENTS.filter(() => draw() < 0.6).map(({ id, parameters }) => {
    const values = Object.entries(parameters).map(([name, { min, max }]) => {
      const atTheEnd = draw() < 0.5;
      return [name, atTheEnd ? max : min + draw() * (max - min)] as const;
    });
    return patch(id, Object.fromEntries(values));
  });
}

/** A province at 1:100 until 2030 with the `n`-th choice of levers from 2026 on. */
export function runMoved(preset: string, n: number): World {
  const { province, patches, shocks } = resolvePreset(preset);
  const history = { province, shocks, seed: seedOf('room'), scale: 100 } as const;
  const fork = runTo(createWorld({ ...history, patches }), FORK_MONTH);
  const moved = { ...history, patches: [...patches, ...movedLevers(n)] };
  return runTo(restoreWorld(moved, snapshot(fork)), LAST_MONTH);
}
