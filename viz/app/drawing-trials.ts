/**
 * From the answers of the severity grid and the reverse stress to their charts. What they say and export is read off the
 * question that was asked; only the language is that of now.
 */

import { isFlow } from '../../experiments/flows.ts';
import type { ShockedFile } from '../../experiments/index.ts';
import type { ShockEvent } from '../../scenarios/schema/scenario.ts';
import type { GridRequest, Studies } from '../../workers/study.ts';
import { type BreakingData, breakingChart } from '../charts/breaking.ts';
import type { Origin } from '../charts/chart.ts';
import { type GridCell, type GridData, severityGridChart } from '../charts/severity-grid.ts';
import { scopeName } from '../controls/scope.ts';
import { writeMonth } from '../text/months.ts';
import { changeUnit, decimalsFor, displayOf, formatChange, plainNumber } from '../text/numbers.ts';
import { type StressWords, stressWordsOf } from '../text/stress.ts';
import type { Drawing } from './chart-host.ts';
import type { Context } from './context.ts';
import type { Study } from './desk.ts';
import { indicatorOf } from './library.ts';
import { settingOf } from './setting.ts';
import { unitOfMonths } from './told.ts';

/** Rows of a grid that differ by how long the shock lasts. */
export const DURATION = 'duration';

/** Coarsest scale at which guarantors, and so all criteria, can be told. */
const COARSEST = 100;

type Stressing = 'grid' | 'breaking';
export type Answered<K extends Stressing> = Study<K> & { readonly result: Studies[K]['result'] };

/** The page with the province a file is of. */
const inProvinceOf = (context: Context, { province }: ShockedFile): Context => ({
  ...context,
  library: context.library.of(province),
});

/** A shock as people name it: kind, first month, length unless that is what varies, places. */
export function shockName(context: Context, shock: ShockEvent, isLengthVaried = false): string {
  const { words, tell, state } = context;
  const parts = [
    words.since(writeMonth(shock.from, state.language)),
    ...(isLengthVaried ? [] : [stressWordsOf(state.language).lasting(shock.months)]),
    scopeName(shock.scope, context) || words.everywhere,
  ];
  return `${tell(kindOf(context, shock).title)}${words.bracket(parts.join(words.comma))}`;
}

const kindOf = ({ library }: Context, { kind }: ShockEvent) =>
  library.shockKinds.find((one) => one.id === kind)!;

/** The shock tested, and what else is in both worlds. */
export function worldsOf(
  context: Context,
  shocks: readonly ShockEvent[],
  at: number,
  isLengthVaried = false,
): string {
  const own = stressWordsOf(context.state.language);
  const others = shocks.filter((_, place) => place !== at).map((one) => shockName(context, one));
  const tested = shockName(context, shocks[at]!, isLengthVaried);
  return others.length ? own.worlds(tested, others.join(own.and)) : own.worldsAlone(tested);
}

/** Names of the rows of a grid. */
function rowNames({ library, tell, state }: Context, { by, rows, shock }: GridRequest): string[] {
  const own = stressWordsOf(state.language);
  const lever = library.instruments.find((one) => one.id === by);
  if (!lever) return rows.map((one) => own.lasting(one.shocks[shock]!.months));
  const title = tell(lever.title);
  return [own.asIs, own.weak(title), own.strong(title)];
}

/** What a criterion of breaking says. */
export function criterionName(
  own: StressWords,
  criterion: Studies['breaking']['request']['criterion'],
): string {
  if (criterion.kind === 'suspended') return own.criterionSuspended(criterion.count);
  return criterion.left === 0 ? own.criterionEmpty : own.criterionFund(`${criterion.left * 100}%`);
}

const runsOf = ({ runs, scale }: { runs: number; scale: number }): string => `n = ${runs} · 1:${scale}`;

/** Where a study's numbers come from. */
export function originOf(stage: Stressing, { request, link }: Study<Stressing>): Partial<Origin> {
  const { seed, runs, scale } = request;
  return { stage, seed, runs, scale, link: () => link, documents: () => ({ request }) };
}

/** The severity grid, as far as it is filled. */
export function gridDrawing(context: Context, study: Answered<'grid'>): Drawing {
  const data = gridData(context, study);
  const origin = originOf('grid', study);
  return {
    draw: (width) => severityGridChart(data, settingOf(context, width, origin)),
    on: [study.result, study.request, context.state.language, context.look],
  };
}

/** What the grid shows, in the words of the question that was asked. */
export function gridData(now: Context, { request, result, status }: Answered<'grid'>): GridData {
  const context = inProvinceOf(now, request.rows[0]!);
  const { state, tell, library, words } = context;
  const own = stressWordsOf(state.language);
  const indicator = indicatorOf(library, request.indicator)!;
  const rows = rowNames(context, request);
  const columns = request.severities.map((one) =>
    plainNumber(one, Number.isInteger(one) ? 0 : 2, state.language),
  );
  const cells = cellsOf(rows, columns, result);
  const known = cells.map((one) => Math.abs(one.mean)).filter(Number.isFinite);
  const display = displayOf(indicator.unit, state.language, Math.max(0, ...known));
  const name = tell(indicator.title);
  const change = (mean: number) => formatChange(mean, display, decimalsFor(Math.abs(mean) / 20, display, 2));
  const most = furthestCell(cells);
  const title = () => {
    const isWhole = status === 'done' && result.length >= cells.length;
    if (request.scale > indicator.coarsestScale) return words.needsScale(indicator.coarsestScale);
    if (known.length === 0) return isWhole ? own.noValue : own.gridWaiting(name);
    if (!most && !isWhole && untold(cells)) return own.gridWaiting(name);
    const said = most
      ? own.gridTitle(name, change(most.mean), rows[most.row]!, columns[most.column]!)
      : untold(cells)
        ? own.gridFew(name, request.runs)
        : own.gridChance(name);
    return said + (most?.runs === 1 ? own.responseOne : '') + (isWhole ? '' : own.soFar);
  };
  // Cells are the furthest of months, of flows too.
  const unit = unitOfMonths(context, { summed: isFlow(indicator) }, changeUnit(display));
  const worlds = worldsOf(context, request.rows[0]!.shocks, request.shock, request.by === DURATION);
  return {
    indicator: indicator.id,
    title: title(),
    subtitle: own.gridSubtitle(worlds, name, unit, runsOf(request)),
    unit: indicator.unit,
    columnsTitle: own.severity,
    columns,
    rows,
    cells,
  };
}

/** True where some cell differs in several runs that are too few to say anything of chance. */
const untold = (cells: readonly GridCell[]): boolean =>
  cells.some((one) => one.runs > 1 && Number.isNaN(one.low) && Number.isFinite(one.mean) && one.mean !== 0);

/** The cell furthest from 0 among those beyond chance; a single run has no interval and counts as it is. */
const furthestCell = (cells: readonly GridCell[]): GridCell | undefined =>
  cells
    .filter((one) => Number.isFinite(one.mean) && !one.chance)
    .sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean))[0];

/** Cells row by row. One is beyond chance where its interval leaves out 0, or where there is one run, which has none. */
const cellsOf = (rows: readonly string[], columns: readonly string[], result: Studies['grid']['result']) =>
  rows.flatMap((_, row) =>
    columns.map((_, column): GridCell => {
      const cell = result.find((one) => one.row === row && one.column === column);
      const mean = cell?.mean ?? Number.NaN;
      const runs = cell?.runs ?? 0;
      const [low, high] = cell?.joint ?? [Number.NaN, Number.NaN];
      return { row, column, mean, low, high, runs, chance: runs > 1 && !(low > 0 || high < 0) };
    }),
  );

/** The search for the smallest breaking severity, as far as it is. */
export function breakingDrawing(context: Context, study: Answered<'breaking'>): Drawing {
  const data = breakingData(context, study);
  const origin = originOf('breaking', study);
  return {
    draw: (width) => breakingChart(data, settingOf(context, width, origin)),
    on: [study.result, study.request, context.state.language, context.look],
  };
}

/** What the search shows, in the words of the question that was asked. */
export function breakingData(now: Context, study: Answered<'breaking'>): BreakingData {
  const { request, result } = study;
  const context = inProvinceOf(now, request.scenario);
  const { state } = context;
  const own = stressWordsOf(state.language);
  const worlds = worldsOf(context, request.scenario.shocks, request.shock);
  const criterion = criterionName(own, request.criterion);
  return {
    title: breakingTitle(context, study),
    subtitle: own.reverseSubtitle(worlds, criterion, runsOf(request)),
    trials: result.trials,
    smallest: result.smallest,
    largestHeld: result.largestHeld,
    most: request.most,
  };
}

/** What a search has found; unfinished, it says how far it has come. */
function breakingTitle({ state }: Context, { request, result }: Answered<'breaking'>): string {
  const { smallest, largestHeld, trials, isDone } = result;
  const own = stressWordsOf(state.language);
  const write = (value: number) => plainNumber(value, 2, state.language);
  if (request.scale > COARSEST) return own.needsFine;
  if (smallest !== null && largestHeld === null) return own.reverseAlways;
  if (smallest !== null)
    return own.reverseFound(write(smallest), write(largestHeld!)) + (isDone ? '' : own.soFar);
  if (!isDone) return own.reverseTried(write(trials.at(-1)!.severity));
  const drifts = trials.some(({ broken, runs }) => 2 * broken >= runs);
  return drifts ? own.reverseChance(write(request.most)) : own.reverseNever(write(request.most));
}
