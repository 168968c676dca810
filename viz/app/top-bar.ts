/** The top bar: which scenario, compared with what, and everything that concerns the whole page. */
import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { comparatorOptions } from '../controls/comparator-options.ts';
import { ICONS } from '../controls/icons.ts';
import { openPresets } from '../controls/preset-dialog.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import { withComparator } from './comparators.ts';
import type { Context } from './context.ts';
import { openDialog } from './dialogs.ts';
import { filesMenu } from './files-menu.ts';
import { THEMES, type Theme } from './state.ts';
import { scenarioName } from './words.ts';

export function topBar(context: Context): TemplateResult {
  const { words, acts, canUndo, canRedo } = context;
  /** One that cannot be used now keeps the focus: it may be the one that was just pressed. */
  const button = (name: string, icon: unknown, run: () => void, usable = true) => html`
    <button type="button" class="tool" aria-label=${name} title=${name} aria-disabled=${String(!usable)} @click=${run}>${icon}</button>`;
  return html`
    <a class="skip" href="#results">${words.skip}</a>
    <header class="top" aria-label=${words.topBar}>
      <p class="brand"><b>Headwater</b> <span lang="zh-CN">活水</span></p>
      <div class="top-pickers">${scenarioPicker(context)}${comparatorPicker(context)}</div>
      <div class="top-tools">
        ${button(words.undo, ICONS.undo, acts.undo, canUndo)}
        ${button(words.redo, ICONS.redo, acts.redo, canRedo)}
        ${button(words.share, ICONS.share, () => openDialog('share'))}
        ${filesMenu(context)}
        ${languageSwitch(context)}
        ${themePicker(context)}
        ${button(words.help, ICONS.help, () => openDialog('help'))}
      </div>
    </header>`;
}

function scenarioPicker(context: Context): TemplateResult {
  const { words } = context;
  const name = scenarioName(context);
  return html`<span class="picker"><span aria-hidden="true">${words.scenario}</span>
    <button type="button" class="picker-button" aria-haspopup="dialog" data-role="scenario" aria-label=${`${words.scenario}${words.colon}${name}`}
      @click=${openPresets}><span>${name}</span>${ICONS.down}</button></span>`;
}

function comparatorPicker(context: Context): TemplateResult {
  const { words, state, library, acts } = context;
  const choose = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    acts.change((now) => withComparator(now, 0, value));
  };
  return html`<label class="picker"><span>${words.comparator}</span>
    <select .value=${live(state.comparator)} @change=${choose} data-role="comparator">${guard([state.language, state.comparator, ...library.presets], () => comparatorOptions(context, state.comparator))}</select></label>`;
}

const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', zh: '简体中文' };

function languageSwitch({ state, words, acts }: Context): TemplateResult {
  const next = LANGUAGES.find((one) => one !== state.language)!;
  return html`<button type="button" class="tool tool-text" lang=${next === 'zh' ? 'zh-CN' : 'en'} data-role="language"
    title=${words.language} @click=${() => acts.change((now) => ({ ...now, language: next }))}>${LANGUAGE_NAMES[next]}</button>`;
}

function themePicker({ state, words, acts }: Context): TemplateResult {
  const names: Record<Theme, string> = {
    system: words.themeSystem,
    light: words.themeLight,
    dark: words.themeDark,
  };
  const choose = (event: Event) =>
    acts.change((now) => ({ ...now, theme: (event.target as HTMLSelectElement).value as Theme }));
  return html`<select class="theme" aria-label=${words.theme} title=${words.theme} data-role="theme" .value=${live(state.theme)} @change=${choose}>
    ${THEMES.map((one) => html`<option value=${one} ?selected=${one === state.theme}>${names[one]}</option>`)}</select>`;
}
