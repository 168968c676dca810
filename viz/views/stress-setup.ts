/** What the grid and the reverse stress ask: which shock, in which rows, up to which severity. */
import type { ShockEvent } from '../../scenarios/schema/scenario.ts';
import type { Scale } from '../../sim/index.ts';
import type { BreakingRequest, GridRequest } from '../../workers/study.ts';
import type { Context } from '../app/context.ts';
import { floodScope, shockOf } from '../app/draft.ts';
import { presetOf } from '../app/library.ts';
import { scenarioFile } from '../app/scenario-file.ts';
import type { Draft } from '../app/state.ts';
import { stressWordsOf } from '../text/stress.ts';

const DURATIONS = [1, 3, 6, 12];
const SEVERITIES = [0.5, 1, 1.5, 2];
const DURATION = 'duration';

export interface Setup {
  readonly kind: string;
  readonly title: string;
  readonly most: number;
  readonly severities: readonly number[];
  readonly shock: ShockEvent;
  readonly rows: readonly { readonly name: string; readonly draft: Draft }[];
  readonly runs: number;
  readonly scale: Scale;
}

/** The shock tested: the scenario's own of that kind, or the reference event. */
function shockTested({ state, library }: Context): ShockEvent {
  const kind = state.picks.tested ?? state.draft.shocks[0]?.kind ?? 'flood';
  const own = state.draft.shocks.find((one) => one.kind === kind);
  if (own) return own;
  const months = library.shockKinds.find((one) => one.id === kind)?.defaultMonths ?? 3;
  return shockOf({ kind, months, scope: kind === 'flood' ? floodScope(library) : {} });
}

/** Reads the choices of the view. */
export function setupOf(context: Context): Setup {
  const { state, library, tell } = context;
  const shock = shockTested(context);
  const kind = library.shockKinds.find((one) => one.id === shock.kind)!;
  const most = kind.maxSeverity;
  const severities = most >= 2 ? SEVERITIES : [0.25, 0.5, 0.75, 1].map((part) => part * most);
  return {
    kind: kind.id,
    title: tell(kind.title),
    most,
    severities,
    shock,
    rows: rowsOf(context, shock),
    runs: Number(state.picks.trials ?? 3),
    scale: Number(state.picks.trialscale ?? 100) as Scale,
  };
}

/** Rows by duration, or the scenario with one policy as it is, weak and strong. */
function rowsOf({ state, library, tell }: Context, shock: ShockEvent): Setup['rows'] {
  const words = stressWordsOf(state.language);
  const with1 = (one: ShockEvent): Draft => ({ ...state.draft, shocks: [one] });
  const lever = library.instruments.find((one) => one.id === state.picks.rows);
  if (!lever || state.picks.rows === DURATION)
    return DURATIONS.map((months) => ({ name: words.lasting(months), draft: with1({ ...shock, months }) }));
  const others = state.draft.policies.filter((one) => one.lever !== lever.id);
  const variant = (half: string) => presetOf(library, `${lever.id}-${half}`)?.draft.policies ?? [];
  const title = tell(lever.title);
  return [
    { name: words.asIs, draft: with1(shock) },
    { name: words.weak(title), draft: { ...with1(shock), policies: [...others, ...variant('weak')] } },
    { name: words.strong(title), draft: { ...with1(shock), policies: [...others, ...variant('strong')] } },
  ];
}

export function gridRequest(
  { state, library }: Context,
  { rows, severities, runs, scale }: Setup,
): GridRequest {
  return {
    rows: rows.map((one) => scenarioFile(one.draft, library)),
    severities,
    indicator: state.indicator,
    shock: 0,
    seed: state.seed,
    runs,
    scale,
  };
}

/** Criteria offered: how much of the funds is left, or how many guarantors are suspended. */
export const CRITERIA = ['empty', 'half', 'suspended-1', 'suspended-5', 'suspended-20'] as const;

export const criterionOf = (id: string): BreakingRequest['criterion'] => {
  const count = /^suspended-(\d+)$/.exec(id)?.[1];
  return count
    ? { kind: 'suspended', count: Number(count) }
    : { kind: 'fund', left: id === 'half' ? 0.5 : 0 };
};

/** Severities are found to this part of the largest. */
const FINE = 1 / 64;

export function breakingRequest(
  { state, library }: Context,
  setup: Setup,
  criterion: string,
): BreakingRequest {
  const { shock, most, runs, scale } = setup;
  return {
    scenario: scenarioFile({ ...state.draft, shocks: [shock] }, library),
    shock: 0,
    most,
    precision: most * FINE,
    criterion: criterionOf(criterion),
    seed: state.seed,
    runs,
    scale,
  };
}
