/** The scenario picker: every preset with its title, question and author, found by typing. */
import { html, type TemplateResult } from 'lit';
import type { Context } from '../app/context.ts';
import type { Preset } from '../app/library.ts';
import { ICONS } from './icons.ts';

const dialog = () => document.querySelector<HTMLDialogElement>('dialog[data-name="presets"]');

/** Opens the picker on the preset in use. */
export function openPresets(): void {
  const open = dialog();
  open?.showModal();
  open?.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
  open?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
}

export function presetDialog(context: Context): TemplateResult {
  const { words, library } = context;
  const groups = [
    { title: words.namedPresets, presets: library.presets.filter((one) => one.named) },
    { title: words.pairPresets, presets: library.presets.filter((one) => !one.named) },
  ];
  const outside = (event: Event) => {
    if (event.target === event.currentTarget) dialog()?.close();
  };
  return html`<dialog data-name="presets" class="presets" aria-labelledby="dialog-presets" @click=${outside}>
    <div class="presets-head">
      <div class="dialog-head"><h2 id="dialog-presets">${words.chooseScenario}</h2>
        <button type="button" class="tool" aria-label=${words.close} @click=${() => dialog()?.close()}>${ICONS.close}</button></div>
      <input type="search" aria-label=${words.filter} placeholder=${words.filter} @input=${narrow} />
    </div>
    <div class="presets-list">${groups.map(
      ({ title, presets }) =>
        html`<section><h3>${title}</h3><ul>${presets.map((one) => item(one, context))}</ul></section>`,
    )}</div></dialog>`;
}

function item(preset: Preset, { state, tell, acts }: Context): TemplateResult {
  const choose = () => {
    acts.change((now) => ({ ...now, draft: preset.draft }));
    dialog()?.close();
  };
  return html`<li><button type="button" data-preset=${preset.id} aria-current=${String(preset.id === state.draft.preset)} @click=${choose}>
    <span class="presets-title">${tell(preset.title)}</span>
    <span class="presets-question">${tell(preset.question)}</span>
    <span class="presets-author">${preset.author} · ${preset.date} · <code>${preset.id}</code></span></button></li>`;
}

/** Hides what does not contain the words typed. */
function narrow(event: Event): void {
  const wanted = (event.target as HTMLInputElement).value.trim().toLowerCase();
  for (const one of dialog()?.querySelectorAll('li') ?? [])
    one.hidden = !one.textContent!.toLowerCase().includes(wanted);
}
