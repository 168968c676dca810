/** Opens a scenario file: the worker checks it against the schema, the page takes it as a draft. */
import type { Words } from '../text/index.ts';
import type { Acts } from './context.ts';
import type { Lab } from './lab.ts';
import { openedDraft } from './origin.ts';
import type { ScenarioDocument } from './state.ts';

/** Replaces the draft, or says why not. */
export async function openScenario(file: File, lab: Lab, acts: Acts, words: Words): Promise<void> {
  const checked = await lab.check(await file.text());
  if ('faults' in checked) {
    const faults = checked.faults.slice(0, 5).join('\n');
    acts.notify(`${words.fileRefused(file.name)}${words.colon}${faults}`, 'warning');
    return;
  }
  const draft = openedDraft(checked.document as ScenarioDocument);
  acts.change((now) => ({ ...now, draft }));
  acts.notify(words.fileOpened(file.name));
}
