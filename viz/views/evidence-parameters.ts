/** The parameters of the model, one row each: value, unit, range, grade, source, why. */
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { DOCUMENTS, EVIDENCE } from '../../scenarios/evidence/index.ts';
import type { Context } from '../app/context.ts';
import { factTexts } from '../app/fact-texts.ts';
import type { Grade } from '../app/library.ts';
import { type ParameterFile, parameterFiles } from '../app/parameter-files.ts';
import { parameterTexts } from '../app/parameter-texts.ts';
import { badge, gradeName } from '../controls/badge.ts';

const facts = new Map(EVIDENCE.map((fact) => [fact.id, fact]));
const documents = new Map(DOCUMENTS.map((one) => [one.id, one]));
const GRADES: readonly Grade[] = ['measured', 'reported', 'estimated', 'assumed'];

export function parameterTable(context: Context): TemplateResult {
  const { words, library } = context;
  const all = parameterFiles(library.province.id);
  const narrow = (form: HTMLElement) => filter(form.closest('section')!, words.filterCount);
  /** What was filtered stays so when the page is drawn again; the rows are drawn after the form. */
  const again = ref((form) => form && queueMicrotask(() => form.isConnected && narrow(form as HTMLElement)));
  return html`
    <form class="evidence-filters" ${again} @input=${(event: Event) => narrow(event.currentTarget as HTMLElement)}
      @submit=${(event: Event) => event.preventDefault()}>
      <label>${words.filter} <input type="search" name="text" /></label>
      <label>${words.grade} <select name="grade"><option value="">${words.allGrades}</option>
        ${GRADES.map((grade) => html`<option value=${grade}>${gradeName(grade, words)}</option>`)}</select></label>
      <output role="status"></output>
    </form>
    ${parameterRows(context, all)}`;
}

/** Some parameters as a table. */
export function parameterRows(context: Context, records: readonly ParameterFile[]): TemplateResult {
  const { words } = context;
  return html`<div class="scroll evidence-scroll" tabindex="0" role="region" aria-label=${words.parameters}>
      <table class="evidence-table">
        <thead><tr>${[
          words.parameter,
          words.value,
          words.plausibleRange,
          words.unit,
          words.grade,
          words.source,
          words.note,
        ].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
        <tbody>${records.map((record) => row(record, context))}</tbody>
      </table>
    </div>`;
}

/** Hides the rows that do not fit; they stay in the table for those who print or save the page. */
function filter(section: HTMLElement, count: (shown: number, total: number) => string): void {
  const form = new FormData(section.querySelector('form')!);
  const [text, grade] = [String(form.get('text')).toLowerCase(), String(form.get('grade'))];
  const rows = [...section.querySelectorAll<HTMLTableRowElement>('tbody tr')];
  for (const one of rows) {
    const fits =
      (!text || one.textContent!.toLowerCase().includes(text)) && (!grade || one.dataset.grade === grade);
    if (one.hidden === fits) one.hidden = !fits;
  }
  const output = section.querySelector('output')!;
  const told = count(rows.filter((one) => !one.hidden).length, rows.length);
  if (output.textContent !== told) output.textContent = told;
}

/** As it stands in the file, large numbers shortened, with a true minus sign; a line never ends inside it. */
function compact(value: number, { words }: Context): TemplateResult {
  return html`<span class="one-value">${words.shortened(value).replace('-', '\u2212')}</span>`;
}

function row(record: ParameterFile, context: Context): TemplateResult {
  const { tell, words, state, library } = context;
  const { id, value, range, grade, evidence, date, title } = record;
  const { means, unit, note } = parameterTexts(record, state.language, library.province.id);
  return html`<tr data-grade=${grade}>
    <th scope="row">${title ? html`${tell(title)}<br />` : ''}<span class=${title ? 'hint' : ''}>${means}</span><br /><code>${id}</code></th>
    <td class="values">${[value].flat().map((one, at) => html`${at ? html`${words.list}<wbr />` : ''}${compact(one, context)}`)}</td>
    <td class="values">${compact(range[0], context)} – ${compact(range[1], context)}</td>
    <td>${unit}</td>
    <td>${badge(grade, words)}</td>
    <td>${evidence.length ? html`<ul>${evidence.map((one) => source(one, context))}</ul>` : '–'}</td>
    <td>${note} <span class="hint">${date}</span></td>
  </tr>`;
}

/** A fact as its document states it. */
function source(id: string, { state, words }: Context): TemplateResult {
  const fact = facts.get(id);
  if (!fact) return html`<li><code>${id}</code></li>`;
  const document = documents.get(fact.document);
  const { quantity, asOf, summary } = factTexts(fact, state.language);
  return html`<li title=${summary}>${quantity} <span class="hint">${asOf}${words.comma}${document?.id ?? fact.document}</span><br /><code>${id}</code></li>`;
}
