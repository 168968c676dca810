/** The slow world: objects, arrays and maps, nothing shared with the engine but chance, arithmetic and decisions. */
import type { Belief } from '../../sim/decisions/signal.ts';
import type { ParameterValues, WorldInput } from '../../sim/input.ts';
import type { Application } from './application.ts';
import type { Effects, Levers } from './conditions.ts';
import type { CoverRequest } from './cover.ts';
import type { Enterprise } from './enterprise.ts';
import type { Block, Fund, Guarantor, Lender, Prefecture } from './institutions.ts';
import type { Ledger } from './ledger.ts';
import type { Cell } from './place.ts';
import type { EffortTable } from './screening.ts';

/** Loans granted in one month and those of them that defaulted since, by lender class and PD bin. */
export interface Cohort {
  readonly month: number;
  readonly granted: number[][];
  readonly defaulted: number[][];
}

export interface SlowWorld {
  readonly input: WorldInput;
  readonly p: ParameterValues;
  /** The month at work; -1 at the start. */
  month: number;
  readonly cells: readonly Cell[];
  /** Those that are there, closed ones until the month after. */
  enterprises: Enterprise[];
  readonly lenders: readonly Lender[];
  readonly guarantors: readonly Guarantor[];
  readonly prefectures: readonly Prefecture[];
  /** Risk pool, data pool, fund for the specialised, fiscal layer for technology, then a park fund a prefecture. */
  readonly funds: readonly Fund[];
  readonly blocks: readonly Block[];
  readonly ledger: Ledger;
  /** What lenders of each class believe about default and the index, of enterprises on record and of newcomers. */
  beliefs: { readonly recorded: readonly Belief[]; readonly newcomers: readonly Belief[] };
  readonly postedRate: number[];
  /** Applications a month of each class: of late, and what it is staffed for. */
  readonly files: { lately: number; usually: number }[];
  cohorts: Cohort[];
  /** Entrants by month and block. */
  readonly born: number[][];
  /** Sums of the yearly look back. */
  fit: { readonly recorded: Fit; readonly newcomers: Fit };
  /** Defaults of this month by the loan's month of origin, class and bin; grants by class and bin. */
  defaultsNow: { origin: number; class: number; bin: number }[];
  grantsNow: { class: number; bin: number }[];
  levers: Levers;
  effects: Effects;
  /** Effort by class, own share, prior precision and loan size. */
  effort: EffortTable[];
  applications: Application[];
  coverRequests: CoverRequest[];
  /** What lenders paid for funds and work last month, real yuan. */
  lastCosts: number;
  /** What is asked this month of the re-guarantor and of insurers, real yuan, and the part they can pay. */
  calls: Record<Call, number>;
  readonly means: Record<Call, number>;
  /** Part they paid of what was asked for loans, as guarantors and lenders remember it. */
  readonly trust: { reguarantor: number; insurers: number };
  /** Counts of the month by group (province, then prefectures) and name. */
  counts: Map<string, number>[];
}

/** Calls on those who stand last: on the re-guarantor; on insurers for floods and foreign buyers, and for loans. */
export type Call = 'reguarantor' | 'interruption' | 'insuredLoans';

export const noCalls = (): Record<Call, number> => ({ reguarantor: 0, interruption: 0, insuredLoans: 0 });

export interface Fit {
  borrowers: number;
  index: number;
  indexSquared: number;
  defaults: number;
  defaultIndex: number;
}

const emptyFit = (): Fit => ({ borrowers: 0, index: 0, indexSquared: 0, defaults: 0, defaultIndex: 0 });

export const newFit = (): SlowWorld['fit'] => ({ recorded: emptyFit(), newcomers: emptyFit() });
