/** What happened to an enterprise's loans in a month, from how its contracts stood between the phases. */
import type { World } from '../../sim/index.ts';
import { DEFAULT_ARREARS, ENDING, endingOf, NO_LENDER } from './codes.ts';
import type { Happening, Maturity } from './document.ts';
import { guarantorName, lenderNames, loanRows } from './state.ts';

/** A contract at a moment; `lender` 255 means none. */
interface Contract {
  readonly lender: number;
  readonly amount: number;
  readonly rate: number;
  readonly left: number;
  readonly arrears: number;
  readonly guarantor: number;
}

/** Both contracts of an enterprise at a moment, and the money it could pay with. */
export interface Contracts {
  readonly rows: readonly Contract[];
  readonly cash: number;
}

/** How the contracts of a slot stand now. */
export function contractsAt(world: World, slot: number): Contracts {
  const { loans, enterprises } = world;
  const rows = loanRows(world, slot).map((row) => ({
    lender: loans.lender[row],
    amount: loans.principal[row],
    rate: loans.rate[row],
    left: loans.left[row],
    arrears: loans.arrears[row],
    guarantor: loans.guarantor[row],
  }));
  return { rows, cash: enterprises.cash[slot] };
}

/** The borrower's month: payments missed and made, defaults, maturities. Call after the phase `service`. */
export function serviced(world: World, slot: number, before: Contracts): Happening[] {
  const after = contractsAt(world, slot);
  return before.rows.flatMap((was, k): Happening[] => {
    if (was.lender === NO_LENDER) return [];
    const is = after.rows[k];
    const of = { ...lenderNames(world, was.lender), amount: was.amount };
    const active = world.enterprises.status[slot] === 1;
    if (active && was.left === 1 && was.arrears === 0) return [maturity(world, slot, before, k, is)];
    if (was.arrears > 0 && is.arrears === 0) return [{ kind: 'caught-up', ...of }];
    if (is.arrears === DEFAULT_ARREARS && was.arrears < DEFAULT_ARREARS)
      return [{ kind: 'defaulted', ...of }];
    return active && was.arrears === 0 && is.arrears > 0 ? [{ kind: 'missed', ...of }] : [];
  });
}

function maturity(world: World, slot: number, before: Contracts, k: number, is: Contract): Maturity {
  const was = before.rows[k];
  const ending = endingOf(world.now.ending[slot], k === 1);
  const gone = is.lender === NO_LENDER;
  const outcome = OUTCOMES[ending] ?? (gone ? 'repaid' : 'called-unpaid');
  return {
    kind: 'matured',
    ...lenderNames(world, was.lender),
    amount: was.amount,
    outcome,
    why: whyOf(ending, was.guarantor > 0 && is.guarantor === 0),
    left: gone ? 0 : is.amount,
    rate: Number((gone ? was.rate : is.rate).toPrecision(6)),
  };
}

/** Endings that say all; the others end the loan, and the books show whether it was repaid. */
const OUTCOMES: Readonly<Record<number, Maturity['outcome']>> = {
  [ENDING.unpaid]: 'interest-unpaid',
  [ENDING.renewed]: 'renewed',
  [ENDING.moved]: 'moved',
  [ENDING.deferred]: 'deferred',
  [ENDING.coverAsked]: 'cover-asked',
};
const whyOf = (ending: number, uncovered: boolean): Maturity['why'] => {
  if (ending === ENDING.renewed) return uncovered ? 'cover-lapsed' : null;
  return OUTCOMES[ending] ? null : (ENDED_BY[ending] ?? null);
};
const ENDED_BY: Readonly<Record<number, NonNullable<Maturity['why']>>> = {
  [ENDING.owner]: 'owner',
  [ENDING.lender]: 'lender',
  [ENDING.guarantor]: 'guarantor-suspended',
  [ENDING.bridge]: 'bridge',
};

/** What guarantors, courts and the books did with lost loans. Call after the phase `settle`. */
export function settled(world: World, slot: number, before: Contracts): Happening[] {
  const after = contractsAt(world, slot);
  return before.rows.flatMap((was, k): Happening[] => {
    if (was.lender === NO_LENDER) return [];
    const is = after.rows[k];
    const left = is.lender === NO_LENDER ? 0 : is.amount;
    const of = { ...lenderNames(world, was.lender), amount: was.amount - left };
    const guarantor = guarantorName(world, was.guarantor);
    if (guarantor !== null && is.guarantor === 0) return [{ kind: 'guarantor-paid', ...of, guarantor }];
    if (of.amount === 0 && is.lender !== NO_LENDER) return [];
    return [{ kind: is.lender !== NO_LENDER ? 'recovered' : 'written-off', ...of }];
  });
}
