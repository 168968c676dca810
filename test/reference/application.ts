/** One application of a month. */
import type { Backer } from './backing.ts';
import type { Enterprise } from './enterprise.ts';
import type { Guarantor, Lender } from './institutions.ts';

export interface Application {
  readonly enterprise: Enterprise;
  /** Who reads, and who books: a platform may read what a bank books. */
  readonly reader: Lender;
  lender: Lender;
  readonly asked: number;
  /** Never borrowed before. */
  readonly novice: boolean;
  /** Of an owner who did not dare to ask: read to learn what would have happened, never lent to. */
  readonly shadow: boolean;
  amount: number;
  decision: 'refused' | 'quoted' | 'quotedIfGuaranteed' | 'disbursed';
  reason:
    | 'none'
    | 'noData'
    | 'tooRisky'
    | 'tooDear'
    | 'guarantorRefused'
    | 'guarantorFull'
    | 'lenderFull'
    | 'badRecord'
    | 'otherBank'
    | 'noPartner'
    | 'noCounterGuarantee'
    | 'declined';
  guarantor: Guarantor | null;
  /** Somebody stands good to the guarantor. */
  counterGuaranteed: boolean;
  /** Who would bear part of the loss of a loan without guarantee. */
  backer: Backer | null;
  /** In single precision: covered part, PD, rate, yuan of the check, days. */
  covered: number;
  pd: number;
  rate: number;
  cost: number;
  days: number;
  secured: boolean;
  score: number;
  /** The lender asks for cover, and would lend without it as well. */
  eitherWay: boolean;
}

export const newApplication = (
  enterprise: Enterprise,
  lender: Lender,
  amount: number,
  shadow: boolean,
): Application => ({
  enterprise,
  reader: lender,
  lender,
  asked: amount,
  novice: enterprise.vintage === 0,
  shadow,
  amount,
  decision: 'refused',
  reason: 'none',
  guarantor: null,
  counterGuaranteed: false,
  backer: null,
  covered: 0,
  pd: 0,
  rate: 0,
  cost: 0,
  days: 0,
  secured: false,
  score: 0,
  eitherWay: false,
});
