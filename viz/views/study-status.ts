/** How far a longer question is, and how to stop it or ask it again. */
import { html, type TemplateResult } from 'lit';
import type { Context } from '../app/context.ts';
import type { Study } from '../app/desk.ts';
import { studyWordsOf } from '../text/study.ts';

/**
 * A line with progress and one button; `again` asks once more. A question that gave way `resumes` where the view needs its
 * answer, and waits to be asked again where a person asks.
 */
export function studyStatus(
  context: Context,
  study: Study,
  again: () => void,
  resumes = true,
): TemplateResult {
  const { state, desk } = context;
  const words = studyWordsOf(state.language);
  const { status, done, total, reason } = study;
  const text = {
    running: total > 0 ? words.progress(done, total) : words.waiting,
    paused: resumes ? words.paused : words.gaveWay,
    stopped: words.stopped,
    failed: words.failed(reason ?? ''),
    done: words.done,
  }[status];
  return html`<div class="study" data-study=${status}>
    ${status === 'running' ? html`<progress max=${total || 1} .value=${done} aria-label=${words.name}></progress>` : ''}
    <span role="status">${text}</span>
    ${status === 'running' ? html`<button type="button" @click=${() => desk.stop()}>${words.stop}</button>` : ''}
    ${status === 'paused' || status === 'stopped' || status === 'failed' ? html`<button type="button" @click=${again}>${words.again}</button>` : ''}
  </div>`;
}
