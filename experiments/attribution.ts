/**
 * Which lever did it? The difference of two scenarios, split among what they differ in. Every mixture of the two is a
 * world with the same luck, and Shapley values share the difference out. Assumptions are kept apart: they change the
 * years from 2023 on, so they come first, and policies and shocks act in the world they make. Beyond six of a kind they
 * are held in groups; see `attribution/groups.ts`.
 */
import { type Resolved, resolve } from '../scenarios/index.ts';
import { FORK_MONTH, INDICATORS, monthIndex, type Scale, type World } from '../sim/index.ts';
import { type Coalition, type GamePlan, planGame } from './attribution/game.ts';
import { type Grouping, type Held, type Holding, holdingOf } from './attribution/groups.ts';
import { mixture } from './attribution/mixture.ts';
import { type Players, playersOf } from './attribution/players.ts';
import { type Explained, explain, type Mixture, type Worths } from './attribution/reduce.ts';
import type { Engine } from './engine.ts';
import { flowTotal } from './flows.ts';
import type { ForkCache } from './fork.ts';
import { planOf } from './scenario-run.ts';
import { type RunSeries, runSeries } from './series.ts';
import { FLOWS } from './totals.ts';
import { runWorld, type Steering } from './world-run.ts';

/** What has to be run. */
export interface AttributionPlan {
  readonly a: Resolved;
  readonly b: Resolved;
  readonly players: Players;
  /** What of them is given a share, or held together. */
  readonly held: { readonly assumptions: readonly Held[]; readonly acts: readonly Held[] };
  readonly assumptions: GamePlan;
  readonly acts: GamePlan;
  /** Worlds of one replication, each once. */
  readonly mixtures: readonly Mixture[];
}

/** What came of it so far. */
export interface Attribution {
  readonly scale: Scale;
  readonly runs: number;
  readonly worlds: number;
  /** Orders counted among policies and shocks: all of them, or so many drawn ones. */
  readonly orders: 'all' | number;
  readonly assumptions: readonly Held[];
  readonly acts: readonly Held[];
  readonly months: readonly string[];
  /** Indicator -> one explanation a month; null where a world leaves it undefined. */
  readonly indicators: Readonly<Record<string, readonly (Explained | null)[]>>;
}

const gameOf = ({ parts, blocks }: Holding): GamePlan => planGame(parts.length, blocks);

/** The worlds needed to explain how `b` differs from `a`; needs both in one province. */
export function planAttribution(a: Resolved, b: Resolved, grouping: Grouping = {}): AttributionPlan {
  const players = playersOf(a.scenario, b.scenario);
  const [before, after] = [holdingOf(players.assumptions, grouping), holdingOf(players.acts, grouping)];
  const [assumptions, acts] = [gameOf(before), gameOf(after)];
  const held = { assumptions: before.parts, acts: after.parts };
  const moved = 2 ** assumptions.players - 1;
  const mixtures: Mixture[] = [
    ...assumptions.coalitions.map((coalition) => ({ assumptions: coalition, acts: 0 })),
    ...acts.coalitions.filter((one) => one > 0).map((one) => ({ assumptions: moved, acts: one })),
  ];
  const both = assumptions.players > 0 && acts.players > 0;
  if (both) mixtures.push({ assumptions: 0, acts: 2 ** acts.players - 1 });
  return { a, b, players, held, assumptions, acts, mixtures };
}

/** The players of the parts in a coalition. */
const playersIn = (held: readonly Held[], coalition: Coalition) =>
  held.flatMap(({ players }, at) => ((coalition >> at) & 1 ? players : []));

/** The world of a mixture. */
const worldOf = ({ a, b, players, held }: AttributionPlan, { assumptions, acts }: Mixture): Resolved =>
  resolve(
    mixture(a.scenario, b.scenario, players, {
      assumptions: playersIn(held.assumptions, assumptions),
      acts: playersIn(held.acts, acts),
    }),
  );

/** What to ask of every world. */
export interface AttributionQuestion {
  readonly scale: Scale;
  readonly seed: string;
  readonly runs: number;
  /** Months to explain, `2030-12`; flows, such as what treasuries pay, by their sum from 2026-01 to that month. */
  readonly months: readonly string[];
}

/** How the worlds are run. */
export interface AttributionSteering extends Steering {
  /** After each world. */
  readonly onMixture?: (done: number, total: number) => void;
  /** After each replication, what is known so far. */
  readonly onRun?: (attribution: Attribution) => void;
  /** After each replication of a scenario itself, unlike the mixtures between them: what its result hash is made of. */
  readonly onEnd?: (end: 'a' | 'b', series: RunSeries, world: World) => void;
}

const IDS = INDICATORS.map(({ id }) => id);

/** Which scenarios a mixture is as a whole: neither, one, or both where they do not differ. */
function endsOf({ assumptions, acts }: AttributionPlan, mixture: Mixture): readonly ('a' | 'b')[] {
  const is = (one: Coalition, other: Coalition) => mixture.assumptions === one && mixture.acts === other;
  const inB = is(2 ** assumptions.players - 1, 2 ** acts.players - 1);
  return [...(is(0, 0) ? (['a'] as const) : []), ...(inB ? (['b'] as const) : [])];
}

/** Values of every indicator in the months asked for, `[indicator][month]`; NaN where undefined. */
async function worthOf(
  resolved: Resolved,
  question: AttributionQuestion,
  k: number,
  engine: Engine,
  { onSeen, ...steering }: Steering & { readonly onSeen: (series: RunSeries, world: World) => void },
): Promise<Float64Array> {
  const months = question.months.map(monthIndex);
  const settings = { ...question, until: Math.max(FORK_MONTH, ...months) };
  const plan = planOf(resolved, { settings, dimensions: [] }, k);
  const { recording, world } = await runWorld(plan, engine, { ...steering, audit: 'never' });
  const series = runSeries(recording);
  onSeen(series, world);
  const places = months.map((month) => series.months.indexOf(month));
  const worth = (id: string, at: number) =>
    FLOWS.has(id) ? flowTotal(series.province[id], at) : series.province[id][at];
  return Float64Array.from(IDS.flatMap((id) => places.map((at) => worth(id, at) ?? Number.NaN)));
}

/** Runs every mixture with the same luck, replication after replication. Rejects with `Cancelled` when the signal is raised. */
export async function attribute(
  plan: AttributionPlan,
  question: AttributionQuestion,
  engine: Engine,
  { onMixture, onRun, onEnd, ...steering }: AttributionSteering = {},
): Promise<Attribution> {
  const worlds = plan.mixtures.map((one) => worldOf(plan, one));
  const runs: Worths[] = [];
  const total = worlds.length * question.runs;
  for (let k = 0; k < question.runs; k++) {
    const forks: ForkCache = new Map();
    const worths: Float64Array[] = [];
    for (const [at, world] of worlds.entries()) {
      const onSeen = (series: RunSeries, seen: World) => {
        for (const end of endsOf(plan, plan.mixtures[at])) onEnd?.(end, series, seen);
      };
      worths.push(await worthOf(world, question, k, engine, { ...steering, forks, onSeen }));
      onMixture?.(k * worlds.length + worths.length, total);
    }
    runs.push(worths);
    if (onRun && k < question.runs - 1) onRun(attributionOf(plan, question, runs));
  }
  const done = attributionOf(plan, question, runs);
  onRun?.(done);
  return done;
}

/** The explanation of every indicator from the worlds run so far; the same numbers whoever ran them. */
export function attributionOf(
  plan: AttributionPlan,
  { scale, months }: AttributionQuestion,
  runs: readonly Worths[],
): Attribution {
  const { held, acts, mixtures } = plan;
  const explained = IDS.map((id, row) => [
    id,
    months.map((_, at) => explain(plan, runs, row * months.length + at)),
  ]);
  return {
    scale,
    runs: runs.length,
    worlds: mixtures.length,
    orders: acts.orders ? acts.orders.length : 'all',
    ...held,
    months,
    indicators: Object.fromEntries(explained),
  };
}
