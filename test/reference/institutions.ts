/** Lenders, guarantors, prefectures and blocks as objects, each with the entries of the open month. */
import {
  type GuarantorInput,
  LENDER_CLASSES,
  type LenderInput,
  type ProvinceInput,
} from '../../sim/input.ts';
import { blockBooks, fundBooks, guarantorBooks, lenderBooks, prefectureBooks } from './books.ts';
import type { Batch } from './claims.ts';

/** A licensed lender; real yuan. */
export interface Lender {
  readonly index: number;
  /** Place of its class in `LENDER_CLASSES`. */
  readonly class: number;
  readonly prefecture: number;
  readonly weight: number;
  readonly agreement: boolean;
  cash: number;
  funding: number;
  loans: number;
  nonPerforming: number;
  provisions: number;
  growthRoom: number;
  roomThisMonth: number;
  cutoff: number;
  founded: number;
  /** Yearly growth of the book, remembered over about a year. */
  pace: number;
  /** Loans granted against cheaper funds and still outstanding. */
  refinanced: number;
  /** Officers of a relationship bank, and the part of the usual effort they have for a file. */
  officers: number;
  attention: number;
  /** Months with less capital than a licence asks for, whether it is gone, and months of joining platforms. */
  weak: number;
  unlicensed: boolean;
  joined: number;
  books: ReturnType<typeof lenderBooks>;
  lastBooks: ReturnType<typeof lenderBooks>;
}

/** A government guarantor; real yuan. */
export interface Guarantor {
  readonly index: number;
  readonly prefecture: number;
  readonly arrivalFactor: number;
  cash: number;
  outstanding: number;
  liability: number;
  receivable: number;
  claims: number;
  netAssets: number;
  paidIn: number;
  roomThisMonth: number;
  payoutRate: number;
  /** Claims incurred over liability, and its own part of loans in default it has not been called for. */
  claimRate: number;
  pending: number;
  /** Part of what treasuries had to pay that they paid, and part of its calls that it paid, as remembered. */
  refund: number;
  trust: number;
  /** Losses by payouts since January that may be claimed on, and claims this year's budget of its county is still good for. */
  claimable: number;
  reach: number;
  suspended: boolean;
  /** Payouts before the court, those that wait for it, claims on the treasury, and what counter-guarantors owe. */
  readonly inCourt: Batch[];
  readonly waiting: Batch[];
  readonly owed: Batch[];
  readonly counterGuaranteed: Batch[];
  /** Part of this month's calls it can pay. */
  means: number;
  books: ReturnType<typeof guarantorBooks>;
  lastBooks: ReturnType<typeof guarantorBooks>;
}

/** A prefecture's treasury and its private lenders; real yuan. */
export interface Prefecture {
  readonly index: number;
  readonly core: 0 | 1;
  readonly periphery: boolean;
  treasurySpent: number;
  /** How far the dashboard has moved the compensation rate. */
  tilt: number;
  /** How far it has moved the part of the fund. */
  fundTilt: number;
  /** Interest subsidies it may still pay this year, those claimed last month, and the part of claims it has been paying. */
  subsidyLeft: number;
  subsidyClaimed: number;
  subsidyPaidShare: number;
  privateCash: number;
  privateLoans: number;
  books: ReturnType<typeof prefectureBooks>;
  lastBooks: ReturnType<typeof prefectureBooks>;
}

/** A fund that bears part of lenders' losses as far as its money goes; real yuan. */
export interface Fund {
  readonly index: number;
  cash: number;
  /** Part of what lenders asked for that it paid, as they remember it; and this month's. */
  trust: number;
  means: number;
  /** What founders put in. */
  founded: number;
  books: ReturnType<typeof fundBooks>;
}

/** A sector in a prefecture. */
export interface Block {
  readonly index: number;
  demand: number;
  unpaid: number;
  lossRate: number;
  approval: number;
  books: ReturnType<typeof blockBooks>;
  lastBooks: ReturnType<typeof blockBooks>;
}

export const newLender = (one: LenderInput, index: number, cutoff: readonly number[]): Lender => ({
  index,
  class: LENDER_CLASSES.indexOf(one.class),
  prefecture: one.prefecture,
  weight: one.weight,
  agreement: one.agreement === 1,
  cash: 0,
  funding: 0,
  loans: 0,
  nonPerforming: 0,
  provisions: 0,
  growthRoom: 0,
  roomThisMonth: 0,
  cutoff: cutoff[LENDER_CLASSES.indexOf(one.class)],
  founded: 0,
  pace: 0,
  refinanced: 0,
  officers: 0,
  attention: 1,
  weak: 0,
  unlicensed: false,
  joined: 0,
  books: lenderBooks(),
  lastBooks: lenderBooks(),
});

export const newGuarantor = (
  one: GuarantorInput,
  index: number,
  arrival: number,
  left: number,
): Guarantor => ({
  index,
  prefecture: one.prefecture,
  arrivalFactor: one.arrivalFactor,
  cash: Math.floor(one.netAssets * left + 0.5),
  outstanding: 0,
  liability: 0,
  receivable: 0,
  claims: 0,
  netAssets: Math.floor(one.netAssets * left + 0.5),
  paidIn: Math.floor(one.netAssets + 0.5),
  roomThisMonth: 0,
  payoutRate: 0,
  claimRate: 0,
  pending: 0,
  refund: Math.min(1, arrival * one.arrivalFactor),
  trust: 1,
  claimable: 0,
  reach: 0,
  inCourt: [],
  waiting: [],
  owed: [],
  counterGuaranteed: [],
  suspended: false,
  means: 1,
  books: guarantorBooks(),
  lastBooks: guarantorBooks(),
});

export const newPrefecture = (
  { core, periphery }: ProvinceInput['prefectures'][number],
  index: number,
): Prefecture => ({
  index,
  core,
  periphery: periphery === 1,
  treasurySpent: 0,
  tilt: 0,
  fundTilt: 0,
  subsidyLeft: 0,
  subsidyClaimed: 0,
  subsidyPaidShare: 1,
  privateCash: 1e11,
  privateLoans: 0,
  books: prefectureBooks(),
  lastBooks: prefectureBooks(),
});

export const newFund = (cash: number, index: number): Fund => ({
  index,
  cash,
  trust: 1,
  means: 1,
  founded: 0,
  books: fundBooks(),
});

export const newBlock = (index: number): Block => ({
  index,
  demand: 0,
  unpaid: 0,
  lossRate: 0,
  approval: 0.5,
  books: blockBooks(),
  lastBooks: blockBooks(),
});

/** The lenders of a province; where it has no relationship banks, one a prefecture waits to be founded. */
export function lendersOf({ lenders, prefectures }: ProvinceInput): LenderInput[] {
  const all = [...lenders];
  if (lenders.every((one) => one.class !== 'relationship'))
    prefectures.forEach(({ code }, prefecture) => {
      all.push({ id: `relationship-${code}`, class: 'relationship', prefecture, weight: 1, agreement: 0 });
    });
  return all;
}

export const isOf = (lender: Lender, name: (typeof LENDER_CLASSES)[number]): boolean =>
  LENDER_CLASSES[lender.class] === name;

/** Non-performing loans over loans. */
export const badRatio = ({ loans, nonPerforming }: Lender): number => (loans > 0 ? nonPerforming / loans : 0);
