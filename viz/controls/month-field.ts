/** A month, typed as `2026-07` in every browser and language; up and down move it. */
import { html, type TemplateResult } from 'lit';
import { FIRST_MONTH, LAST_MONTH } from '../app/draft.ts';
import type { Language } from '../text/language.ts';
import { addMonths, isMonth, writeMonth } from '../text/months.ts';
import { unlessTyped } from './unless-typed.ts';

export interface MonthData {
  readonly value: string;
  readonly label: string;
  readonly language: Language;
}

const inside = (month: string): boolean => isMonth(month) && month >= FIRST_MONTH && month <= LAST_MONTH;

/** `2026-7`, `2026/07`, `2026年7月` -> `2026-07`; what is no month stays as it is. */
export function readMonth(text: string): string {
  const match = /^\s*(\d{4})\D+(\d{1,2})\D*$/.exec(text);
  return match ? `${match[1]}-${match[2]!.padStart(2, '0')}` : text.trim();
}

/** The field; `change` is called with months of 2026–2030 only. */
export function monthField(data: MonthData, change: (month: string) => void): TemplateResult {
  const { value, label, language } = data;
  const typed = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const month = readMonth(input.value);
    const isGood = inside(month);
    input.value = isGood ? month : value;
    if (isGood) change(month);
  };
  const step = (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowDown: -1, PageUp: 12, PageDown: -12 }[event.key];
    if (!by) return;
    event.preventDefault();
    const month = addMonths(value, by);
    if (inside(month)) change(month);
  };
  return html`<input type="text" class="month" inputmode="numeric" autocomplete="off" maxlength="10" placeholder="2026-07"
    aria-label=${label} title=${writeMonth(value, language)}
    .value=${unlessTyped(value)} @change=${typed} @keydown=${step} />`;
}
