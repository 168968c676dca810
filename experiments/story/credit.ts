/** One wish for credit, followed through the month: asked, read, reviewed, ranked, answered. */
import type { World } from '../../sim/index.ts';
import { askingOf } from './asking.ts';
import { DECISION, EVENT, LOOKS, tidy } from './codes.ts';
import type { Credit, Queue, Review } from './document.ts';
import { readingOf, reasonAt } from './reading.ts';
import { guarantorName, lenderNames } from './state.ts';

/** What is known of a wish so far. */
export interface Wish {
  readonly row: number;
  readonly credit: Credit;
  /** The lender would lend against a guarantee only. */
  readonly needsGuarantee: boolean;
}

const UNKNOWN: Credit = {
  kind: 'credit',
  wanted: null,
  contacted: false,
  asked: false,
  asking: null,
  lender: null,
  lenderClass: null,
  first: false,
  days: null,
  outcome: 'unknown',
  reason: 'none',
  reading: null,
  review: null,
  queue: null,
  granted: null,
  rate: null,
};

/** Row of this month's application of a slot; -1 when there is none. Worlds of one thread only. */
function rowOf({ applications, applied }: World, slot: number): number {
  return applications.enterprise.subarray(0, applied[0]).indexOf(slot);
}

/** After `apply`: whether the enterprise wants credit, and whether it asked. */
function wished(world: World, slot: number): Wish | undefined {
  const events = world.now.events[slot];
  if ((events & EVENT.wanted) === 0) return undefined;
  const row = rowOf(world, slot);
  const contacted = (events & EVENT.contacted) !== 0;
  if (row < 0) return { row, credit: { ...UNKNOWN, contacted }, needsGuarantee: false };
  const { applications: a } = world;
  const credit: Credit = {
    ...UNKNOWN,
    wanted: a.asked[row],
    contacted,
    asked: a.shadow[row] === 0,
    asking: askingOf(world, row, contacted),
    ...lenderNames(world, a.lender[row]),
    first: a.novice[row] === 1,
  };
  return { row, credit, needsGuarantee: false };
}

function read(world: World, { row, credit }: Wish): Wish {
  const needsGuarantee = world.applications.decision[row] === DECISION.quotedIfGuaranteed;
  return { row, needsGuarantee, credit: { ...credit, reading: readingOf(world, row) } };
}

/** Means of a guarantor this month, and whether it writes business at all. */
function reviewed(world: World, wish: Wish): Wish {
  if (!wish.needsGuarantee) return wish;
  const { applications: a, guarantors, enterprises: e, input } = world;
  const { row, credit } = wish;
  const i = a.enterprise[row];
  const plusOne = a.guarantor[row];
  const blind = e.data[i] === 0 && e.history[i] === 0;
  const reason = reasonAt(world, row);
  const outcome: Review['outcome'] =
    a.decision[row] === DECISION.quoted
      ? 'accepted'
      : reason === 'guarantorRefused'
        ? blind
          ? 'no-information'
          : 'too-risky'
        : plusOne === 0
          ? 'none-here'
          : guarantors.suspended[plusOne - 1] === 1
            ? 'suspended'
            : 'full';
  const review: Review = {
    guarantor: guarantorName(world, plusOne),
    covered: tidy(a.covered[row]),
    outcome,
    cutoff: input.province.parameters['guarantee.cutoff'][0],
    room: plusOne > 0 ? Math.max(0, guarantors.roomThisMonth[plusOne - 1]) : 0,
  };
  return { ...wish, credit: { ...credit, review } };
}

/** Place of an application among all that reached the lender's queue this month. */
function queueOf(world: World, row: number): Queue {
  const { applications: a, applied, lenders, input } = world;
  const lender = a.lender[row];
  let rank = 1;
  let of = 0;
  let served = 0;
  let asked = 0;
  for (let k = 0; k < applied[0]; k++) {
    const paid = a.decision[k] === DECISION.disbursed;
    if (a.lender[k] !== lender || a.shadow[k] === 1 || (!paid && reasonAt(world, k) !== 'lenderFull')) continue;
    of++;
    asked += a.amount[k];
    if (paid) served++;
    if (a.key[k] > a.key[row]) rank++;
  }
  return { rank, of, served, room: Math.max(0, lenders.roomThisMonth[lender]), asked: asked * input.scale };
}

function answered(world: World, wish: Wish): Wish {
  const { applications: a } = world;
  const { row, credit } = wish;
  const granted = a.decision[row] === DECISION.disbursed;
  const wouldBe = a.decision[row] === DECISION.quoted;
  const reason = reasonAt(world, row);
  const outcome = credit.asked
    ? granted
      ? 'granted'
      : 'refused'
    : wouldBe
      ? 'would-be-granted'
      : 'would-be-refused';
  const done: Credit = {
    ...credit,
    days: tidy(a.days[row]),
    outcome,
    reason,
    queue: granted || reason === 'lenderFull' ? queueOf(world, row) : null,
    granted: granted ? a.amount[row] : null,
    rate: granted || wouldBe ? tidy(a.rate[row]) : null,
  };
  return { ...wish, credit: done };
}

/** What is known of a wish after a phase; call with each phase in turn. */
export function followWish(
  world: World,
  slot: number,
  phase: string,
  wish: Wish | undefined,
): Wish | undefined {
  if (phase === LOOKS.apply) return wished(world, slot);
  if (!wish || wish.row < 0) return wish;
  if (phase === LOOKS.underwrite) return read(world, wish);
  if (phase === LOOKS.guarantee) return reviewed(world, wish);
  return phase === LOOKS.disburse ? answered(world, wish) : wish;
}
