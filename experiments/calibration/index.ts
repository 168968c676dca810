/** The only door of calibration. */

export {
  headingLine,
  type Memory,
  readCheckpoint,
  remembering,
  runLine,
} from './checkpoint.ts';
export { leastRuns } from './emulator.ts';
export { type Fit, fitModel, usualWorlds } from './fit.ts';
export type { FitPlan, Simulator, Task } from './plan.ts';
export { plausibleSet } from './plausible.ts';
export {
  type Fitted,
  fitDataHash,
  fittedOf,
  observedOf,
  outputsAt,
} from './province-simulator.ts';
