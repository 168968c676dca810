/** Opens a scenario file: the worker checks it against the schema, the page takes it as a draft. */
import { rootOf } from '../../scenarios/schema/root.ts';
import type { Words } from '../text/index.ts';
import { draftOf } from './catalogue.ts';
import type { Acts } from './context.ts';
import type { Lab } from './lab.ts';
import { DEFAULT_PROVINCE } from './provinces.ts';

/** Replaces the draft, or says why not. */
export async function openScenario(file: File, lab: Lab, acts: Acts, words: Words): Promise<void> {
  const checked = await lab.check(await file.text());
  if ('faults' in checked) {
    const faults = checked.faults.slice(0, 5).join('\n');
    acts.notify(`${words.fileRefused(file.name)}${words.colon}${faults}`, 'warning');
    return;
  }
  const document = checked.document as Parameters<typeof draftOf>[0];
  const base = document.base ?? rootOf(document.province ?? DEFAULT_PROVINCE);
  acts.change((now) => ({ ...now, draft: draftOf(document, base, document.title) }));
  acts.notify(words.fileOpened(file.name));
}
