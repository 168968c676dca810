/** Statements of the sources that cannot hold together, and what the lab goes by. */
import { html, type TemplateResult } from 'lit';
import contradictions from '../../scenarios/evidence/contradictions.json' with { type: 'json' };
import { evidenceOf } from '../../scenarios/evidence/index.ts';
import type { Contradiction } from '../../scenarios/provinces/pack.ts';
import type { Context } from '../app/context.ts';
import { factTexts } from '../app/fact-texts.ts';
import { evidenceWordsOf } from '../text/evidence.ts';

const LIST = contradictions as unknown as readonly Contradiction[];

export function contradictionList({ words, tell, library, state }: Context): TemplateResult {
  const { fitted, title } = library.province;
  return html`
    <p class="hint">${words.contradictionsNote} ${fitted ? '' : evidenceWordsOf(state.language).contradictionsElsewhere(tell(title))}</p>
    <div class="scroll evidence-scroll" tabindex="0" role="region" aria-label=${words.contradictions}>
      <table class="evidence-table stacks">
        <thead><tr>${[words.facts, words.figures, words.choice].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
        <tbody>${LIST.map(
          ({ about, figures, chosen, why }) => html`<tr>
          <th scope="row">${tell(about)}</th>
          <td data-head=${words.figures}><ul>${figures.map(({ evidence }) => html`<li>${factTexts(evidenceOf(evidence), state.language).quantity}${evidence === chosen ? ' ✓' : ''}<br /><code>${evidence}</code></li>`)}</ul></td>
          <td data-head=${words.choice}>${tell(why)}</td></tr>`,
        )}</tbody>
      </table>
    </div>`;
}
