/**
 * Cooperative games: what each player adds to a total, over every order in which the players could have come.
 * Shapley (1953), A value for n-person games; interactions after Grabisch and Roubens (1999), An axiomatic approach to
 * the concept of interaction among players in cooperative games.
 */
import seedrandom from 'seedrandom';

/** A set of players, bit i for player i. */
export type Coalition = number;
/** What a coalition is worth. */
export type Worth = (coalition: Coalition) => number;

/** Most players whose every coalition is asked for; beyond, orders are drawn. */
export const MOST_EXACT = 6;
/** Most players a coalition has bits for. */
export const MOST_PLAYERS = 30;
/** Worlds that drawn orders may take, roughly. */
const DRAWN_COALITIONS = 62;

/** Which coalitions must be known, and the orders they come from when not every order is counted. */
export interface GamePlan {
  readonly players: number;
  readonly coalitions: readonly Coalition[];
  /** Drawn orders, each followed by its reverse; undefined when every order counts. */
  readonly orders?: readonly (readonly number[])[];
}

/** One player's part of the total. */
export interface Share {
  readonly share: number;
  /** Least and most it adds in any order counted. */
  readonly low: number;
  readonly high: number;
  /** Standard error from having drawn orders; 0 when every order counts. */
  readonly error: number;
}

const everyone = (players: number): Coalition => 2 ** players - 1;
const has = (coalition: Coalition, player: number): boolean => ((coalition >> player) & 1) === 1;

function sizeOf(coalition: Coalition): number {
  let size = 0;
  for (let rest = coalition; rest > 0; rest >>= 1) size += rest & 1;
  return size;
}

/** The coalitions an order passes through, from nobody to everyone. */
function along(order: readonly number[]): Coalition[] {
  const passed: Coalition[] = [0];
  for (const player of order) passed.push(passed[passed.length - 1] | (1 << player));
  return passed;
}

/** Orders in pairs of one and its reverse, which halves the error where early players add more than late ones. */
function drawnOrders(players: number): number[][] {
  const random = seedrandom('orders');
  const pairs = Math.max(2, Math.floor(DRAWN_COALITIONS / (2 * (players - 1))));
  return Array.from({ length: pairs }, () => {
    const order = Array.from({ length: players }, (_, player) => player);
    for (let last = players - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [order[last], order[other]] = [order[other], order[last]];
    }
    return [order, [...order].reverse()];
  }).flat();
}

/** What has to be known of a game with so many players: everything up to six, drawn orders beyond. */
export function planGame(players: number): GamePlan {
  if (!(players >= 0 && players <= MOST_PLAYERS)) {
    throw new RangeError(`invalid players; 0 to ${MOST_PLAYERS} expected: ${players}`);
  }
  if (players <= MOST_EXACT) {
    return { players, coalitions: Array.from({ length: 2 ** players }, (_, coalition) => coalition) };
  }
  const orders = drawnOrders(players);
  return { players, coalitions: [...new Set(orders.flatMap(along))], orders };
}

/** n! as a float; exact as far as it is used here. */
const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

function exactShare(players: number, worth: Worth, player: number): Share {
  let [share, low, high] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let others = 0; others <= everyone(players); others++) {
    if (has(others, player)) continue;
    const before = sizeOf(others);
    const adds = worth(others | (1 << player)) - worth(others);
    share += (factorial(before) * factorial(players - before - 1) * adds) / factorial(players);
    low = Math.min(low, adds);
    high = Math.max(high, adds);
  }
  return { share, low, high, error: 0 };
}

function drawnShare(orders: readonly (readonly number[])[], worth: Worth, player: number): Share {
  const adds = orders.map((order) => {
    const before = along(order)[order.indexOf(player)];
    return worth(before | (1 << player)) - worth(before);
  });
  const pairs = adds.flatMap((one, at) => (at % 2 === 0 ? [(one + adds[at + 1]) / 2] : []));
  const share = pairs.reduce((sum, one) => sum + one, 0) / pairs.length;
  const squares = pairs.reduce((sum, one) => sum + (one - share) ** 2, 0);
  const error = Math.sqrt(squares / (pairs.length - 1) / pairs.length);
  return { share, low: Math.min(...adds), high: Math.max(...adds), error };
}

/** Shapley values: they sum to what everyone is worth beyond nobody, drawn orders included. */
export function sharesOf({ players, orders }: GamePlan, worth: Worth): Share[] {
  return Array.from({ length: players }, (_, player) =>
    orders ? drawnShare(orders, worth, player) : exactShare(players, worth, player),
  );
}

/**
 * Shapley interaction of each pair: by how much two together add more (positive) or less than one by one, on average
 * over what else is there. Symmetric, zero on the diagonal; undefined where orders were drawn.
 */
export function interactionsOf({ players, orders }: GamePlan, worth: Worth): number[][] | undefined {
  if (orders) return undefined;
  const table = Array.from({ length: players }, () => new Array<number>(players).fill(0));
  for (let i = 0; i < players; i++) {
    for (let j = i + 1; j < players; j++) table[i][j] = table[j][i] = pairOf(players, worth, i, j);
  }
  return table;
}

function pairOf(players: number, worth: Worth, i: number, j: number): number {
  let sum = 0;
  for (let others = 0; others <= everyone(players); others++) {
    if (has(others, i) || has(others, j)) continue;
    const size = sizeOf(others);
    const weight = (factorial(size) * factorial(players - size - 2)) / factorial(players - 1);
    const [withI, withJ] = [others | (1 << i), others | (1 << j)];
    sum += weight * (worth(withI | withJ) - worth(withI) - worth(withJ) + worth(others));
  }
  return sum;
}
