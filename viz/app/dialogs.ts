/** Dialogs of the page: how to use the lab, and the link to share. */
import { html, nothing, type TemplateResult } from 'lit';
import { ICONS } from '../controls/icons.ts';
import type { Context } from './context.ts';
import { loadedLater } from './later.ts';
import { notCarried } from './words.ts';

const LONG = 1800;

/** Opens a dialog by name. */
export function openDialog(name: 'help' | 'share'): void {
  document.querySelector<HTMLDialogElement>(`dialog[data-name="${name}"]`)?.showModal();
}

function frame(context: Context, name: string, title: string, body: TemplateResult): TemplateResult {
  const close = (event: Event) => (event.currentTarget as HTMLElement).closest('dialog')!.close();
  const outside = (event: Event) => {
    if (event.target === event.currentTarget) (event.currentTarget as HTMLDialogElement).close();
  };
  return html`<dialog data-name=${name} aria-labelledby="dialog-${name}" @click=${outside}>
    <div class="dialog-body">
      <div class="dialog-head"><h2 id="dialog-${name}">${title}</h2>
        <button type="button" class="tool" aria-label=${context.words.close} @click=${close}>${ICONS.close}</button></div>
      ${body}
    </div></dialog>`;
}

const withHelp = loadedLater(() => import('../text/help.ts'));

/** What the help says, once it is there. */
const helpText = ({ state }: Context) =>
  withHelp(({ helpWordsOf }) => {
    const { intro, steps, band, keys } = helpWordsOf(state.language);
    return [intro, steps, band, keys].map((text) => html`<p>${text}</p>`);
  });

export function dialogs(context: Context): TemplateResult {
  const { words, acts } = context;
  const link = acts.link();
  const copy = async (event: Event) => {
    const body = (event.currentTarget as HTMLElement).closest('dialog')!;
    const refusal = body.querySelector('[data-role="not-copied"]')!;
    const copied = navigator.clipboard?.writeText(link).then(
      () => true,
      () => false,
    );
    const isCopied = (await copied) ?? false;
    refusal.textContent = isCopied ? '' : words.notCopied;
    if (!isCopied) {
      body.querySelector('textarea')!.focus();
      return;
    }
    body.close();
    acts.notify(words.shared);
  };
  const select = (event: Event) => (event.target as HTMLTextAreaElement).select();
  const left = notCarried(context, context.chosen);
  const share = html`
    <p>${link.length > LONG ? words.shareLong : words.shareNote}</p>
    ${left ? html`<p data-role="not-carried">${left}</p>` : nothing}
    <textarea class="link" readonly rows="4" aria-label=${words.share} .value=${link} @focus=${select}></textarea>
    <p><button type="button" class="primary" @click=${copy}>${words.copy}</button></p>
    <p class="refusal" role="alert" data-role="not-copied"></p>`;
  const help = html`${helpText(context)}
    <p class="hint">${words.exploration}${words.stop}${words.register}${words.stop}</p>`;
  return html`${frame(context, 'share', words.shareTitle, share)}${frame(context, 'help', words.helpTitle, help)}`;
}
