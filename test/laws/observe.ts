/** What paired worlds are told apart by: named numbers of one world over its months after 2025-12. */

import { breakEvenRate } from '../../sim/decisions/price.ts';
import {
  COUNTERS,
  type GroupDimension,
  MOVEMENTS,
  restoreWorld,
  stepMonth,
  type World,
  type WorldInput,
} from '../../sim/index.ts';
import { dataOf } from '../../sim/traces.ts';
import { indexOf } from '../support/index-of.ts';
import { quantileOf } from '../support/reference.ts';
import { inputOf, patch, type Story } from '../support/small-province.ts';
import { forkOf, wasRead } from './worlds.ts';

/** The door of the engine, so that the same worlds can be run by one with a part broken on purpose. */
export interface Engine {
  readonly restoreWorld: (
    input: WorldInput,
    bytes: Uint8Array,
    options: { dimensions: readonly GroupDimension[] },
  ) => World;
  readonly stepMonth: (world: World, watch?: (phase: string) => void) => void;
}

/** What is changed in the second world of a pair. */
export type Change = Pick<Story, 'patches' | 'shocks'>;

/** Names of the numbers, in the order of the mechanisms that move them. */
export const NAMES = [
  'effort on guaranteed quotes', 'rate of guaranteed quotes', 'payouts a guaranteed yuan', 'guarantees outstanding',
  'rural cost', 'rural mark-up', 'rural applications', 'fiscal cost',
  'data coverage', 'index read in the seen', 'approval of the good newly seen', 'approval days',
  'overdue farms of the lake', 'farms of the lake beyond farms elsewhere', 'farms of the lake beyond its other trades',
  'sales', 'cash', 'defaults', 'guarantors’ net assets', 'guarantors suspended', 'private debt',
  'first loans by contact', 'first loans without contact', 'daring of the contacted', 'enterprises that want credit',
] as const; // biome-ignore format: one line a topic
export type Name = (typeof NAMES)[number];
export type Observations = Readonly<Record<Name, number>>;

/** Flooded in 2024 and in every flood here: Yueyang and Changde. */
export const LAKE: readonly number[] = [5, 6];
const WIDER_RECORD = patch('dataSharing', { coverage: 0.9, consent: 0.9 });
const EVENT = { wanted: 1, applied: 2, firstLoan: 16, contacted: 1024 } as const;
const ACTIVE = 1;
const FARM = 0;
const NO_DATA = 0;
const LENT = 4;

/** Sums that grow month by month. */
class Sums {
  readonly all = new Map<string, number>();
  add(name: string, amount: number): void {
    this.all.set(name, this.of(name) + amount);
  }
  of(name: string): number {
    return this.all.get(name) ?? 0;
  }
  share(part: string, whole: string): number {
    return this.of(part) / this.of(whole);
  }
}

/** Enterprises whose data a wider record would show, and those among them without usable data at the end of 2025. */
interface Sights {
  readonly all: ReadonlySet<number>;
  readonly fresh: ReadonlySet<number>;
}

const sights = new Map<string, Sights>();

/** The same enterprises in every world of a luck, whatever its policies. */
function sightsOf(luck: string): Sights {
  const known = sights.get(luck);
  if (known) return known;
  const world = restoreWorld(inputOf({ seed: luck, patches: [WIDER_RECORD] }), forkOf(luck));
  const { id, status } = world.enterprises;
  const before = Uint8Array.from(id, (_, i) => dataOf(world, i));
  stepMonth(world);
  const shown = Array.from(id.keys()).filter((i) => status[i] === ACTIVE && dataOf(world, i) !== NO_DATA);
  const made = {
    all: new Set(shown.map((i) => id[i])),
    fresh: new Set(shown.filter((i) => before[i] === NO_DATA).map((i) => id[i])),
  };
  sights.set(luck, made);
  return made;
}

/** Quotes as the lender wrote them: effort and rate under cover, mark-up in the countryside, and how well an index was read. */
function noteQuotes(sums: Sums, world: World, sights: Sights): void {
  const { applications: a, enterprises: e, atlas } = world;
  for (let row = 0; row < world.applied[0]; row++) {
    const i = a.enterprise[row];
    if (!wasRead(world, row)) continue;
    if (sights.all.has(e.id[i])) noteReading(sums, world, row);
    if (a.shadow[row] === 1) continue;
    if (atlas.setting[e.cell[i]] > 0 && a.reason[row] === 0)
      noteMean(sums, 'rural mark-up', markUp(world, row));
    if (a.covered[row] === 0) continue;
    noteMean(sums, 'effort', a.effort[row]);
    noteMean(sums, 'guaranteed rate', a.rate[row]);
  }
}

/** What a lender asks above what it needs. */
function markUp(world: World, row: number): number {
  const { applications: a, lenders, input } = world;
  const p = input.province.parameters;
  const c = lenders.class[a.lender[row]];
  const needed = breakEvenRate({
    funding: p['lend.funding'][c],
    variable: p['lend.variableCost'][c],
    fixed: (a.cost[row] * 12) / Math.max(12, p['lend.term'][c]),
    amount: a.amount[row],
    pd: a.pd[row],
    lgd: a.secured[row] === 1 ? p['lend.lgdSecured'][c] : p['lend.lgdUnsecured'][c],
    ownShare: 1 - a.covered[row],
  });
  return a.rate[row] - needed;
}

function noteMean(sums: Sums, name: string, value: number): void {
  sums.add(`${name}, n`, 1);
  sums.add(name, value);
}

const meanOf = (sums: Sums, name: string): number => sums.share(name, `${name}, n`);

/** Sums for the correlation of an index with what a lender made of it, its PD as a probit. */
function noteReading(sums: Sums, world: World, row: number): void {
  const { applications: a, lenders, province } = world;
  const x = indexOf(
    world,
    a.enterprise[row],
    a.amount[row],
    province.postedRate[lenders.class[a.lender[row]]],
  );
  const y = -quantileOf(a.pd[row]);
  noteMean(sums, 'x', x);
  for (const [name, value] of [
    ['y', y],
    ['xx', x * x],
    ['yy', y * y],
    ['xy', x * y],
  ] as const)
    sums.add(name, value);
}

function correlationOf(sums: Sums): number {
  const [x, y, xx, yy, xy] = ['x', 'y', 'xx', 'yy', 'xy'].map((name) => sums.share(name, 'x, n'));
  return (xy - x * y) / Math.sqrt((xx - x * x) * (yy - y * y));
}

/** Answers to the newly seen of quality above the mean, and first loans and courage with and without a bank's contact. */
function noteAnswers(
  sums: Sums,
  { now, enterprises: e, shape, applications: a, applied }: World,
  { fresh }: Sights,
): void {
  for (let row = 0; row < applied[0]; row++) {
    const i = a.enterprise[row];
    if (a.shadow[row] === 1 || !fresh.has(e.id[i]) || e.quality[i] < 0) continue;
    sums.add('asked, good seen', 1);
    if (a.decision[row] === LENT) sums.add('lent, good seen', 1);
  }
  for (let i = 0; i < shape.capacity; i++) {
    const events = now.events[i];
    if (e.status[i] !== ACTIVE || (events & EVENT.wanted) === 0) continue;
    const how = events & EVENT.contacted ? 'contacted' : 'alone';
    const first = (events & EVENT.firstLoan) !== 0;
    if (first) sums.add(`first, ${how}`, 1);
    if (e.vintage[i] > (first ? 1 : 0)) continue;
    sums.add(`wanted, ${how}`, 1);
    if (events & EVENT.applied) sums.add(`asked, ${how}`, 1);
  }
}

const BORROWERS = ['farms, lake', 'others, lake', 'farms, elsewhere', 'others, elsewhere'];

/** Loans and overdue loans of farms and of other trades, in the lake prefectures and elsewhere. */
function noteOverdue(sums: Sums, { enterprises: e, loans, second, atlas }: World): void {
  const owed = new Int32Array(4);
  const overdue = new Int32Array(4);
  const look = (i: number, row: number) => {
    if (loans.lender[row] === 255) return;
    const cell = e.cell[i];
    const who = (atlas.sector[cell] === FARM ? 0 : 1) + (LAKE.includes(atlas.prefecture[cell]) ? 0 : 2);
    owed[who]++;
    if (loans.arrears[row] > 0) overdue[who]++;
  };
  for (let i = 0; i < e.status.length; i++) {
    if (e.status[i] === 0) continue;
    look(i, i);
    look(i, second[i]);
  }
  for (const [who, name] of BORROWERS.entries()) {
    sums.add(`loans, ${name}`, owed[who]);
    sums.add(`overdue, ${name}`, overdue[who]);
  }
}

function noteCounts(sums: Sums, world: World): void {
  for (const [group, { dimension, id }] of world.groups.entries()) {
    if (dimension === 'prefecture') continue;
    const who = dimension === 'province' ? 'all' : id;
    for (const [k, counter] of COUNTERS.entries())
      sums.add(`${who} ${counter}`, world.counts[group * COUNTERS.length + k]);
  }
  sums.add('sales', world.closed.flows[MOVEMENTS.findIndex(({ id }) => id === 'sales')]);
}

/** Months at which worlds are read off: the ends of 2026 and 2028, and the middle of 2027. */
export const READ_AT = [47, 53, 71] as const;
export type ReadAt = (typeof READ_AT)[number];

/** Runs a world of the small province from the fork to the end of month `until` and reads it off, on the way too. */
export function observe(
  engine: Engine,
  luck: string,
  change: Change,
  until: ReadAt,
): Map<ReadAt, Observations> {
  const world = engine.restoreWorld(inputOf({ seed: luck, ...change }), forkOf(luck), {
    dimensions: ['setting'],
  });
  const [sums, seen] = [new Sums(), sightsOf(luck)];
  const read = new Map<ReadAt, Observations>();
  while (world.month < until) {
    engine.stepMonth(world, (phase) => phase === 'underwrite' && noteQuotes(sums, world, seen));
    noteAnswers(sums, world, seen);
    noteOverdue(sums, world);
    noteCounts(sums, world);
    const at = READ_AT.find((month) => month === world.month);
    if (at) read.set(at, summary(sums, world));
  }
  return read;
}

function summary(sums: Sums, world: World): Observations {
  const now = (counter: (typeof COUNTERS)[number]) => world.counts[COUNTERS.indexOf(counter)];
  const rural = (counter: string) => sums.of(`county ${counter}`) + sums.of(`township ${counter}`);
  const overdue = (who: string) => sums.share(`overdue, ${who}`, `loans, ${who}`);
  const asking = (how: string) => sums.share(`asked, ${how}`, `wanted, ${how}`);
  const { status, cash } = world.enterprises;
  return {
    'effort on guaranteed quotes': meanOf(sums, 'effort'),
    'rate of guaranteed quotes': meanOf(sums, 'guaranteed rate'),
    'payouts a guaranteed yuan': sums.share('all payoutsReal', 'all guaranteeReal'),
    'guarantees outstanding': now('guaranteeReal'),
    'rural cost': rural('costYuan') / rural('balance'),
    'rural mark-up': meanOf(sums, 'rural mark-up'),
    'rural applications': rural('applications'),
    'fiscal cost':
      sums.of('all subsidyReal') +
      sums.of('all compensationReal') +
      sums.of('all injectionReal') +
      sums.of('all endowmentReal'),
    'data coverage': now('dataUsable') / now('active'),
    'index read in the seen': correlationOf(sums),
    'approval of the good newly seen': sums.share('lent, good seen', 'asked, good seen'),
    'approval days': sums.share('all days', 'all decisions') / 10,
    'overdue farms of the lake': overdue('farms, lake'),
    'farms of the lake beyond farms elsewhere': overdue('farms, lake') - overdue('farms, elsewhere'),
    'farms of the lake beyond its other trades': overdue('farms, lake') - overdue('others, lake'),
    sales: sums.of('sales'),
    cash: cash.reduce((sum, yuan, i) => (status[i] === ACTIVE ? sum + yuan : sum), 0),
    defaults: sums.of('all newDefaults'),
    'guarantors’ net assets': now('guarantorAssetsReal'),
    'guarantors suspended': sums.of('all guarantorsSuspended'),
    'private debt': now('private'),
    'first loans by contact': sums.of('first, contacted'),
    'first loans without contact': sums.of('first, alone'),
    'daring of the contacted': asking('contacted') - asking('alone'),
    'enterprises that want credit': sums.of('all wanted'),
  };
}
