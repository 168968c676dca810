/** A month, typed as `2026-07` in every browser and language; up and down move it. */
import { html, type TemplateResult } from 'lit';
import { FIRST_MONTH, LAST_MONTH } from '../app/draft.ts';
import { wordsOf } from '../text/index.ts';
import type { Language } from '../text/language.ts';
import { addMonths, isMonth, writeMonth } from '../text/months.ts';
import { entry, giveUp, type Reading, refusalBelow, settle } from './entry.ts';

export interface MonthData {
  /** Unique on the page. */
  readonly id: string;
  readonly value: string;
  /** First month it may be, where that is not the first of all. */
  readonly least?: string;
  readonly label: string;
  readonly language: Language;
}

/** `2026-7`, `2026/07`, `2026年7月` -> `2026-07`; what is no month stays as it is. */
export function readMonth(text: string): string {
  const match = /^\s*(\d{4})\D+(\d{1,2})\D*$/.exec(text);
  return match ? `${match[1]}-${match[2]!.padStart(2, '0')}` : text.trim();
}

/** The field; `change` is called with months from `least` to the end of 2030 only. */
export function monthField(
  { id, value, least = FIRST_MONTH, label, language }: MonthData,
  change: (month: string) => void,
): TemplateResult {
  const words = wordsOf(language);
  const inside = (month: string): boolean => month >= least && month <= LAST_MONTH;
  const read = (field: HTMLInputElement): Reading<string> => {
    const month = readMonth(field.value);
    if (!isMonth(month)) return { refusal: words.noMonth(label, field.value) };
    return inside(month)
      ? { value: month, text: month }
      : { refusal: words.outOfRange(label, month, least, LAST_MONTH) };
  };
  const typed = (event: Event) => settle(event.target as HTMLInputElement, value, read, change);
  const step = (event: KeyboardEvent) => {
    giveUp(value)(event);
    const by = { ArrowUp: 1, ArrowDown: -1, PageUp: 12, PageDown: -12 }[event.key];
    if (!by) return;
    event.preventDefault();
    const month = addMonths(value, by);
    if (inside(month)) change(month);
  };
  return html`<input type="text" class="month" inputmode="numeric" autocomplete="off" maxlength="10" placeholder="2026-07"
    aria-label=${label} title=${writeMonth(value, language)} aria-describedby="${id}-refusal"
    .value=${entry(value)} @change=${typed} @keydown=${step} />${refusalBelow(`${id}-refusal`)}`;
}
