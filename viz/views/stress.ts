/** Stress: how bad, how long, who pays, when does it break? */
import { html, nothing, type TemplateResult } from 'lit';
import { WITHOUT_SHOCKS, withComparator } from '../app/comparators.ts';
import type { Context } from '../app/context.ts';
import { flowDrawing, lossDrawing, lossesOf, responseDrawing } from '../app/drawing-stress.ts';
import { fanDrawing } from '../app/drawings.ts';
import { findingOf, sameThroughout } from '../app/findings.ts';
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

/** The response path, with what must be known to read it. */
function response(context: Context): TemplateResult {
  const { state, words, acts, lab } = context;
  const own = stressWordsOf(state.language);
  const finding = findingOf(context, state.indicator);
  const same = sameThroughout(context);
  const mixed =
    state.comparator !== WITHOUT_SHOCKS && state.draft.shocks.length > 0 && state.draft.policies.length > 0;
  const twin = () => acts.change((now) => withComparator(now, 0, WITHOUT_SHOCKS));
  return html`<section>
    ${state.draft.shocks.length ? nothing : html`<p class="hint">${own.noShock}</p>`}
    ${mixed ? html`<p class="hint">${own.twinNote(comparatorName(context))} <button type="button" @click=${twin}>${own.useTwin}</button></p>` : nothing}
    ${
      finding.pair && !same
        ? html`<hw-chart .drawing=${responseDrawing(context, finding)}></hw-chart>`
        : html`<p class="empty">${lab.update && same ? words.differsNot(comparatorName(context)) : words.waitResult}</p>`
    }
  </section>`;
}

/** Who pays each yuan, as steps and as a flow. */
function losses(context: Context): TemplateResult {
  const { state, words } = context;
  const own = stressWordsOf(state.language);
  const found = lossesOf(context);
  if (!found) return html`<p class="empty">${words.noBooks}</p>`;
  if (!(found.flow.total > 0)) return html`<p class="empty">${own.lossNone}</p>`;
  return html`<section><h2>${own.whoPays}</h2>
    <div class="compare-pair">
      <hw-chart .drawing=${lossDrawing(context, found)}></hw-chart>
      <hw-chart .drawing=${flowDrawing(context, found)}></hw-chart>
    </div></section>`;
}

/** Money in the guarantee funds beside what they stand for. */
function funds(context: Context): TemplateResult {
  const { words, state, lab } = context;
  const finding = findingOf(context, 'fund-coverage');
  return html`<section><h2>${stressWordsOf(state.language).fundTitle}</h2>
    ${
      finding.pair
        ? html`<hw-chart .drawing=${fanDrawing(context, finding)}></hw-chart>`
        : html`<p class="empty">${lab.update && lab.update.scale > 100 ? words.needsScale(100) : words.waitResult}</p>`
    }</section>`;
}
