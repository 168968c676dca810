/** What a lender saw in an application and the tests it put to it, after the phase `underwrite`. */
import { breakEvenRate, REASONS, type World } from '../../sim/index.ts';
import { TRAIT, tidy } from './codes.ts';
import type { Reading, Reason, Rule } from './document.ts';

/** A lender accepts no PD beyond this many times its cut-off, whatever the loss it would bear. */
const MOST_CUTOFFS = 2.5;

/** Reasons given without reading. */
const UNREAD: readonly Reason[] = ['badRecord', 'noData'];

/** Why an application failed so far. */
export const reasonAt = (world: World, row: number): Reason => REASONS[world.applications.reason[row]];

/** The lender's figures; null when it refused without reading. */
export function readingOf(world: World, row: number): Reading | null {
  if (UNREAD.includes(reasonAt(world, row))) return null;
  const { applications: a, enterprises: e, lenders, input } = world;
  const lender = a.lender[row];
  const secured = (e.traits[a.enterprise[row]] & TRAIT.collateral) !== 0;
  const covered = a.counted[row];
  const most = input.province.parameters['lend.maxLoan'][lenders.class[lender]];
  const amount = secured || covered > 0 ? a.asked[row] : Math.min(a.asked[row], most);
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

/** The three tests of a lender, in its order. */
function rulesOf(world: World, row: number, { amount, secured, covered }: Loan): Rule[] {
  const { applications: a, lenders, input, effects, levers } = world;
  const p = input.province.parameters;
  const lender = a.lender[row];
  const c = lenders.class[lender];
  const cutoff = lenders.cutoff[lender];
  const bare = !secured && covered === 0;
  const hurdle = cutoff * p['lend.lgdUnsecured'][c] * (bare ? p['lend.unsecuredTolerance'][0] : 1);
  const pd = a.pd[row];
  const loss = pd * (secured ? p['lend.lgdSecured'][c] : p['lend.lgdUnsecured'][c]) * (1 - covered);
  const funds = p['lend.funding'][c] + effects.funding[0] - levers['reserveDiscount.points'][lender];
  const breakEven = breakEvenRate({
    funding: funds,
    variable: p['lend.variableCost'][c],
    fixed: (a.cost[row] * 12) / Math.max(12, p['lend.term'][c]),
    amount,
    pd,
    lgd: secured ? p['lend.lgdSecured'][c] : p['lend.lgdUnsecured'][c],
    ownShare: 1 - covered,
  });
  return [
    rule('expected-loss', loss, hurdle),
    rule('pd', pd, MOST_CUTOFFS * cutoff),
    rule('rate', breakEven, p['lend.rateCap'][c]),
  ];
}
