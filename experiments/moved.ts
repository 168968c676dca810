/** The same enterprises in two worlds: where each of them ended. */
import { type FinalStates, finalStates, MOVED_STATES, type Scale, type World } from '../sim/index.ts';
import { mean } from './statistics.ts';

export type MovedState = (typeof MOVED_STATES)[number];
/** Real enterprises by (state in a, state in b), a mean over replications. */
export type Moved = Readonly<Record<MovedState, Readonly<Record<MovedState, number>>>>;

/** What is kept of a world to compare its enterprises with another's. */
export interface Endings {
  readonly states: FinalStates;
  /** Enterprises of the starting population; every world of one province and scale has the same. */
  readonly starters: number;
  /** Entrants by (month, block). Worlds that both have the n-th of a month and block have the same enterprise there. */
  readonly born: Uint16Array;
}

const EXITED = MOVED_STATES.indexOf('exited');
const UNBORN = MOVED_STATES.indexOf('unborn');
const WIDTH = MOVED_STATES.length;

/** The endings of a world as it is now. */
export function endingsOf(world: World): Endings {
  const { population } = world.input.province;
  const real = population.reduce((sum, count) => sum + count, 0);
  return {
    states: finalStates(world),
    starters: Math.floor(real / world.input.scale),
    born: world.province.born.slice(),
  };
}

const absent = (states: FinalStates, id: number): number => (states.wasBorn(id) ? EXITED : UNBORN);

/** Counts pairs of states over every enterprise still on the books of either world. */
function tallyPresent(a: FinalStates, b: FinalStates): Float64Array {
  const table = new Float64Array(WIDTH * WIDTH);
  let i = 0;
  let j = 0;
  while (i < a.ids.length || j < b.ids.length) {
    const inA = i < a.ids.length ? a.ids[i] : Number.POSITIVE_INFINITY;
    const inB = j < b.ids.length ? b.ids[j] : Number.POSITIVE_INFINITY;
    const id = Math.min(inA, inB);
    const stateA = inA === id ? a.states[i++] : absent(a, id);
    const stateB = inB === id ? b.states[j++] : absent(b, id);
    table[stateA * WIDTH + stateB]++;
  }
  return table;
}

/** Adds the enterprises that have left the books of both worlds, which their numbers of births tell. */
function addDeparted(table: Float64Array, a: Endings, b: Endings): void {
  let both = a.starters;
  let onlyA = 0;
  let onlyB = 0;
  for (let k = 0; k < a.born.length; k++) {
    both += Math.min(a.born[k], b.born[k]);
    onlyA += Math.max(0, a.born[k] - b.born[k]);
    onlyB += Math.max(0, b.born[k] - a.born[k]);
  }
  for (let state = 0; state < UNBORN; state++) {
    for (let other = 0; other < UNBORN; other++) both -= table[state * WIDTH + other];
    onlyA -= table[state * WIDTH + UNBORN];
    onlyB -= table[UNBORN * WIDTH + state];
  }
  table[EXITED * WIDTH + EXITED] += both;
  table[EXITED * WIDTH + UNBORN] += onlyA;
  table[UNBORN * WIDTH + EXITED] += onlyB;
}

function tallyOf(a: Endings, b: Endings): Float64Array {
  const table = tallyPresent(a.states, b.states);
  addDeparted(table, a, b);
  return table;
}

/** Moves between replication k of `a` and of `b`: every enterprise that ever was in either world, once. */
export function movedBetween(a: readonly Endings[], b: readonly Endings[], scale: Scale): Moved {
  const tables = a.map((one, k) => tallyOf(one, b[k]));
  const cell = (row: number, column: number) =>
    scale * (mean(tables.map((table) => table[row * WIDTH + column])) ?? 0);
  const entries = MOVED_STATES.map((inA, row) => [
    inA,
    Object.fromEntries(MOVED_STATES.map((inB, column) => [inB, cell(row, column)])),
  ]);
  return Object.fromEntries(entries) as Moved;
}
