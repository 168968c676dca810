/** A number of whole months, typed. */
import { html, type TemplateResult } from 'lit';
import type { Words } from '../text/index.ts';
import { entry, giveUp, type Reading, refusalBelow, settle } from './entry.ts';

/** Most months a shock or a phase-in may take. */
const LONGEST = 60;

export interface LengthData {
  /** Unique on the page. */
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly least: number;
}

/** The field; `change` is called with whole numbers from `least` to 60 only. */
export function lengthField(
  { id, label, value, least }: LengthData,
  words: Words,
  change: (months: number) => void,
): TemplateResult {
  const shown = String(value);
  const read = (field: HTMLInputElement): Reading<number> => {
    const number = Math.round(field.valueAsNumber);
    return number >= least && number <= LONGEST
      ? { value: number, text: String(number) }
      : { refusal: words.outOfRange(label, field.value, String(least), String(LONGEST)) };
  };
  const typed = (event: Event) => settle(event.target as HTMLInputElement, shown, read, change);
  return html`<input type="number" min=${least} max=${LONGEST} step="1" aria-label=${label} aria-describedby="${id}-refusal"
    .value=${entry(shown)} @change=${typed} @keydown=${giveUp(shown)} />${refusalBelow(`${id}-refusal`)}`;
}
