/** One wish for credit, followed through the month: asked, read, reviewed, ranked, answered. */
import { comesLate, openDelays, type World } from '../../sim/index.ts';
import { queueOf, reviewOf } from './answers.ts';
import { askingOf } from './asking.ts';
import { DECISION, EVENT, LOOKS, tidy } from './codes.ts';
import type { Credit } from './document.ts';
import { readingOf, reasonAt } from './reading.ts';
import { lenderNames } from './state.ts';

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
  visited: false,
  asked: false,
  asking: null,
  lender: null,
  lenderClass: null,
  first: false,
  days: null,
  late: false,
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
  const callers = {
    contacted: (events & EVENT.contacted) !== 0,
    visited: (events & EVENT.visited) !== 0,
  };
  if (row < 0) return { row, credit: { ...UNKNOWN, ...callers }, needsGuarantee: false };
  const { applications: a } = world;
  const credit: Credit = {
    ...UNKNOWN,
    wanted: a.asked[row],
    ...callers,
    asked: a.shadow[row] === 0,
    asking: askingOf(world, row),
    ...lenderNames(world, a.lender[row]),
    first: a.novice[row] === 1,
  };
  return { row, credit, needsGuarantee: false };
}

function read(world: World, { row, credit }: Wish): Wish {
  const needsGuarantee = world.applications.decision[row] === DECISION.quotedIfGuaranteed;
  return { row, needsGuarantee, credit: { ...credit, reading: readingOf(world, row) } };
}

function reviewed(world: World, wish: Wish): Wish {
  const { row, credit, needsGuarantee } = wish;
  return needsGuarantee ? { ...wish, credit: { ...credit, review: reviewOf(world, row) } } : wish;
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
      : reason === 'declined'
        ? 'declined'
        : 'refused'
    : wouldBe
      ? 'would-be-granted'
      : 'would-be-refused';
  const done: Credit = {
    ...credit,
    days: tidy(a.days[row]),
    late: granted && comesLate(openDelays(world), row),
    outcome,
    reason,
    queue: granted || reason === 'lenderFull' ? queueOf(world, row) : null,
    granted: granted ? a.amount[row] : null,
    rate: granted || wouldBe || reason === 'declined' ? tidy(a.rate[row]) : null,
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
