/** What a lender saw in an application and the tests it put to it, after the phase `underwrite`. */
import {
  amountRead,
  badLoanCost,
  costRead,
  emptyQuote,
  hurdleOf,
  openAnswering,
  openDesk,
  ownersTest,
  price,
  REASONS,
  type World,
} from '../../sim/index.ts';
import { TRAIT, tidy } from './codes.ts';
import type { Reading, Reason, Rule } from './document.ts';

/** Reasons given without reading. */
const UNREAD: readonly Reason[] = ['badRecord', 'noData', 'otherBank', 'noPartner'];

/** Why an application failed so far. */
export const reasonAt = (world: World, row: number): Reason => REASONS[world.applications.reason[row]];

/** The lender's figures; null when it refused without reading. */
export function readingOf(world: World, row: number): Reading | null {
  if (UNREAD.includes(reasonAt(world, row))) return null;
  const { applications: a, enterprises: e, lenders } = world;
  const lender = a.lender[row];
  const secured = (e.traits[a.enterprise[row]] & TRAIT.collateral) !== 0;
  const covered = a.counted[row];
  const amount = amountRead(world, row);
  return {
    amount,
    pd: tidy(a.pd[row]),
    cutoff: tidy(lenders.cutoff[lender]),
    rate: tidy(a.rate[row]),
    covered: tidy(covered),
    secured,
    rules: rulesOf(world, row, { amount, secured, covered }),
  };
}

/** Numbers of four bytes may miss a limit by this much. */
const HAIR = 1e-6;

const rule = (name: Rule['rule'], value: number, limit: number): Rule => ({
  rule: name,
  value: tidy(value),
  limit: tidy(limit),
  holds: value <= limit * (1 + HAIR),
});

interface Loan {
  readonly amount: number;
  readonly secured: boolean;
  readonly covered: number;
}

/** The tests of a lender, in its order, and the owner's own of what passes them, from what it read and what it counts. */
function rulesOf(world: World, row: number, { amount, secured, covered }: Loan): Rule[] {
  const { applications: a, lenders, input } = world;
  const p = input.province.parameters;
  const lender = a.lender[row];
  const desk = openDesk(world);
  const { check, papers } = costRead(world, row);
  const request = {
    slot: a.enterprise[row],
    lender,
    reader: a.reader[row],
    amount,
    added: amount,
    secured,
    covered,
    papers,
    checkPart: 1,
    ownClient: false,
  };
  const quote = { ...emptyQuote(), pd: a.pd[row], checkCost: check };
  price(desk, request, quote);
  const tests = [
    rule('bad-loan', quote.pd * badLoanCost(p, covered, quote.lgd), hurdleOf(desk, request, quote.reward)),
    rule('rate', quote.breakEven - quote.reward, p['lend.rateCap'][lenders.class[lender]]),
  ];
  if (!tests.every(({ holds }) => holds)) return tests;
  const { costs, brings } = ownersTest(openAnswering(world), row);
  return [...tests, rule('price', costs, brings)];
}
