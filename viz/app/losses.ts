/** Who pays for loans that are not repaid: from the books, with what goes in beside what comes out. */
import { MOVEMENTS } from '../../sim/index.ts';
import type { Books } from './books.ts';

/** One stream of the loss flow, yuan over all runs; never negative. */
export interface LossLink {
  readonly from: string;
  readonly to: string;
  readonly yuan: number;
}

export interface LossFlow {
  readonly links: readonly LossLink[];
  /** Loans lost by their balances, less what was recovered, covered and written off by the ledger. */
  readonly residual: number;
  /** Bearer -> what it pays in the end. They add up to everything lost. */
  readonly bearers: readonly { readonly id: string; readonly yuan: number }[];
  readonly total: number;
}

/** Who promised to bear part of lenders' losses. */
const PROMISING = ['guarantors', 'reguarantor', 'treasuries', 'insurer', 'funds'] as const;
/** Movements that pay lenders for lost loans: whatever reaches them from those who promised to. */
const COVER = MOVEMENTS.filter(
  ({ from, to }) => to === 'lenders' && (PROMISING as readonly string[]).includes(from),
);

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
  const direct = PROMISING.slice(1).map((id) => ({ id, yuan: cover(id) }));
  const [reguarantee, compensation, claims, stoodGood] = [
    'reguarantee',
    'compensation',
    'claimsRecovered',
    'counterGuarantee',
  ].map(sum) as [number, number, number, number];
  const own = byGuarantors - reguarantee - compensation - claims - stoodGood;
  const links = [
    { from: 'loansLost', to: 'assets', yuan: recovered },
    { from: 'loansLost', to: 'lenders', yuan: writtenOff },
    { from: 'loansLost', to: 'guarantees', yuan: byGuarantors },
    ...direct.map(({ id, yuan }) => ({ from: 'loansLost', to: id, yuan })),
    { from: 'privateLost', to: 'private', yuan: lostPrivately },
    { from: 'guarantees', to: 'reguarantor', yuan: reguarantee },
    { from: 'guarantees', to: 'treasuries', yuan: compensation },
    { from: 'guarantees', to: 'assets', yuan: claims },
    { from: 'guarantees', to: 'counterGuarantors', yuan: stoodGood },
    { from: 'guarantees', to: 'guarantors', yuan: Math.max(0, own) },
    { from: 'earlierClaims', to: 'guarantees', yuan: Math.max(0, -own) },
  ].filter((one) => one.yuan > 0);
  const bearers = [
    { id: 'assets', yuan: recovered + claims },
    { id: 'counterGuarantors', yuan: stoodGood },
    { id: 'lenders', yuan: writtenOff },
    { id: 'guarantors', yuan: own },
    ...direct.map(({ id, yuan }) => ({
      id,
      yuan: yuan + (id === 'reguarantor' ? reguarantee : id === 'treasuries' ? compensation : 0),
    })),
    { id: 'private', yuan: lostPrivately },
  ].filter((one) => one.yuan !== 0);
  return {
    links,
    bearers,
    total: lost + lostPrivately,
    residual: lost - recovered - writtenOff - byGuarantors - direct.reduce((sum, one) => sum + one.yuan, 0),
  };
}
