/** Evidence: why trust it? Every parameter with its source, figures that contradict each other, the month, definitions. */
import { html, type TemplateResult } from 'lit';
import type { Context } from '../app/context.ts';
import { contradictionList } from './evidence-contradictions.ts';
import { indicatorList, monthList } from './evidence-model.ts';
import { parameterTable } from './evidence-parameters.ts';

const PARTS = [
  { id: 'parameters', draw: parameterTable },
  { id: 'contradictions', draw: contradictionList },
  { id: 'month', draw: monthList },
  { id: 'indicators', draw: indicatorList },
] as const;

const titleOf = (id: (typeof PARTS)[number]['id'], { words }: Context): string =>
  ({
    parameters: words.parameters,
    contradictions: words.contradictions,
    month: words.theMonth,
    indicators: words.indicatorsOfModel,
  })[id];

export function evidence(context: Context): TemplateResult {
  const { words } = context;
  return html`
    <div class="evidence">
      <p class="lead">${words.evidenceLead}</p>
      <ul class="contents">${PARTS.map(({ id }) => html`<li><a href="#evidence-${id}">${titleOf(id, context)}</a></li>`)}</ul>
      ${PARTS.map(
        ({ id, draw }) => html`
        <section><h2 id="evidence-${id}">${titleOf(id, context)}</h2>${draw(context)}</section>`,
      )}
    </div>`;
}
