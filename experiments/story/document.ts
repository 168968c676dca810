/** The shape of `headwater/story@1`. Money in yuan of one enterprise, rates and probabilities as fractions. */
import type { Resolved } from '../../scenarios/index.ts';
import type { REASONS, Scale, Text } from '../../sim/index.ts';
import type { Receipt } from '../receipt.ts';
import type { DATA_STATES } from './codes.ts';

/** What an enterprise is born with and keeps. */
export interface Person {
  readonly id: number;
  readonly founded: string;
  readonly prefecture: string;
  readonly setting: string;
  readonly sector: string;
  readonly size: string;
  /** Owns something a bank takes as security. */
  readonly collateral: boolean;
  /** Leaves traces on a commercial platform, which digital lenders read. */
  readonly platformTraces: boolean;
  /** Knows a private lender. */
  readonly privateReach: boolean;
  readonly floodplain: boolean;
}

/** One formal loan at a month's end. */
export interface Debt {
  readonly lender: string;
  readonly lenderClass: string;
  readonly amount: number;
  readonly rate: number;
  readonly monthsLeft: number;
  /** Months since the first missed payment; 3 is the month of default. */
  readonly arrears: number;
  readonly secured: boolean;
  readonly guarantor: string | null;
  /** Part of a loss the guarantee side bears. */
  readonly covered: number;
}

/** An enterprise at a month's end. */
export interface State {
  /** `estate`: closed, with loans still to be settled. */
  readonly status: 'active' | 'estate' | 'closed';
  readonly ageMonths: number;
  /** Normal sales of a month. */
  readonly sales: number;
  readonly cash: number;
  readonly workingCapital: number;
  readonly debts: readonly Debt[];
  readonly privateDebt: {
    readonly amount: number;
    readonly rate: number;
    readonly arrears: number;
  } | null;
  /** Public data a lender can use today. */
  readonly data: (typeof DATA_STATES)[number];
  /** Months of credit history. */
  readonly creditMonths: number;
  /** A loan of it was written off. */
  readonly badRecord: boolean;
  /** Chance of approval its owner expects. */
  readonly expectedChance: number;
}

export type Reason = (typeof REASONS)[number];

/** One test of a lender: `value` must not pass `limit`. */
export interface Rule {
  /**
   * `bad-loan` = PD x (loss given default x own share + what a bad loan costs besides); `rate` = the rate at which the
   * lender breaks even; `price` = what the loan costs its owner a year, held against what it brings.
   */
  readonly rule: 'bad-loan' | 'rate' | 'price';
  readonly value: number;
  readonly limit: number;
  readonly holds: boolean;
}

/** What a lender saw and reckoned. */
export interface Reading {
  readonly amount: number;
  readonly pd: number;
  /** The lender's cut-off this month; the limits of the rules follow from it. */
  readonly cutoff: number;
  readonly rate: number;
  /** Part of a loss a guarantee would have borne; 0 without. */
  readonly covered: number;
  readonly secured: boolean;
  readonly rules: readonly Rule[];
}

/** What a guarantor said to a bank's request. */
export interface Review {
  readonly guarantor: string | null;
  readonly covered: number;
  readonly outcome:
    | 'accepted'
    | 'no-information'
    | 'no-counter-guarantee'
    | 'too-risky'
    | 'full'
    | 'suspended'
    | 'none-here';
  /** Somebody or something stands good to the guarantor. */
  readonly counterGuaranteed: boolean;
  /** Highest PD it accepts. */
  readonly cutoff: number;
  /** What it may still write this month, in the money of simulated enterprises: real yuan over the scale. */
  readonly room: number;
}

/** Place in a lender's queue of simulated enterprises; amounts in their money: real yuan over the scale. */
export interface Queue {
  readonly rank: number;
  readonly of: number;
  readonly served: number;
  readonly room: number;
  readonly asked: number;
}

/** Asked, or kept from it by the expected refusal, by the trouble, or by not knowing how. */
export type Deterrent = 'none' | 'refusal' | 'trouble' | 'unaware';

/** Whose officer called from door to door: of a bank's outlet, of a relationship bank, or nobody's. */
export type Caller = 'none' | 'outlet' | 'relationship';

/** What an owner expects of asking, yuan: it asks when `gain` is positive. */
export interface Asking {
  readonly caller: Caller;
  readonly chance: number;
  readonly worth: number;
  readonly rate: number;
  readonly cost: number;
  readonly fear: number;
  readonly gain: number;
  /** Why an owner who wanted credit did not ask. */
  readonly deterred: Deterrent;
}

/** A wish for credit and what became of it. */
export interface Credit {
  readonly kind: 'credit';
  /** Null where the wish is known and no more: one in sixteen of those who do not ask is read at fine scales. */
  readonly wanted: number | null;
  /** A bank called from the first-loan list. */
  readonly contacted: boolean;
  /** A team of the coordination mechanism came. */
  readonly visited: boolean;
  readonly asked: boolean;
  readonly asking: Asking | null;
  readonly lender: string | null;
  readonly lenderClass: string | null;
  /** It has never had a formal loan. */
  readonly first: boolean;
  readonly days: number | null;
  /** The money came only after what it had to pay that month. */
  readonly late: boolean;
  readonly outcome: 'granted' | 'declined' | 'refused' | 'would-be-granted' | 'would-be-refused' | 'unknown';
  readonly reason: Reason;
  readonly reading: Reading | null;
  readonly review: Review | null;
  readonly queue: Queue | null;
  readonly granted: number | null;
  readonly rate: number | null;
}

/** What became of a loan that fell due. */
export interface Maturity {
  readonly kind: 'matured';
  readonly lender: string;
  readonly lenderClass: string;
  readonly amount: number;
  readonly outcome:
    | 'renewed'
    | 'moved'
    | 'deferred'
    | 'cover-asked'
    | 'repaid'
    | 'called-unpaid'
    | 'interest-unpaid';
  /**
   * Who or what ended it, or that its guarantor leaves and the lender goes on alone; null for a loan that goes on as it was,
   * and where not even the interest was paid.
   */
  readonly why: 'guarantor-suspended' | 'owner' | 'bridge' | 'lender' | 'cover-lapsed' | null;
  /** Balance after it. */
  readonly left: number;
  readonly rate: number;
}

/** The answer to a bank that wants cover for a loan it would otherwise end. */
export interface CoverAnswer extends OfLoan<'cover-answered'> {
  /** PD the bank read. */
  readonly pd: number;
  /** Null where the bank, having read its client again, did not ask after all. */
  readonly review: Review | null;
}

interface OfLoan<Kind extends string> {
  readonly kind: Kind;
  readonly lender: string;
  readonly lenderClass: string;
  readonly amount: number;
}

export type Happening =
  | { readonly kind: 'entered' }
  | { readonly kind: 'flooded'; readonly compensated: boolean }
  | Credit
  | Maturity
  | CoverAnswer
  | OfLoan<'missed'>
  | OfLoan<'caught-up'>
  | OfLoan<'defaulted'>
  | (OfLoan<'guarantor-paid'> & { readonly guarantor: string })
  | OfLoan<'recovered'>
  | OfLoan<'written-off'>
  | { readonly kind: 'borrowed-privately'; readonly amount: number; readonly rate: number }
  | { readonly kind: 'private-missed'; readonly arrears: number }
  | { readonly kind: 'private-repaid' }
  | { readonly kind: 'subsidised'; readonly amount: number }
  | {
      readonly kind: 'closed';
      readonly cause: 'no-means' | 'other';
      /** Formal debt left in the estate. */
      readonly owed: number;
    };

/** One month of one enterprise: what happened, and the state at its end. The first month has a state only. */
export interface StoryMonth {
  readonly month: string;
  readonly happenings: readonly Happening[];
  readonly state: State;
}

/** How many enterprises a kind of story stands for; shares overlap. */
export interface Standing {
  /** Real enterprises to which it happened from 2026-01 on. */
  readonly enterprises: number;
  /** Of all that were active at some month's end from 2025-12 on. */
  readonly share: number;
}

/** A kind of story, and what it stands for in each world. */
export interface StoryKind {
  readonly id: string;
  readonly title: Text;
  readonly a: Standing;
  readonly b?: Standing;
}

/** One enterprise in one world, or in two. */
export interface Story {
  readonly kind?: StoryKind;
  /** Absent where nobody was of that kind. */
  readonly enterprise?: Person;
  /** Months in which it is on the books. */
  readonly a: readonly StoryMonth[];
  readonly b?: readonly StoryMonth[];
  /** Months that differ between the two worlds in any number. */
  readonly differs?: readonly string[];
  /** Of these, months in which something else happened: another wish, lender, answer, reason, ending. */
  readonly turns?: readonly string[];
}

type Scenario = Resolved['scenario'];

/** The document of the command `story`. */
export interface StoryDocument {
  readonly schema: 'headwater/story@1';
  readonly scenarios: { readonly a: Scenario; readonly b?: Scenario };
  readonly province: string;
  readonly scale: Scale;
  readonly seed: string;
  readonly months: readonly string[];
  readonly stories: readonly Story[];
  readonly receipt: { readonly a: Receipt; readonly b?: Receipt };
}
