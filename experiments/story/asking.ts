/** Why an owner asked or did not: the reckoning of the phase `apply`, as the engine makes it. */
import { reckon, type World } from '../../sim/index.ts';
import { tidy } from './codes.ts';
import type { Asking, Caller, Deterrent } from './document.ts';

const CALLERS: readonly Caller[] = ['none', 'outlet', 'relationship'];
const DETERRENTS: readonly Deterrent[] = ['none', 'refusal', 'trouble', 'unaware'];

/** What the owner of application `row` expected. Call after the phase `apply`, before the lenders answer. */
export function askingOf(world: World, row: number): Asking {
  const { caller, chance, worth, rate, cost, fear, gain, deterred } = reckon(world, row);
  return {
    caller: CALLERS[caller],
    chance: tidy(chance),
    worth: tidy(worth),
    rate: tidy(rate),
    cost: tidy(cost),
    fear: tidy(fear),
    gain: tidy(gain),
    deterred: DETERRENTS[deterred],
  };
}
