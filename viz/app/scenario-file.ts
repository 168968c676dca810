/** Draft -> scenario document, as the worker, the terminal and a notebook read it. */

import { rootOf } from '../../scenarios/schema/root.ts';
import { sameWorld } from './draft.ts';
import { isAsKept } from './kept-name.ts';
import type { Library } from './library.ts';
import { presetOf } from './library.ts';
import type { Draft, Text } from './state.ts';

const SCHEMA = 'headwater/scenario@1';

/** True when the draft no longer says what its preset says. */
export function isChanged(draft: Draft, library: Library): boolean {
  const preset = presetOf(library, draft.preset);
  return !preset || !sameWorld(draft, preset.draft);
}

/** Title of a draft, without saying that it was changed. */
export function titleOf(draft: Draft, library: Library): Text {
  const id = draft.preset;
  return draft.title ?? presetOf(library, id)?.title ?? { en: id, zh: id };
}

/** A complete scenario document. Its hash does not depend on the title. */
export function scenarioFile(
  draft: Draft,
  library: Library,
): Record<string, unknown> & Pick<Draft, 'province' | 'shocks'> {
  const preset = presetOf(library, draft.preset);
  const { en, zh } = titleOf(draft, library);
  const changed = isChanged(draft, library);
  return {
    schema: SCHEMA,
    id: changed ? `${draft.preset}-changed` : draft.preset,
    title:
      changed && !isAsKept(draft, library) ? { en: `${en} (changed)`, zh: `${zh}（已改动）` } : { en, zh },
    ...(preset && { question: preset.question }),
    base: rootOf(draft.province),
    province: draft.province,
    policies: draft.policies,
    shocks: draft.shocks,
    assumptions: draft.assumptions,
  };
}
