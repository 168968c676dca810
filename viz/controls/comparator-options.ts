/** Everything a scenario can be compared with, as options of a select. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isPairable, WITHOUT_SHOCKS } from '../app/comparators.ts';
import type { Context } from '../app/context.ts';
import type { Preset } from '../app/library.ts';

export function comparatorOptions(
  { library, chosen: { draft }, tell, words }: Context,
  chosen: string,
): TemplateResult {
  const option = (id: string, title: string) =>
    html`<option value=${id} .selected=${live(id === chosen)}>${title}</option>`;
  const options = (wanted: (one: Preset) => boolean) =>
    library.presets
      .filter(
        (one) =>
          (!one.forgotten || one.id === chosen) && wanted(one) && isPairable(one.id, draft.province, library),
      )
      .map((one) => option(one.id, tell(one.title)));
  const groups = [
    { label: words.ownPresets, entries: options((one) => one.own === true) },
    { label: words.namedPresets, entries: options((one) => one.named) },
    { label: words.pairPresets, entries: options((one) => !one.named && !one.own) },
  ].filter(({ entries }) => entries.length > 0);
  return html`${option(WITHOUT_SHOCKS, words.withoutShocks)}
    ${groups.map(({ label, entries }) => html`<optgroup label=${label}>${entries}</optgroup>`)}`;
}
