/** Notices under the top bar: what a link or file said that was not understood, a lost worker, a scenario that failed. */
import { html, type TemplateResult } from 'lit';
import { ICONS } from '../controls/icons.ts';
import { focusNext } from '../controls/reveal.ts';
import type { Context } from './context.ts';
import { titleOf } from './scenario-file.ts';

export function notices(context: Context): TemplateResult {
  const { words, acts, lab, library, tell } = context;
  const fault = lab.fault;
  return html`
    <div class="notices" role="region" aria-label=${words.notices}>
      <div role="alert">${
        fault
          ? html`<p class="notice" data-tone="warning"><span>${words.failed(tell(titleOf(fault.draft, library)), fault.reason)}</span>
            <button type="button" class="quiet" @click=${acts.again}>${words.tryAgain}</button></p>`
          : ''
      }${list(context, 'warning')}</div>
      <div role="status">${list(context, 'note')}</div>
    </div>`;

  function dismiss(id: number): void {
    acts.dismiss(id);
    focusNext('.notice button', '#results');
  }

  function list({ notices: all }: Context, tone: string): TemplateResult[] {
    return all
      .filter((one) => one.tone === tone)
      .map(
        (one) => html`<p class="notice" data-tone=${tone}><span>${one.text}</span>
        <button type="button" class="tool" aria-label=${words.dismiss} title=${words.dismiss} @click=${() => dismiss(one.id)}>${ICONS.close}</button></p>`,
      );
  }
}
