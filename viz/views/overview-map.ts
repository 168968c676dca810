/** The tile map of the chosen indicator, as a difference or as a level. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Context } from '../app/context.ts';
import { mapDrawing } from '../app/drawings.ts';
import { type Finding, sameThroughout } from '../app/findings.ts';

const SHOWS = ['difference', 'level'] as const;

export function mapBlock(context: Context, finding: Finding): TemplateResult {
  const { words, lab, state, acts } = context;
  const result = lab.update!.result;
  const has = Object.values(result.prefecture).some((place) => place[finding.indicator.id]);
  if (!has) return html`<p class="empty">${words.mapMissing}</p>`;
  const same = sameThroughout(context);
  const shows = same ? 'level' : state.mapShows;
  return html`
    <div class="chart-narrow">
      <hw-chart .drawing=${mapDrawing(context, finding, shows)}></hw-chart>
      ${
        same
          ? ''
          : html`
        <fieldset class="segments"><legend class="hidden">${words.mapShows}</legend>
          ${SHOWS.map(
            (one) => html`<label><input type="radio" name="map-shows" .checked=${live(shows === one)}
            @change=${() => acts.change((now) => ({ ...now, mapShows: one }))} /><span>${one === 'level' ? words.showLevel : words.showDifference}</span></label>`,
          )}
        </fieldset>`
      }
    </div>`;
}
