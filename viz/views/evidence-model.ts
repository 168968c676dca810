/** The model in words: the month as a list, and how each indicator is counted. */
import { html, type TemplateResult } from 'lit';
import { INDICATORS, MONTH } from '../../sim/index.ts';
import type { Context } from '../app/context.ts';
import { ruleText } from '../text/indicator-rules.ts';
import { phaseName } from '../text/phase-names.ts';

export function monthList({ words, tell, state }: Context): TemplateResult {
  return html`<p class="hint">${words.theMonthNote}</p>
    <ol class="month-list">${MONTH.map(({ name, does }) => html`<li><code>${phaseName(name, state.language)}</code> ${tell(does)}</li>`)}</ol>`;
}

export function indicatorList({ words, tell, state }: Context): TemplateResult {
  const rule = (text: string) => ruleText(text, state.language);
  const heads = [
    words.indicator,
    words.numerator,
    words.denominator,
    words.window,
    words.whenNull,
    words.coarsest,
  ];
  return html`
    <div class="scroll evidence-scroll" tabindex="0" role="region" aria-label=${words.indicatorsOfModel}>
      <table class="evidence-table">
        <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
        <tbody>${INDICATORS.map(
          (one) => html`<tr>
          <th scope="row">${tell(one.title)}<br /><code>${one.id}</code></th>
          <td>${tell(one.numerator)}</td><td>${tell(one.denominator)}</td><td>${rule(one.window)}</td><td>${rule(one.nullWhen)}</td>
          <td>1:${one.coarsestScale}</td></tr>`,
        )}</tbody>
      </table>
    </div>`;
}
