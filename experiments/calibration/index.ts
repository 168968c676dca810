/** The only door of calibration. */

export {
  changesAt,
  checkedSpace,
  parametersAt,
  type Space,
  type Vector,
} from '../../scenarios/provinces/space.ts';
export {
  type Heading,
  headingLine,
  type Memory,
  readCheckpoint,
  remembering,
  runLine,
  wholeLines,
} from './checkpoint.ts';
export { type Fit, fitModel } from './fit.ts';
export type { FitPlan, Progress, Simulator, Task } from './plan.ts';
export { plausibleSet } from './plausible.ts';
export {
  type Fitted,
  fitDataHash,
  fittedOf,
  fittedTargets,
  observedOf,
  outputsAt,
  provinceAt,
} from './province-simulator.ts';
