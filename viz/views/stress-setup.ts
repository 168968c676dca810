/** What the grid and the reverse stress ask: which shock, in which rows, up to which severity. */
import type { ShockEvent } from '../../scenarios/schema/scenario.ts';
import { LAST_MONTH, monthName, type Scale } from '../../sim/index.ts';
import type { BreakingRequest, GridRequest } from '../../workers/study.ts';
import type { Context } from '../app/context.ts';
import { floodScope, shockOf } from '../app/draft.ts';
import { DURATION } from '../app/drawing-trials.ts';
import { presetOf } from '../app/library.ts';
import { wholeFile } from '../app/scenario-file.ts';
import type { Draft, State } from '../app/state.ts';
import { monthsBetween } from '../text/months.ts';

const DURATIONS = [1, 3, 6, 12];
/** Runs a cell unless told otherwise: with three hardly any cell is beyond chance, all taken together. */
const RUNS = 8;
const SEVERITIES = [0.5, 1, 1.5, 2];
/** Last month of the projection, `2030-12`. */
const END = monthName(LAST_MONTH);

export interface Setup {
  readonly kind: string;
  readonly most: number;
  readonly severities: readonly number[];
  /** The shock varied, and its place among the shocks of every row. */
  readonly shock: ShockEvent;
  readonly at: number;
  /** True when the scenario has no such shock and the reference event is put in. */
  readonly isReference: boolean;
  /** The scenario's other shocks, in both worlds. */
  readonly others: readonly ShockEvent[];
  /** `duration`, or the instrument the rows differ by. */
  readonly by: string;
  readonly runs: number;
  readonly scale: Scale;
}

/** Reads the choices of the view. */
export function setupOf({ state, library }: Context): Setup {
  const { picks, draft } = state;
  const known = (id: string | undefined) => library.shockKinds.find((one) => one.id === id);
  const tested = known(picks.tested) ?? known(draft.shocks[0]?.kind) ?? known('flood')!;
  const { id: kind, maxSeverity: most, defaultMonths: months } = tested;
  const own = draft.shocks.findIndex((one) => one.kind === kind);
  const isReference = own < 0;
  const at = isReference ? draft.shocks.length : own;
  const reference = () => shockOf({ kind, months, scope: kind === 'flood' ? floodScope(library) : {} });
  return {
    kind,
    most,
    severities: most >= 2 ? SEVERITIES : [0.25, 0.5, 0.75, 1].map((part) => part * most),
    shock: draft.shocks[own] ?? reference(),
    at,
    isReference,
    others: draft.shocks.filter((_, place) => place !== at),
    by: library.instruments.find((one) => one.id === picks.rows)?.id ?? DURATION,
    runs: Number(picks.trials ?? RUNS),
    scale: Number(picks.trialscale ?? 100) as Scale,
  };
}

/** The scenario with all its shocks, the varied one as given. */
const withShock = ({ draft }: State, at: number, shock: ShockEvent): Draft => ({
  ...draft,
  shocks: [...draft.shocks.slice(0, at), shock, ...draft.shocks.slice(at + 1)],
});

/** Lengths that still make a difference before the projection ends. */
function durationsFrom({ from }: ShockEvent): readonly number[] {
  const left = monthsBetween(from, END) + 1;
  return DURATIONS.filter((months, at) => months <= left || (DURATIONS[at - 1] ?? 0) < left);
}

/** Rows by duration, or the scenario with one policy as it is, weak and strong. */
function rowsOf({ state, library }: Context, { by, at, shock }: Setup): readonly Draft[] {
  if (by === DURATION)
    return durationsFrom(shock).map((months) => withShock(state, at, { ...shock, months }));
  const asIs = withShock(state, at, shock);
  const others = asIs.policies.filter((one) => one.lever !== by);
  const variant = (half: string) => presetOf(library, `${by}-${half}`)?.draft.policies ?? [];
  return [asIs, ...['weak', 'strong'].map((half) => ({ ...asIs, policies: [...others, ...variant(half)] }))];
}

export function gridRequest(context: Context, setup: Setup): GridRequest {
  const { state, library, lab } = context;
  const { severities, by, at, runs, scale } = setup;
  return {
    rows: rowsOf(context, setup).map((one) => wholeFile(one, library, lab.asked?.day)),
    by,
    severities,
    indicator: state.indicator,
    shock: at,
    seed: state.seed,
    runs,
    scale,
  };
}

/** Criteria offered: how much of the funds is left, or how many guarantors are suspended. */
export const CRITERIA = ['half', 'empty', 'suspended-1', 'suspended-5', 'suspended-20'] as const;

export const criterionOf = (id: string): BreakingRequest['criterion'] => {
  const count = /^suspended-(\d+)$/.exec(id)?.[1];
  return count
    ? { kind: 'suspended', count: Number(count) }
    : { kind: 'fund', left: id === 'half' ? 0.5 : 0 };
};

/** Severities are found to this part of the largest. */
const FINE = 1 / 64;

export function breakingRequest(
  { state, library, lab }: Context,
  setup: Setup,
  criterion: string,
): BreakingRequest {
  const { shock, at, most, runs, scale } = setup;
  return {
    scenario: wholeFile(withShock(state, at, shock), library, lab.asked?.day),
    shock: at,
    most,
    precision: most * FINE,
    criterion: criterionOf(criterion),
    seed: state.seed,
    runs,
    scale,
  };
}
