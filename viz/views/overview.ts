/** Overview: what happens? Six numbers, one of them over time and over the map, and a sentence. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../app/context.ts';
import { fanDrawing } from '../app/drawings.ts';
import { type Finding, findingOf } from '../app/findings.ts';
import { mapBlock } from './overview-map.ts';
import { sentenceOf } from './overview-sentence.ts';
import { tiles } from './overview-tiles.ts';

export function overview(context: Context): TemplateResult {
  const { words, state, lab } = context;
  const finding = findingOf(context, state.indicator);
  return html`
    <div class="overview" ?data-stale=${lab.faded}>
      <p class="sentence">${sentenceOf(context)}</p>
      ${tiles(context)}
      <div class="overview-charts">
        ${finding.pair ? html`<hw-chart class="chart-wide" .drawing=${fanDrawing(context, finding)}></hw-chart>` : html`<p class="empty">${words.waitResult}</p>`}
        ${finding.pair ? mapBlock(context, finding) : nothing}
      </div>
      <p class="hint definition"><b>${words.definition}</b> ${definitionOf(context, finding)}</p>
    </div>`;
}

/** What is counted, in the words of the catalogue. */
function definitionOf({ words, tell }: Context, { indicator }: Finding): string {
  const [above, below] = [tell(indicator.numerator), tell(indicator.denominator)];
  return `${tell(indicator.title)}${words.colon}${below ? words.dividedBy(above, below) : above}`;
}
