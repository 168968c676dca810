/** The whole state as bytes, to stop, resume or fork; and the final state in a form that no storage order changes. */
import { ENTERPRISE, STATUS } from './agents/enterprises.ts';
import { ENTRANT_IDS } from './birth.ts';
import { DEFAULT_ARREARS, LOANS, NO_LENDER } from './contracts/loans.ts';
import type { WorldInput } from './input.ts';
import {
  HEADER,
  LAYOUT_VERSION,
  MAGIC,
  openWorld,
  type World,
  type WorldBuffers,
  type WorldOptions,
} from './world.ts';

/** The state of a world now. */
export function snapshot(world: World): Uint8Array {
  return new Uint8Array(world.buffers.state).slice();
}

/** A world that goes on from a snapshot, with whatever patches and shocks `input` brings. */
export function restoreWorld(input: WorldInput, bytes: Uint8Array, options: WorldOptions = {}): World {
  const world = openWorld(input, options);
  const state = new Uint8Array(world.buffers.state);
  if (bytes.length !== state.length)
    throw new Error(`snapshot does not fit: ${bytes.length} bytes, expected ${state.length}`);
  state.set(bytes);
  const { header, shape } = world;
  if (header[HEADER.magic] !== MAGIC || header[HEADER.version] !== LAYOUT_VERSION)
    throw new Error(
      `snapshot of another layout: version ${header[HEADER.version]}, expected ${LAYOUT_VERSION}`,
    );
  if (header[HEADER.seed] !== (input.seed[0] | 0) || header[HEADER.seed + 1] !== (input.seed[1] | 0))
    throw new Error(
      `snapshot of another seed: ${header[HEADER.seed] >>> 0}, expected ${input.seed[0] >>> 0}`,
    );
  if (header[HEADER.scale] !== input.scale || header[HEADER.capacity] !== shape.capacity)
    throw new Error(`snapshot of another world: scale ${header[HEADER.scale]}, expected ${input.scale}`);
  return world;
}

/** Another thread's view of a world that was created with `shared` memory. */
export function joinWorld(input: WorldInput, buffers: WorldBuffers, options: WorldOptions = {}): World {
  return openWorld(input, { ...options, buffers });
}

/** States an enterprise can be in at a month's end, for comparing the same enterprise in two worlds. */
export const MOVED_STATES = ['none', 'private', 'formal', 'arrears', 'exited', 'unborn'] as const;

export interface FinalStates {
  /** Ids present, sorted. */
  readonly ids: Uint32Array;
  /** Index into MOVED_STATES for each id. */
  readonly states: Uint8Array;
  /** Whether an enterprise that is not present has existed. */
  readonly wasBorn: (id: number) => boolean;
}

function sortedSlots(world: World): number[] {
  const { enterprises: e, shape } = world;
  const slots: number[] = [];
  for (let i = 0; i < shape.capacity; i++) if (e.status[i] !== STATUS.empty) slots.push(i);
  return slots.sort((a, b) => e.id[a] - e.id[b]);
}

function stateOf({ enterprises: e, loans, shape }: World, i: number): number {
  if (e.status[i] !== STATUS.active) return 4;
  const rows = [i, shape.capacity + i].filter((row) => loans.lender[row] !== NO_LENDER);
  if (rows.some((row) => loans.arrears[row] >= DEFAULT_ARREARS)) return 3;
  if (rows.length > 0) return 2;
  return e.privateDebt[i] > 0 ? 1 : 0;
}

/** The state of every enterprise at the end of the month. */
export function finalStates(world: World): FinalStates {
  const slots = sortedSlots(world);
  const born = world.province.born.slice();
  const { blocks } = world.shape;
  return {
    ids: Uint32Array.from(slots, (i) => world.enterprises.id[i]),
    states: Uint8Array.from(slots, (i) => stateOf(world, i)),
    wasBorn(id) {
      if (id < ENTRANT_IDS) return true;
      const rest = id - ENTRANT_IDS;
      const ordinal = rest % 0x2000;
      const place = Math.floor(rest / 0x2000);
      const block = place % 128;
      const month = Math.floor(place / 128);
      return block < blocks && ordinal < born[month * blocks + block];
    },
  };
}

export interface StateColumn {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Amounts told as float64 whatever they are kept in, so that results do not depend on how a world is stored. */
const WIDE: ReadonlySet<string> = new Set([
  'capital',
  'privateDebt',
  'scale',
  'loan.principal',
  'second.principal',
]);

/** Every column of enterprises and loans, little-endian, sorted by enterprise id, and the books of institutions. */
export function stateColumns(world: World): StateColumn[] {
  const { enterprises, lenders, guarantors, claims, funds, shape } = world;
  const slots = sortedSlots(world);
  const second = slots.map((i) => shape.capacity + i);
  const taken = (
    name: string,
    column: ArrayLike<number> & {
      BYTES_PER_ELEMENT: number;
      slice(from: number, to: number): ArrayBufferView;
    },
    rows: number[],
  ) => {
    const copy = (WIDE.has(name)
      ? new Float64Array(rows.length)
      : column.slice(0, rows.length)) as unknown as { [k: number]: number } & ArrayBufferView;
    rows.forEach((row, k) => {
      copy[k] = column[row];
    });
    return { name, bytes: new Uint8Array(copy.buffer, copy.byteOffset, copy.byteLength) };
  };
  return [
    ...Object.keys(ENTERPRISE).map((name) =>
      taken(name, enterprises[name as keyof typeof ENTERPRISE], slots),
    ),
    ...Object.keys(LOANS).map((name) =>
      taken(
        `loan.${name}`,
        loanColumn(world, name as keyof typeof LOANS, slots),
        slots.map((_, k) => k),
      ),
    ),
    ...Object.keys(LOANS).map((name) =>
      taken(
        `second.${name}`,
        loanColumn(world, name as keyof typeof LOANS, second),
        slots.map((_, k) => k),
      ),
    ),
    ...Object.entries(lenders).map(([name, column]) =>
      taken(`lender.${name}`, column, Array.from(column.keys())),
    ),
    ...Object.entries(guarantors).map(([name, column]) =>
      taken(`guarantor.${name}`, column, Array.from(column.keys())),
    ),
    ...Object.entries(funds).map(([name, column]) =>
      taken(`fund.${name}`, column, Array.from(column.keys())),
    ),
    ...Object.entries(claims).map(([name, column]) =>
      taken(`claims.${name}`, column as Float64Array, Array.from(column.keys())),
    ),
  ];
}

/** A loan column without what closed contracts left behind, so that only living contracts count. */
function loanColumn({ loans }: World, name: keyof typeof LOANS, rows: number[]) {
  const column = loans[name];
  const copy = column.slice(0, rows.length);
  rows.forEach((row, k) => {
    copy[k] = loans.lender[row] === NO_LENDER ? (name === 'lender' ? NO_LENDER : 0) : column[row];
  });
  return copy;
}
