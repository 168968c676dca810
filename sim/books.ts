/** Closing the books: movements since the last close become balances, and a copy stays for the record. */
import {
  FUND_ENTRIES,
  FUND_ENTRY,
  GUARANTOR_ENTRIES,
  GUARANTOR_ENTRY,
  LENDER_ENTRIES,
  LENDER_ENTRY,
  MOVEMENTS,
  PREFECTURE_ENTRIES,
  PREFECTURE_ENTRY,
  SECTORS_OF_ACCOUNT,
  type Tally,
} from './ledger.ts';
import type { World } from './world.ts';

const TALLY_PARTS = [
  'flows',
  'lenders',
  'guarantors',
  'blocks',
  'prefectures',
  'funds',
  'calls',
  'fit',
  'granted',
  'defaulted',
] as const;

/** Adds every part's sums, in real yuan, to the open books. Whole numbers: order does not matter. */
export function reduceTallies(world: World): void {
  const { tallies, open, input } = world;
  for (let k = 0; k < tallies.length; k++)
    for (let part = 0; part < TALLY_PARTS.length; part++)
      drain(tallies[k][TALLY_PARTS[part]], open[TALLY_PARTS[part]], input.scale);
}

/** Adds sums to totals, `scale` times, and leaves them empty. */
function drain(sums: Float64Array, totals: Float64Array, scale: number): void {
  for (let k = 0; k < sums.length; k++)
    if (sums[k] !== 0) {
      totals[k] += sums[k] * scale;
      sums[k] = 0;
    }
}

const emptyTally = (tally: Tally): void => {
  for (const part of TALLY_PARTS) tally[part].fill(0);
};

/** Accounts a movement leaves and reaches. */
const FROM = MOVEMENTS.map((one) => SECTORS_OF_ACCOUNT.indexOf(one.from));
const TO = MOVEMENTS.map((one) => SECTORS_OF_ACCOUNT.indexOf(one.to));

/** Balance of every account of the ledger now, open movements included. */
export function balances({ province, open }: World): Float64Array {
  const sums = Float64Array.from(province.accounts);
  for (let k = 0; k < FROM.length; k++) {
    sums[FROM[k]] -= open.flows[k];
    sums[TO[k]] += open.flows[k];
  }
  return sums;
}

/** Change of a lender's till from its open entries. */
export function lenderTill(world: World, lender: number): number {
  const e = (name: number) => world.open.lenders[lender * LENDER_ENTRIES.length + name];
  return (
    e(LENDER_ENTRY.repaid) +
    e(LENDER_ENTRY.interest) +
    e(LENDER_ENTRY.recovered) +
    e(LENDER_ENTRY.payout) +
    e(LENDER_ENTRY.tiedFee) +
    e(LENDER_ENTRY.feeEarned) -
    e(LENDER_ENTRY.feePaid) -
    e(LENDER_ENTRY.lent)
  );
}

/** Change of a lender's loan book from its open entries. */
export function lenderBook(world: World, lender: number): number {
  const e = (name: number) => world.open.lenders[lender * LENDER_ENTRIES.length + name];
  return (
    e(LENDER_ENTRY.lent) -
    e(LENDER_ENTRY.repaid) -
    e(LENDER_ENTRY.recovered) -
    e(LENDER_ENTRY.payout) -
    e(LENDER_ENTRY.writtenOff)
  );
}

/** Change of a guarantor's till, what it has outstanding, and its part of it. */
export function guarantorChange(
  world: World,
  guarantor: number,
): { till: number; outstanding: number; liability: number } {
  const e = (name: number) => world.open.guarantors[guarantor * GUARANTOR_ENTRIES.length + name];
  return {
    till:
      e(GUARANTOR_ENTRY.fee) -
      e(GUARANTOR_ENTRY.payout) +
      e(GUARANTOR_ENTRY.reguaranteed) -
      e(GUARANTOR_ENTRY.reviewCost),
    outstanding: e(GUARANTOR_ENTRY.written) - e(GUARANTOR_ENTRY.released),
    liability: e(GUARANTOR_ENTRY.liabilityIn) - e(GUARANTOR_ENTRY.liabilityOut),
  };
}

/** Change of a prefecture's private lenders: their till and their loans. */
export function privateChange(world: World, prefecture: number): { till: number; loans: number } {
  const e = (name: number) => world.open.prefectures[prefecture * PREFECTURE_ENTRIES.length + name];
  return {
    till:
      e(PREFECTURE_ENTRY.privateRepaid) +
      e(PREFECTURE_ENTRY.privateInterest) +
      e(PREFECTURE_ENTRY.bridgeCost) -
      e(PREFECTURE_ENTRY.privateLent),
    loans:
      e(PREFECTURE_ENTRY.privateLent) - e(PREFECTURE_ENTRY.privateRepaid) - e(PREFECTURE_ENTRY.privateLost),
  };
}

/** Change of a risk fund's till from its open entries. */
export function fundTill(world: World, fund: number): number {
  const e = (name: number) => world.open.funds[fund * FUND_ENTRIES.length + name];
  return e(FUND_ENTRY.contributed) - e(FUND_ENTRY.paid);
}

/** Moves the open books into the balances and keeps them as last month's books. */
export function closeBooks(world: World): void {
  const { province, lenders, guarantors, funds, open, closed, shape } = world;
  province.accounts.set(balances(world));
  for (let l = 0; l < shape.licensed; l++) {
    lenders.cash[l] += lenderTill(world, l);
    lenders.loans[l] += lenderBook(world, l);
  }
  for (let g = 0; g < shape.guarantors; g++) {
    const change = guarantorChange(world, g);
    guarantors.cash[g] += change.till;
    guarantors.outstanding[g] += change.outstanding;
    guarantors.liability[g] += change.liability;
  }
  for (let k = 0; k < shape.funds; k++) funds.cash[k] += fundTill(world, k);
  for (let k = 0; k < shape.prefectures; k++) {
    const change = privateChange(world, k);
    province.privateCash[k] += change.till;
    province.privateLoans[k] += change.loans;
  }
  for (const part of TALLY_PARTS) closed[part].set(open[part]);
  emptyTally(open);
}
