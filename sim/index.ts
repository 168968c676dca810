/** The only door of the engine. */

export { type Accounts, BOOK_COLUMNS, LINES, type Line, LOSSES, openAccounts } from './accounts.ts';
export { DATA, ENDING, EVENT, endingOf, SEGMENTS, STATUS, TRAIT } from './agents/enterprises.ts';
export { SOURCE, SOURCES, sourcesIn } from './agents/sources.ts';
export { badLoanCost, hurdleOf } from './appetite.ts';
export { normalCdf } from './arithmetic.ts';
export { type Audit, auditLedger, auditLimits, type Breach } from './audit.ts';
export { DECISION, REASONS } from './contracts/applications.ts';
export { COUNTER_GUARANTOR } from './contracts/backing.ts';
export { DEFAULT_ARREARS, LOAN, NO_LENDER, underGuarantee } from './contracts/loans.ts';
export { forEachMaturity } from './contracts/maturities.ts';
export { slotOf } from './contracts/second-loans.ts';
export { gainFromAsking } from './decisions/demand.ts';
export { pdOfBin } from './decisions/price.ts';
export { acceptedPd, guarantorOf, placeKeyOf } from './guarantors.ts';
export { INDICATORS } from './indicators/catalogue.ts';
export { COUNTERS, type Counter } from './indicators/counters.ts';
export { GROUP_DIMENSIONS, type Group, type GroupDimension, labelsOf } from './indicators/groups.ts';
export type { Indicator } from './indicators/indicator.ts';
export {
  addMonth,
  historiesAt,
  indicatorValue,
  newRecording,
  type Recording,
  valuesAt,
} from './indicators/recording.ts';
export * from './input.ts';
export { type Account, MOVEMENTS, SECTORS_OF_ACCOUNT } from './ledger.ts';
export { MONTH } from './month.ts';
export { type Dimension, PARAMETERS, type ParameterName, type ParameterSpec } from './parameters.ts';
export type { Phase } from './phases/phase.ts';
export type { Instrument, InstrumentParameter, Text } from './policies/instrument.ts';
export { INSTRUMENTS, instrumentOf } from './policies/registry.ts';
export { privateRateOf } from './private-rates.ts';
export { comesLate, openDelays } from './queues.ts';
export { amountRead, costRead, openAnswering, ownersTest } from './quotes.ts';
export { type Reckoning, reckon } from './reckoning.ts';
export { abortShared, RunAborted, spanOf, stepMonth, stepMonthShared } from './run.ts';
export type { ShockKind } from './shocks/kind.ts';
export { SHOCKS, shockOf } from './shocks/registry.ts';
export {
  type FinalStates,
  finalStates,
  joinWorld,
  MOVED_STATES,
  restoreWorld,
  type StateColumn,
  snapshot,
  stateColumns,
} from './snapshot.ts';
export { createWorld } from './start.ts';
export { dataOf } from './traces.ts';
export { emptyQuote, openDesk, price } from './underwriting.ts';
export { ENGINE_VERSION, LAYOUT_VERSION } from './version.ts';
export { PD_BINS, type World, type WorldBuffers, type WorldOptions } from './world.ts';
