/** Compare: is the difference real? Both scenarios, their paired difference, the levers, every indicator. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Context } from '../app/context.ts';
import { differenceDrawing, fanDrawing } from '../app/drawings.ts';
import { findingOf, sameThroughout } from '../app/findings.ts';
import { comparatorName, scenarioName } from '../app/words.ts';
import { leverDifferences } from '../controls/differences.ts';
import { matrix } from './compare-matrix.ts';

export function compare(context: Context): TemplateResult {
  const { words, state, lab, library, tell, acts } = context;
  const finding = findingOf(context, state.indicator);
  const choose = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    acts.change((now) => ({ ...now, indicator: value }));
  };
  const body =
    finding.pair && !sameThroughout(context)
      ? html`<div class="compare-pair">
        <hw-chart .drawing=${fanDrawing(context, finding)}></hw-chart>
        <hw-chart .drawing=${differenceDrawing(context, finding)}></hw-chart>
      </div>`
      : html`<p class="empty">${lab.update && sameThroughout(context) ? words.differsNot(comparatorName(context)) : words.waitResult}</p>`;
  return html`
    <div class="compare" ?data-stale=${lab.stale}>
      <label class="picker indicator-picker"><span>${words.chooseIndicator}</span>
        <select .value=${live(state.indicator)} @change=${choose}>
          ${library.indicators.map(({ id, title }) => html`<option value=${id} ?selected=${id === state.indicator}>${tell(title)}</option>`)}
        </select></label>
      ${body}
      ${leverTable(context)}
      ${lab.update && !sameThroughout(context) ? matrix(context) : nothing}
    </div>`;
}

function leverTable(context: Context): TemplateResult {
  const { words } = context;
  const rows = leverDifferences(context);
  const family = { policy: words.policies, shock: words.shocks, assumption: words.assumptions };
  return html`<section>
    <h2>${words.leverDifferences}</h2>
    ${
      rows.length === 0
        ? html`<p class="empty">${words.differsNot(comparatorName(context))}</p>`
        : html`
    <div class="scroll" tabindex="0" role="region" aria-label=${words.leverDifferences}><table>
      <thead><tr><th scope="col">${words.lever}</th><th scope="col">${words.family}</th><th scope="col">${comparatorName(context)}</th>
        <th scope="col">${scenarioName(context)}</th><th scope="col">${words.when}</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr><th scope="row">${row.lever}</th><td>${family[row.family]}</td><td>${row.before}</td><td><b>${row.after}</b></td><td>${row.when}</td></tr>`)}</tbody>
    </table></div>`
    }
  </section>`;
}
