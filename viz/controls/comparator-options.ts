/** Everything a scenario can be compared with, as options of a select. */
import { html, type TemplateResult } from 'lit';
import { WITHOUT_SHOCKS } from '../app/comparators.ts';
import type { Context } from '../app/context.ts';

export function comparatorOptions({ library, tell, words }: Context, chosen: string): TemplateResult {
  const option = (id: string, title: string) =>
    html`<option value=${id} ?selected=${id === chosen}>${title}</option>`;
  const [named, pairs] = [true, false].map((kind) =>
    library.presets.filter((one) => one.named === kind).map((one) => option(one.id, tell(one.title))),
  );
  return html`${option(WITHOUT_SHOCKS, words.withoutShocks)}
    <optgroup label=${words.namedPresets}>${named}</optgroup><optgroup label=${words.pairPresets}>${pairs}</optgroup>`;
}
