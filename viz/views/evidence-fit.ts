/** Fit and validation: published numbers and effects beside the model's, agreeing or not. */

import { html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../app/context.ts';
import { type TargetRow, targetRows, validationOf } from '../app/fit.ts';
import { indicatorOf } from '../app/library.ts';
import { shortcomings } from '../app/shortcomings.ts';
import { evidenceWordsOf } from '../text/evidence.ts';
import { TAGS } from '../text/language.ts';
import { displayOf, formatLevel } from '../text/numbers.ts';
import { effectPart } from './evidence-effects.ts';
import { placeText } from './evidence-place.ts';

const wordsIn = ({ state }: Context) => evidenceWordsOf(state.language);

/** A value as people read it, three digits that count. */
function write(value: number | null, unit: string, { state }: Context): string {
  if (value === null) return '–';
  const display = displayOf(unit, state.language, Math.abs(value));
  const shown = Math.abs(value * display.factor);
  return formatLevel(value, display, shown === 0 || shown >= 100 ? 0 : shown >= 10 ? 1 : 2);
}

function toleranceText({ tolerance, unit }: TargetRow, context: Context): string {
  const words = wordsIn(context);
  const { kind, value } = tolerance;
  if (kind === 'relative') return words.relative(write(value, 'ratio', context));
  const slack = write(value, /ratio/.test(unit) ? 'points' : unit, context);
  if (kind === 'upper-bound') return words.atMost(slack);
  return kind === 'lower-bound' ? words.atLeast(slack) : words.relative(slack);
}

/** Rows of targets; those of one indicator when it is named. */
export function targetTable(context: Context, indicator?: string): TemplateResult | typeof nothing {
  const words = wordsIn(context);
  const rows = targetRows(context.library.province.id, context.lab.update?.result).filter(
    (one) => indicator === undefined || one.id === indicator,
  );
  if (rows.length === 0) return nothing;
  const heads = [
    words.target,
    words.published,
    words.tolerance,
    words.model,
    words.within,
    words.role,
    context.words.source,
  ];
  return html`<div class="scroll evidence-scroll" tabindex="0" role="region" aria-label=${words.fit}>
    <table class="evidence-table" data-table="targets"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => targetRow(row, context))}</tbody></table></div>`;
}

function targetRow(row: TargetRow, context: Context): TemplateResult {
  const words = wordsIn(context);
  const title = indicatorOf(context.library, row.id)?.title;
  const place = placeText(row.dimensions, context);
  const role = { fit: words.roleFit, 'held-out': words.roleHeld, input: words.roleInput }[row.role];
  const within = row.scored
    ? row.within === null
      ? '–'
      : row.within
        ? `✓ ${words.yes}`
        : `✕ ${words.no}`
    : words.notScored;
  return html`<tr data-within=${String(row.within)}><th scope="row">${title ? context.tell(title) : html`<code>${row.id}</code>`}${place ? html`<br /><span class="hint">${place}</span>` : nothing}</th>
    <td>${write(row.published, row.unit, context)}</td><td>${toleranceText(row, context)}</td><td>${write(row.ours, row.unit, context)}</td>
    <td>${within}</td><td>${role}</td><td lang="en"><ul>${row.basis.map((id) => html`<li><code>${id}</code></li>`)}</ul></td></tr>`;
}

export function fitPart(context: Context): TemplateResult {
  const words = wordsIn(context);
  const { province } = context.library;
  const validation = validationOf(province.id);
  const summary = validation?.summary;
  const note = province.fitted ? words.fitNote : words.fitNone(context.tell(province.title));
  return html`<p class="hint" data-role="fit-note">${note} ${summary || !province.fitted ? nothing : words.fitStored}</p>
    ${summary ? html`<p>${words.summary(summary.fitted.within, summary.fitted.total, summary.heldOut.within, summary.heldOut.total)}</p>` : nothing}
    ${targetTable(context)}
    ${validation ? effectPart(context, validation) : nothing}`;
}

/** What the model gets wrong, as published. */
export function wrongPart(context: Context): TemplateResult {
  const { language } = context.state;
  const words = wordsIn(context);
  const { fitted, title } = context.library.province;
  return html`<p class="hint">${words.wrongNote}</p>
    ${fitted ? nothing : html`<p class="hint" data-role="wrong-note">${words.wrongElsewhere(context.tell(title))}</p>`}
    <ul class="wrongs" lang=${TAGS[language]}>${shortcomings(language).map((one) => html`<li>${one}</li>`)}</ul>`;
}
