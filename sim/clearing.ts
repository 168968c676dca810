/**
 * Rationing without order of arrival: applicants to one institution are ranked by score bin, then by a keyed bijection
 * of their id, so no two share a rank and neither position, part nor thread decides. The threshold rank of each
 * institution is found by radix selection over whole yuan.
 */
import type { World } from './world.ts';

const SCORES = 255;

/** Score bin of a PD, by its root: 255 is the safest. */
export function scoreOf(pd: number): number {
  const score = Math.floor(SCORES * (1 - Math.sqrt(pd < 1 ? pd : 1)));
  return score < 0 ? 0 : score;
}

/** Rank of an applicant: score bin above 32 keyed bits. Higher is served first. */
export const rankOf = (score: number, priority: number): number => score * 4294967296 + priority;

const PASSES = 5;
const BINS = 256;
const UNITS = [1, 256, 65536, 16777216, 4294967296] as const;

/** Who asks whom for how much: rows that take part have an owner >= 0. */
export interface Queue {
  readonly owner: (row: number) => number;
  readonly amount: Uint32Array;
  readonly rank: Float64Array;
}

/**
 * Fills `threshold[o]` with the lowest rank institution `o` serves: it goes down its list as long as some of `room[o]`
 * is left (yuan of simulated enterprises), so the last one served may pass the room by part of one loan, which the
 * caller takes off the next month's. Without room nobody is served; with room for all the threshold is 0.
 */
export function clear(world: World, queue: Queue, room: Float64Array, threshold: Float64Array): void {
  const count = threshold.length;
  const { clearing: asked, clearingRoom: left } = world;
  asked.fill(0, 0, count);
  forEachRow(world, (row) => {
    const owner = queue.owner(row);
    if (owner >= 0) asked[owner] += queue.amount[row];
  });
  const binding: number[] = [];
  for (let owner = 0; owner < count; owner++) {
    threshold[owner] = 0;
    left[owner] = room[owner];
    if (asked[owner] > room[owner]) binding.push(owner);
  }
  if (binding.length === 0) return;
  const open = new Uint8Array(count);
  for (const owner of binding) {
    if (room[owner] > 0) open[owner] = 1;
    else threshold[owner] = Number.POSITIVE_INFINITY;
  }
  const searching = binding.filter((owner) => open[owner] === 1);
  for (let place = PASSES - 1; place >= 0; place--)
    selectDigit(world, queue, searching, open, threshold, place);
}

/**
 * As `clear`, but the last one served may pass the room by no more than half of its loan: for institutions that hold a
 * stock below a limit. Passing it by any part of a loan they would stand above it half a loan on average, and a loan of a
 * coarse world stands for many.
 */
export function clearToNearest(
  world: World,
  queue: Queue,
  room: Float64Array,
  threshold: Float64Array,
): void {
  clear(world, queue, room, threshold);
  const beyond = Float64Array.from(room, (yuan) => -yuan);
  const last = new Float64Array(room.length);
  forEachRow(world, (row) => {
    const owner = queue.owner(row);
    if (owner < 0 || queue.rank[row] < threshold[owner]) return;
    beyond[owner] += queue.amount[row];
    if (queue.rank[row] === threshold[owner]) last[owner] = queue.amount[row];
  });
  for (let owner = 0; owner < room.length; owner++) if (2 * beyond[owner] > last[owner]) threshold[owner]++;
}

/** One radix pass: adds the digit at `place` to each binding institution's threshold and uses up its room above it. */
function selectDigit(
  world: World,
  queue: Queue,
  binding: readonly number[],
  open: Uint8Array,
  threshold: Float64Array,
  place: number,
): void {
  const { clearing: bins, clearingRoom: left } = world;
  const unit = UNITS[place];
  for (const owner of binding) bins.fill(0, owner * BINS, (owner + 1) * BINS);
  forEachRow(world, (row) => {
    const owner = queue.owner(row);
    if (owner < 0 || open[owner] === 0) return;
    const offset = queue.rank[row] - threshold[owner];
    if (offset < 0 || offset >= unit * BINS) return;
    bins[owner * BINS + Math.floor(offset / unit)] += queue.amount[row];
  });
  for (const owner of binding) {
    let digit = BINS - 1;
    while (digit > 0 && bins[owner * BINS + digit] < left[owner]) left[owner] -= bins[owner * BINS + digit--];
    threshold[owner] += digit * unit;
  }
}

/** Applications from the front of each part's rows, then requests for cover at their end. */
export function forEachRow(world: World, visit: (row: number) => void): void {
  const { parts, shape, applied, covers } = world;
  for (let part = 0; part < parts; part++) {
    const first = partStart(shape.applications, part, parts);
    for (let row = first; row < first + applied[part]; row++) visit(row);
    const end = partStart(shape.applications, part + 1, parts);
    for (let row = end - covers[part]; row < end; row++) visit(row);
  }
}

/** First row of a part of a table; the table is cut into equal parts. */
export const partStart = (rows: number, part: number, parts: number): number =>
  Math.floor((rows * part) / parts);
