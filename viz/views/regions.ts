/** Regions: who gains, who lags? The chosen indicator on a map, pair by pair, over time, and as a gap. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Context } from '../app/context.ts';
import { dumbbellDrawing, multiplesDrawing, placesOf, slopeDrawing } from '../app/drawing-regions.ts';
import { fanDrawing, mapDrawing } from '../app/drawings.ts';
import { type Finding, findingOf, sameThroughout } from '../app/findings.ts';
import { currentOutline } from '../app/outline.ts';
import { indicatorPicker } from '../controls/indicator-picker.ts';
import { segments } from '../controls/segments.ts';
import { officialMap } from './regions-map.ts';

const GAPS = ['penetration-gap', 'npl-gap', 'loan-theil', 'loan-gini'] as const;

export function regions(context: Context): TemplateResult {
  const { words, lab, state } = context;
  const finding = findingOf(context, state.indicator);
  const broken = (id: string) =>
    Object.values(lab.update?.result.prefecture ?? {}).some((place) => place[id]);
  return html`
    <div class="regions" ?data-stale=${lab.faded}>
      <p class="lead">${words.regionsLead}</p>
      <div class="view-controls">${indicatorPicker(context, broken)}${lab.update ? mapControls(context) : nothing}</div>
      ${lab.update ? pictures(context, finding) : html`<p class="empty">${words.waitResult}</p>`}
      ${lab.update ? gap(context) : nothing}
    </div>`;
}

function mapControls(context: Context): TemplateResult {
  const { words, state, acts } = context;
  const kind = state.picks.map ?? 'tiles';
  const shows = [
    { id: 'difference', name: words.showDifference },
    { id: 'level', name: words.showLevel },
  ] as const;
  return html`
    ${segments(
      words.mapKind,
      'map-kind',
      [
        { id: 'tiles', name: words.mapTiles },
        { id: 'outline', name: words.mapOutline },
      ],
      kind,
      (map) => acts.change((now) => ({ ...now, picks: { ...now.picks, map } })),
    )}
    ${
      sameThroughout(context)
        ? nothing
        : segments(words.mapShows, 'region-map-shows', shows, state.mapShows, (mapShows) =>
            acts.change((now) => ({ ...now, mapShows: mapShows as typeof state.mapShows })),
          )
    }`;
}

function pictures(context: Context, finding: Finding): TemplateResult {
  const { words, state, library, acts } = context;
  if (!placesOf(context, finding).length) return html`<p class="empty">${words.mapMissing}</p>`;
  const shows = sameThroughout(context) ? 'level' : state.mapShows;
  const lost = () => {
    acts.notify(words.partNotLoaded, 'warning');
    acts.change((now) => ({ ...now, picks: { ...now.picks, map: 'tiles' } }));
  };
  const outline = state.picks.map === 'outline' ? currentOutline(library, acts.redraw, lost) : undefined;
  return html`
    <div class="regions-grid">
      <div><hw-chart .drawing=${mapDrawing(context, finding, shows, outline)}></hw-chart>
        ${state.picks.map === 'outline' ? officialMap(context) : nothing}</div>
      <hw-chart .drawing=${dumbbellDrawing(context, finding)}></hw-chart>
      <hw-chart .drawing=${multiplesDrawing(context, finding)}></hw-chart>
      <hw-chart .drawing=${slopeDrawing(context, finding)}></hw-chart>
    </div>`;
}

/** One number for the distance between regions, over time. */
function gap(context: Context): TemplateResult {
  const { words, state, library, tell, acts } = context;
  const id = state.picks.gap ?? GAPS[0];
  const finding = findingOf(context, id);
  const choose = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    acts.change((now) => ({ ...now, picks: { ...now.picks, gap: value } }));
  };
  return html`<section><h2>${words.gapHeading}</h2>
    <label class="picker indicator-picker"><span>${words.gapPicker}</span>
      <select .value=${live(id)} @change=${choose}>${library.indicators
        .filter((one) => (GAPS as readonly string[]).includes(one.id))
        .map(
          (one) => html`<option value=${one.id} ?selected=${one.id === id}>${tell(one.title)}</option>`,
        )}</select></label>
    ${finding.pair ? html`<hw-chart .drawing=${fanDrawing(context, finding)}></hw-chart>` : html`<p class="empty">${words.waitResult}</p>`}
  </section>`;
}
