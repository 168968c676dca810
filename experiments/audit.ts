/** The books kept over a run: how many accounts were checked, and what did not add up. */
import { auditLedger, auditLimits, monthName, type World } from '../sim/index.ts';

/** One account or limit that did not hold. */
export interface Breach {
  readonly account: string;
  readonly residual: number;
  /** Month, and phase where phases were checked: `2026-07`, `2026-07 settle`. */
  readonly at: string;
}

/** What an audit found so far. */
export interface Books {
  checks: number;
  maxResidual: number;
  readonly breaches: Breach[];
}

const MOST_BREACHES = 100;

export const openBooks = (): Books => ({ checks: 0, maxResidual: 0, breaches: [] });

function note(books: Books, breaches: readonly { account: string; residual: number }[], at: string): void {
  for (const { account, residual } of breaches) {
    if (books.breaches.length < MOST_BREACHES) books.breaches.push({ account, residual, at });
  }
}

/** Checks every account of the world now; with `limits` also that nothing is negative, undefined or beyond its limit. */
export function audit(
  books: Books,
  world: World,
  when: { month: number; phase?: string; limits?: boolean },
): void {
  const at = [monthName(when.month), when.phase].filter(Boolean).join(' ');
  const found = auditLedger(world);
  books.checks += found.checks;
  books.maxResidual = Math.max(books.maxResidual, found.maxResidual);
  note(books, found.breaches, at);
  if (when.limits) note(books, auditLimits(world), at);
}

/** Adds another run's books to these. */
export function addBooks(books: Books, other: Books): void {
  books.checks += other.checks;
  books.maxResidual = Math.max(books.maxResidual, other.maxResidual);
  books.breaches.push(...other.breaches.slice(0, Math.max(0, MOST_BREACHES - books.breaches.length)));
}
