/** The only functions that open, shrink and close loans; they keep guarantors' books in step. Cash is posted by phases. */
import { shareOf } from '../arithmetic.ts';
import { GUARANTOR_ENTRY, noteGuarantor, type Tally } from '../ledger.ts';
import type { World } from '../world.ts';
import { NO_LENDER } from './loans.ts';

export interface Terms {
  readonly lender: number;
  readonly principal: number;
  readonly rate: number;
  readonly months: number;
  /** 0 for none, else guarantor index + 1, with the part of a loss the guarantee side or a backer bears. */
  readonly guarantor: number;
  readonly covered: number;
  readonly flags: number;
  readonly pdBin: number;
  readonly origin: number;
  /** Who bears that part where there is no guarantor; where there is one, whether somebody stands good to it. */
  readonly backer?: number;
}

export function openLoan(world: World, tally: Tally, row: number, terms: Terms): void {
  const { loans } = world;
  loans.lender[row] = terms.lender;
  loans.principal[row] = 0;
  loans.rate[row] = terms.rate;
  loans.left[row] = terms.months;
  loans.arrears[row] = 0;
  loans.guarantor[row] = terms.guarantor;
  loans.covered[row] = terms.covered;
  loans.flags[row] = terms.flags;
  loans.pdBin[row] = terms.pdBin;
  loans.origin[row] = terms.origin;
  loans.backer[row] = terms.backer ?? 0;
  changePrincipal(world, tally, row, terms.principal);
}

/** Sets a loan's principal; what a guarantor has outstanding and owes on it follows. */
export function changePrincipal(world: World, tally: Tally, row: number, principal: number): void {
  const { loans } = world;
  const before = loans.principal[row];
  loans.principal[row] = principal;
  const guarantor = loans.guarantor[row] - 1;
  if (guarantor < 0 || before === principal) return;
  const covered = loans.covered[row];
  const liability = shareOf(principal, covered) - shareOf(before, covered);
  const up = principal > before;
  noteGuarantor(
    tally,
    guarantor,
    up ? GUARANTOR_ENTRY.written : GUARANTOR_ENTRY.released,
    Math.abs(principal - before),
  );
  noteGuarantor(
    tally,
    guarantor,
    up ? GUARANTOR_ENTRY.liabilityIn : GUARANTOR_ENTRY.liabilityOut,
    Math.abs(liability),
  );
}

export function closeLoan(world: World, tally: Tally, row: number): void {
  changePrincipal(world, tally, row, 0);
  const { loans } = world;
  loans.lender[row] = NO_LENDER;
  loans.guarantor[row] = 0;
  loans.covered[row] = 0;
  loans.arrears[row] = 0;
  loans.left[row] = 0;
  loans.backer[row] = 0;
}

/** A guarantor (index + 1) joins a loan that stands, for `covered` of a loss; `backer` says whether somebody stands good to it. */
export function addGuarantor(
  world: World,
  tally: Tally,
  row: number,
  { guarantor, covered, backer }: Required<Pick<Terms, 'guarantor' | 'covered' | 'backer'>>,
): void {
  const principal = world.loans.principal[row];
  world.loans.principal[row] = 0;
  world.loans.guarantor[row] = guarantor;
  world.loans.covered[row] = covered;
  world.loans.backer[row] = backer;
  changePrincipal(world, tally, row, principal);
}

/** The guarantor has paid and leaves, and who stood good to it: nothing stays outstanding, and what it bore stays noted; see `underGuarantee`. */
export function releaseGuarantor(world: World, tally: Tally, row: number): void {
  const principal = world.loans.principal[row];
  changePrincipal(world, tally, row, 0);
  world.loans.guarantor[row] = 0;
  world.loans.backer[row] = 0;
  world.loans.principal[row] = principal;
}

/** The guarantor leaves before the contract began. */
export function dropGuarantor(world: World, tally: Tally, row: number): void {
  releaseGuarantor(world, tally, row);
  world.loans.covered[row] = 0;
}
