/**
 * How the bench measures. One core: the same months again and again from one state, in processor time, so that a busy
 * machine disturbs little; medians. Threads: wall time. A whole run: as the lab makes it.
 */
import { planOf, type Question, runWorld, soloEngine } from '../../experiments/index.ts';
import { resolvePreset } from '../../scenarios/index.ts';
import {
  createWorld,
  FORK_MONTH,
  LAST_MONTH,
  MONTH,
  restoreWorld,
  type Scale,
  snapshot,
  stepMonth,
  type World,
  type WorldInput,
} from '../../sim/index.ts';
import { calibrationLoop, TURNS } from './calibration-loop.ts';
import { openTeam } from './team.ts';
import type { Terminal } from './terminal.ts';

const REPEATS = 5;
const MEASURED_MONTHS = 6;
const SMALL: Scale = 100;

/** Nanoseconds of processor time this process has used. */
function processorNs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Nanoseconds of one turn of the calibration loop. */
export function calibrationNs(): number {
  for (let k = 0; k < 3; k++) calibrationLoop();
  const turns = Array.from({ length: 9 }, () => {
    const started = processorNs();
    calibrationLoop();
    return processorNs() - started;
  });
  return median(turns) / TURNS;
}

const enterprisesOf = (world: World): number =>
  world.enterprises.status.reduce((sum, status) => sum + (status > 0 ? 1 : 0), 0);

/** A world stepped to the end of month `until`, breathing between months; undefined when stopped. */
async function worldAt(input: WorldInput, until: number, terminal: Terminal): Promise<World | undefined> {
  const world = createWorld(input);
  while (world.month < until) {
    stepMonth(world);
    terminal.progress(`1:${input.scale}: month ${world.month + 1} of ${until + 1}`);
    await terminal.pause();
    if (terminal.signal.aborted) return undefined;
  }
  return world;
}

/** Nanoseconds of each phase over the measured months. */
function phaseTimes(world: World): number[] {
  const times = MONTH.map(() => 0);
  for (let month = 0; month < MEASURED_MONTHS; month++) {
    let phase = 0;
    let last = processorNs();
    stepMonth(world, () => {
      const at = processorNs();
      times[phase++] += at - last;
      last = at;
    });
  }
  return times;
}

const sumOf = (times: readonly number[]): number => times.reduce((sum, one) => sum + one, 0);

/** Speed of the months after one state, by phase, and the calibration loop beside every repeat. */
interface Speed {
  readonly nsPerEnterpriseMonth: number;
  readonly calibrationLoopNs: number;
  readonly phases: readonly { readonly name: string; readonly ns: number }[];
}

async function speedFrom(
  input: WorldInput,
  start: Uint8Array,
  terminal: Terminal,
): Promise<Speed | undefined> {
  const repeats: number[][] = [];
  const calibrations: number[] = [];
  let enterprises = 0;
  for (let k = 0; k <= REPEATS; k++) {
    const world = restoreWorld(input, start);
    const times = phaseTimes(world);
    enterprises = enterprisesOf(world);
    if (k > 0) repeats.push(times);
    calibrations.push(calibrationNs());
    terminal.progress(`repeat ${k} of ${REPEATS}`);
    await terminal.pause();
    if (terminal.signal.aborted) return undefined;
  }
  const each = enterprises * MEASURED_MONTHS;
  return {
    nsPerEnterpriseMonth: median(repeats.map(sumOf)) / each,
    calibrationLoopNs: median(calibrations),
    phases: MONTH.map(({ name }, k) => ({ name, ns: median(repeats.map((times) => times[k])) / each })),
  };
}

/** One core at a scale, from 2025-12, under several sets of patches by name; bytes in all columns. */
export async function oneCore<Name extends string>(
  inputs: Readonly<Record<Name, WorldInput>>,
  terminal: Terminal,
) {
  const [first] = Object.values<WorldInput>(inputs);
  const warm = await worldAt(first, FORK_MONTH, terminal);
  if (!warm) return undefined;
  const start = snapshot(warm);
  const speeds = {} as Record<Name, Speed>;
  for (const name of Object.keys(inputs) as Name[]) {
    const speed = await speedFrom(inputs[name], start, terminal);
    if (!speed) return undefined;
    speeds[name] = speed;
  }
  const enterprises = enterprisesOf(warm);
  const { state, work } = warm.buffers;
  return {
    enterprises,
    bytesPerEnterprise: (state.byteLength + work.byteLength) / enterprises,
    stateBytesPerEnterprise: state.byteLength / enterprises,
    speeds,
  };
}

const WARM_MONTHS = 3;

/** Wall milliseconds a month of one world by so many threads that share it, and peak memory of the process, bytes. */
export async function threads(input: WorldInput, workers: number, terminal: Terminal) {
  const team = openTeam(workers);
  try {
    const world = await team.create(input, []);
    const months: number[] = [];
    for (let month = 0; month < WARM_MONTHS + MEASURED_MONTHS; month++) {
      const started = performance.now();
      await team.step(world);
      if (month >= WARM_MONTHS) months.push(performance.now() - started);
      terminal.progress(`${workers} threads at 1:${input.scale}: month ${month + 1}`);
      if (terminal.signal.aborted) return undefined;
    }
    const enterprises = enterprisesOf(world);
    return {
      workers,
      enterprises,
      msPerMonth: median(months),
      nsPerEnterpriseMonth: (median(months) * 1e6) / enterprises,
    };
  } finally {
    await team.close();
  }
}

/** Most memory this process has held, bytes. */
export const peakMemory = (): number => process.resourceUsage().maxRSS * 1024;

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
