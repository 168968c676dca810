/** A few exclusive choices side by side. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** @param group name of the radio group, one of a kind in the page */
export function segments(
  legend: string,
  group: string,
  choices: readonly Choice[],
  chosen: string,
  choose: (id: string) => void,
): TemplateResult {
  return html`<fieldset class="segments" data-group=${group}><legend class="hidden">${legend}</legend>
    ${choices.map(
      ({
        id,
        name,
      }) => html`<label><input type="radio" name=${group} value=${id} .checked=${live(chosen === id)}
      @change=${() => choose(id)} /><span>${name}</span></label>`,
    )}</fieldset>`;
}
