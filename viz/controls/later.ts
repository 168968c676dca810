/** Templates of the editors that load later; nothing stands in their place until they are there. */
import { nothing, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';

type Editing = typeof import('./editing.ts').EDITING;

let loading: Promise<Editing> | undefined;

/** What an editor makes, once it is loaded. */
export function later(part: (editing: Editing) => TemplateResult): unknown {
  loading ??= import('./editing.ts').then(({ EDITING }) => EDITING);
  return until(
    loading.then(part, () => nothing),
    nothing,
  );
}
