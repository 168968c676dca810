/** The only door of scenarios: what a person may change without touching the engine. */
export * from './library.ts';
export * from './provinces/index.ts';
export { type Fault, faultLine, InputError, show, unknownName } from './schema/fault.ts';
export { LARGEST_FILE } from './schema/limits.ts';
export { nearest } from './schema/nearest.ts';
export { openDocument, readScenario } from './schema/read.ts';
export { type ReceiptDocument, readReceipts } from './schema/receipt.ts';
export { type Library, type Resolved, resolveScenario } from './schema/resolve.ts';
export { rootOf } from './schema/root.ts';
export {
  type Policy,
  SCHEMA,
  type Scenario,
  type ScopeNames,
  type ShockEvent,
  scenarioSchema,
} from './schema/scenario.ts';
export { type Checked, checkShape } from './schema/shape.ts';
