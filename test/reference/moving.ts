/** Loans that move at maturity: to a large bank that asks for the client, or away from a lender without a licence. */
import { roundYuan } from '../../sim/arithmetic.ts';
import { LENDER_CLASSES } from '../../sim/input.ts';
import { objection } from './appetite.ts';
import { type Enterprise, f32 } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import { isLarge } from './incentives.ts';
import type { Lender } from './institutions.ts';
import { moveOf } from './ledger.ts';
import { close, type Loan, open, pdBinOf } from './loan.ts';
import { uniformDraw } from './luck.ts';
import { chosenClass, lenderWithin } from './market.ts';
import { treatmentOf } from './practice.ts';
import { type Quote, type Request, read } from './reading.ts';
import { monthsOf, tenorFor } from './tenor.ts';
import type { SlowWorld } from './world.ts';

/** Moves a loan when somebody else takes it on as it is; the new lender pays the old one. */
export function moves(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): boolean {
  const { lender: from } = loan;
  const leaving = from.unlicensed;
  const outreach = forEnterprise(world, 'largeBankQuota.outreach', e);
  const asked = !isLarge(from) && uniformDraw(world, 'approach', world.month, e.id) < outreach;
  if ((!leaving && !asked) || loan.guarantor !== null || loan.coLent) return false;
  const to = asked
    ? lenderWithin(world, e, LENDER_CLASSES.indexOf('state'))
    : destination(world, e, loan.principal);
  const quote = to && quoteOf(world, e, which, loan, to);
  if (!to || !quote || (!leaving && quote.rate >= loan.rate)) return false;
  transfer(world, e, which, loan, to, quote);
  return true;
}

function destination(world: SlowWorld, e: Enterprise, amount: number): Lender | null {
  const c = chosenClass(world, e, amount, null, { stream: 'moving', month: world.month });
  return c === null ? null : lenderWithin(world, e, c);
}

/** Terms on which a lender takes the loan as it is, or null. */
function quoteOf(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan, to: Lender): Quote | null {
  const { p } = world;
  const { principal: amount, secured } = loan;
  const c = to.class;
  if (to === loan.lender || e.loans[1 - which]?.lender === to) return null;
  if (to.roomThisMonth <= 0 || amount < p['lend.minLoan'][c]) return null;
  if (amount > (secured ? p['lend.maxLine'][c] : p['lend.maxLoan'][c])) return null;
  if (e.data === 'none' && treatmentOf(world, to) === 'refuse') return null;
  const request: Request = {
    enterprise: e,
    lender: to,
    reader: to,
    amount,
    added: 0,
    secured,
    covered: 0,
    papers: 0,
    checkPart: 1,
    ownClient: false,
  };
  const quote = read(world, request);
  return objection(world, request, quote) === 'none' ? quote : null;
}

function transfer(
  world: SlowWorld,
  e: Enterprise,
  which: 0 | 1,
  { lender: from, principal, secured, pledged }: Loan,
  to: Lender,
  quote: Quote,
): void {
  const { scale } = world.input;
  const tenor = tenorFor(world, e, to);
  moveOf(world, 'repaid', principal);
  moveOf(world, 'lent', principal);
  from.books.repaid += principal * scale;
  to.books.lent += principal * scale;
  to.books.lentAtRenewal += principal * scale;
  to.books.checkCost += roundYuan(quote.checkCost) * scale;
  close(world, e, which);
  open(world, e, which, {
    lender: to,
    guarantor: null,
    counterGuaranteed: false,
    principal,
    rate: f32(quote.rate),
    covered: 0,
    left: monthsOf(world, tenor, to),
    arrears: 0,
    origin: world.month,
    pdBin: pdBinOf(quote.pd),
    secured,
    noRecord: false,
    pledged,
    revolving: tenor === 'revolving',
    backer: null,
    backed: 0,
    coLent: false,
    coverAsked: false,
    deferred: false,
    judged: false,
  });
  world.grantsNow.push({ class: to.class, bin: pdBinOf(quote.pd) });
  if (which === 0) e.relation = 0;
}
