/** Above the charts: the levers that differ from the comparator, and how far the runs are. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { monthName } from '../../sim/index.ts';
import type { Context } from '../app/context.ts';
import { FINAL_SCALES, RUNS_AT, type State } from '../app/state.ts';
import { comparatorName } from '../app/words.ts';
import { leverDifferences } from './differences.ts';

export function strip(context: Context): TemplateResult {
  const { words } = context;
  const differences = leverDifferences(context);
  const other = comparatorName(context);
  return html`
    <section class="strip" aria-label=${words.differs(other)}>
      ${
        differences.length === 0
          ? html`<p class="strip-same">${words.differsNot(other)}</p>`
          : html`<h2 class="strip-head">${words.differs(other)}</h2>
          <ul class="strip-list">
            ${differences.map(
              ({ family, lever, before, after, when }) => html`<li data-family=${family}>
                <span class="strip-lever">${lever}</span><span class="strip-values">${before}<span class="strip-arrow">${words.arrow}</span><b>${after}</b></span>${when ? html`<span class="strip-when">${when}</span>` : nothing}</li>`,
            )}
          </ul>`
      }
    </section>`;
}

/** `n = 24 of 64 runs · 1:100`, with a bar, and a way to stop. */
export function runChip(context: Context): TemplateResult {
  const { lab, words, acts } = context;
  const { update, status, stale } = lab;
  const running = status === 'running';
  const text = !update
    ? words.waiting
    : update.stage === 'stored'
      ? words.storedRuns(update.runsDone, update.scale)
      : words.runs(update.runsDone, update.runsTotal, update.scale);
  const state = stale
    ? running
      ? words.stale
      : words.staleStopped
    : update?.stage === 'stored'
      ? words.storedBaseline
      : update?.stage === 'sketch' && running
        ? words.sketching
        : {
            waiting: words.waiting,
            running: lab.month === undefined ? words.running : words.runningAt(monthName(lab.month)),
            done: words.finished,
            stopped: words.stopped,
            failed: words.stopped,
          }[status];
  const share = update && !stale && update.stage !== 'stored' ? update.runsDone / update.runsTotal : 0;
  return html`
    <div class="chip" data-status=${status} ?data-stale=${stale} data-stage=${update?.stage ?? 'none'}>
      <span class="chip-text" role="status" aria-label=${words.runStatus}>${text}<span class="chip-state">${state}</span></span>
      ${precision(context)}
      <progress max="1" .value=${share} aria-label=${words.runStatus}></progress>
      ${
        running || status === 'stopped'
          ? html`<button type="button" class="quiet" @click=${running ? acts.stop : acts.again}>${running ? words.stopRun : words.resumeRun}</button>`
          : nothing
      }
    </div>`;
}

/** How closely the last answer looks: many coarse runs, or fewer finer ones. */
function precision({ state, words, acts }: Context): TemplateResult {
  const choose = (event: Event) => {
    const scale = Number((event.target as HTMLSelectElement).value) as State['scale'];
    acts.change((now) => ({ ...now, scale, runs: RUNS_AT[scale] }));
  };
  return html`<select class="precision" data-role="scale" aria-label=${words.precision} title=${words.precisionNote}
    .value=${live(String(state.scale))} @change=${choose}>
    ${FINAL_SCALES.map((one) => html`<option value=${one} ?selected=${one === state.scale}>${words.scaleName(one)}</option>`)}</select>`;
}
