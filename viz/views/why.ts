/** Why: which lever did it? The difference of the two scenarios, shared out among what they differ in. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AttributionRequest } from '../../workers/study.ts';
import { askedFiles } from '../app/asked-files.ts';
import { comparatorDraft } from '../app/comparators.ts';
import type { Context } from '../app/context.ts';
import { sameWorld } from '../app/draft.ts';
import { comparatorName, scenarioName } from '../app/words.ts';
import { indicatorPicker } from '../controls/indicator-picker.ts';
import { writeMonth } from '../text/months.ts';
import { whyWordsOf } from '../text/why.ts';
import { studyStatus } from './study-status.ts';
import { pairsDrawing, type Reading, readingOf, waterfallDrawing } from './why-data.ts';
import { groupingOf, groupsPanel } from './why-groups.ts';

const MONTHS = ['2026-12', '2027-12', '2028-12', '2029-12', '2030-12'] as const;
const LAST = '2030-12';
/** Replications after the sketch, unless fewer are asked for. */
const RUNS = 8;

/** The question of this view. */
export function attributionRequest(context: Context): AttributionRequest {
  const { state } = context;
  const { scenario, comparators } = askedFiles(context);
  return {
    scenario,
    comparator: comparators[0],
    seed: state.seed,
    runs: Math.min(RUNS, state.runs),
    months: MONTHS,
    grouping: groupingOf(state.picks),
  };
}

export function why(context: Context): TemplateResult {
  const { state, library, desk, lab } = context;
  const words = whyWordsOf(state.language);
  const isStored = lab.update?.stage === 'stored';
  const same = sameWorld(state.draft, comparatorDraft(state.comparator, state.draft, library));
  if (isStored || same)
    return html`<div class="why"><p class="lead">${words.lead}</p><p class="empty">${isStored ? context.words.waitResult : words.same}</p></div>`;
  const request = attributionRequest(context);
  const study = desk.need('attribution', request);
  const month = state.picks.december ?? LAST;
  const found = study.result;
  const reading = found && readingOf(context, found, state.indicator, month);
  return html`<div class="why" ?data-stale=${lab.faded}>
    <p class="lead">${words.lead}</p>
    <div class="view-controls">${indicatorPicker(context)}${monthPicker(context, month)}
      ${studyStatus(context, study, () => desk.again('attribution', request))}</div>
    ${groupsPanel(context)}
    ${found ? html`<p class="hint" data-role="basis">${basis(context, found)}</p>` : html`<p class="empty">${context.words.waitResult}</p>`}
    ${reading ? charts(reading) : found ? html`<p class="empty">${words.undefinedHere}</p>` : nothing}
  </div>`;
}

function charts(reading: Reading): TemplateResult {
  const { context, words, explained, attribution, change } = reading;
  const pairs = pairsDrawing(reading);
  const parts = [...explained.assumptions, ...explained.acts];
  const residual = parts.reduce((sum, one) => sum + one.share, 0) - explained.total;
  const first = explained.assumptions.reduce((sum, one) => sum + one.share, 0);
  return html`
    <hw-chart .drawing=${waterfallDrawing(reading, comparatorName(context), scenarioName(context))}></hw-chart>
    ${explained.assumptionsLast === null ? nothing : html`<p>${words.assumptionsNote(change(first), change(explained.assumptionsLast))}</p>`}
    <p class="hint" data-role="residual">${words.residual(change(residual))}</p>
    ${pairs ? html`<hw-chart .drawing=${pairs}></hw-chart>` : attribution.orders === 'all' ? nothing : html`<p class="hint">${words.pairsDrawn}</p>`}`;
}

function basis({ state }: Context, { runs, scale, worlds, orders }: Reading['attribution']): string {
  const words = whyWordsOf(state.language);
  return orders === 'all'
    ? words.basisExact(runs, scale, worlds)
    : words.basisDrawn(runs, scale, worlds, orders);
}

function monthPicker({ state, acts }: Context, month: string): TemplateResult {
  const words = whyWordsOf(state.language);
  const choose = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    acts.change((now) => ({ ...now, picks: { ...now.picks, december: value } }));
  };
  return html`<label class="picker"><span>${words.year}</span>
    <select data-role="month" .value=${live(month)} @change=${choose}>
      ${MONTHS.map((one) => html`<option value=${one} ?selected=${one === month}>${writeMonth(one, state.language)}</option>`)}
    </select></label>`;
}
