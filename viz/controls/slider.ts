/** One number: a native range with a tick at the status quo and a shade for the plausible range, and a field beside. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { tidy } from '../app/steps.ts';
import { wordsOf } from '../text/index.ts';
import type { Language } from '../text/language.ts';
import { type Display, displayOf, formatLevel } from '../text/numbers.ts';
import { entry, giveUp, type Reading, refusalBelow, settle } from './entry.ts';

export interface SliderData {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** All in the model's unit. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly quo?: number;
  readonly plausible?: readonly [number, number];
  readonly disabled?: boolean;
  /** Written below instead of the status quo. */
  readonly hint?: string;
  /** Called when somebody turns to the slider, before it is moved, and when they turn away. */
  readonly near?: () => void;
  readonly leave?: () => void;
  readonly language: Language;
}

/** Money is written in the unit in which fifty steps are one or more: 20 million a step in billions, 100 in yuan. */
const MONEY_STEPS = 50;

/** Decimals that tell two steps apart. */
const decimalsOf = (step: number) => Math.min(4, String(tidy(step)).split('.')[1]?.length ?? 0);

/** A number in the field: a fitted value has more digits than there is room for. */
const shown = (number: number, step: number): string =>
  String(Number(number.toFixed(Math.max(3, decimalsOf(step)))));

/** How a slider's values are written, in its field and beside it. */
const displayFor = (unit: string, step: number, language: Language): Display =>
  displayOf(unit, language, MONEY_STEPS * step);

/** A value of the slider's unit, as precisely as its step. */
export function writeValue(value: number, unit: string, step: number, language: Language): string {
  const display = displayFor(unit, step, language);
  return formatLevel(value, display, decimalsOf(step * display.factor));
}

/** The model's value of a number in the field. Twelve digits count: the rest is dust of dividing by a factor. */
export const typedValue = (number: number, unit: string, step: number, language: Language): number =>
  Number((number / displayFor(unit, step, language).factor).toPrecision(12));

/** The number in the field for a value of the model. */
export function fieldText(value: number, unit: string, step: number, language: Language): string {
  const { factor } = displayFor(unit, step, language);
  return shown(value * factor, step * factor);
}

/** The control; `change` is called with the model's value at every move. */
export function slider(data: SliderData, change: (value: number) => void): TemplateResult {
  const { id, label, unit, value, min, max, step, quo, plausible, language } = data;
  const words = wordsOf(language);
  const display = displayFor(unit, step, language);
  const write = (one: number) => writeValue(one, unit, step, language);
  const place = (one: number) => Math.max(0, Math.min(1, (one - min) / (max - min)));
  const spoken = [write(value), quo === undefined ? '' : words.statusQuoAt(write(quo))]
    .filter(Boolean)
    .join(words.comma);
  const outside = plausible && (value < plausible[0] || value > plausible[1]);
  const hint =
    data.hint !== undefined
      ? [data.hint]
      : [
          quo === undefined ? '' : words.statusQuoAt(write(quo)),
          plausible ? words.plausible(write(plausible[0]), write(plausible[1])) : '',
          outside ? words.outsidePlausible : '',
        ].filter(Boolean);
  const moved = (event: Event) => change(tidy(Number((event.target as HTMLInputElement).value)));
  const inField = fieldText(value, unit, step, language);
  const read = (field: HTMLInputElement): Reading<number> => {
    const number = typedValue(field.valueAsNumber, unit, step, language);
    return number >= min && number <= max
      ? { value: number, text: fieldText(number, unit, step, language) }
      : { refusal: words.outOfRange(label, field.value, write(min), write(max)) };
  };
  const typed = (event: Event) => settle(event.target as HTMLInputElement, inField, read, change);
  const marks = {
    quo: quo === undefined ? '' : `--quo:${place(quo)};`,
    shade: plausible ? `--low:${place(plausible[0])};--high:${place(plausible[1])};` : '',
  };
  return html`
    <div class="slider" ?data-moved=${quo !== undefined && value !== quo} @pointerenter=${data.near} @focusin=${data.near}
      @pointerleave=${data.leave} @focusout=${data.leave}>
      <label for=${id}>${label}</label>
      <span class="slider-field">
        <input type="number" aria-label="${label}${words.comma}${display.name || unit}" min=${tidy(min * display.factor)}
          max=${tidy(max * display.factor)} step=${tidy(step * display.factor)} ?disabled=${data.disabled}
          aria-describedby="${id}-refusal" .value=${entry(inField)} @change=${typed} @keydown=${giveUp(inField)} />
        <span class="slider-unit" aria-hidden="true">${display.name}</span>
      </span>
      <span class="slider-track" style="${marks.quo}${marks.shade}">
        ${plausible ? html`<span class="slider-shade"></span>` : nothing}
        ${quo === undefined ? nothing : html`<span class="slider-quo"></span>`}
        <input type="range" id=${id} min=${min} max=${max} step=${step} .value=${live(String(value))}
          aria-valuetext=${spoken} aria-describedby="${id}-hint" ?disabled=${data.disabled} @input=${moved} />
      </span>
      ${refusalBelow(`${id}-refusal`)}
      <span class="slider-hint" id="${id}-hint">${hint.join(words.list === '、' ? '，' : ' · ')}</span>
    </div>`;
}
