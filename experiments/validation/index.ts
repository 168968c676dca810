/** The only door of validation. */
export { isSameGround, keptScores } from './kept.ts';
export { type Looks, notTold, reduceTrials } from './reduce.ts';
export type { EffectScore, Made, TargetScore, Validation } from './result.ts';
export { type Levels, replicationsOf, runLevels, runTrial, type Trial } from './trial.ts';
