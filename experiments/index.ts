/** The only door of experiments: plans of runs, and what is made of them. No page, no process, no clock in here. */

export { type Draw, type Draws, drawsOf } from './apart.ts';
export { ALONE, type Grouping, type Held } from './attribution/groups.ts';
export type { Player } from './attribution/players.ts';
export type { Explained, Part } from './attribution/reduce.ts';
export {
  type Attribution,
  type AttributionPlan,
  type AttributionQuestion,
  type AttributionSteering,
  attribute,
  planAttribution,
} from './attribution.ts';
export { addBooks, audit, type Books, type Breach, openBooks } from './audit.ts';
export { bookFollower } from './book-follower.ts';
export { canonicalJson } from './canonical.ts';
export { wholeLines } from './checkpoint.ts';
export { type Engine, soloEngine } from './engine.ts';
export { type Spread, type Summaries, type Summary, spreadOf, summarise } from './ensemble.ts';
export {
  FISCAL_ITEMS,
  FISCAL_OWED,
  FISCAL_TOTAL,
  type FiscalItem,
  type FiscalLedger,
  type FiscalRow,
  fiscalLedger,
  RUNS_FOR_TAIL,
  type Tail,
} from './fiscal.ts';
export { flowTotal, isFlow } from './flows.ts';
export { type Fork, type ForkCache, forkKey, type WorldPlan } from './fork.ts';
export { hashOf, hashOnce, hashText } from './hash.ts';
export { type Moved, movedBetween } from './moved.ts';
export { type Comparison, type Comparisons, compareRuns, type Difference, differenceOf } from './paired.ts';
export {
  dataHash,
  openResultDigest,
  type Receipt,
  type ResultDigest,
  receiptOf,
  resultPart,
  type Settings,
} from './receipt.ts';
export {
  answer,
  type ByGroup,
  type ComparisonResult,
  compare,
  type Finished,
  type Ledger,
  type Result,
} from './result.ts';
export { type Answer, planOf, type Question, runScenarios, type ScenarioSteering } from './scenario-run.ts';
export { replicationWord, seedOf } from './seed.ts';
export {
  type IndicatorSeries,
  type PackedSeries,
  packedSeries,
  type RunSeries,
  runSeries,
  tooCoarse,
} from './series.ts';
export {
  ascending,
  confidence95,
  jointFactor,
  mean,
  quantile,
  studentQuantile,
  studentWithin,
  TELLING,
} from './statistics.ts';
export type { Happening, Person, State, Story, StoryDocument, StoryMonth } from './story/document.ts';
export type { Language } from './story/names.ts';
export { balanceText, isEventful, monthText, personText } from './story/sentences.ts';
export { type Scenarios, type StoryQuestion, tellStory, worldsToTell } from './story.ts';
export {
  type AskWorld,
  askWorlds,
  type Breaking,
  breakingAt,
  breaks,
  type Criterion,
  type ShockedFile,
  type StressCell,
  type StressRow,
  type StressSettings,
  severityGrid,
  smallestBreaking,
  type Trial,
  trialsOf,
  withSeverity,
} from './stress.ts';
export { comparedTotal, FLOWS, type Total } from './totals.ts';
export { Cancelled, runWorld, type Steering, type WorldRun } from './world-run.ts';
