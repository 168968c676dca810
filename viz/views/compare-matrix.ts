/** Every indicator at the last month: both levels, the paired difference, its interval and a verdict. */
import { html, type TemplateResult } from 'lit';
import type { Context } from '../app/context.ts';
import { type Finding, findingOf, type Verdict } from '../app/findings.ts';
import { comparatorName, scenarioName } from '../app/words.ts';
import { ICON_OF } from './verdicts.ts';

export function matrix(context: Context): TemplateResult {
  const { words, library } = context;
  return html`<section>
    <div class="block-head"><h2 id="matrix-title">${words.matrixTitle}</h2><p class="hint">${words.matrixNote}</p></div>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="matrix-title"><table class="matrix">
      <thead><tr><th scope="col">${words.indicator}</th><th scope="col" class="number">${comparatorName(context)}</th>
        <th scope="col" class="number">${scenarioName(context)}</th><th scope="col" class="number">${words.difference}</th>
        <th scope="col" class="number">${words.interval}</th><th scope="col" class="number">${words.probability}</th><th scope="col">${words.verdict}</th></tr></thead>
      <tbody>${library.indicators.map((one) => row(context, findingOf(context, one.id)))}</tbody>
    </table></div></section>`;
}

function row(context: Context, finding: Finding): TemplateResult {
  const { words, state, lab, tell, acts } = context;
  const { indicator, verdict, pair } = finding;
  const choose = () => {
    acts.change((now) => ({ ...now, indicator: indicator.id }));
    document.getElementById('results')?.scrollIntoView({ block: 'start' });
  };
  const coarse = (lab.update?.scale ?? 0) > indicator.coarsestScale;
  const share = pair?.difference.positive.at(-1) ?? Number.NaN;
  return html`<tr data-verdict=${verdict} ?data-chosen=${indicator.id === state.indicator}>
    <th scope="row"><button type="button" class="link" @click=${choose}>${tell(indicator.title)}</button></th>
    <td class="number">${finding.base}</td><td class="number">${finding.level}</td>
    <td class="number difference">${verdict === 'real' ? ICON_OF(finding.difference) : ''}${verdict === 'same' ? '0' : finding.change}</td>
    <td class="number">${finding.interval}</td>
    <td class="number">${Number.isFinite(share) && verdict !== 'same' ? `${Math.round(share * 100)}%` : '–'}</td>
    <td>${coarse ? words.needsScale(indicator.coarsestScale) : verdictName(verdict, context)}</td></tr>`;
}

const verdictName = (verdict: Verdict, { words }: Context): string =>
  ({
    real: words.beyondChance,
    chance: words.chance,
    single: words.undetermined,
    same: words.identical,
    none: words.missing,
  })[verdict];
