/** The scenario picker: every preset with its title, question and author, found by typing. */
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Context } from '../app/context.ts';
import { recentCount, recentScenarios } from '../app/kept-scenarios.ts';
import type { Preset } from '../app/library.ts';
import { TAGS } from '../text/language.ts';
import { ICONS } from './icons.ts';

const dialog = () => document.querySelector<HTMLDialogElement>('dialog[data-name="presets"]');

/** Opens the picker on the preset in use. */
export function openPresets(): void {
  const open = dialog();
  open?.showModal();
  open?.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
  open?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
}

/** Written anew when what it lists has changed. */
export function presetDialog(context: Context): unknown {
  const { state, library } = context;
  const { draft } = state;
  const depends = [state.language, draft.preset, draft.file, draft.kept, recentCount(), ...library.presets];
  return guard(depends, () => written(context));
}

function written(context: Context): TemplateResult {
  const { words, library } = context;
  const groups = [
    { title: words.ownPresets, presets: library.presets.filter((one) => one.own && !one.forgotten) },
    { title: words.namedPresets, presets: library.presets.filter((one) => one.named) },
    { title: words.pairPresets, presets: library.presets.filter((one) => !one.named && !one.own) },
  ].filter(({ presets }) => presets.length > 0);
  const outside = (event: Event) => {
    if (event.target === event.currentTarget) dialog()?.close();
  };
  return html`<dialog data-name="presets" class="presets" aria-labelledby="dialog-presets" @click=${outside}>
    <div class="presets-head">
      <div class="dialog-head"><h2 id="dialog-presets">${words.chooseScenario}</h2>
        <button type="button" class="tool" aria-label=${words.close} @click=${() => dialog()?.close()}>${ICONS.close}</button></div>
      <input type="search" aria-label=${words.filter} placeholder=${words.filter} @input=${narrow} />
      ${keeper(context)}
    </div>
    <div class="presets-list">${recent(context)}${groups.map(
      ({ title, presets }) =>
        html`<section><h3>${title}</h3><ul>${presets.map((one) => item(one, context))}</ul></section>`,
    )}</div></dialog>`;
}

/** A name for what is on screen, to come back to or to compare with. */
function keeper({ words, acts }: Context): TemplateResult {
  const keep = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const name = String(new FormData(form).get('name')).trim();
    if (!name) return;
    acts.keep(name);
    form.reset();
    dialog()?.close();
  };
  return html`<form class="presets-keep" @submit=${keep}>
    <label>${words.keepScenario}<input type="text" name="name" maxlength="80" autocomplete="off" /></label>
    <button class="primary">${words.keep}</button></form>`;
}

/** What was looked at last, kept between visits. */
function recent({ words, acts, state }: Context): TemplateResult | typeof nothing {
  const entries = recentScenarios();
  if (entries.length === 0) return nothing;
  const when = new Intl.DateTimeFormat(TAGS[state.language], { dateStyle: 'medium', timeStyle: 'short' });
  const open = (link: string) => {
    acts.openLink(link);
    dialog()?.close();
  };
  return html`<details class="presets-recent"><summary><h3>${words.recentScenarios}</h3></summary><ul>${entries.map(
    ({ link, title, at }) => html`<li><button type="button" @click=${() => open(link)}>
      <span class="presets-title">${title}</span><span class="presets-author">${when.format(new Date(at))}</span></button></li>`,
  )}</ul></details>`;
}

function item(preset: Preset, { state, words, tell, acts }: Context): TemplateResult {
  const choose = () => {
    acts.change((now) => ({ ...now, draft: preset.draft }));
    dialog()?.close();
  };
  const { preset: from, file, kept } = state.draft;
  const isOpen = preset.id === kept || (preset.id === from && !kept && !file);
  return html`<li><button type="button" data-preset=${preset.id} aria-current=${String(isOpen)} @click=${choose}>
    <span class="presets-title">${tell(preset.title)}</span>
    <span class="presets-question">${tell(preset.question)}</span>
    <span class="presets-author">${[preset.author, preset.date].filter(Boolean).join(' · ')}${preset.own ? nothing : html` · <code>${preset.id}</code>`}</span>
    ${preset.sources.length ? html`<span class="presets-sources">${words.sources}${words.colon}${preset.sources.join(words.comma)}</span>` : nothing}</button>
    ${preset.own ? html`<button type="button" class="quiet" aria-label=${words.forgetScenario(tell(preset.title))} @click=${() => acts.forget(preset.id)}>${words.forget}</button>` : nothing}</li>`;
}

/** Hides what does not contain the words typed. */
function narrow(event: Event): void {
  const wanted = (event.target as HTMLInputElement).value.trim().toLowerCase();
  for (const one of dialog()?.querySelectorAll('li') ?? [])
    one.hidden = !one.textContent!.toLowerCase().includes(wanted);
}
