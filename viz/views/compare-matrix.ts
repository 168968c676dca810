/** Every indicator, at the last month or summed over the projection: levels, and against each comparator the paired difference, interval and verdict. */
import { html, type TemplateResult } from 'lit';
import { comparatorsOf } from '../app/comparators.ts';
import type { Context } from '../app/context.ts';
import { type Finding, findingOf, type Verdict } from '../app/findings.ts';
import { titleInTime } from '../app/told.ts';
import { comparatorName, scenarioName } from '../app/words.ts';
import { ICON_OF } from './verdicts.ts';

export function matrix(context: Context): TemplateResult {
  const { words, library, state } = context;
  const names = comparatorsOf(state).map((id) => comparatorName(context, id));
  const parts = [words.level, words.difference, words.interval, words.probability, words.verdict];
  return html`<section>
    <div class="block-head"><h2 id="matrix-title">${words.matrixTitle}</h2><p class="hint">${words.matrixNote}</p></div>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="matrix-title"><table class="matrix">
      <thead>
        <tr><th scope="col" rowspan="2">${words.indicator}</th><th scope="col" rowspan="2" class="number">${scenarioName(context)}</th>
          ${names.map((name) => html`<th scope="colgroup" colspan=${parts.length} class="group">${name}</th>`)}</tr>
        <tr>${names.map(() => parts.map((part, at) => html`<th scope="col" class=${at < 4 ? 'number' : ''}>${part}</th>`))}</tr>
      </thead>
      <tbody>${library.indicators.map((one) => row(context, one.id))}</tbody>
    </table></div></section>`;
}

function row(context: Context, id: string): TemplateResult {
  const { state, lab, acts } = context;
  const { result, others } = lab.update!;
  const findings = [result, ...others].map((one) => findingOf(context, id, one));
  const { level, verdict } = findings[0]!;
  const choose = () => {
    acts.change((now) => ({ ...now, indicator: id }));
    document.getElementById('results')?.scrollIntoView({ block: 'start' });
  };
  return html`<tr data-verdict=${verdict} ?data-chosen=${id === state.indicator}>
    <th scope="row"><button type="button" class="link" @click=${choose}>${titleInTime(context, findings[0]!)}</button></th>
    <td class="number">${level}</td>${findings.map((one) => cells(context, one))}</tr>`;
}

function cells({ lab, words, ...context }: Context, finding: Finding): TemplateResult {
  const { indicator, verdict, positive: share, base, interval, change, difference } = finding;
  const coarse = (lab.update?.scale ?? 0) > indicator.coarsestScale;
  return html`<td class="number">${base}</td>
    <td class="number difference" data-verdict=${verdict}>${verdict === 'real' ? ICON_OF(difference) : ''}${verdict === 'same' ? '0' : change}</td>
    <td class="number">${interval}</td>
    <td class="number">${Number.isFinite(share) && verdict !== 'same' ? `${Math.round(share * 100)}%` : '–'}</td>
    <td>${coarse ? words.needsScale(indicator.coarsestScale) : verdictName(verdict, { lab, words, ...context })}</td>`;
}

const verdictName = (verdict: Verdict, { words }: Context): string =>
  ({
    real: words.beyondChance,
    chance: words.chance,
    single: words.undetermined,
    same: words.identical,
    none: words.missing,
  })[verdict];
