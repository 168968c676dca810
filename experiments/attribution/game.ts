/**
 * Cooperative games: what each player adds to a total, over every order in which the players could have come.
 * Shapley (1953), A value for n-person games; where players belong to blocks that come together, Owen (1977), Values of
 * games with a priori unions: a block's shares sum to what the block as one player gets. Interactions after Grabisch and
 * Roubens (1999), An axiomatic approach to the concept of interaction among players in cooperative games.
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

/** Players, by number. */
type Block = readonly number[];

/** Which coalitions must be known, and the orders they come from when not every order is counted. */
export interface GamePlan {
  readonly players: number;
  /** Players that come one after the other in every order; each player in one block. */
  readonly blocks: readonly Block[];
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

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

/** Orders in pairs of one and its reverse, which halves the error where early players add more than late ones. */
function drawnOrders(players: number, blocks: readonly Block[]): number[][] {
  const random = seedrandom('orders');
  const pairs = Math.max(2, Math.floor(DRAWN_COALITIONS / (2 * (players - 1))));
  return Array.from({ length: pairs }, () => {
    const order = shuffled(blocks, random).flatMap((block) => shuffled(block, random));
    return [order, order.toReversed()];
  }).flat();
}

const apart = (players: number): Block[] => Array.from({ length: players }, (_, player) => [player]);

/** What has to be known of a game with so many players: everything up to six, drawn orders beyond. */
export function planGame(players: number, blocks: readonly Block[] = apart(players)): GamePlan {
  if (!(players >= 0 && players <= MOST_PLAYERS)) {
    throw new RangeError(`invalid players; 0 to ${MOST_PLAYERS} expected: ${players}`);
  }
  if (players <= MOST_EXACT) {
    return { players, blocks, coalitions: Array.from({ length: 2 ** players }, (_, coalition) => coalition) };
  }
  const orders = drawnOrders(players, blocks);
  return { players, blocks, coalitions: [...new Set(orders.flatMap(along))], orders };
}

/** n! as a float; exact as far as it is used here. */
const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** In how many of the orders of `count` exactly these `before` come first, as a part of all. */
const weightOf = (count: number, before: number): number =>
  (factorial(before) * factorial(count - before - 1)) / factorial(count);

/** Every coalition made of some of these. */
const unionsOf = (members: readonly Coalition[]): { coalition: Coalition; size: number }[] =>
  Array.from({ length: 2 ** members.length }, (_, chosen) => ({
    coalition: members.reduce((union, one, at) => (has(chosen, at) ? union | one : union), 0),
    size: sizeOf(chosen),
  }));

const coalitionOf = (block: Block): Coalition => block.reduce((union, player) => union | (1 << player), 0);

function exactShare(blocks: readonly Block[], worth: Worth, player: number): Share {
  const own = blocks.find((block) => block.includes(player)) ?? [player];
  const others = unionsOf(blocks.filter((block) => block !== own).map(coalitionOf));
  const mates = unionsOf(own.filter((one) => one !== player).map((one) => 1 << one));
  let [share, low, high] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const outside of others) {
    for (const inside of mates) {
      const before = outside.coalition | inside.coalition;
      const adds = worth(before | (1 << player)) - worth(before);
      share += weightOf(blocks.length, outside.size) * weightOf(own.length, inside.size) * adds;
      low = Math.min(low, adds);
      high = Math.max(high, adds);
    }
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

/** Shapley values, or Owen's where blocks have several players; they sum to the worth of everyone beyond nobody's. */
export function sharesOf({ players, blocks, orders }: GamePlan, worth: Worth): Share[] {
  return Array.from({ length: players }, (_, player) =>
    orders ? drawnShare(orders, worth, player) : exactShare(blocks, worth, player),
  );
}

/**
 * Shapley interaction of each pair: by how much two together add more (positive) or less than one by one, on average
 * over what else is there, whatever the blocks. Symmetric, zero on the diagonal; undefined where orders were drawn.
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
    const weight = weightOf(players - 1, size);
    const [withI, withJ] = [others | (1 << i), others | (1 << j)];
    sum += weight * (worth(withI | withJ) - worth(withI) - worth(withJ) + worth(others));
  }
  return sum;
}
