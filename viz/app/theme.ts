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
  style.colorScheme = schemeOf(look);
  for (const [name, value] of propertiesOf(look)) style.setProperty(name, value);
}

const schemeOf = ({ dark }: Look): string => (dark ? 'dark' : 'light');

/** Every colour of a look under the name the style sheet knows. */
function propertiesOf(look: Look): [string, string][] {
  const { paper, surface, tint, ink, muted, hairline, border, notice, scenarios, scenarioText } = look;
  const named = Object.entries({ paper, surface, tint, ink, muted, hairline, border, notice });
  return [
    ...named.map(([name, value]): [string, string] => [`--${name}`, value]),
    ...scenarios.map((value, at): [string, string] => [`--scenario-${at}`, value]),
    ...scenarioText.map((value, at): [string, string] => [`--scenario-text-${at}`, value]),
  ];
}

/** The colours of a look as a style, for a part of the page that wears its own. */
export const coloursOf = (look: Look): string =>
  [['color-scheme', schemeOf(look)], ...propertiesOf(look)]
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
