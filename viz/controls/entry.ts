/**
 * What is typed into a field. Answers come while people type, so the field that has the focus keeps its text; what cannot
 * be taken stays too, with the reason below, until it is mended, given up with Escape, or the value changes elsewhere, or
 * the scenario it was typed for gives way to another.
 */
import { html, noChange, type TemplateResult } from 'lit';
import { Directive, directive, type PropertyPart } from 'lit/directive.js';

let scenarios = 0;

/** What was typed and not taken is of a scenario that is gone: fields show what is in force when they are next drawn. */
export const forgetEntries = (): void => void scenarios++;

class Entry extends Directive {
  #last: string | undefined;
  #scenario = scenarios;
  #language = '';

  render(value: string): string {
    return value;
  }

  override update(part: PropertyPart, [value]: [value: string]): typeof noChange {
    const field = part.element as HTMLInputElement;
    const isOfNow = value === this.#last && this.#scenario === scenarios;
    const isKept = isOfNow && (field.matches(':focus') || isRefused(field));
    this.#last = value;
    this.#scenario = scenarios;
    if (!isKept) show(field, value);
    const { lang } = document.documentElement;
    if (isRefused(field) && lang !== this.#language)
      queueMicrotask(() => field.dispatchEvent(new Event('change')));
    this.#language = lang;
    return noChange;
  }
}

/** `.value=${entry(x)}` shows `x` as lit's `live` does, but leaves alone what somebody has typed until `x` itself changes. */
export const entry = directive(Entry);

/** Where the reason stands; the field names it with `aria-describedby`. */
export const refusalBelow = (id: string): TemplateResult =>
  html`<span class="refusal" id=${id} role="alert"></span>`;

const isRefused = (field: HTMLInputElement): boolean => field.validity.customError;

/** What a text says: a value and how it is written, or the reason why it cannot be taken. */
export type Reading<T> = { readonly value: T; readonly text: string } | { readonly refusal: string };

/**
 * Reads the text of a field and takes its value, or leaves it there and says why not; an emptied field shows `now`, what
 * is in force, again.
 */
export function settle<T>(
  field: HTMLInputElement,
  now: string,
  read: (field: HTMLInputElement) => Reading<T>,
  take: (value: T) => void,
): void {
  if (field.value.trim() === '' && !field.validity.badInput) {
    show(field, now);
    return;
  }
  const reading = read(field);
  if ('refusal' in reading) say(field, reading.refusal);
  else {
    show(field, reading.text);
    take(reading.value);
  }
}

/** Shows `value` in the field, and takes back what was said against its text. */
function show(field: HTMLInputElement, value: string): void {
  if (field.value !== value) field.value = value;
  say(field, '');
}

/** Writes the reason below the field; the empty one takes it away. */
function say(field: HTMLInputElement, reason: string): void {
  if (field.validationMessage === reason) return;
  field.setCustomValidity(reason);
  field.toggleAttribute('data-refused', reason !== '');
  if (reason === '') field.removeAttribute('aria-invalid');
  else field.setAttribute('aria-invalid', 'true');
  const below = document.getElementById(field.getAttribute('aria-describedby') ?? '');
  if (below) below.textContent = reason;
}

/** Escape gives up what is typed and brings `value` back. */
export const giveUp = (value: string) => (event: KeyboardEvent) => {
  const field = event.currentTarget as HTMLInputElement;
  if (event.key !== 'Escape' || (field.value === value && !isRefused(field))) return;
  event.preventDefault();
  event.stopPropagation();
  show(field, value);
};
