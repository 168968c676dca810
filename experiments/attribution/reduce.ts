/** Worlds -> the parts of one difference: pure arithmetic over what the runs gave. */
import { confidence95, studentQuantile } from '../statistics.ts';
import { type Coalition, type GamePlan, interactionsOf, type Share, sharesOf, type Worth } from './game.ts';

/** Which parts of each game are as in the scenario; the others are as in the comparator. */
export interface Mixture {
  readonly assumptions: Coalition;
  readonly acts: Coalition;
}

/** Values of every mixture of one replication, in the order of the plan. */
export type Worths = readonly Float64Array[];

type Interval = readonly [number, number] | null;

/** The part of one lever, shock or assumption, or of several held together. */
export interface Part extends Share {
  /** 95 % interval over replications, and over orders where some were drawn; null with one replication. */
  readonly ci95: Interval;
}

/** One difference, explained; all numbers in the indicator's unit. */
export interface Explained {
  /** Means under the comparator and under the scenario. */
  readonly a: number;
  readonly b: number;
  readonly total: number;
  /** Parts of assumptions, and of policies and shocks, in the order of those held; they sum to the total. */
  readonly assumptions: readonly Part[];
  readonly acts: readonly Part[];
  /** What the assumptions change when policies and shocks are there already; null unless both differ. */
  readonly assumptionsLast: number | null;
  /** Interaction of each pair of parts of policies and shocks; null where orders were drawn. */
  readonly interactions: readonly (readonly number[])[] | null;
  /** 95 % interval over replications of each interaction, pair by pair; null where there are none. */
  readonly interactionsCi95: readonly (readonly Interval[])[] | null;
}

/** The parts of a plan the reduction needs. */
interface Games {
  readonly assumptions: GamePlan;
  readonly acts: GamePlan;
  readonly mixtures: readonly Mixture[];
}

const all = ({ players }: GamePlan): number => 2 ** players - 1;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Place of each mixture in the plan. */
function placesOf(mixtures: readonly Mixture[]): (assumptions: number, acts: number) => number {
  const places = new Map(mixtures.map((one, at) => [`${one.assumptions}/${one.acts}`, at]));
  return (assumptions, acts) => places.get(`${assumptions}/${acts}`) ?? -1;
}

/**
 * An interval over replications widened by the error of drawn orders, by the root of the sum of squares: all replications
 * take the same orders, so their spread says nothing of it. The error is of pairs of an order and its reverse.
 */
function withOrders(ci95: Interval, { share, error }: Share, { orders = [] }: GamePlan): Interval {
  if (!ci95 || error === 0) return ci95;
  const ofOrders = studentQuantile(0.975, orders.length / 2 - 1) * error;
  const half = Math.hypot((ci95[1] - ci95[0]) / 2, ofOrders);
  return [share - half, share + half];
}

/** Shares of the mean, with the interval of each over replications: shares are linear, so the mean of shares is the share of means. */
function partsOf(plan: GamePlan, worths: readonly Worth[]): Part[] {
  const averaged = sharesOf(plan, (coalition) => mean(worths.map((worth) => worth(coalition))));
  const single = worths.map((worth) => sharesOf(plan, worth));
  return averaged.map((share, player) => ({
    ...share,
    ci95: withOrders(confidence95(single.map((run) => run[player].share)), share, plan),
  }));
}

/** The interaction of each pair on average over replications, with its interval; nulls where orders were drawn. */
function pairsOf(
  plan: GamePlan,
  worths: readonly Worth[],
): Pick<Explained, 'interactions' | 'interactionsCi95'> {
  const single = worths.flatMap((worth) => {
    const table = interactionsOf(plan, worth);
    return table ? [table] : [];
  });
  if (single.length === 0) return { interactions: null, interactionsCi95: null };
  const overRuns = <T>(reduce: (values: readonly number[]) => T): T[][] =>
    single[0].map((row, i) => row.map((_, j) => reduce(single.map((table) => table[i][j]))));
  return { interactions: overRuns(mean), interactionsCi95: overRuns(confidence95) };
}

/** Explains the value at `at`; null when no replication defines it in every world. */
export function explain(
  { assumptions, acts, mixtures }: Games,
  runs: readonly Worths[],
  at: number,
): Explained | null {
  const known = runs.filter((worths) => worths.every((values) => Number.isFinite(values[at])));
  if (known.length === 0) return null;
  const place = placesOf(mixtures);
  const worthIn = (worths: Worths, moved: number, acting: number) => worths[place(moved, acting)][at];
  const average = (moved: number, acting: number) =>
    mean(known.map((worths) => worthIn(worths, moved, acting)));
  const [moved, acting] = [all(assumptions), all(acts)];
  const [a, b] = [average(0, 0), average(moved, acting)];
  const ofActs = known.map(
    (worths): Worth =>
      (coalition) =>
        worthIn(worths, moved, coalition),
  );
  const ofAssumptions = known.map(
    (worths): Worth =>
      (coalition) =>
        worthIn(worths, coalition, 0),
  );
  return {
    a,
    b,
    total: b - a,
    assumptions: partsOf(assumptions, ofAssumptions),
    acts: partsOf(acts, ofActs),
    assumptionsLast: moved > 0 && acting > 0 ? b - average(0, acting) : null,
    ...pairsOf(acts, ofActs),
  };
}
