/** The trail of one number: definition, value, steps of the month with their equations, parameters, published numbers. */
import { html, nothing, type TemplateResult } from 'lit';
import { INDICATORS, MONTH } from '../../sim/index.ts';
import type { Context } from '../app/context.ts';
import { findingOf } from '../app/findings.ts';
import { parameterFiles } from '../app/parameter-files.ts';
import { belongsToLever, parametersIn, stepsOf } from '../app/trail.ts';
import { scenarioName } from '../app/words.ts';
import { indicatorPicker } from '../controls/indicator-picker.ts';
import { evidenceWordsOf } from '../text/evidence.ts';
import { ruleText } from '../text/indicator-rules.ts';
import { phaseName } from '../text/phase-names.ts';
import { RULES } from '../text/rules.ts';
import { targetTable } from './evidence-fit.ts';
import { parameterRows } from './evidence-parameters.ts';

/** The trail with a choice of indicator. */
export function trailPart(context: Context): TemplateResult {
  const words = evidenceWordsOf(context.state.language);
  return html`<p class="hint">${words.trailNote}</p>${indicatorPicker(context)}${trailOf(context)}`;
}

/** The trail of the indicator looked at. */
export function trailOf(context: Context): TemplateResult {
  const { state, tell, words: common } = context;
  const words = evidenceWordsOf(state.language);
  const indicator = INDICATORS.find((one) => one.id === state.indicator)!;
  const finding = findingOf(context, indicator.id);
  const [above, below] = [tell(indicator.numerator), tell(indicator.denominator)];
  const steps = stepsOf(indicator.id);
  const rule = (text: string) => ruleText(text, state.language);
  return html`<dl class="trail">
    <dt>${words.counted}</dt>
    <dd><b>${tell(indicator.title)}</b> = ${below ? common.dividedBy(above, below) : above}
      <span class="hint">${[words.windowOf(rule(indicator.window)), ...(indicator.nullWhen ? [words.nullOf(rule(indicator.nullWhen))] : []), words.coarsestOf(indicator.coarsestScale)].join(common.separator)}</span></dd>
    ${finding.pair ? html`<dt>${words.now}</dt><dd>${words.nowText(scenarioName(context), finding.summed ? `${finding.level}${common.bracket(finding.when)}` : finding.level, finding.range)}</dd>` : nothing}
    <dt>${words.steps}</dt><dd><ol class="steps">${steps.map((step) => stepItem(step, context))}</ol></dd>
    <dt>${words.acting}</dt><dd>${actingParameters(steps, context)}</dd>
    <dt>${words.against}</dt><dd>${targetTable(context, indicator.id) === nothing ? words.noTarget : targetTable(context, indicator.id)}</dd>
  </dl>`;
}

function stepItem(step: string, { state, tell }: Context): TemplateResult {
  const phase = MONTH.find((one) => one.name === step);
  const rules = RULES.filter((one) => one.phase === step);
  return html`<li>${phase ? tell(phase.does) : step} <code>${phaseName(step, state.language)}</code>
    ${rules.map((rule) => html`<p class="equation"><span>${tell(rule.title)}</span> <code>${tell(rule.equation)}</code> <span class="hint">${tell(rule.symbols)}</span></p>`)}</li>`;
}

function actingParameters(steps: readonly string[], context: Context): TemplateResult {
  const words = evidenceWordsOf(context.state.language);
  const all = parameterFiles(context.library.province.id);
  const levers = all.filter(belongsToLever).length;
  return html`${steps
    .map((step) => ({ step, records: parametersIn(step, all) }))
    .filter(({ records }) => records.length > 0)
    .map(
      ({
        step,
        records,
      }) => html`<details class="acting"><summary>${words.actingOf(phaseName(step, context.state.language), records.length)}</summary>
      ${parameterRows(context, records)}</details>`,
    )}
    <p class="hint">${words.leversToo(levers)}</p>`;
}

/** Every rule with its equation. */
export function rulesPart({ state, tell }: Context): TemplateResult {
  const words = evidenceWordsOf(state.language);
  return html`<p class="hint">${words.rulesNote}</p>
    <div class="scroll evidence-scroll" tabindex="0" role="region" aria-label=${words.rules}>
    <table class="evidence-table" data-table="rules"><thead><tr>${[words.rule, words.equation, words.sourceFile].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${RULES.map(
      (
        one,
      ) => html`<tr><th scope="row">${tell(one.title)}</th><td><code>${tell(one.equation)}</code><br /><span class="hint">${tell(one.symbols)}</span></td>
      <td><code>sim/decisions/${one.file}</code></td></tr>`,
    )}</tbody></table></div>`;
}
