/**
 * Every yuan moves through `post`. A kind of movement names who pays and who receives; institutions also keep each
 * movement on their own account. Enterprise phases post in yuan of simulated enterprises to the tally of a part;
 * `reduceTallies` scales the sums to real yuan, so order and number of parts cannot matter.
 */
export const SECTORS_OF_ACCOUNT = [
  'enterprises',
  'households',
  'outside',
  'lenders',
  'private',
  'guarantors',
  'reguarantor',
  'treasuries',
  'insurer',
  'funds',
] as const;
export type Account = (typeof SECTORS_OF_ACCOUNT)[number];

interface Movement {
  readonly id: string;
  readonly from: Account;
  readonly to: Account;
}
const movement = (id: string, from: Account, to: Account): Movement => ({ id, from, to });

/** Movements of money, the rows of the transaction-flow matrix. Append only: indices are stored in snapshots. */
export const MOVEMENTS = [
  movement('sales', 'outside', 'enterprises'),
  movement('costs', 'enterprises', 'outside'),
  movement('ownerDrawings', 'enterprises', 'households'),
  movement('startCapital', 'households', 'enterprises'),
  movement('estateToOwner', 'enterprises', 'households'),
  movement('unpaidPayables', 'outside', 'enterprises'),
  movement('damage', 'enterprises', 'outside'),
  movement('workingCapitalBought', 'enterprises', 'outside'),
  movement('workingCapitalSold', 'outside', 'enterprises'),
  movement('lent', 'lenders', 'enterprises'),
  movement('repaid', 'enterprises', 'lenders'),
  movement('interest', 'enterprises', 'lenders'),
  movement('recovered', 'outside', 'lenders'),
  movement('bridgeCost', 'enterprises', 'private'),
  movement('privateLent', 'private', 'enterprises'),
  movement('privateRepaid', 'enterprises', 'private'),
  movement('privateInterest', 'enterprises', 'private'),
  movement('guaranteeFee', 'enterprises', 'guarantors'),
  movement('payout', 'guarantors', 'lenders'),
  movement('reguarantee', 'reguarantor', 'guarantors'),
  movement('claimsRecovered', 'outside', 'guarantors'),
  movement('compensation', 'treasuries', 'guarantors'),
  movement('capitalInjection', 'treasuries', 'guarantors'),
  movement('guarantorCost', 'guarantors', 'outside'),
  movement('guarantorEarnings', 'outside', 'guarantors'),
  movement('interestSubsidy', 'treasuries', 'enterprises'),
  movement('budget', 'outside', 'treasuries'),
  movement('premium', 'enterprises', 'insurer'),
  movement('insurancePayout', 'insurer', 'enterprises'),
  movement('lenderCost', 'lenders', 'outside'),
  movement('fundingCost', 'lenders', 'households'),
  movement('fundsRaised', 'households', 'lenders'),
  movement('dividends', 'lenders', 'households'),
  movement('foundingCapital', 'households', 'lenders'),
  movement('tiedFee', 'enterprises', 'lenders'),
  movement('platformFee', 'lenders', 'lenders'),
  movement('equityInvested', 'outside', 'enterprises'),
  movement('capitalRaised', 'households', 'lenders'),
  movement('loanInsurancePremium', 'enterprises', 'insurer'),
  movement('loanInsurancePayout', 'insurer', 'lenders'),
  movement('fundPayout', 'funds', 'lenders'),
  movement('fundEndowment', 'treasuries', 'funds'),
  movement('parkEndowment', 'outside', 'funds'),
  movement('parkContribution', 'enterprises', 'funds'),
  movement('technologyGuarantee', 'reguarantor', 'lenders'),
  movement('exportPayout', 'insurer', 'enterprises'),
  movement('greenFacility', 'outside', 'lenders'),
  movement('counterGuarantee', 'households', 'guarantors'),
] as const;

type MovementId = (typeof MOVEMENTS)[number]['id'];
const indices = <T extends string>(ids: readonly T[]) =>
  Object.fromEntries(ids.map((id, k) => [id, k])) as { readonly [K in T]: number };

/** Index of each movement in a tally's `flows`. */
export const FLOW = indices(MOVEMENTS.map((one) => one.id) as MovementId[]);

/** Entries a lender keeps on its own account, besides levels counted afresh each month. */
export const LENDER_ENTRIES = [
  'lent', 'repaid', 'interest', 'recovered', 'payout', 'writtenOff', 'newDefaults', 'applications', 'asked',
  'approved', 'checkCost', 'nonPerforming', 'overdue', 'tiedFee', 'feePaid', 'feeEarned', 'refinanced', 'idle',
  'lentAtRenewal',
] as const; // biome-ignore format: one line a topic
export const LENDER_ENTRY = indices(LENDER_ENTRIES);

/** Entries of a guarantor. `written` and `released` move what is outstanding, `liabilityIn` and `liabilityOut` its part. */
export const GUARANTOR_ENTRIES = [
  'written', 'released', 'liabilityIn', 'liabilityOut', 'fee', 'payout', 'called', 'reguaranteed', 'requests', 'refusedInfo', 'compensation', 'injected', 'reviewCost', 'ownLooks', 'compensationDue', 'counterGuaranteed', 'ceded',
  'pending',
] as const; // biome-ignore format: one line a topic
export const GUARANTOR_ENTRY = indices(GUARANTOR_ENTRIES);

/** Entries of a sector in a prefecture, whose members trade with each other; the last three are why owners do not ask. */
export const BLOCK_ENTRIES = [
  'unpaid', 'sales', 'asked', 'granted', 'fearedRefusal', 'tooCumbersome', 'unaware',
] as const; // biome-ignore format: one line a topic
export const BLOCK_ENTRY = indices(BLOCK_ENTRIES);

/** Entries of a prefecture: its treasury and its private lenders. */
export const PREFECTURE_ENTRIES = [
  'subsidy', 'privateLent', 'privateRepaid', 'privateInterest', 'privateLost', 'bridgeCost', 'insurancePayout', 'premium', 'subsidyClaimed', 'endowed',
] as const; // biome-ignore format: one line a topic
export const PREFECTURE_ENTRY = indices(PREFECTURE_ENTRIES);

/** Entries of a risk fund: what lenders asked of it, what it paid and what its members put in. */
export const FUND_ENTRIES = ['called', 'paid', 'contributed'] as const;
export const FUND_ENTRY = indices(FUND_ENTRIES);

/**
 * What is asked in a month of those who stand last: of the re-guarantor, by guarantors and for technology loans; of
 * insurers, for floods and foreign buyers, and for loans.
 */
export const CALLS = ['reguarantor', 'interruption', 'insuredLoans'] as const;
export const CALL = indices(CALLS);

/** Sums for the lenders' yearly fit of default on the index, by record group. */
export const FIT_ENTRIES = ['borrowers', 'index', 'indexSquared', 'defaults', 'defaultIndex'] as const;
export const FIT_ENTRY = indices(FIT_ENTRIES);

/** One set of sums over whole numbers. */
export interface Tally {
  readonly flows: Float64Array;
  readonly lenders: Float64Array;
  readonly guarantors: Float64Array;
  readonly blocks: Float64Array;
  readonly prefectures: Float64Array;
  readonly funds: Float64Array;
  readonly calls: Float64Array;
  readonly fit: Float64Array;
  /** Loans granted this month by lender class and PD bin. */
  readonly granted: Float64Array;
  /** Defaults by months since the loan was granted (0 to 12), lender class and PD bin. */
  readonly defaulted: Float64Array;
}

/** Moves `amount` yuan along a movement. */
export function post(tally: Tally, flow: number, amount: number): void {
  tally.flows[flow] += amount;
}

/** Moves `amount` along a movement that a lender also books as `entry`. */
export function postLender(tally: Tally, flow: number, lender: number, entry: number, amount: number): void {
  tally.flows[flow] += amount;
  tally.lenders[lender * LENDER_ENTRIES.length + entry] += amount;
}

/** Moves `amount` along a movement that a guarantor also books as `entry`. */
export function postGuarantor(
  tally: Tally,
  flow: number,
  guarantor: number,
  entry: number,
  amount: number,
): void {
  tally.flows[flow] += amount;
  tally.guarantors[guarantor * GUARANTOR_ENTRIES.length + entry] += amount;
}

/** Moves `amount` along a movement that a prefecture also books as `entry`. */
export function postPrefecture(
  tally: Tally,
  flow: number,
  prefecture: number,
  entry: number,
  amount: number,
): void {
  tally.flows[flow] += amount;
  tally.prefectures[prefecture * PREFECTURE_ENTRIES.length + entry] += amount;
}

/** Notes a number on a lender's account that moves no money between sectors (a write-off, a count). */
export function noteLender(tally: Tally, lender: number, entry: number, amount: number): void {
  tally.lenders[lender * LENDER_ENTRIES.length + entry] += amount;
}

/** Notes a number on a guarantor's account that moves no money. */
export function noteGuarantor(tally: Tally, guarantor: number, entry: number, amount: number): void {
  tally.guarantors[guarantor * GUARANTOR_ENTRIES.length + entry] += amount;
}

/** Notes a number on a risk fund's account. */
export function noteFund(tally: Tally, fund: number, entry: number, amount: number): void {
  tally.funds[fund * FUND_ENTRIES.length + entry] += amount;
}

/** Notes what is asked of the re-guarantor or of insurers. */
export function noteCall(tally: Tally, call: number, amount: number): void {
  tally.calls[call] += amount;
}
