/** Which indicator a view looks at. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Context } from '../app/context.ts';

/** A select of every indicator, or of those that `fits` lets through. */
export function indicatorPicker(
  { words, state, library, tell, acts }: Context,
  fits: (id: string) => boolean = () => true,
): TemplateResult {
  const choose = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    acts.change((now) => ({ ...now, indicator: value }));
  };
  return html`<label class="picker indicator-picker"><span>${words.chooseIndicator}</span>
    <select data-role="indicator" .value=${live(state.indicator)} @change=${choose}>
      ${library.indicators
        .filter(({ id }) => id === state.indicator || fits(id))
        .map(
          ({ id, title }) =>
            html`<option value=${id} ?selected=${id === state.indicator}>${tell(title)}</option>`,
        )}
    </select></label>`;
}
