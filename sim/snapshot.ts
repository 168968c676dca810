/** The whole state as bytes, to stop, resume or fork; and the final state in a form that no storage order changes. */
import { ENTERPRISE, STATUS } from './agents/enterprises.ts';
import { SOURCES } from './agents/sources.ts';
import { backedSteps } from './backing.ts';
import { ENTRANT_IDS, entrantOf } from './birth.ts';
import { DEFAULT_ARREARS, NO_LENDER } from './contracts/loans.ts';
import { copyLoans, emptyLoans, secondRowsInUse } from './contracts/second-loans.ts';
import type { WorldInput } from './input.ts';
import { drawKey, STREAMS } from './random.ts';
import { Allocator } from './table.ts';
import { dataOf, tracesOf } from './traces.ts';
import { LAYOUT_VERSION } from './version.ts';
import {
  HEADER,
  HEADER_LENGTH,
  MAGIC,
  openWorld,
  type Shape,
  type State,
  stateBytes,
  stateSpace,
  type World,
  type WorldBuffers,
  type WorldOptions,
} from './world.ts';

/** What holds no slots and no loans: it is copied whole. */
const WHOLE = ['header', 'lenders', 'guarantors', 'blocks', 'claims', 'funds', 'province', 'open'] as const;

/** A state and the sizes of its tables. */
type Kept = State & Pick<World, 'shape'>;

/** Copies a state into tables of other sizes: the first `slots` slots and `seconds` rows of second loans. */
function copyState(from: Kept, to: Kept, slots: number, seconds: number): void {
  for (const name of WHOLE) copyColumns(from[name], to[name]);
  for (const name of Object.keys(ENTERPRISE) as (keyof typeof ENTERPRISE)[])
    to.enterprises[name].set(from.enterprises[name].subarray(0, slots));
  copyLoans(from, to, slots, seconds);
}

function copyColumns(from: object, to: object): void {
  if (ArrayBuffer.isView(from)) (to as Numbers).set(from as Numbers);
  else for (const [name, part] of Object.entries(from)) copyColumns(part, to[name as keyof typeof to]);
}

/** Sizes just large enough for so many slots and rows of second loans, as a snapshot has them. */
const packedShape = (shape: Shape, slots: number, seconds: number): Shape => ({
  ...shape,
  capacity: slots,
  loanRows: slots + seconds + 1,
});

/** The state of a world now, without the room it keeps for what may come: worlds with other room can go on from it. */
export function snapshot(world: World): Uint8Array {
  const seconds = secondRowsInUse(world);
  const shape = packedShape(world.shape, world.used, seconds);
  const bytes = new Uint8Array(stateBytes(shape));
  const packed = { ...stateSpace(new Allocator(bytes.buffer), shape), shape };
  copyState(world, packed, world.used, seconds);
  packed.header[HEADER.capacity] = world.used;
  packed.header[HEADER.secondRows] = seconds;
  return bytes;
}

/** A world that goes on from a snapshot, with whatever patches and shocks `input` brings. */
export function restoreWorld(input: WorldInput, bytes: Uint8Array, options: WorldOptions = {}): World {
  const world = openWorld(input, options);
  const packed = unpacked(world, bytes.byteOffset % 8 === 0 ? bytes : bytes.slice());
  emptyLoans(world);
  copyState(packed, world, packed.header[HEADER.capacity], packed.header[HEADER.secondRows]);
  world.header[HEADER.capacity] = world.shape.capacity;
  world.header[HEADER.secondRows] = 0;
  return world;
}

/** A snapshot's tables where they lie. Throws when they are no such tables, or not those of a world like this one. */
function unpacked({ input, shape: room }: World, bytes: Uint8Array): Kept {
  const header = new Int32Array(bytes.buffer, bytes.byteOffset, Math.min(HEADER_LENGTH, bytes.length >> 2));
  if (header.length < HEADER_LENGTH)
    throw new Error(`snapshot does not fit: ${bytes.length} bytes, expected at least ${4 * HEADER_LENGTH}`);
  if (header[HEADER.magic] !== MAGIC || header[HEADER.version] !== LAYOUT_VERSION)
    throw new Error(
      `snapshot of another layout: version ${header[HEADER.version]}, expected ${LAYOUT_VERSION}`,
    );
  const shape = packedShape(room, header[HEADER.capacity], header[HEADER.secondRows]);
  if (bytes.length !== stateBytes(shape))
    throw new Error(`snapshot does not fit: ${bytes.length} bytes, expected ${stateBytes(shape)}`);
  if (header[HEADER.seed] !== (input.seed[0] | 0) || header[HEADER.seed + 1] !== (input.seed[1] | 0))
    throw new Error(
      `snapshot of another seed: ${header[HEADER.seed] >>> 0}, expected ${input.seed[0] >>> 0}`,
    );
  if (header[HEADER.scale] !== input.scale)
    throw new Error(`snapshot of another world: scale ${header[HEADER.scale]}, expected ${input.scale}`);
  if (shape.capacity > room.capacity || shape.loanRows - shape.capacity > room.loanRows - room.capacity)
    throw new Error(`snapshot of a larger world: ${shape.capacity} slots, expected at most ${room.capacity}`);
  const space = new Allocator(bytes.buffer);
  space.offset = bytes.byteOffset;
  return { ...stateSpace(space, shape), shape };
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

function stateOf({ enterprises: e, loans, second }: World, i: number): number {
  if (e.status[i] !== STATUS.active) return 4;
  const rows = [i, second[i]].filter((row) => loans.lender[row] !== NO_LENDER);
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
      const { month, block, ordinal } = entrantOf(id);
      return block < blocks && ordinal < born[month * blocks + block];
    },
  };
}

export interface StateColumn {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const EVERY_SOURCE = (1 << SOURCES.length) - 1;

/** Amounts told as float64 whatever they are kept in, so that results do not depend on how a world is stored. */
const WIDE: ReadonlySet<string> = new Set([
  'capital',
  'privateDebt',
  'scale',
  'loan.principal',
  'second.principal',
]);

type Numbers = Float64Array | Float32Array | Uint32Array | Int32Array | Uint16Array | Int16Array | Uint8Array;

/** Every column of enterprises and loans, little-endian, sorted by enterprise id, and the books of institutions. */
export function stateColumns(world: World): StateColumn[] {
  const { enterprises, loans, lenders, guarantors, claims, funds } = world;
  const slots = sortedSlots(world);
  const second = slots.map((i) => world.second[i]);
  return [
    ...sorted('', enterprises, slots),
    ...recordsOf(world, slots),
    ...sorted('loan.', loans, slots, loans.lender),
    ...coverOf('loan.', world, slots),
    ...sorted('second.', loans, second, loans.lender),
    ...coverOf('second.', world, second),
    ...whole('lender.', lenders),
    ...whole('guarantor.', guarantors),
    ...whole('fund.', funds),
    ...whole('claims.', inUse({ ...claims }, 'counterGuaranteed')),
  ];
}

/** What enterprises leave and how much of it lenders can use: not kept, as it follows from other columns. */
function recordsOf(world: World, slots: readonly number[]): StateColumn[] {
  const { enterprises: e, atlas, input } = world;
  const missing = input.province.parameters['data.missingBySetting'];
  const key = drawKey(input.seed, STREAMS.traces, -1);
  const traces = Uint16Array.from(slots, (i) =>
    tracesOf(atlas, e.cell[i], e.id[i], e.traits[i], missing[atlas.setting[e.cell[i]]], key, EVERY_SOURCE),
  );
  return [
    { name: 'traces', bytes: bytesOf(traces) },
    { name: 'data', bytes: bytesOf(Uint8Array.from(slots, (i) => dataOf(world, i))) },
  ];
}

/** The part of a loss that others bear, by who they are: guarantors (ratio) or backers (steps of a half per cent). */
function coverOf(prefix: string, world: World, rows: readonly number[]): StateColumn[] {
  const { lender, guarantor, covered } = world.loans;
  const guaranteed = (row: number) => lender[row] !== NO_LENDER && guarantor[row] > 0;
  const backed = (row: number) => lender[row] !== NO_LENDER && guarantor[row] === 0;
  const ratios = Float32Array.from(rows, (row) => (guaranteed(row) ? covered[row] : 0));
  const steps = Uint8Array.from(rows, (row) => (backed(row) ? backedSteps(world, row) : 0));
  return [
    { name: `${prefix}covered`, bytes: bytesOf(ratios) },
    { name: `${prefix}backed`, bytes: bytesOf(steps) },
  ];
}

const whole = (prefix: string, table: Readonly<Record<string, Numbers>>): StateColumn[] =>
  Object.entries(table).map(([name, column]) => ({ name: prefix + name, bytes: bytesOf(column.slice()) }));

/** A table without the column `name` while nothing stands in it: a world that never had the thing says nothing of it. */
function inUse(table: Readonly<Record<string, Numbers>>, name: string): Readonly<Record<string, Numbers>> {
  const { [name]: column, ...others } = table;
  return column.some((one) => one !== 0) ? table : others;
}

/** Columns of a table in the order of `rows`; of loans without what closed contracts left, so that only living ones count; cover is told apart. */
const sorted = (
  prefix: string,
  table: Readonly<Record<string, Numbers>>,
  rows: readonly number[],
  lender?: Uint8Array,
): StateColumn[] =>
  Object.entries(table).flatMap(([name, column]) => {
    if (name === 'covered') return [];
    const kept = lender && name !== 'lender' ? lender : undefined;
    const from = WIDE.has(prefix + name) ? column : rawOf(column);
    const to = WIDE.has(prefix + name) ? new Float64Array(rows.length) : from.slice(0, rows.length);
    copyRows(from, to, rows, kept);
    return [{ name: prefix + name, bytes: bytesOf(to) }];
  });

function copyRows(from: Numbers, to: Numbers, rows: readonly number[], lender: Uint8Array | undefined): void {
  for (let k = 0; k < rows.length; k++)
    to[k] = lender !== undefined && lender[rows[k]] === NO_LENDER ? 0 : from[rows[k]];
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Numbers): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** The same bits as one of four kinds of number, so that one loop copies all columns without asking what they hold. */
function rawOf(column: Numbers): Numbers {
  const { buffer, byteOffset, length, BYTES_PER_ELEMENT: size } = column;
  if (size === 8) return column;
  const Raw = size === 4 ? Uint32Array : size === 2 ? Uint16Array : Uint8Array;
  return new Raw(buffer as ArrayBuffer, byteOffset, length);
}
