/** The page around a chart, with what its exports need to say where the numbers come from. */
import type { Origin, Setting } from '../charts/chart.ts';
import { askedFiles } from './asked-files.ts';
import type { Context } from './context.ts';
import { receiptsOf } from './receipts.ts';
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
    link: () => acts.link(state),
    linkCarriesNot: notCarried(context, state),
    documents: () => ({
      ...askedFiles(context),
      ...(update.receipts && !own && receiptsOf(update.receipts)),
    }),
    ...own,
  };
}
