/** One scenario, as many replications as asked for. */
import type { Resolved } from '../scenarios/index.ts';
import type { GroupDimension } from '../sim/index.ts';
import { type Draw, type Draws, drawnProvince } from './apart.ts';
import { addBooks, type Books, openBooks } from './audit.ts';
import type { Engine } from './engine.ts';
import type { ForkCache, WorldPlan } from './fork.ts';
import { type Endings, endingsOf } from './moved.ts';
import { openResultDigest, type ResultDigest, type Settings } from './receipt.ts';
import { replicationWord } from './seed.ts';
import { type RunSeries, runSeries } from './series.ts';
import { runWorld, type Steering, type WorldRun } from './world-run.ts';

/** What to run, apart from the scenarios. */
export interface Question {
  readonly settings: Settings;
  /** Breakdowns asked for; province and prefectures are always counted. */
  readonly dimensions: readonly GroupDimension[];
  /** Where parameters come from the plausible set: what each replication takes. Without it the point values hold. */
  readonly draws?: Draws | undefined;
}

const atPoint = (luck: number): Draw => ({ luck, changes: {} });

/** What came of a scenario. */
export interface Answer {
  readonly series: readonly RunSeries[];
  readonly books: Books;
  readonly resultHash: string;
  /** Where every enterprise ended, one entry a replication; empty unless asked for. */
  readonly endings: readonly Endings[];
}

/** How the replications are run. */
export interface ScenarioSteering extends Steering {
  readonly keepEndings?: boolean;
  /** Called after each replication with the series so far, one list a scenario. */
  readonly onRun?: (series: readonly (readonly RunSeries[])[]) => void;
}

/** The world of replication `k`. */
export function planOf(resolved: Resolved, { settings, dimensions, draws }: Question, k: number): WorldPlan {
  const { patches, shocks } = resolved;
  const { scale, seed, until } = settings;
  const draw = (draws?.both ?? atPoint)(k);
  const province = drawnProvince(resolved, draw);
  return { province, patches, shocks, scale, word: replicationWord(seed, draw.luck), dimensions, until };
}

interface Draft {
  readonly series: RunSeries[];
  readonly books: Books;
  readonly digest: ResultDigest;
  readonly endings: Endings[];
}

const openDraft = (): Draft => ({ series: [], books: openBooks(), digest: openResultDigest(), endings: [] });

/** Prefectures are always counted, for the hash; only what was asked for is kept. */
const asked = ({ by, ...series }: RunSeries, dimensions: readonly GroupDimension[]): RunSeries => ({
  ...series,
  by: Object.fromEntries(dimensions.map((one) => [one, by[one]])),
});

function book(
  draft: Draft,
  run: WorldRun,
  dimensions: readonly GroupDimension[],
  keepEndings: boolean,
): void {
  const series = runSeries(run.recording);
  draft.series.push(asked(series, dimensions));
  draft.digest.add(series, run.world);
  addBooks(draft.books, run.books);
  if (keepEndings) draft.endings.push(endingsOf(run.world));
}

/**
 * Runs replication 0, 1, … of several scenarios, each replication in all scenarios before the next, so that the fork
 * they share is needed only for a moment. Rejects with `Cancelled` when the signal is raised.
 */
export async function runScenarios(
  scenarios: readonly Resolved[],
  question: Question,
  engine: Engine,
  steering: ScenarioSteering = {},
): Promise<Answer[]> {
  const drafts = scenarios.map(openDraft);
  for (let k = 0; k < question.settings.runs; k++) {
    const forks: ForkCache | undefined = steering.forks ?? (scenarios.length > 1 ? new Map() : undefined);
    for (const [at, scenario] of scenarios.entries()) {
      const run = await runWorld(planOf(scenario, question, k), engine, { ...steering, forks });
      book(drafts[at], run, question.dimensions, steering.keepEndings ?? false);
    }
    steering.onRun?.(drafts.map((draft) => draft.series));
  }
  return drafts.map(({ digest, ...rest }) => ({ ...rest, resultHash: digest.hex() }));
}
