/** Double entry: every movement takes from one account what it gives to another. Real yuan. */
import type { SlowWorld } from './world.ts';

export type Account =
  | 'enterprises'
  | 'households'
  | 'outside'
  | 'lenders'
  | 'private'
  | 'guarantors'
  | 'reguarantor'
  | 'treasuries'
  | 'insurer'
  | 'funds';

/** Who pays and who receives. */
export const MOVEMENTS = {
  sales: ['outside', 'enterprises'],
  costs: ['enterprises', 'outside'],
  ownerDrawings: ['enterprises', 'households'],
  startCapital: ['households', 'enterprises'],
  estateToOwner: ['enterprises', 'households'],
  unpaidPayables: ['outside', 'enterprises'],
  damage: ['enterprises', 'outside'],
  workingCapitalBought: ['enterprises', 'outside'],
  workingCapitalSold: ['outside', 'enterprises'],
  lent: ['lenders', 'enterprises'],
  repaid: ['enterprises', 'lenders'],
  interest: ['enterprises', 'lenders'],
  recovered: ['outside', 'lenders'],
  bridgeCost: ['enterprises', 'private'],
  privateLent: ['private', 'enterprises'],
  privateRepaid: ['enterprises', 'private'],
  privateInterest: ['enterprises', 'private'],
  guaranteeFee: ['enterprises', 'guarantors'],
  payout: ['guarantors', 'lenders'],
  reguarantee: ['reguarantor', 'guarantors'],
  claimsRecovered: ['outside', 'guarantors'],
  compensation: ['treasuries', 'guarantors'],
  capitalInjection: ['treasuries', 'guarantors'],
  guarantorCost: ['guarantors', 'outside'],
  guarantorEarnings: ['outside', 'guarantors'],
  interestSubsidy: ['treasuries', 'enterprises'],
  budget: ['outside', 'treasuries'],
  premium: ['enterprises', 'insurer'],
  insurancePayout: ['insurer', 'enterprises'],
  lenderCost: ['lenders', 'outside'],
  fundingCost: ['lenders', 'households'],
  fundsRaised: ['households', 'lenders'],
  dividends: ['lenders', 'households'],
  foundingCapital: ['households', 'lenders'],
  tiedFee: ['enterprises', 'lenders'],
  platformFee: ['lenders', 'lenders'],
  equityInvested: ['outside', 'enterprises'],
  capitalRaised: ['households', 'lenders'],
  loanInsurancePremium: ['enterprises', 'insurer'],
  loanInsurancePayout: ['insurer', 'lenders'],
  fundPayout: ['funds', 'lenders'],
  fundEndowment: ['treasuries', 'funds'],
  parkEndowment: ['outside', 'funds'],
  parkContribution: ['enterprises', 'funds'],
  technologyGuarantee: ['reguarantor', 'lenders'],
  exportPayout: ['insurer', 'enterprises'],
  greenFacility: ['outside', 'lenders'],
  counterGuarantee: ['households', 'guarantors'],
} as const satisfies Record<string, readonly [Account, Account]>;

export type Movement = keyof typeof MOVEMENTS;

export interface Ledger {
  /** Balances when the books were last closed. */
  readonly accounts: Record<Account, number>;
  /** What has moved since, by kind. */
  journal: Record<Movement, number>;
}

const emptyJournal = (): Record<Movement, number> =>
  Object.fromEntries(Object.keys(MOVEMENTS).map((kind) => [kind, 0])) as Record<Movement, number>;

export const newLedger = (): Ledger => ({
  accounts: {
    enterprises: 0,
    households: 0,
    outside: 0,
    lenders: 0,
    private: 0,
    guarantors: 0,
    reguarantor: 0,
    treasuries: 0,
    insurer: 0,
    funds: 0,
  },
  journal: emptyJournal(),
});

/** Moves real yuan of an institution. */
export function move({ ledger }: SlowWorld, kind: Movement, yuan: number): void {
  ledger.journal[kind] += yuan;
}

/** Moves yuan of one simulated enterprise: so many real ones do the same. */
export function moveOf(world: SlowWorld, kind: Movement, yuan: number): void {
  move(world, kind, yuan * world.input.scale);
}

/** Carries the journal over into the accounts. */
export function closeJournal({ ledger }: SlowWorld): void {
  for (const [kind, yuan] of Object.entries(ledger.journal) as [Movement, number][]) {
    const [payer, receiver] = MOVEMENTS[kind];
    ledger.accounts[payer] -= yuan;
    ledger.accounts[receiver] += yuan;
  }
  ledger.journal = emptyJournal();
}

/** Balance of an account now, open movements included. */
export function balanceOf({ ledger }: SlowWorld, account: Account): number {
  let balance = ledger.accounts[account];
  for (const [kind, yuan] of Object.entries(ledger.journal) as [Movement, number][]) {
    if (MOVEMENTS[kind][0] === account) balance -= yuan;
    if (MOVEMENTS[kind][1] === account) balance += yuan;
  }
  return balance;
}
