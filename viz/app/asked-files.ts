/** The scenario files behind what is on screen, as they were asked for. */
import { comparatorDraft, comparatorsOf } from './comparators.ts';
import type { Library } from './library.ts';
import { scenarioFile } from './scenario-file.ts';
import type { Draft, ScenarioDocument, State } from './state.ts';

/** A scenario and what it is compared with, the one the lab speaks of first. */
export interface AskedFiles {
  readonly scenario: ScenarioDocument;
  readonly comparators: readonly [ScenarioDocument, ...ScenarioDocument[]];
}

/** The files of a question; `day` is when it was asked, which files of changed scenarios say. */
export function filesOf(
  { draft, comparator, others }: Pick<State, 'draft' | 'comparator' | 'others'>,
  library: Library,
  day: string | undefined,
): AskedFiles {
  const file = (one: Draft) => scenarioFile(one, library, day);
  const [first, ...rest] = comparatorsOf({ comparator, others }).map((id) =>
    file(comparatorDraft(id, draft, library)),
  );
  return { scenario: file(draft), comparators: [first!, ...rest] };
}

/** The files of a context whose state is that of the answer. */
export const askedFiles = (context: {
  readonly state: State;
  readonly library: Library;
  readonly lab: { readonly asked: { readonly day: string } | undefined };
}): AskedFiles => filesOf(context.state, context.library, context.lab.asked?.day);
