/** How the bench measures: the same months again and again from one state, medians, and one whole run. */
import { planOf, type Question, runWorld, soloEngine } from '../../experiments/index.ts';
import { resolvePreset } from '../../scenarios/index.ts';
import {
  createWorld,
  LAST_MONTH,
  MONTH,
  restoreWorld,
  type Scale,
  snapshot,
  stateBytes,
  stepMonth,
  type World,
  type WorldInput,
} from '../../sim/index.ts';
import { calibrationLoop, TURNS } from './calibration-loop.ts';
import type { Terminal } from './terminal.ts';

const REPEATS = 5;
const WARM_MONTHS = 6;
const MEASURED_MONTHS = 6;
const SMALL: Scale = 100;

const now = (): number => performance.now() * 1e6;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function timed(work: () => void): number {
  const started = now();
  work();
  return now() - started;
}

/** Nanoseconds of one turn of the calibration loop. */
export function calibrationNs(): number {
  for (let k = 0; k < 3; k++) calibrationLoop();
  return median(Array.from({ length: 9 }, () => timed(calibrationLoop))) / TURNS;
}

const enterprisesOf = (world: World): number =>
  world.enterprises.status.reduce((sum, status) => sum + (status > 0 ? 1 : 0), 0);

/** Nanoseconds of each phase over the measured months. */
function phaseTimes(world: World): number[] {
  const times = MONTH.map(() => 0);
  for (let month = 0; month < MEASURED_MONTHS; month++) {
    let phase = 0;
    let last = now();
    stepMonth(world, () => {
      const at = now();
      times[phase++] += at - last;
      last = at;
    });
  }
  return times;
}

/** One core: the same months from the same state, several times. */
export async function oneCore(input: WorldInput, terminal: Terminal) {
  const warm = createWorld(input);
  for (let month = 0; month < WARM_MONTHS; month++) stepMonth(warm);
  const start = snapshot(warm);
  const repeats: number[][] = [];
  for (let k = 0; k < REPEATS; k++) {
    repeats.push(phaseTimes(restoreWorld(input, start)));
    terminal.progress(`repeat ${k + 1} of ${REPEATS}`);
    await terminal.pause();
    if (terminal.signal.aborted) return undefined;
  }
  const enterprises = enterprisesOf(warm);
  const perEnterprise = enterprises * MEASURED_MONTHS;
  const { state, work } = warm.buffers;
  return {
    enterprises,
    nsPerEnterpriseMonth:
      median(repeats.map((times) => times.reduce((sum, one) => sum + one, 0))) / perEnterprise,
    bytesPerEnterprise: (state.byteLength + work.byteLength) / enterprises,
    stateBytesPerEnterprise: stateBytes(input) / enterprises,
    phases: MONTH.map(({ name }, k) => ({
      name,
      ns: median(repeats.map((times) => times[k])) / perEnterprise,
    })),
  };
}

/** A whole 1:100 run as the lab makes it: spin-up and 60 months, milliseconds. */
export async function wholeRun(terminal: Terminal) {
  const question: Question = {
    settings: { scale: SMALL, seed: '1', runs: 1, until: LAST_MONTH },
    dimensions: [],
  };
  const plan = planOf(resolvePreset('baseline'), question, 0);
  const forks = new Map();
  const steering = { audit: 'never', forks, signal: terminal.signal } as const;
  const whole = await timedRun(() => runWorld(plan, soloEngine, steering));
  const projection = await timedRun(() => runWorld(plan, soloEngine, steering));
  return { scale: SMALL, spinUpMs: whole - projection, projectionMs: projection };
}

async function timedRun(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
