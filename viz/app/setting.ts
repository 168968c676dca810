/** The page around a chart, with what its exports need to say where the numbers come from. */
import type { Origin, Setting } from '../charts/chart.ts';
import { comparatorDraft, comparatorsOf } from './comparators.ts';
import type { Context } from './context.ts';
import { scenarioFile } from './scenario-file.ts';
import { notCarried } from './words.ts';

/** The setting of a drawing at a width; `own` where the numbers come from other runs than the answer on screen. */
export function settingOf(context: Context, width: number, own?: Partial<Origin>): Setting {
  const { look, state } = context;
  return { width, look, language: state.language, origin: originOf(context, own) };
}

/** Where the answer on screen comes from. */
function originOf(context: Context, own?: Partial<Origin>): Origin | undefined {
  const { lab, library, state, acts } = context;
  const { update } = lab;
  if (!update) return undefined;
  return {
    release: library.release,
    seed: state.seed,
    runs: update.runsDone,
    scale: update.scale,
    stage: update.stage,
    link: acts.link,
    linkCarriesNot: notCarried(context),
    documents: () => ({
      scenario: scenarioFile(state.draft, library),
      comparators: comparatorsOf(state).map((id) =>
        scenarioFile(comparatorDraft(id, state.draft, library), library),
      ),
      receipts: update.receipts,
    }),
    ...own,
  };
}
