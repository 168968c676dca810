/** A year and a half of a small world, written down: what was asked and answered, moved and counted. */
import { EVENT, endingOf } from '../../sim/agents/enterprises.ts';
import { COMMERCIAL_SOURCES } from '../../sim/agents/sources.ts';
import { DECISION } from '../../sim/contracts/applications.ts';
import { NO_LENDER } from '../../sim/contracts/loans.ts';
import { COUNTERS, FORK_MONTH, type Patch, type Shock, stepMonth, type World } from '../../sim/index.ts';
import type { Counter } from '../../sim/indicators/counters.ts';
import { FLOW, LENDER_ENTRIES, LENDER_ENTRY } from '../../sim/ledger.ts';
import { fromFork } from '../laws/worlds.ts';
import type { Changes } from './small-province.ts';
import { smallProvince } from './small-province.ts';

/** One application, as it stands at the end of its month. */
export interface Answer {
  readonly month: number;
  readonly lender: number;
  readonly lenderClass: number;
  readonly reader: number;
  readonly granted: boolean;
  readonly reason: number;
  readonly asked: boolean;
  readonly days: number;
  readonly effort: number;
  readonly cost: number;
  readonly rate: number;
  readonly amount: number;
  readonly pd: number;
  readonly novice: boolean;
  readonly secured: boolean;
  readonly quality: number;
  /** Leaves traces on commercial platforms that can be read. */
  readonly traced: boolean;
  readonly sector: number;
  readonly setting: number;
  readonly size: number;
  readonly block: number;
}

export interface Diary {
  readonly world: World;
  readonly answers: readonly Answer[];
  /** Sums over the months: indicator counts of the province, money by movement, entries by lender. */
  readonly counts: Float64Array;
  readonly flows: Float64Array;
  readonly entries: Float64Array;
  /** Counts of the province month by month. */
  readonly monthly: readonly Float64Array[];
  /** Lenders without a room in a month, summed. */
  readonly full: number;
  /** Loans that fell due, by what became of them. */
  readonly endings: Float64Array;
}

function answersOf(world: World): Answer[] {
  const { applications: a, enterprises: e, lenders, atlas } = world;
  return Array.from({ length: world.applied[0] }, (_, row) => {
    const i = a.enterprise[row];
    const cell = e.cell[i];
    return {
      month: world.month,
      lender: a.lender[row],
      lenderClass: lenders.class[a.lender[row]],
      reader: a.reader[row],
      granted: a.decision[row] === DECISION.disbursed,
      reason: a.reason[row],
      asked: a.shadow[row] === 0,
      days: a.days[row],
      effort: a.effort[row],
      cost: a.cost[row],
      rate: a.rate[row],
      amount: a.amount[row],
      pd: a.pd[row],
      novice: a.novice[row] === 1,
      secured: a.secured[row] === 1,
      quality: e.quality[i],
      traced: (e.sources[i] & COMMERCIAL_SOURCES) !== 0,
      sector: atlas.sector[cell],
      setting: atlas.setting[cell],
      size: atlas.size[cell],
      block: atlas.block[cell],
    };
  });
}

/** First loans that fell due this month; second loans are few. */
function countEndings({ now, shape }: World, endings: Float64Array): void {
  for (let i = 0; i < shape.capacity; i++)
    if ((now.events[i] & EVENT.matured) !== 0) endings[endingOf(now.ending[i], false)]++;
}

/** What a world was asked to live through. */
export interface Life {
  readonly seed: string;
  readonly patches?: readonly Patch[];
  readonly shocks?: readonly Shock[];
  /** Values in place of the pack's, from the fork on. */
  readonly parameters?: Changes;
  readonly until?: number | undefined;
}

const kept = new Map<string, Diary>();

/** The diary of a life from 2026-01 on; the same life is lived once a test file. */
export function lived({
  seed,
  patches = [],
  shocks = [],
  parameters = {},
  until = FORK_MONTH + 15,
}: Life): Diary {
  const key = JSON.stringify([seed, patches, shocks, parameters, until]);
  const known = kept.get(key);
  if (known) return known;
  const world = fromFork({ seed, patches, shocks, province: smallProvince(parameters) });
  const answers: Answer[] = [];
  const monthly: Float64Array[] = [];
  const counts = new Float64Array(COUNTERS.length);
  const flows = new Float64Array(world.closed.flows.length);
  const entries = new Float64Array(world.closed.lenders.length);
  const endings = new Float64Array(16);
  let full = 0;
  while (world.month < until) {
    stepMonth(world);
    for (const answer of answersOf(world)) answers.push(answer);
    monthly.push(world.counts.slice(0, COUNTERS.length));
    for (let k = 0; k < counts.length; k++) counts[k] += world.counts[k];
    for (let k = 0; k < flows.length; k++) flows[k] += world.closed.flows[k];
    for (let k = 0; k < entries.length; k++) entries[k] += world.closed.lenders[k];
    countEndings(world, endings);
    for (let l = 0; l < world.shape.licensed; l++) if (world.lenders.roomThisMonth[l] <= 0) full++;
  }
  const diary = { world, answers, counts, flows, entries, monthly, full, endings };
  kept.set(key, diary);
  return diary;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
export const deviation = (values: readonly number[]): number => {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((one) => (one - centre) ** 2)));
};
export const share = <T>(all: readonly T[], holds: (one: T) => boolean): number =>
  all.filter(holds).length / Math.max(1, all.length);
/** Applications of those who did ask. */
export const asking = ({ answers }: Diary, who: (one: Answer) => boolean = () => true): Answer[] =>
  answers.filter((one) => one.asked && who(one));
/** How far apart lenders put applicants, on a log scale: a sharper signal spreads them. */
export const spread = (answers: readonly Answer[]): number =>
  deviation(answers.map(({ pd }) => Math.log(Math.max(pd, 1e-6))));
export const counted = (diary: Diary, name: Counter): number => diary.counts[COUNTERS.indexOf(name)];
export const ratioOf = (diary: Diary, above: Counter, below: Counter): number =>
  counted(diary, above) / counted(diary, below);
export const moved = (diary: Diary, flow: keyof typeof FLOW): number => diary.flows[FLOW[flow]];
/** An entry of the lenders of some classes, summed. */
export function booked(
  { world, entries }: Diary,
  entry: keyof typeof LENDER_ENTRY,
  classes: readonly number[],
): number {
  let sum = 0;
  for (let l = 0; l < world.shape.licensed; l++)
    if (classes.includes(world.lenders.class[l]))
      sum += entries[l * LENDER_ENTRIES.length + LENDER_ENTRY[entry]];
  return sum;
}
/** Loans outstanding of the lenders of some classes at the end, yuan. */
export function bookOf({ world: { lenders, shape } }: Diary, classes: readonly number[]): number {
  let sum = 0;
  for (let l = 0; l < shape.licensed; l++) if (classes.includes(lenders.class[l])) sum += lenders.loans[l];
  return sum;
}
/** Slots of enterprises that end with two loans. */
export function twiceIndebted({ world: { loans, second, shape, enterprises } }: Diary): number {
  let count = 0;
  for (let i = 0; i < shape.capacity; i++)
    if (enterprises.status[i] === 1 && loans.lender[i] !== NO_LENDER && loans.lender[second[i]] !== NO_LENDER)
      count++;
  return count;
}
