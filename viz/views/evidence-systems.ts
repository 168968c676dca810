/** The systems the sources describe: what of the model stands for each, and the claim it must reproduce. */
import { html, type TemplateResult } from 'lit';
import { systemRows } from '../../scenarios/systems/index.ts';
import type { Context } from '../app/context.ts';
import { type EvidenceWords, evidenceWordsOf } from '../text/evidence.ts';

type Row = ReturnType<typeof systemRows>[number];

export function systemsPart(context: Context): TemplateResult {
  const words = evidenceWordsOf(context.state.language);
  const heads = [words.system, words.status, words.carriers, words.claims, words.test];
  return html`<p class="hint">${words.systemsNote}</p>
    <div class="scroll evidence-scroll" tabindex="0" role="region" aria-label=${words.systems}>
    <table class="evidence-table" data-table="systems"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${systemRows().map((row) => systemRow(row, context, words))}</tbody></table></div>`;
}

function systemRow(row: Row, { tell }: Context, words: EvidenceWords): TemplateResult {
  const status = { represented: words.represented, outside: words.outside }[row.status] ?? words.notYet;
  return html`<tr data-status=${row.status}><th scope="row">${tell(row.title)}<br /><code>${row.id}</code></th><td>${status}</td>
    <td><ul>${row.by.map((one) => html`<li>${words.kinds[one.kind] ?? one.kind} <code>${one.name}</code>${one.with ? html`<br />${tell(one.with)}` : ''}</li>`)}</ul>${row.reason ? tell(row.reason) : ''}</td>
    <td><ul>${(row.claims ?? []).map((one) => html`<li><code>${one.id}</code> ${tell(one)}</li>`)}</ul></td>
    <td lang="en">${row.test ? html`${row.test.title}<br /><code>${row.test.file}</code>` : ''}</td></tr>`;
}
