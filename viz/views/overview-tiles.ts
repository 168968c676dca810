/** The six tiles: level at the end of 2030 or sum over the projection, change against the comparator, range; choosing one draws it. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Context } from '../app/context.ts';
import { type Finding, findingOf, sameThroughout } from '../app/findings.ts';
import { comparatorName } from '../app/words.ts';
import { sparkLine } from '../charts/spark.ts';
import { ICON_OF } from './verdicts.ts';

/** What the Overview shows of everything the model counts. */
export const TILES = [
  'loan-penetration',
  'financing-cost',
  'npl-ratio',
  'penetration-gap',
  'fiscal-cost',
  'three-year-survival',
] as const;

export function tiles(context: Context): TemplateResult {
  const { words } = context;
  return html`<fieldset class="tiles"><legend class="hidden">${words.tiles}</legend>
    ${TILES.map((id) => tile(context, findingOf(context, id)))}</fieldset>`;
}

function tile(context: Context, finding: Finding): TemplateResult {
  const { state, tell, acts, words } = context;
  const { indicator } = finding;
  const window = finding.summed ? finding.when : indicator.window === 'month' ? words.perMonth : '';
  const choose = () => acts.change((now) => ({ ...now, indicator: indicator.id }));
  return html`
    <label class="tile" data-indicator=${indicator.id} data-verdict=${finding.verdict}>
      <input type="radio" name="indicator" .checked=${live(state.indicator === indicator.id)} @change=${choose} />
      <span class="tile-title">${tell(indicator.title)}${window ? html`<span class="tile-window">${words.comma}${window}</span>` : nothing}</span>
      ${body(context, finding)}
    </label>`;
}

function body(context: Context, finding: Finding): TemplateResult {
  const { words, lab, look } = context;
  const scale = lab.update?.scale ?? 0;
  if (scale > finding.indicator.coarsestScale) {
    return html`<span class="tile-needs">${words.needsScale(finding.indicator.coarsestScale)}</span>`;
  }
  const { pair, level, range } = finding;
  const lines = pair
    ? [
        { values: pair.comparator.mean, hue: 'baseline' as const },
        ...(sameThroughout(context) ? [] : [{ values: pair.scenario.mean, hue: 0 }]),
      ]
    : [];
  return html`
    <span class="tile-level">${level}</span>
    <span class="tile-change">${changeText(context, finding)}</span>
    <span class="tile-range">${range === '–' ? '' : range}</span>
    ${pair ? html`<span class="tile-spark">${sparkLine(lines, 132, 26, look)}</span>` : nothing}`;
}

function changeText(context: Context, finding: Finding): TemplateResult {
  const { words } = context;
  const { verdict, change, interval } = finding;
  if (sameThroughout(context) || verdict === 'none')
    return html`<span class="tile-plain">${comparatorName(context)}</span>`;
  if (verdict === 'same' || verdict === 'chance') {
    return html`<span class="tile-plain">${words.noDifferenceShort}</span>
      ${interval === '–' ? nothing : html`<span class="tile-interval">${interval}</span>`}`;
  }
  return html`<span class="tile-figure" data-verdict=${verdict}>${ICON_OF(finding.difference)}${change}</span>
    ${interval === '–' ? nothing : html`<span class="tile-interval">${interval}</span>`}`;
}
