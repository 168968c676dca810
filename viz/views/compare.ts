/** Compare: is the difference real? Up to four scenarios, the paired difference of each pair, the levers, every indicator. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { MOST_COMPARATORS } from '../../workers/api.ts';
import { comparatorsOf, withComparator } from '../app/comparators.ts';
import type { Context } from '../app/context.ts';
import { differenceDrawing, fanDrawing } from '../app/drawings.ts';
import { findingOf, sameThroughout } from '../app/findings.ts';
import { comparatorName } from '../app/words.ts';
import { comparatorOptions } from '../controls/comparator-options.ts';
import { ICONS } from '../controls/icons.ts';
import { indicatorPicker } from '../controls/indicator-picker.ts';
import { leverTable } from './compare-levers.ts';
import { matrix } from './compare-matrix.ts';

export function compare(context: Context): TemplateResult {
  const { lab, words } = context;
  const ran = lab.update && lab.update.stage !== 'stored' ? lab.update : undefined;
  /** Nothing differs from the one scenario beside this one; of several, one may. */
  const alone = ran?.others.length === 0 && sameThroughout(context);
  const instead = ran ? words.differsNot(comparatorName(context)) : words.waitResult;
  return html`
    <div class="compare" ?data-stale=${lab.faded}>
      <div class="view-controls">${indicatorPicker(context)}${comparators(context)}</div>
      ${ran && !alone ? charts(context) : html`<p class="empty">${instead}</p>`}
      ${leverTable(context)}
      ${ran && !alone ? matrix(context) : nothing}
    </div>`;
}

function charts(context: Context): TemplateResult {
  const { state, lab, words } = context;
  const first = findingOf(context, state.indicator);
  if (!first.pair) return html`<p class="empty">${words.waitResult}</p>`;
  const findings = [first, ...lab.update!.others.map((one) => findingOf(context, state.indicator, one))];
  return html`<div class="compare-pair" data-count=${findings.length}>
    <hw-chart .drawing=${fanDrawing(context, first, true)}></hw-chart>
    ${findings.map((one, at) => (one.pair ? html`<hw-chart .drawing=${differenceDrawing(context, one, at)}></hw-chart>` : nothing))}
  </div>`;
}

/** The scenarios beside this one: each can be exchanged or taken away, and one more added. */
function comparators(context: Context): TemplateResult {
  const { words, chosen, acts } = context;
  const ids = comparatorsOf(chosen);
  const put = (at: number) => (event: Event) => {
    const select = event.target as HTMLSelectElement;
    const { value } = select;
    if (value) acts.change((now) => withComparator(now, at, value));
  };
  return html`<fieldset class="comparators"><legend>${words.comparedWith}</legend>
    ${ids.map(
      (id, at) => html`<span class="comparator" data-hue=${at}>
        <select aria-label=${`${words.comparator} ${at + 1}`} .value=${live(id)} @change=${put(at)}>${comparatorOptions(context, id)}</select>
        ${
          ids.length > 1
            ? html`<button type="button" class="quiet" aria-label=${words.removeComparator(comparatorName(context, id))}
            @click=${() => acts.change((now) => withComparator(now, at, undefined))}>${ICONS.close}</button>`
            : nothing
        }</span>`,
    )}
    ${
      ids.length < MOST_COMPARATORS
        ? html`<select data-role="add-comparator" aria-label=${words.addComparator} .value=${live('')} @change=${put(ids.length)}>
          <option value="">＋ ${words.addComparator}</option>${comparatorOptions(context, '')}</select>`
        : nothing
    }</fieldset>`;
}
