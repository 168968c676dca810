/** Ways to what is edited elsewhere on the page: opens what it is folded in and puts the focus there. */

/** To a lever of the rail. */
export const revealLever = (lever: string): void => reveal(`[data-lever="${lever}"]`, 'summary');

/** To a shock of the rail, counted from 0. */
export const revealShock = (index: number): void => reveal(`[data-shock="${index}"]`, 'input');

/** To a row of the time lane. */
export const revealRow = (key: string): void => reveal(`.lane-row[data-row="${key}"]`, 'input');

function reveal(place: string, focus: string): void {
  const found = document.querySelector<HTMLElement>(place);
  if (!found) return;
  found.hidden = false;
  for (let one: Element | null = found; one; one = one.parentElement)
    if (one instanceof HTMLDetailsElement) {
      one.open = true;
      one.hidden = false;
    }
  const target = found.querySelector<HTMLElement>(focus);
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: 'center' });
}

/**
 * Puts the focus on what takes the place of a control that goes away with the change just made: the first of `places`
 * that is there once the page is drawn.
 */
export function focusNext(...places: readonly string[]): void {
  requestAnimationFrame(() => {
    const found = places
      .map((place) => document.querySelector<HTMLElement>(place))
      .find((one) => one !== null);
    found?.focus({ preventScroll: true });
  });
}
