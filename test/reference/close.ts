/** Phase 11: the books of the month are closed. */

import { blockBooks, fundBooks, guarantorBooks, lenderBooks, prefectureBooks } from './books.ts';
import { closeGuarantor } from './close-guarantors.ts';
import { closeLenders } from './close-lenders.ts';
import { readDashboard } from './dashboard.ts';
import { provincialClaimRate } from './guarantor-limits.ts';
import { closeJournal } from './ledger.ts';
import { lookBack, refit } from './look-back.ts';
import { remember } from './memory.ts';
import { newFit, noCalls, type SlowWorld } from './world.ts';

export function closeMonth(world: SlowWorld): void {
  if (world.month % 12 === 11) {
    lookBack(world);
    refit(world);
  }
  const claimRate = provincialClaimRate(world);
  for (const guarantor of world.guarantors) closeGuarantor(world, guarantor, claimRate);
  readDashboard(world);
  closeLenders(world);
  remember(world);
  closeBooks(world);
}

/** Open entries become balances; a copy stays for the record. */
function closeBooks(world: SlowWorld): void {
  world.lastCosts = world.ledger.journal.fundingCost + world.ledger.journal.lenderCost;
  closeJournal(world);
  for (const lender of world.lenders) {
    const { books: b } = lender;
    lender.cash += b.repaid + b.interest + b.recovered + b.payout - b.lent;
    lender.cash += b.tiedFee + b.feeEarned - b.feePaid;
    lender.loans += b.lent - b.repaid - b.recovered - b.payout - b.writtenOff;
    lender.lastBooks = b;
    lender.books = lenderBooks();
  }
  for (const guarantor of world.guarantors) {
    const { books: b } = guarantor;
    guarantor.cash += b.fee - b.payout + b.reguaranteed - b.reviewCost;
    guarantor.outstanding += b.written - b.released;
    guarantor.liability += b.liabilityIn - b.liabilityOut;
    guarantor.lastBooks = b;
    guarantor.books = guarantorBooks();
  }
  for (const fund of world.funds) {
    fund.cash += fund.books.contributed - fund.books.paid;
    fund.books = fundBooks();
  }
  for (const prefecture of world.prefectures) {
    const { books: b } = prefecture;
    prefecture.privateCash += b.privateRepaid + b.privateInterest + b.bridgeCost - b.privateLent;
    prefecture.privateLoans += b.privateLent - b.privateRepaid - b.privateLost;
    prefecture.lastBooks = b;
    prefecture.books = prefectureBooks();
  }
  for (const block of world.blocks) {
    block.lastBooks = block.books;
    block.books = blockBooks();
  }
  world.fit = newFit();
  world.calls = noCalls();
  world.grantsNow = [];
  world.defaultsNow = [];
}
