/** What the lab remembers between visits, in this browser alone. Storage may be refused; then nothing is kept. */
import { LANGUAGES, type Language } from '../text/language.ts';
import { type State, THEMES, type Theme } from './state.ts';

const KEY = 'headwater/settings@1';

interface Settings {
  readonly language?: Language;
  readonly theme?: Theme;
  readonly laneOpen?: boolean;
  /** Query string of what was on screen last. */
  readonly link?: string;
}

/** Settings of the last visit; empty when there are none or they cannot be read. */
export function recall(): Settings {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    const { language, theme, laneOpen, link } = kept as Record<string, unknown>;
    return {
      ...(LANGUAGES.includes(language as Language) && { language: language as Language }),
      ...(THEMES.includes(theme as Theme) && { theme: theme as Theme }),
      ...(typeof laneOpen === 'boolean' && { laneOpen }),
      ...(typeof link === 'string' && { link }),
    };
  } catch {
    return {};
  }
}

/** Keeps the settings, and the link of the scenario for the next visit. */
export function remember({ language, theme, laneOpen }: State, link: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ language, theme, laneOpen, link }));
  } catch {}
}
