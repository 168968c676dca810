/** Evidence: why trust it? From any number to its definition, equation, parameters, sources and grade; and what is wrong. */
import { html, type TemplateResult } from 'lit';
import type { Context } from '../app/context.ts';
import { evidenceWordsOf } from '../text/evidence.ts';
import { contradictionList } from './evidence-contradictions.ts';
import { fitPart, wrongPart } from './evidence-fit.ts';
import { indicatorList, monthList } from './evidence-model.ts';
import { parameterTable } from './evidence-parameters.ts';
import { systemsPart } from './evidence-systems.ts';
import { rulesPart, trailPart } from './evidence-trail.ts';

const PARTS = [
  { id: 'trail', draw: trailPart },
  { id: 'parameters', draw: parameterTable },
  { id: 'fit', draw: fitPart },
  { id: 'wrong', draw: wrongPart },
  { id: 'contradictions', draw: contradictionList },
  { id: 'systems', draw: systemsPart },
  { id: 'month', draw: monthList },
  { id: 'rules', draw: rulesPart },
  { id: 'indicators', draw: indicatorList },
] as const;

function titleOf(id: (typeof PARTS)[number]['id'], { words, state }: Context): string {
  const { trail, fit, wrong, systems, rules } = evidenceWordsOf(state.language);
  return {
    trail,
    parameters: words.parameters,
    fit,
    wrong,
    contradictions: words.contradictions,
    systems,
    month: words.theMonth,
    rules,
    indicators: words.indicatorsOfModel,
  }[id];
}

export function evidence(context: Context): TemplateResult {
  const { words, state, tell, library } = context;
  const { fitted, title } = library.province;
  const own = evidenceWordsOf(state.language);
  return html`
    <div class="evidence">
      <p class="lead">${words.evidenceLead} <b>${fitted ? own.caution : own.cautionElsewhere(tell(title))}</b></p>
      <ul class="contents">${PARTS.map(({ id }) => html`<li><a href="#evidence-${id}" @click=${() => unfold(id)}>${titleOf(id, context)}</a></li>`)}</ul>
      ${PARTS.map(
        ({ id, draw }) => html`
        <section><details class="evidence-part" ?open=${id === PARTS[0].id}>
          <summary><h2 id="evidence-${id}">${titleOf(id, context)}</h2></summary>${draw(context)}</details></section>`,
      )}
    </div>`;
}

/** Opens a part before the page goes to it. */
function unfold(id: string): void {
  const part = document.getElementById(`evidence-${id}`)?.closest('details');
  if (part) part.open = true;
}
