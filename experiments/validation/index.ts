/** The only door of validation. */
export { answerLine, goingOn, headingLine, readCheckpoint, type Told } from './checkpoint.ts';
export { isNearGround, isSameGround, keptScores, keptSpreads, standing } from './kept.ts';
export { type Looks, notTold, reduceTrials } from './reduce.ts';
export { type EffectScore, type Made, METHOD, type TargetScore, type Validation } from './result.ts';
export { type Levels, roundsOf, runLevels, runTrial, type Trial } from './trial.ts';
