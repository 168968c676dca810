/**
 * Who pays for loans that are not repaid: from the books, with what goes in beside what comes out. What is recovered from
 * borrowers' assets is nobody's loss: it is a stream of the flow, and no bearer. What treasuries owe guarantors and have
 * not paid is told by itself: guarantors may see it again, and treasuries may not pay it.
 */
import { MOVEMENTS } from '../../sim/index.ts';
import type { Books } from './books.ts';

/** Who may bear a loss in the end, in the order of tables. */
export const BEARERS = [
  'lenders',
  'guarantors',
  'counterGuarantors',
  'reguarantor',
  'treasuries',
  'owed',
  'insurer',
  'funds',
  'private',
] as const;
export type Bearer = (typeof BEARERS)[number];
/** An end of a stream: a bearer, what was not repaid, or what it passes through. */
type End = Bearer | 'loansLost' | 'privateLost' | 'guarantees' | 'earlierClaims' | 'owedBefore' | 'assets';

/** One stream of the loss flow, yuan over all runs; never negative. */
export interface LossLink {
  readonly from: End;
  readonly to: End;
  readonly yuan: number;
}

/** Who bears how much, yuan over all runs; they add up to the total. Who bears nothing is left out. */
export interface LossChange {
  readonly bearers: readonly { readonly id: Bearer; readonly yuan: number }[];
  /** What was not repaid, less what was recovered. */
  readonly total: number;
}

export interface LossFlow extends LossChange {
  readonly links: readonly LossLink[];
  /** Loans lost by their balances, less what was recovered, covered and written off by the ledger. */
  readonly residual: number;
  /** Loans of lenders and private lenders that left their balances without being repaid. */
  readonly notRepaid: number;
  /** What came back from borrowers' assets, on loans and on claims of guarantors. */
  readonly recovered: number;
}

/** Who promised to bear part of lenders' losses. */
const STANDING_IN = ['reguarantor', 'treasuries', 'insurer', 'funds'] as const;
const PROMISING: readonly string[] = ['guarantors', ...STANDING_IN];
/** Movements that pay lenders for lost loans: whatever reaches them from those who promised to. */
const COVER = MOVEMENTS.filter(({ from, to }) => to === 'lenders' && PROMISING.includes(from));

/** The losses of some months, both ends inclusive; `from` is at least 1. */
export function lossFlow(books: Books, from: number, to: number): LossFlow {
  const sum = (column: string) => books.sum(column, from, to);
  const gone = (line: string, given: string, back: string) =>
    books.at(line, from - 1) + sum(given) - sum(back) - books.at(line, to);
  const lost = gone('lenders-loans', 'lent', 'repaid');
  const lostPrivately = gone('private-loans', 'privateLent', 'privateRepaid');
  const cover = (sector: string) =>
    COVER.filter((one) => one.from === sector).reduce((total, one) => total + sum(one.id), 0);
  const [recovered, writtenOff] = [sum('lost-recovered'), sum('lost-writtenOff')];
  const byGuarantors = cover('guarantors');
  const direct = STANDING_IN.map((id) => ({ id, yuan: cover(id) }));
  const [reguarantee, compensation, claims, stoodGood] = [
    'reguarantee',
    'compensation',
    'claimsRecovered',
    'counterGuarantee',
  ].map(sum) as [number, number, number, number];
  const owed = books.at('guarantors-owed', to) - books.at('guarantors-owed', from - 1);
  const own = byGuarantors - reguarantee - compensation - owed - claims - stoodGood;
  const links: LossLink[] = [
    { from: 'loansLost', to: 'assets', yuan: recovered },
    { from: 'loansLost', to: 'lenders', yuan: writtenOff },
    { from: 'loansLost', to: 'guarantees', yuan: byGuarantors },
    ...direct.map(({ id, yuan }): LossLink => ({ from: 'loansLost', to: id, yuan })),
    { from: 'privateLost', to: 'private', yuan: lostPrivately },
    { from: 'guarantees', to: 'reguarantor', yuan: reguarantee },
    { from: 'guarantees', to: 'treasuries', yuan: compensation },
    { from: 'guarantees', to: 'owed', yuan: Math.max(0, owed) },
    { from: 'owedBefore', to: 'guarantees', yuan: Math.max(0, -owed) },
    { from: 'guarantees', to: 'assets', yuan: claims },
    { from: 'guarantees', to: 'counterGuarantors', yuan: stoodGood },
    { from: 'guarantees', to: 'guarantors', yuan: Math.max(0, own) },
    { from: 'earlierClaims', to: 'guarantees', yuan: Math.max(0, -own) },
  ];
  const directly = (bearer: Bearer) => direct.find(({ id }) => id === bearer)?.yuan ?? 0;
  const borne: Record<Bearer, number> = {
    lenders: writtenOff,
    guarantors: own,
    counterGuarantors: stoodGood,
    reguarantor: directly('reguarantor') + reguarantee,
    treasuries: directly('treasuries') + compensation,
    owed,
    insurer: directly('insurer'),
    funds: directly('funds'),
    private: lostPrivately,
  };
  return {
    links: links.filter((one) => one.yuan > 0),
    bearers: bearing((id) => borne[id]),
    total: lost + lostPrivately - recovered - claims,
    residual: lost - recovered - writtenOff - byGuarantors - direct.reduce((sum, one) => sum + one.yuan, 0),
    notRepaid: lost + lostPrivately,
    recovered: recovered + claims,
  };
}

/** Those who bear something. */
const bearing = (yuanOf: (id: Bearer) => number): LossChange['bearers'] =>
  BEARERS.map((id) => ({ id, yuan: yuanOf(id) })).filter((one) => one.yuan !== 0);

/** How much more each bears in one world than in another of as many runs, and all together. */
export function lossChange(a: LossChange, b: LossChange): LossChange {
  const of = ({ bearers }: LossChange, id: Bearer) => bearers.find((one) => one.id === id)?.yuan ?? 0;
  return { bearers: bearing((id) => of(a, id) - of(b, id)), total: a.total - b.total };
}
