/** The accounting laws: what contracts and columns hold must equal what the ledger says, to the yuan, at any moment. */
import { STATUS } from './agents/enterprises.ts';
import { shareOf } from './arithmetic.ts';
import { balances, fundTill, guarantorChange, lenderBook, lenderTill, privateChange } from './books.ts';
import { partStart } from './clearing.ts';
import { DECISION } from './contracts/applications.ts';
import { sumFrom } from './contracts/claims.ts';
import { NO_LENDER } from './contracts/loans.ts';
import {
  GUARANTOR_ENTRIES,
  GUARANTOR_ENTRY,
  LENDER_ENTRIES,
  LENDER_ENTRY,
  SECTORS_OF_ACCOUNT,
} from './ledger.ts';
import type { World } from './world.ts';

export interface Breach {
  /** Account or limit that is broken, in words. */
  readonly account: string;
  /** What the columns hold less what the ledger says, yuan. */
  readonly residual: number;
}

export interface Audit {
  readonly checks: number;
  readonly maxResidual: number;
  readonly breaches: readonly Breach[];
}

/** What enterprises and contracts hold, by whom it is owed, in real yuan. */
interface Holdings {
  readonly cash: number;
  readonly loans: Float64Array;
  readonly outstanding: Float64Array;
  readonly liability: Float64Array;
  readonly privateLoans: Float64Array;
}

function holdings(world: World): Holdings {
  const { enterprises: e, loans, second, shape, atlas, input } = world;
  const sums = {
    cash: 0,
    loans: new Float64Array(shape.licensed),
    outstanding: new Float64Array(shape.guarantors),
    liability: new Float64Array(shape.guarantors),
    privateLoans: new Float64Array(shape.prefectures),
  };
  for (let i = 0; i < shape.capacity; i++) {
    if (e.status[i] === STATUS.empty) continue;
    sums.cash += e.cash[i] * input.scale;
    sums.privateLoans[atlas.prefecture[e.cell[i]]] += e.privateDebt[i] * input.scale;
    for (const row of [i, second[i]]) {
      if (loans.lender[row] === NO_LENDER) continue;
      sums.loans[loans.lender[row]] += loans.principal[row] * input.scale;
      const g = loans.guarantor[row] - 1;
      if (g < 0) continue;
      sums.outstanding[g] += loans.principal[row] * input.scale;
      sums.liability[g] += shareOf(loans.principal[row], loans.covered[row]) * input.scale;
    }
  }
  return sums;
}

/** Checks every account now: sectors, each lender, guarantor and prefecture, and the sum of all money. */
export function auditLedger(world: World): Audit {
  const { lenders, guarantors, funds, province, shape, input } = world;
  const held = holdings(world);
  const balance = balances(world);
  const of = (name: (typeof SECTORS_OF_ACCOUNT)[number]) => balance[SECTORS_OF_ACCOUNT.indexOf(name)];
  const breaches: Breach[] = [];
  let checks = 0;
  let maxResidual = 0;
  const check = (account: string, residual: number) => {
    checks++;
    maxResidual = Math.max(maxResidual, Math.abs(residual));
    if (residual !== 0) breaches.push({ account, residual });
  };
  check(
    'money of all accounts',
    balance.reduce((sum, yuan) => sum + yuan, 0),
  );
  check('enterprises, liquidity', held.cash - of('enterprises'));
  let tills = 0;
  for (let l = 0; l < shape.licensed; l++) {
    tills += lenders.cash[l] + lenderTill(world, l);
    check(
      `lender ${input.province.lenders[l].id}, loans`,
      held.loans[l] - lenders.loans[l] - lenderBook(world, l),
    );
  }
  check('lenders, tills', tills - of('lenders'));
  let guarantorTills = 0;
  for (let g = 0; g < shape.guarantors; g++) {
    const change = guarantorChange(world, g);
    guarantorTills += guarantors.cash[g] + change.till;
    const id = input.province.guarantors[g].id;
    check(
      `guarantor ${id}, outstanding`,
      held.outstanding[g] - guarantors.outstanding[g] - change.outstanding,
    );
    check(
      `guarantor ${id}, claims on the treasury`,
      sumFrom(world.claims.owed, g, 0) - guarantors.receivable[g],
    );
    check(`guarantor ${id}, payouts in court`, sumFrom(world.claims.inCourt, g, 0) - guarantors.claims[g]);
    check(`guarantor ${id}, liability`, held.liability[g] - guarantors.liability[g] - change.liability);
  }
  check('guarantors, tills', guarantorTills - of('guarantors'));
  let fundTills = 0;
  for (let k = 0; k < shape.funds; k++) fundTills += funds.cash[k] + fundTill(world, k);
  check('risk funds, tills', fundTills - of('funds'));
  let privateTills = 0;
  for (let k = 0; k < shape.prefectures; k++) {
    const change = privateChange(world, k);
    privateTills += province.privateCash[k] + change.till;
    check(
      `private lenders of ${input.province.prefectures[k].code}, loans`,
      held.privateLoans[k] - province.privateLoans[k] - change.loans,
    );
  }
  check('private lenders, tills', privateTills - of('private'));
  return {
    checks,
    maxResidual: Number.isNaN(maxResidual) ? Number.POSITIVE_INFINITY : maxResidual,
    breaches,
  };
}

/** Checks what no ledger sees: not a number, negative stocks that cannot be negative, limits passed. */
export function auditLimits(world: World): readonly Breach[] {
  const { enterprises: e, loans, second, guarantors, funds, shape, input, open, guarantorRoom } = world;
  const breaches: Breach[] = [];
  const check = (account: string, broken: boolean, residual: number) => {
    if (broken) breaches.push({ account, residual });
  };
  for (let i = 0; i < shape.capacity; i++) {
    if (e.status[i] === STATUS.empty) continue;
    const name = `enterprise ${e.id[i]}`;
    check(`${name}, liquidity is a whole number`, !Number.isInteger(e.cash[i]), e.cash[i]);
    check(`${name}, working capital`, !(e.capital[i] >= 0), e.capital[i]);
    check(`${name}, private debt`, !(e.privateDebt[i] >= 0), e.privateDebt[i]);
    check(`${name}, shock`, Number.isNaN(e.shock[i]) || Number.isNaN(e.belief[i]), e.shock[i]);
    for (const row of [i, second[i]])
      if (loans.lender[row] !== NO_LENDER)
        check(
          `${name}, loan`,
          !(loans.principal[row] > 0) || !(loans.rate[row] > 0 && loans.rate[row] < 1),
          loans.principal[row],
        );
  }
  for (let l = 0; l < shape.licensed; l++) lenderLimits(world, l, check);
  /** What is written this month, before the books close; the last loan a guarantor takes may pass its room by part of itself. */
  const onePast = input.scale * input.province.parameters['guarantee.maxLoan'][0];
  for (let g = 0; g < shape.guarantors; g++) {
    const id = input.province.guarantors[g].id;
    check(`guarantor ${id}, till`, Number.isNaN(guarantors.cash[g]), guarantors.cash[g]);
    const written = open.guarantors[g * GUARANTOR_ENTRIES.length + GUARANTOR_ENTRY.written];
    const room = guarantorRoom[g];
    check(`guarantor ${id}, written beyond its room`, written > (room > 0 ? room + onePast : 0), written);
    check(`guarantor ${id}, outstanding`, !(guarantors.outstanding[g] >= 0), guarantors.outstanding[g]);
    check(
      `guarantor ${id}, claims`,
      !(guarantors.receivable[g] >= 0 && guarantors.claims[g] >= 0),
      guarantors.receivable[g],
    );
    check(`guarantor ${id}, budget for its claims`, !(guarantors.reach[g] >= 0), guarantors.reach[g]);
    const stoodGood = sumFrom(world.claims.counterGuaranteed, g, 0);
    check(
      `guarantor ${id}, counter-guarantees within payouts in court`,
      !(stoodGood >= 0 && stoodGood <= guarantors.claims[g]),
      stoodGood,
    );
  }
  for (let k = 0; k < shape.funds; k++) check(`risk fund ${k}, till`, !(funds.cash[k] >= 0), funds.cash[k]);
  for (const payer of ['reguarantor', 'insurer'] as const) {
    const held = balances(world)[SECTORS_OF_ACCOUNT.indexOf(payer)];
    check(`${payer}, money`, !(held >= 0), held);
  }
  return breaches;
}

type Check = (account: string, broken: boolean, residual: number) => void;

/** A lender's books are numbers, its room is no more than its capital carries, and new loans stay within that room. */
function lenderLimits(world: World, l: number, check: Check): void {
  const { lenders, input } = world;
  const name = `lender ${input.province.lenders[l].id}`;
  const room = Math.max(0, lenders.roomThisMonth[l]);
  const capital = lenders.cash[l] + lenders.loans[l] - lenders.funding[l] - lenders.provisions[l];
  const carried = capital / input.province.parameters['lend.capitalFloor'][lenders.class[l]];
  check(`${name}, loans`, !(lenders.loans[l] >= 0) || Number.isNaN(lenders.funding[l]), lenders.loans[l]);
  check(`${name}, room within its capital`, room > 0 && lenders.loans[l] + room > carried + 1, room);
  const over = newlyLent(world, l) - room;
  check(`${name}, new loans within its room`, over > 0, over);
}

/** Yuan of new loans this month, less the largest: the last one served may pass the room by a part of itself. */
function newlyLent({ open, applications: a, applied, input, shape, parts }: World, l: number): number {
  const entry = (of: number) => open.lenders[l * LENDER_ENTRIES.length + of];
  const lent = entry(LENDER_ENTRY.lent) - entry(LENDER_ENTRY.lentAtRenewal);
  let largest = 0;
  for (let part = 0; lent > 0 && part < parts; part++) {
    const from = partStart(shape.applications, part, parts);
    for (let row = from; row < from + applied[part]; row++)
      if (a.lender[row] === l && a.decision[row] === DECISION.disbursed)
        largest = Math.max(largest, a.amount[row]);
  }
  return lent - largest * input.scale;
}
