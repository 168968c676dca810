/** From answers to the charts of the view Stress, with the titles that state their findings. */
import type { BookSums } from '../../workers/api.ts';
import { type DifferenceData, differenceChart, displayOfDifference } from '../charts/difference.ts';
import { flowChart } from '../charts/flow.ts';
import { lossBars } from '../charts/loss-bars.ts';
import { monthsBetween, writeMonth } from '../text/months.ts';
import {
  changeUnit,
  decimalsFor,
  displayOf,
  formatChange,
  formatLevel,
  plainNumber,
} from '../text/numbers.ts';
import { type StressWords, stressWordsOf } from '../text/stress.ts';
import { booksOf } from './books.ts';
import type { Drawing } from './chart-host.ts';
import type { Context } from './context.ts';
import type { Finding } from './findings.ts';
import { type LossChange, lossChange, lossFlow } from './losses.ts';
import { responseOf } from './response.ts';
import { settingOf } from './setting.ts';
import { unitOfMonths } from './told.ts';
import { comparatorName, scenarioName } from './words.ts';

const depends = ({ lab, state, look }: Context, ...more: unknown[]) => [
  lab.update,
  lab.asked,
  state.language,
  look,
  ...more,
];

/** Months, as indices into the answer, in which the scenario's shocks start; the first of the projection without a shock. */
function startsOf({ state, lab }: Context): readonly number[] {
  const [first] = lab.update!.result.months;
  const starts = state.draft.shocks.map((one) => Math.max(1, monthsBetween(first!, one.from)));
  return starts.length ? [...new Set(starts)].sort((a, b) => a - b) : [1];
}

/** The response path of an indicator: the paired difference with its deepest point and its recovery marked. */
export function responseDrawing(context: Context, finding: Finding): Drawing {
  const data = responseData(context, finding);
  return {
    draw: (width) => differenceChart(data, settingOf(context, width)),
    on: depends(context, finding.indicator.id, context.state.draft),
  };
}

/** What a response path is drawn from. */
export function responseData(context: Context, finding: Finding): DifferenceData {
  const { words, state, lab, tell } = context;
  const own = stressWordsOf(state.language);
  const { months } = lab.update!.result;
  const { indicator, pair } = finding;
  const { difference } = pair!;
  const runs = lab.update!.runsDone;
  const starts = startsOf(context);
  const found = responseOf({ ...difference, runs }, starts);
  const size = Math.max(...difference.mean.map((one) => (Number.isFinite(one) ? Math.abs(one) : 0)));
  const display = displayOf(indicator.unit, state.language, size);
  const name = tell(indicator.title);
  const month = (at: number) => writeMonth(months[at]!, state.language);
  const title = () => {
    if (found.deepest < 0) return own.responseNone(name);
    if (found.isChance) return own.responseChance(name);
    const depth = formatChange(found.depth, display, decimalsFor(size / 20, display, 2));
    const end =
      found.recovered < 0
        ? own.responseLasts
        : own.responseOver(found.months, month(found.recovered), starts.length > 1 ? month(found.start) : '');
    return own.responseTitle(name, depth, month(found.deepest)) + end + (runs < 2 ? own.responseOne : '');
  };
  const marks = found.isChance
    ? []
    : [
        ...(state.draft.shocks.length ? starts.map((at) => ({ at, text: own.start })) : []),
        ...(found.deepest < 0 ? [] : [{ at: found.deepest, text: own.deepest }]),
        ...(found.recovered < 0 ? [] : [{ at: found.recovered, text: own.recovered }]),
      ];
  const bands = { ...difference, unit: indicator.unit, runs };
  const unit = changeUnit(displayOfDifference(bands, state.language));
  return {
    ...bands,
    id: `response-${indicator.id}`,
    title: title(),
    subtitle: own.responseSubtitle(
      scenarioName(context),
      comparatorName(context),
      unitOfMonths(context, finding, unit) || words.difference,
      runs,
    ),
    months,
    hue: 0,
    marks,
  };
}

/** Losses of the whole projection under the scenario and the comparator; undefined while there are no books. */
export function lossesOf({ lab }: Context) {
  const result = lab.update?.result;
  if (!result?.books) return undefined;
  const flowOf = (sums: BookSums) => lossFlow(booksOf(sums, result.months), 1, result.months.length - 1);
  const { scenario, comparator } = result.books;
  const flow = flowOf(scenario);
  return { flow, change: lossChange(flow, flowOf(comparator)), runs: scenario.runs };
}

type Losses = NonNullable<ReturnType<typeof lossesOf>>;

/** Bearers by how much they bear, means over runs. */
const bearersOf = (own: StressWords, bearers: LossChange['bearers'], runs: number) =>
  [...bearers]
    .sort((a, b) => Math.abs(b.yuan) - Math.abs(a.yuan))
    .map((one) => ({ ...one, name: own[one.id], yuan: one.yuan / runs }));

const openOf = ({ total, bearers }: LossChange): number =>
  total - bearers.reduce((sum, one) => sum + one.yuan, 0);

/** Who bears more and who less than under the comparator. */
export function lossChangeDrawing(context: Context, { change, runs }: Losses): Drawing {
  const { state, words } = context;
  const own = stressWordsOf(state.language);
  const bearers = bearersOf(own, change.bearers, runs);
  const [most, total] = [bearers[0]!, change.total / runs];
  const display = displayOf('yuan', state.language, Math.max(Math.abs(total), Math.abs(most.yuan)));
  const write = (yuan: number) => formatChange(yuan, display, 1);
  const single = runs < 2 ? own.responseOne : '';
  const data = {
    kind: 'change' as const,
    title: own.lossChangeTitle(write(total), most.name, write(most.yuan)) + single,
    subtitle: own.lossChangeSubtitle(scenarioName(context), comparatorName(context)),
    total: { name: words.difference, yuan: total },
    bearers,
    residual: openOf(change),
    runs,
  };
  return { draw: (width) => lossBars(data, settingOf(context, width)), on: depends(context) };
}

/** Who pays each yuan of all losses. */
export function lossDrawing(context: Context, { flow, runs }: Losses): Drawing {
  const own = stressWordsOf(context.state.language);
  const bearers = bearersOf(own, flow.bearers, runs);
  const most = bearers[0]!;
  const share = `${plainNumber((100 * most.yuan * runs) / flow.total, 0, context.state.language)}%`;
  const data = {
    kind: 'all' as const,
    title: own.lossTitle(most.name, share),
    subtitle: own.lossSubtitle(scenarioName(context)),
    total: { name: own.total, yuan: flow.total / runs },
    bearers,
    residual: openOf(flow),
    runs,
  };
  return { draw: (width) => lossBars(data, settingOf(context, width)), on: depends(context) };
}

/** The loss flow. */
export function flowDrawing(context: Context, { flow, runs }: Losses): Drawing {
  const { state } = context;
  const own = stressWordsOf(state.language);
  const ids = [...new Set(flow.links.flatMap((one) => [one.from, one.to]))];
  const write = (yuan: number) =>
    formatLevel(yuan / runs, displayOf('yuan', state.language, flow.notRepaid / runs), 1);
  const data = {
    title: own.flowTitle(write(flow.notRepaid), write(flow.recovered)),
    subtitle: own.flowSubtitle(scenarioName(context)),
    names: Object.fromEntries(ids.map((id) => [id, own[id]])),
    links: flow.links,
    residual: flow.residual,
    runs,
  };
  return { draw: (width) => flowChart(data, settingOf(context, width)), on: depends(context) };
}
