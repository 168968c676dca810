/** Runs both engines side by side and says where they part. */
import {
  createWorld,
  LAST_MONTH,
  monthName,
  stepMonth,
  type World,
  type WorldInput,
} from '../../sim/index.ts';
import { type Difference, differingCount, differingState, unknownTable } from './difference.ts';
import { SLOW_MONTH, type SlowPhase, slowPhases } from './month.ts';
import { startWorld } from './start.ts';
import type { SlowWorld } from './world.ts';

/** The first month, phase, entity and field that differ, with both values. */
export interface Parting extends Difference {
  readonly month: string;
  readonly phase: string;
}

export interface Comparison {
  readonly until?: number;
  /** What the slow engine is given or does instead, to see that it would be noticed. */
  readonly slowInput?: WorldInput;
  readonly slowMonth?: readonly SlowPhase[];
}

/**
 * Runs both to the end of `until`, compared after every month; null when they never part. If they do, both run again
 * from the start and are compared after every phase of that month.
 */
export function parting(input: WorldInput, comparison: Comparison = {}): Parting | null {
  const pair = startPair(input, comparison);
  const start = unknownTable(pair.fast) ?? differing(pair);
  if (start) return { month: 'start', phase: 'start', ...start };
  const { fast, slow } = pair;
  while (fast.month < (comparison.until ?? LAST_MONTH)) {
    stepPair(pair);
    const difference = differing(pair);
    if (difference)
      return {
        month: monthName(slow.month),
        ...(partingPhase(input, comparison, slow.month) ?? { phase: 'none of its own', ...difference }),
      };
  }
  return null;
}

interface Pair {
  readonly fast: World;
  readonly slow: SlowWorld;
  readonly phases: readonly SlowPhase[];
}

const startPair = (input: WorldInput, { slowInput = input, slowMonth = SLOW_MONTH }: Comparison): Pair => ({
  fast: createWorld(input),
  slow: startWorld(slowInput),
  phases: slowMonth,
});

function stepPair({ fast, slow, phases }: Pair): void {
  stepMonth(fast);
  for (const _done of slowPhases(slow, phases));
}

const differing = ({ fast, slow }: Pair): Difference | null =>
  differingState(fast, slow) ?? differingCount(fast, slow);

/** The phase of month `month` after which the two first differ. */
function partingPhase(
  input: WorldInput,
  comparison: Comparison,
  month: number,
): Omit<Parting, 'month'> | null {
  const pair = startPair(input, comparison);
  const { fast, slow, phases } = pair;
  while (fast.month < month - 1) stepPair(pair);
  const done = slowPhases(slow, phases);
  const found: Omit<Parting, 'month'>[] = [];
  stepMonth(fast, (phase) => {
    const other = done.next().value;
    if (other !== phase) throw new Error(`phases out of step: ${other}, expected ${phase}`);
    const difference = phase === 'record' ? differing(pair) : differingState(fast, slow);
    if (difference) found.push({ phase, ...difference });
  });
  return found[0] ?? null;
}
