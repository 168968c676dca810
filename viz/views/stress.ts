/** Stress: how bad, how long, who pays, when does it break? */
import { html, nothing, type TemplateResult } from 'lit';
import { comparatorDraft, WITHOUT_SHOCKS, withComparator } from '../app/comparators.ts';
import type { Context } from '../app/context.ts';
import { sameWorld } from '../app/draft.ts';
import {
  flowDrawing,
  lossChangeDrawing,
  lossDrawing,
  lossesOf,
  responseDrawing,
} from '../app/drawing-stress.ts';
import { fanDrawing } from '../app/drawings.ts';
import { type Finding, findingOf, sameThroughout } from '../app/findings.ts';
import { comparatorName } from '../app/words.ts';
import { indicatorPicker } from '../controls/indicator-picker.ts';
import { stressWordsOf } from '../text/stress.ts';
import { trials } from './stress-trials.ts';

export function stress(context: Context): TemplateResult {
  const { state, lab } = context;
  const words = stressWordsOf(state.language);
  return html`<div class="stress" ?data-stale=${lab.faded}>
    <p class="lead">${words.lead}</p>
    <div class="view-controls">${indicatorPicker(context)}</div>
    ${response(context)}
    ${losses(context)}
    ${funds(context)}
    ${trials(context)}
  </div>`;
}

/** True when the comparator is not simply the scenario without its shocks. */
function isMixed({ state, library }: Context): boolean {
  const { comparator, draft } = state;
  const twin = { ...draft, shocks: [] };
  return draft.shocks.length > 0 && !sameWorld(comparatorDraft(comparator, draft, library), twin);
}

/** The response path, with what must be known to read it. */
function response(context: Context): TemplateResult {
  const { state, words, acts, lab } = context;
  const own = stressWordsOf(state.language);
  if (lab.update?.stage === 'stored') return html`<p class="empty" data-role="running">${own.running}</p>`;
  const finding = findingOf(context, state.indicator);
  const same = sameThroughout(context);
  const twin = () => acts.change((now) => withComparator(now, 0, WITHOUT_SHOCKS));
  return html`<section>
    ${state.draft.shocks.length ? nothing : html`<p class="hint">${own.noShock}</p>`}
    ${isMixed(context) ? html`<p class="hint">${own.twinNote(comparatorName(context))} <button type="button" @click=${twin}>${own.useTwin}</button></p>` : nothing}
    ${
      finding.pair && !same
        ? html`<hw-chart .drawing=${responseDrawing(context, finding)}></hw-chart>`
        : html`<p class="empty">${lab.update && same ? words.differsNot(comparatorName(context)) : missingText(context, finding)}</p>`
    }
  </section>`;
}

/** Why an indicator is not there: the model has not run, runs too coarsely, or has no value. */
function missingText({ words, lab, state }: Context, { indicator }: Finding): string {
  if (!lab.update) return words.waitResult;
  const { coarsestScale } = indicator;
  return lab.update.scale > coarsestScale
    ? words.needsScale(coarsestScale)
    : stressWordsOf(state.language).noValue;
}

/** Who pays each yuan of what differs from the comparator, then of all losses, as steps and as a flow. */
function losses(context: Context): TemplateResult {
  const { state, words } = context;
  const own = stressWordsOf(state.language);
  const found = lossesOf(context);
  if (!found) return html`<p class="empty">${words.noBooks}</p>`;
  if (!(found.flow.notRepaid > 0)) return html`<p class="empty">${own.lossNone}</p>`;
  return html`<section><h2>${own.whoPays}</h2>
    ${
      found.change.bearers.length
        ? html`<hw-chart .drawing=${lossChangeDrawing(context, found)}></hw-chart><p class="hint">${own.lossChangeNote}</p>`
        : html`<p class="empty">${own.lossSame(comparatorName(context))}</p>`
    }
    <p class="hint">${own.wholeNote}</p>
    <div class="compare-pair">
      ${found.flow.bearers.length ? html`<hw-chart .drawing=${lossDrawing(context, found)}></hw-chart>` : nothing}
      <hw-chart .drawing=${flowDrawing(context, found)}></hw-chart>
    </div></section>`;
}

/** Money in the guarantee funds beside what they stand for. */
function funds(context: Context): TemplateResult {
  const { state } = context;
  const finding = findingOf(context, 'fund-coverage');
  return html`<section><h2>${stressWordsOf(state.language).fundTitle}</h2>
    ${
      finding.pair
        ? html`<hw-chart .drawing=${fanDrawing(context, finding)}></hw-chart>`
        : html`<p class="empty">${missingText(context, finding)}</p>`
    }</section>`;
}
