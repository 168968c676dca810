/** Files of the whole scenario: save it, open one, save every result. */
import { html, type TemplateResult } from 'lit';
import { csvOf, saveText } from '../charts/files.ts';
import { ICONS } from '../controls/icons.ts';
import { askedFiles } from './asked-files.ts';
import type { Context } from './context.ts';
import { resultDocument, resultTable } from './result-files.ts';
import { scenarioFile } from './scenario-file.ts';
import { answered } from './words.ts';

export function filesMenu(context: Context): TemplateResult {
  const { words, state, library, lab, acts } = context;
  /** What was computed, which what is chosen now may have left behind. */
  const result = answered(context);
  const fileOf = () => scenarioFile(state.draft, library);
  const resultName = () => `headwater-${askedFiles(result).scenario.id}`;
  const item = (label: string, run: () => void, disabled = false) => html`
    <button type="button" ?disabled=${disabled} @click=${(event: Event) => {
      (event.currentTarget as HTMLElement).closest('details')!.open = false;
      run();
    }}>${label}</button>`;
  const open = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) void acts.openFile(file);
    input.value = '';
    input.closest('details')!.open = false;
  };
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return html`
    <details class="menu" @focusout=${closeWhenLeft} @keydown=${closeOnEscape}>
      <summary class="tool" aria-label=${words.files} title=${words.files}>${ICONS.file}</summary>
      <div class="menu-body">
        ${item(words.saveScenario, () => saveText(`${fileOf().id}.json`, json(fileOf()), 'application/json'))}
        <label class="menu-file"><input type="file" class="hidden" accept=".json,application/json" @change=${open} />${words.openScenario}</label>
        ${item(words.saveResult, () => saveText(`${resultName()}.csv`, csvOf(resultTable(result)), 'text/csv'), !lab.update)}
        ${item(words.saveResultJson, () => saveText(`${resultName()}.json`, `${JSON.stringify(resultDocument(result))}\n`, 'application/json'), !lab.update)}
      </div>
    </details>`;
}

function closeWhenLeft(event: FocusEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.relatedTarget && !menu.contains(event.relatedTarget as Node)) menu.open = false;
}

function closeOnEscape(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== 'Escape' || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}
