/** The only door of calibration. */
export {
  headingLine,
  type Memory,
  readCheckpoint,
  remembering,
  runLine,
  wholeLines,
} from './checkpoint.ts';
export { leastRuns } from './emulator.ts';
export { DRAWS, type Fit, fitModel } from './fit.ts';
export type { FitPlan, Simulator, Task } from './plan.ts';
export { plausibleSet } from './plausible.ts';
export {
  type Fitted,
  fitDataHash,
  fittedOf,
  observedOf,
  outputsAt,
} from './province-simulator.ts';
