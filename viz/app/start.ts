/** The state a newcomer meets. */
import { type Language, preferredLanguage } from '../text/language.ts';
import { type Library, presetOf } from './library.ts';
import {
  BASELINE,
  DEFAULT_RUNS,
  DEFAULT_SCALE,
  DEFAULT_SEED,
  FIRST_INDICATOR,
  FIRST_PRESET,
  type State,
  type Theme,
} from './state.ts';

interface Kept {
  readonly language?: Language;
  readonly theme?: Theme;
  readonly laneOpen?: boolean;
}

/** One named preset beside the status quo, in the language the browser asks for, with what was kept from last time. */
export function usualState(library: Library, kept: Kept, languages: readonly string[]): State {
  return {
    view: 'overview',
    language: kept.language ?? preferredLanguage(languages),
    theme: kept.theme ?? 'system',
    draft: presetOf(library, FIRST_PRESET)!.draft,
    comparator: BASELINE,
    others: [],
    seed: DEFAULT_SEED,
    runs: DEFAULT_RUNS,
    scale: DEFAULT_SCALE,
    indicator: FIRST_INDICATOR,
    mapShows: 'difference',
    picks: {},
    laneOpen: kept.laneOpen ?? true,
  };
}
