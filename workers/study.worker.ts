/** The worker for longer questions: one at a time, with progress, dropped as soon as another comes. */
import { expose, transfer } from 'comlink';
import {
  askWorlds,
  attribute,
  breakingAt,
  Cancelled,
  compare,
  type Fork,
  planAttribution,
  type Steering,
  severityGrid,
  smallestBreaking,
  soloEngine,
  tellStory,
  trialsOf,
  withSeverity,
  worldsToTell,
} from '../experiments/index.ts';
import { resolve } from '../scenarios/index.ts';
import { LAST_MONTH, type Scale } from '../sim/index.ts';
import { breather } from './breather.ts';
import { Recent } from './kept-forks.ts';
import type {
  AttributionRequest,
  BreakingRequest,
  GridRequest,
  PackageRequest,
  StoryRequest,
  Studies,
  StudyApi,
  StudyUpdate,
} from './study.ts';
import { archiveOf } from './study-archive.ts';

type Tell = (update: StudyUpdate) => void;

const SKETCH: Scale = 1000;
const FULL: Scale = 100;
const pause = breather();
/** Worlds at 2025-12 kept between stress questions. */
const forks = new Recent<string, Fork>(16);

/** A sketch from coarse worlds first, then one replication after the other. */
async function attribution(request: AttributionRequest, steering: Steering, tell: Tell): Promise<void> {
  const plan = planAttribution(resolve(request.comparator), resolve(request.scenario), request.grouping);
  const { seed, months, runs } = request;
  const worlds = plan.mixtures.length;
  const total = worlds * (runs + 1);
  for (const [scale, count, before] of [
    [SKETCH, 1, 0],
    [FULL, runs, worlds],
  ] as const) {
    await attribute(plan, { scale, seed, months, runs: count }, soloEngine, {
      ...steering,
      onMixture: (done) => tell({ done: before + done, total }),
      onRun: (result) => tell({ done: before + result.runs * worlds, total, result }),
    });
  }
}

/** Counts worlds by their last month. */
const counting = (total: number, tell: Tell): Pick<Steering, 'onMonth'> => {
  let done = 0;
  return {
    onMonth(month) {
      if (month === LAST_MONTH) tell({ done: ++done, total });
    },
  };
};

async function story(request: StoryRequest, steering: Steering, tell: Tell): Promise<void> {
  const scenarios = [resolve(request.comparator), resolve(request.scenario)] as const;
  const settings = { scale: request.scale, seed: request.seed, runs: 1, until: LAST_MONTH };
  const question = { settings, id: request.id };
  const total = worldsToTell(scenarios, question);
  const result = await tellStory(scenarios, question, { ...steering, ...counting(total, tell) });
  tell({ done: total, total, result });
}

async function archive(request: PackageRequest, steering: Steering, tell: Tell): Promise<void> {
  const { scale, seed, runs, texts } = request;
  const settings = { scale, seed, runs, until: LAST_MONTH };
  const total = 2 * runs;
  const { result } = await compare(
    [resolve(request.comparator), resolve(request.scenario)],
    { settings, dimensions: ['prefecture'] },
    soloEngine,
    { ...steering, ...counting(total, tell) },
  );
  const bytes = archiveOf(result, texts);
  tell(transfer({ done: total, total, result: bytes }, [bytes.buffer]));
}

async function grid(request: GridRequest, steering: Steering, tell: Tell): Promise<void> {
  const { shock, severities, indicator, runs } = request;
  const rows = request.rows.map((scenario) => ({
    without: withSeverity(scenario, shock, 0),
    worlds: severities.map((severity) => withSeverity(scenario, shock, severity)),
  }));
  const total = rows.length * (severities.length + 1) * runs;
  let done = 0;
  const ask = askWorlds(request, soloEngine, { ...steering, forks }, () => tell({ done: ++done, total }));
  await severityGrid(rows, indicator, runs, ask, (result) => tell({ done, total, result }));
}

async function breaking(request: BreakingRequest, steering: Steering, tell: Tell): Promise<void> {
  const { scenario, shock, runs, most, precision, criterion } = request;
  const total = trialsOf(most, precision) * runs;
  let done = 0;
  const ask = askWorlds(request, soloEngine, { ...steering, forks }, () => tell({ done: ++done, total }));
  const at = (severity: number) => withSeverity(scenario, shock, severity);
  const broken = breakingAt(ask, at, runs, criterion);
  const result = await smallestBreaking(most, precision, broken, (soFar) =>
    tell({ done, total, result: soFar }),
  );
  tell({ done: total, total, result });
}

const STUDIES: {
  [K in keyof Studies]: (request: Studies[K]['request'], steering: Steering, tell: Tell) => Promise<void>;
} = { attribution, grid, breaking, story, package: archive };

let latest = 0;
let last: Promise<unknown> = Promise.resolve();

const api: StudyApi = {
  ask(id, kind, request, onUpdate) {
    latest = id;
    const signal = {
      get aborted() {
        return latest !== id;
      },
    };
    let told: unknown;
    const tell = (update: StudyUpdate) => {
      told = (onUpdate as (update: StudyUpdate) => unknown)(update);
    };
    const run = async () => {
      try {
        if (signal.aborted) throw new Cancelled();
        await STUDIES[kind](request, { signal, pause, audit: 'never' }, tell);
        // Answers and the end travel apart, and the end must not overtake.
        await told;
        return 'done' as const;
      } catch (error) {
        if (error instanceof Cancelled) return 'superseded' as const;
        throw error;
      }
    };
    const mine = last.then(run, run);
    last = mine;
    return mine;
  },
  cancel() {
    latest = 0;
  },
};

expose(api);
