/** Published effects beside the model's: what was tried, what was read, and whether it agrees. */
import { html, nothing, type TemplateResult } from 'lit';
import type { EffectScore, Validation } from '../../experiments/validation/result.ts';
import type { Context } from '../app/context.ts';
import { evidenceWordsOf } from '../text/evidence.ts';
import { displayOf, formatChange, formatLevel } from '../text/numbers.ts';
import { READING_WORDS } from '../text/readings.ts';
import { placeText } from './evidence-place.ts';

export function effectPart(context: Context, { effects, summary }: Validation): TemplateResult {
  const words = evidenceWordsOf(context.state.language);
  const { signRight, sizeRight, total } = summary.effects;
  const heads = [words.claim, words.published, words.ours, words.verdict, words.missing];
  return html`<h3>${words.effects}</h3><p class="hint">${words.effectsNote}</p><p>${words.effectsSummary(signRight, sizeRight, total)}</p>
    <div class="scroll evidence-scroll" tabindex="0" role="region" aria-label=${words.effects}>
    <table class="evidence-table" data-table="effects"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${effects.map((one) => effectRow(one, context))}</tbody></table></div>`;
}

function effectRow(one: EffectScore, context: Context): TemplateResult {
  const words = evidenceWordsOf(context.state.language);
  const verdict =
    {
      right: words.verdictRight,
      wrongSign: words.verdictWrongSign,
      tooSmallToTell: words.verdictTooSmall,
      wrongSize: words.verdictWrongSize,
      notScored: words.notScored,
    }[one.verdict] ?? words.notScored;
  const tried = one.experiment && words.tried(context.tell(one.experiment));
  return html`<tr data-verdict=${one.verdict}><th scope="row">${context.tell(one.claim)}<br /><code>${one.id}</code>${tried ? html`<br /><span class="hint">${tried}</span>` : nothing}</th>
    <td>${publishedText(one, context)}</td><td>${oursText(one, context)}</td><td>${verdict}</td><td>${one.why ? context.tell(one.why) : ''}</td></tr>`;
}

/** A number of an effect as it was compared: a difference, a change of so many percent, or a level. */
function write(value: number, { read, as }: EffectScore, { state }: Context): string {
  const unit = as === 'relative' ? 'ratio' : (READING_WORDS[read ?? '']?.unit ?? '');
  const display = displayOf(unit, state.language, Math.abs(value));
  const shown = Math.abs(value * display.factor);
  const decimals =
    shown === 0 ? 0 : Math.min(MOST_DECIMALS, Math.max(0, DIGITS - 1 - Math.floor(Math.log10(shown))));
  if (as === 'with') return formatLevel(value, display, decimals);
  return formatChange(
    value,
    as === 'relative' ? { ...display, changeSuffix: display.suffix } : display,
    decimals,
  );
}

/** Digits that count, and decimals beyond which a number is nothing to a reader. */
const DIGITS = 2;
const MOST_DECIMALS = 5;

function oursText(one: EffectScore, context: Context): TemplateResult | string {
  const { ours, read = '', dimensions, p05, p95, pairs = 0, scale = 0 } = one;
  if (ours === null) return '–';
  const { state, tell, words } = context;
  const reading = READING_WORDS[read];
  const of = [reading ? tell(reading) : '', dimensions ? placeText(dimensions, context) : ''];
  const [low, high] = [p05, p95].map((end) => write(end ?? ours, one, context)) as [string, string];
  return html`${write(ours, one, context)}<br /><span class="hint">${of.filter(Boolean).join(words.comma)}<br />${evidenceWordsOf(state.language).rangeOf(low, high, pairs, scale)}</span>`;
}

function publishedText(one: EffectScore, context: Context): string {
  if (!one.published) return '–';
  const { low, high } = one.published;
  return [...new Set([low, high])].map((value) => write(value, one, context)).join(' – ');
}
