/**
 * History matching in waves, then a weighted set of plausible points (Craig et al. 1997; Andrianakis et al. 2015): run
 * a design, learn an emulator, find what no target rules out, put the next design there. Everything follows from the
 * plan's seed and the model's answers, so a fit that is resumed or repeated is the same.
 */
import type { WaveReport } from '../../scenarios/provinces/plausible.ts';
import { luckOf, type Point, shuffled, spreadHypercube, spreadSubset } from './design.ts';
import { CUT } from './implausibility.ts';
import { density, isRuledOut, judged, type Knowledge, learn, nearest, PROBES } from './knowledge.ts';
import type { FitPlan, Progress, Simulator } from './plan.ts';
import { mostWorlds, polish } from './polish.ts';
import { type Profile, profilesOf } from './profiles.ts';
import { biasAt, type Run, runPoints, unbiased } from './runs.ts';
import { walk } from './walkers.ts';
import { effectiveSize, tempered } from './weights.ts';

/** One plausible point and how much it counts. */
export interface Member {
  readonly point: Point;
  readonly weight: number;
}

/** What a fit found. */
export interface Fit {
  readonly waves: readonly WaveReport[];
  /** Weighted points; empty when the targets rule out everything. */
  readonly members: readonly Member[];
  /** How many equal members the set is worth, and the power its likelihood was tempered with. */
  readonly effective: number;
  readonly power: number;
  /** The likeliest point, and what is expected of the model there. */
  readonly best: Point;
  readonly expected: readonly number[];
  readonly profiles: readonly Profile[];
  /** Targets the model cannot reach at any point that was looked at; they rule nothing out. */
  readonly unreachable: readonly string[];
}

/** Walkers a coordinate, and moves of each. */
const WALKERS = 4;
const STEPS = 150;
/** Least rounds of members that are drawn, run and learned from: the first teach where the likelihood stands. */
const DRAWS = 2;
/** Most rounds, if what the last members taught keeps ruling out more than half of them. */
const MOST_DRAWS = 6;
/** Power below which the likelihood may not be tempered before the set counts as empty. */
const LEAST_POWER = 0.02;

/** Whether members must be drawn again after so many rounds, when so many of those drawn last are left. */
export const drawsAgain = (rounds: number, left: number, drawn: number): boolean =>
  rounds < DRAWS || (rounds < MOST_DRAWS && 2 * left < drawn);

/** Worlds a fit asks for when the least rounds are enough. */
export function usualWorlds(plan: FitPlan): number {
  const bias = plan.referenceRuns + plan.runs;
  return (
    plan.waves * (plan.points * plan.runs + bias) +
    DRAWS * (plan.members * plan.runs + bias) +
    mostWorlds(plan)
  );
}

/** Walkers that start at the best runs and end spread over a density. */
function explore(knowledge: Knowledge, plan: FitPlan, cut: number, luck: () => number) {
  const start = nearest(knowledge.runs, knowledge.observed, WALKERS * plan.dimensions).map(
    ({ point }) => point,
  );
  return walk(start, density(knowledge, cut), STEPS, luck);
}

/** Points of the next wave: walked, then those farthest apart. */
function nextDesign(knowledge: Knowledge, plan: FitPlan, luck: () => number): Point[] {
  const pool: Point[] = [];
  let { points } = explore(knowledge, plan, CUT, luck);
  while (pool.length < 2 * plan.points) {
    pool.push(...points);
    points = walk(points, density(knowledge, CUT), Math.ceil(STEPS / 5), luck).points;
  }
  const mixed = shuffled(pool.length, luck).map((k) => pool[k]);
  return spreadSubset(mixed, plan.points).map((k) => mixed[k]);
}

function report(
  wave: number,
  scale: number,
  knowledge: Knowledge,
  latest: readonly Run[],
  plan: FitPlan,
  luck: () => number,
): WaveReport {
  const { emulator, observed } = knowledge;
  const ruledOut = observed.map(() => 0);
  let surviving = 0;
  for (let k = 0; k < PROBES; k++) {
    const point = Array.from({ length: plan.dimensions }, luck);
    const each = judged(knowledge, emulator.at(point), emulator.error);
    if (!isRuledOut(knowledge, emulator.at(point))) surviving++;
    each.forEach((one, output) => {
      if (one > CUT) ruledOut[output]++;
    });
  }
  return {
    wave,
    scale,
    runs: latest.length * plan.runs,
    surviving: surviving / PROBES,
    plausiblePoints: latest.filter(({ outputs }) => !isRuledOut(knowledge, outputs)).length / latest.length,
    hardest: observed[ruledOut.indexOf(Math.max(...ruledOut))].key,
  };
}

/** Where chance and scale are looked at: the middle of the cube at first, then the likeliest run so far. */
const centreOf = (plan: FitPlan, knowledge: Knowledge | undefined): Point =>
  knowledge
    ? nearest(knowledge.runs, knowledge.observed, 1)[0].point
    : Array.from({ length: plan.dimensions }, () => 0.5);

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
    const bias = await biasAt(centreOf(plan, knowledge), scale, plan, simulator);
    const latest = unbiased(await runPoints(design, scale, plan, simulator), bias);
    const earlier = wave === 2 && plan.screenScale !== plan.scale ? [] : (knowledge?.runs ?? []);
    knowledge = learn(plan, [...earlier, ...latest], bias, luck);
    const found = report(wave, scale, knowledge, latest, plan, luck);
    waves.push(found);
    progress.onWave?.(found);
  }
  if (!knowledge) throw new RangeError(`invalid plan; one wave or more expected: ${plan.waves}`);
  return finish(plan, knowledge, simulator, waves, luck);
}

/** Points drawn from a likelihood, and every point the walkers stood on meanwhile. */
interface Sample {
  readonly drawn: readonly Point[];
  readonly seen: readonly Point[];
}

function sample(knowledge: Knowledge, plan: FitPlan, luck: () => number): Sample {
  const drawn: Point[] = [];
  const seen: Point[] = [];
  let { points } = explore(knowledge, plan, 0, luck);
  while (drawn.length < plan.members) {
    drawn.push(...points.slice(0, plan.members - drawn.length));
    seen.push(...points);
    points = walk(points, density(knowledge, 0), STEPS, luck).points;
  }
  return { drawn, seen: [...seen, ...points] };
}

/** What runs at more points teach, bias looked at anew at the likeliest of them. */
async function taught(
  before: Knowledge,
  points: readonly Point[],
  plan: FitPlan,
  simulator: Simulator,
  luck: () => number,
): Promise<Knowledge> {
  const own = unbiased(await runPoints(points, plan.scale, plan, simulator), before.bias);
  const bias = await biasAt(nearest(own, before.observed, 1)[0].point, plan.scale, plan, simulator);
  const shift = bias.level.map((level, k) => level - before.bias.level[k]);
  return learn(plan, unbiased([...before.runs, ...own], { ...bias, level: shift }), bias, luck);
}

/** Those that nothing known by now rules out. */
const plausibleOf = (knowledge: Knowledge, points: readonly Point[]): Point[] =>
  points.filter((point) => !isRuledOut(knowledge, knowledge.emulator.at(point)));

/**
 * Draws members from the likelihood, runs them and learns from that too, until what is learned leaves half of them; weights
 * the last by how the likelihood moved.
 */
async function finish(
  plan: FitPlan,
  knowledge: Knowledge,
  simulator: Simulator,
  waves: readonly WaveReport[],
  luck: () => number,
): Promise<Fit> {
  let before = knowledge;
  let after = knowledge;
  let points: Sample = { drawn: [], seen: [] };
  let left = 0;
  for (let rounds = 0; drawsAgain(rounds, left, plan.members); rounds++) {
    before = after;
    points = sample(before, plan, luck);
    after = await taught(before, points.drawn, plan, simulator, luck);
    left = plausibleOf(after, points.drawn).length;
  }
  const found = weigh(plan, before, after, points, waves);
  return { ...found, ...(await polish(found.best, after, plan, simulator)) };
}

function weigh(
  plan: FitPlan,
  before: Knowledge,
  after: Knowledge,
  { drawn, seen }: Sample,
  waves: readonly WaveReport[],
): Fit {
  const was = density(before, 0);
  const is = density(after, 0);
  const { power, weights } = tempered(
    drawn.map((point) => is(point) - was(point)),
    Math.min(100, 0.7 * plan.members),
  );
  const scored = seen.map((point) => ({ point, log: is(point) }));
  const best = scored.reduce((a, b) => (b.log > a.log ? b : a)).point;
  const plausible = new Set(plausibleOf(after, drawn));
  const members = drawn.flatMap((point, k) => (plausible.has(point) ? [{ point, weight: weights[k] }] : []));
  const total = members.reduce((sum, { weight }) => sum + weight, 0);
  return {
    waves,
    members:
      power < LEAST_POWER ? [] : members.map(({ point, weight }) => ({ point, weight: weight / total })),
    effective: effectiveSize(members.map(({ weight }) => weight / total)),
    power,
    best,
    expected: after.emulator.at(best),
    profiles: profilesOf(scored, members, plan.dimensions),
    unreachable: plan.observed.flatMap(({ key }, k) => (after.reached[k] ? [] : [key])),
  };
}
