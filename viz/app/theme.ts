/** Writes the colours of the look into the page; the style sheet knows only their names. */
import { LOOKS, type Look } from '../charts/look.ts';
import type { Theme } from './state.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');

/** The look a theme means here and now. */
export const lookOf = (theme: Theme): Look =>
  LOOKS[theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme];

/** Calls back when the system changes its mind. */
export const onSystemTheme = (changed: () => void): void => dark.addEventListener('change', changed);

let worn: Look | undefined;

/** Puts a look on the page; wearing the same one again costs nothing. */
export function wear(look: Look): void {
  if (look === worn) return;
  worn = look;
  const { style } = document.documentElement;
  style.colorScheme = look.dark ? 'dark' : 'light';
  const colours = {
    paper: look.paper,
    surface: look.surface,
    tint: look.tint,
    ink: look.ink,
    muted: look.muted,
    hairline: look.hairline,
    border: look.border,
    notice: look.notice,
  };
  for (const [name, value] of Object.entries(colours)) style.setProperty(`--${name}`, value);
  for (const [at, value] of look.scenarios.entries()) style.setProperty(`--scenario-${at}`, value);
  for (const [at, value] of look.scenarioText.entries()) style.setProperty(`--scenario-text-${at}`, value);
}
