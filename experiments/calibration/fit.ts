/**
 * History matching in waves, then a set of plausible points (Craig et al. 1997; Andrianakis et al. 2015): run
 * a design, learn an emulator, find what no target rules out, put the next design there. Everything follows from the
 * plan's seed and the model's answers, so a fit that is resumed or repeated is the same.
 */
import type { WaveReport } from '../../scenarios/provinces/plausible.ts';
import { luckOf, type Point, shuffled, spreadHypercube, spreadSubset } from './design.ts';
import { CUT } from './implausibility.ts';
import {
  density,
  emulatorOf,
  isRuledOut,
  judged,
  type Knowledge,
  known,
  nearest,
  PROBES,
  shifted,
} from './knowledge.ts';
import type { FitPlan, Progress, Simulator } from './plan.ts';
import { mostWorlds, polish } from './polish.ts';
import { type Profile, profilesOf } from './profiles.ts';
import { biasOf, type Reference, type Run, referencesAt, runPoints, unbiased } from './runs.ts';
import { walk } from './walkers.ts';

/** One plausible point and how much it counts; all count alike. */
export interface Member {
  readonly point: Point;
  readonly weight: number;
}

/** What a fit found. */
export interface Fit {
  readonly waves: readonly WaveReport[];
  /** Points of the last likelihood that it does not rule out; none when the targets rule out everything. */
  readonly members: readonly Member[];
  /** The likeliest point, and what is expected of the model there. */
  readonly best: Point;
  readonly expected: readonly number[];
  readonly profiles: readonly Profile[];
  /** Targets the model cannot reach at any point that was looked at; they rule nothing out. */
  readonly unreachable: readonly string[];
}

/** Least walkers a coordinate, and moves of each before they are taken to stand where the density is. */
const WALKERS = 4;
const STEPS = 400;
/** How often walkers move on, and by how many moves, so that profiles see more places. */
const LOOKS = 4;
const STROLL = 80;
/** Least rounds of members that are drawn, run and learned from: the first teach where the likelihood stands. */
const DRAWS = 2;
/** Most rounds, if what the last members taught keeps ruling out more than half of them. */
const MOST_DRAWS = 6;

/** Whether members must be drawn again after so many rounds, when so many of those drawn last are left. */
export const drawsAgain = (rounds: number, left: number, drawn: number): boolean =>
  rounds < DRAWS || (rounds < MOST_DRAWS && 2 * left < drawn);

/** Worlds a fit asks for when the least rounds are enough. */
export function usualWorlds(plan: FitPlan): number {
  const { waves, points, members, runs, referenceRuns } = plan;
  return (
    waves * (points * runs + referenceRuns) + DRAWS * (members * runs + referenceRuns) + mostWorlds(plan)
  );
}

/** Walkers that start at the best runs and end spread over a density: enough for a set. */
function explore(knowledge: Knowledge, plan: FitPlan, cut: number, luck: () => number) {
  const walkers = Math.max(WALKERS * plan.dimensions, plan.members);
  const near = nearest(knowledge.runs, knowledge.observed, walkers);
  const start = Array.from({ length: walkers }, (_, k) => near[k % near.length].point);
  return walk(start, density(knowledge, cut), STEPS, luck);
}

/** Points of the next wave: walked, then those farthest apart. */
function nextDesign(knowledge: Knowledge, plan: FitPlan, luck: () => number): Point[] {
  const pool: Point[] = [];
  let points = explore(knowledge, plan, CUT, luck);
  while (pool.length < 2 * plan.points) {
    pool.push(...points);
    points = walk(points, density(knowledge, CUT), STROLL, luck);
  }
  const mixed = shuffled(pool.length, luck).map((k) => pool[k]);
  return spreadSubset(mixed, plan.points).map((k) => mixed[k]);
}

/** Those that nothing known by now rules out: by what is expected there, not by what chance made of a run. */
const plausibleOf = (knowledge: Knowledge, points: readonly Point[]): Point[] =>
  points.filter((point) => !isRuledOut(knowledge, point));

function report(
  wave: number,
  scale: number,
  knowledge: Knowledge,
  plan: FitPlan,
  luck: () => number,
): WaveReport {
  const { emulator, observed } = knowledge;
  const latest = knowledge.runs.slice(-plan.points).map(({ point }) => point);
  const ruledOut = observed.map(() => 0);
  let surviving = 0;
  for (let k = 0; k < PROBES; k++) {
    const point = Array.from({ length: plan.dimensions }, luck);
    const each = judged(knowledge, emulator.at(point), emulator.error);
    if (!isRuledOut(knowledge, point)) surviving++;
    each.forEach((one, output) => {
      if (one > CUT) ruledOut[output]++;
    });
  }
  return {
    wave,
    scale,
    runs: latest.length * plan.runs,
    surviving: surviving / PROBES,
    plausiblePoints: plausibleOf(knowledge, latest).length / latest.length,
    hardest: observed[ruledOut.indexOf(Math.max(...ruledOut))].key,
  };
}

/** Fits a model. Rejects with what the simulator rejects with; throws RangeError when a plan has too few points. */
export async function fitModel(plan: FitPlan, simulator: Simulator, progress: Progress = {}): Promise<Fit> {
  const luck = luckOf(`${plan.seed} design`);
  const waves: WaveReport[] = [];
  let knowledge: Knowledge | undefined;
  for (let wave = 1; wave <= plan.waves; wave++) {
    const scale = wave === 1 ? plan.screenScale : plan.scale;
    const design = knowledge
      ? nextDesign(knowledge, plan, luck)
      : spreadHypercube(plan.points, plan.dimensions, luck);
    const own = await runPoints(design, scale, plan, simulator);
    const references = await referencesAt(design, wave - 1, plan, simulator);
    const earlier = wave === 2 && plan.screenScale !== plan.scale ? undefined : knowledge;
    knowledge = taught(earlier, own, references, plan, luck);
    const found = report(wave, scale, knowledge, plan, luck);
    waves.push(found);
    progress.onWave?.(found);
  }
  if (!knowledge) throw new RangeError(`invalid plan; one wave or more expected: ${plan.waves}`);
  return finish(plan, knowledge, simulator, waves, luck);
}

/** What more runs teach, of the plan's luck and scale as they came, and what the reference worlds say of their bias. */
function taught(
  before: Knowledge | undefined,
  own: readonly Run[],
  references: readonly Reference[],
  plan: FitPlan,
  luck: () => number,
): Knowledge {
  const level = before?.bias.level ?? plan.observed.map(() => 0);
  const runs = [...(before?.runs ?? []), ...unbiased(own, level)];
  const emulator = emulatorOf(plan, runs);
  const left = biasOf(emulator.at, references);
  const bias = { level: level.map((one, k) => one + (left.level[k] || 0)), variance: left.variance };
  return known(plan, unbiased(runs, left.level), shifted(emulator, left.level), bias, luck);
}

/**
 * Draws points from the likelihood, runs them and learns from that too, until what is learned leaves half of them; the
 * members are drawn from the likelihood that all of it gives.
 */
async function finish(
  plan: FitPlan,
  knowledge: Knowledge,
  simulator: Simulator,
  waves: readonly WaveReport[],
  luck: () => number,
): Promise<Fit> {
  let after = knowledge;
  const references: Reference[] = [];
  let left = 0;
  for (let rounds = 0; drawsAgain(rounds, left, plan.members); rounds++) {
    const drawn = explore(after, plan, 0, luck).slice(0, plan.members);
    references.push(...(await referencesAt(drawn, plan.waves + rounds, plan, simulator)));
    after = taught(after, await runPoints(drawn, plan.scale, plan, simulator), references, plan, luck);
    left = plausibleOf(after, drawn).length;
  }
  const found = foundBy(after, plan, waves, luck);
  return { ...found, ...(await polish(found.best, after, plan, simulator)) };
}

/** What a likelihood says: members drawn from it, all alike, and the likeliest of all places its walkers stood on. */
function foundBy(knowledge: Knowledge, plan: FitPlan, waves: readonly WaveReport[], luck: () => number): Fit {
  const likelihood = density(knowledge, 0);
  let points = explore(knowledge, plan, 0, luck);
  const plausible = plausibleOf(knowledge, points.slice(0, plan.members));
  const seen = [...points];
  for (let look = 0; look < LOOKS; look++) {
    points = walk(points, likelihood, STROLL, luck);
    seen.push(...points);
  }
  const scored = seen.map((point) => ({ point, log: likelihood(point) }));
  const best = scored.reduce((a, b) => (b.log > a.log ? b : a)).point;
  const members = plausible.map((point) => ({ point, weight: 1 / plausible.length }));
  return {
    waves,
    members,
    best,
    expected: knowledge.emulator.at(best),
    profiles: profilesOf(scored, members, plan.dimensions),
    unreachable: plan.observed.flatMap(({ key }, k) => (knowledge.reached[k] ? [] : [key])),
  };
}
