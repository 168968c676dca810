/** Counts how many enterprises each kind of story stands for, and finds one that may stand for them. */
import { FORK_MONTH, forEachMaturity, REASONS, spanOf, type World } from '../../sim/index.ts';
import { EVENT, STATUS, shadowWeight } from './codes.ts';
import type { Standing } from './document.ts';
import { isOfKind, KINDS, MARK } from './kinds.ts';
import type { Observer } from './watched-engine.ts';

/** What a census found: one entry for each of `KINDS`. */
export interface Census {
  readonly observer: Observer;
  standings(world: World): Standing[];
  /** Ids of enterprises that may stand for each kind, best first. */
  examples(world: World): number[][];
}

/** Examples kept of each kind: no enterprise should have to stand for two. */
const KEPT = KINDS.length;

interface Example {
  readonly id: number;
  readonly oddity: number;
}

/** One mark column a slot, and totals of those that have left. */
interface Sheet {
  readonly id: Uint32Array;
  readonly marks: Uint16Array;
  readonly owedPrivately: Float64Array;
  readonly oddity: Float64Array;
  seen: number;
  readonly counts: number[];
  readonly examples: Example[][];
}

const openSheet = (): Sheet => ({
  id: new Uint32Array(0),
  marks: new Uint16Array(0),
  owedPrivately: new Float64Array(0),
  oddity: new Float64Array(0),
  seen: 0,
  counts: KINDS.map(() => 0),
  examples: KINDS.map(() => []),
});

/** Nobody: no enterprise has this id. */
const NOBODY = 0xffffffff;

function sized(capacity: number): Sheet {
  return {
    ...openSheet(),
    id: new Uint32Array(capacity).fill(NOBODY),
    marks: new Uint16Array(capacity),
    owedPrivately: new Float64Array(capacity),
    oddity: new Float64Array(capacity),
  };
}

/** How far an enterprise is from the usual: there from 2025-12 to the end, with the sales of its size class. */
function oddityOf({ enterprises: e, atlas, input, month }: World, i: number): number {
  const usual = input.province.parameters['trade.annualSales'][atlas.size[e.cell[i]]] / 12;
  return Math.abs(Math.log(e.scale[i] / usual)) + (month > FORK_MONTH ? 1000 : 0);
}

function keep(examples: Example[], one: Example): void {
  const last = examples.at(-1);
  if (examples.length >= KEPT && last && one.oddity >= last.oddity) return;
  const at = examples.findIndex((other) => one.oddity < other.oddity);
  examples.splice(at < 0 ? examples.length : at, 0, one);
  if (examples.length > KEPT) examples.pop();
}

/** The enterprise of a slot is done: it counts for every kind it is of. */
function book(sheet: Sheet, slot: number): void {
  if (sheet.id[slot] === NOBODY) return;
  sheet.seen++;
  const marks = sheet.marks[slot];
  const oddity = sheet.oddity[slot] + (marks & MARK.closed ? 100 : 0);
  KINDS.forEach((kind, k) => {
    if (!isOfKind(kind, marks)) return;
    sheet.counts[k]++;
    keep(sheet.examples[k], { id: sheet.id[slot], oddity });
  });
  sheet.id[slot] = NOBODY;
}

function register(sheet: Sheet, world: World): void {
  const { enterprises: e } = world;
  for (let i = 0; i < e.status.length; i++) {
    const here = e.status[i] === STATUS.empty ? NOBODY : e.id[i];
    if (here === sheet.id[i]) continue;
    book(sheet, i);
    if (here === NOBODY || e.status[i] !== STATUS.active) continue;
    sheet.id[i] = here;
    sheet.marks[i] = 0;
    sheet.owedPrivately[i] = e.privateDebt[i];
    sheet.oddity[i] = oddityOf(world, i);
  }
}

/** Slots of enterprises with a loan that fell due this month and was not renewed. */
function endedLoans(world: World): Set<number> {
  const slots = new Set<number>();
  for (let part = 0; part < world.parts; part++)
    forEachMaturity(world, part, (i, _, renewed) => {
      if (!renewed) slots.add(i);
    });
  return slots;
}

function markEvents(sheet: Sheet, world: World): void {
  const { enterprises: e, now, loans, second } = world;
  const ended = endedLoans(world);
  for (let i = 0; i < e.status.length; i++) {
    if (sheet.id[i] === NOBODY) continue;
    const events = now.events[i];
    let marks = 0;
    if (events & EVENT.wanted) marks |= MARK.wanted;
    if (events & EVENT.applied) marks |= MARK.asked;
    if (events & EVENT.discouraged) marks |= MARK.discouraged;
    if (events & EVENT.firstLoan) marks |= MARK.firstLoan;
    if (events & EVENT.defaulted) marks |= MARK.defaulted;
    if (events & EVENT.exited) marks |= MARK.closed;
    if (events & EVENT.matured) marks |= ended.has(i) ? MARK.notRenewed : MARK.renewed;
    if (e.status[i] === STATUS.active && loans.arrears[i] + loans.arrears[second[i]] > 0) marks |= MARK.late;
    if (e.privateDebt[i] > sheet.owedPrivately[i]) marks |= MARK.borrowedPrivately;
    sheet.owedPrivately[i] = e.privateDebt[i];
    sheet.marks[i] |= marks;
  }
}

const OF_REASON: Readonly<Record<string, number>> = {
  tooRisky: MARK.tooRisky,
  tooDear: MARK.tooDear,
  guarantorRefused: MARK.guarantorRefused,
  guarantorFull: MARK.guarantorRefused,
  noCounterGuarantee: MARK.guarantorRefused,
  lenderFull: MARK.lenderFull,
};

function markApplications(sheet: Sheet, world: World): void {
  const { applications: a, applied } = world;
  for (let part = 0; part < world.parts; part++) {
    const { firstRow } = spanOf(world, part);
    for (let row = firstRow; row < firstRow + applied[part]; row++)
      if (a.shadow[row] === 0) sheet.marks[a.enterprise[row]] |= OF_REASON[REASONS[a.reason[row]]] ?? 0;
  }
}

/** A census of one world from 2025-12 on. */
export function openCensus(): Census {
  let sheet = openSheet();
  const begin = (world: World) => {
    sheet = sized(world.shape.capacity);
    register(sheet, world);
  };
  const observer: Observer = {
    resumed: begin,
    month(world) {
      if (world.month === FORK_MONTH) begin(world);
      if (world.month <= FORK_MONTH) return;
      register(sheet, world);
      markEvents(sheet, world);
      markApplications(sheet, world);
    },
  };
  const finish = () => {
    for (let slot = 0; slot < sheet.id.length; slot++) book(sheet, slot);
  };
  return {
    observer,
    standings({ input: { scale } }) {
      finish();
      return KINDS.map(({ sampled }, k) => {
        const count = sheet.counts[k] * (sampled ? shadowWeight(scale) : 1);
        return { enterprises: count * scale, share: sheet.seen > 0 ? count / sheet.seen : 0 };
      });
    },
    examples() {
      finish();
      return sheet.examples.map((list) => list.map(({ id }) => id));
    },
  };
}
