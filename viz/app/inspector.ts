/** The inspector: from the number looked at to its definition, equation, parameters, sources and grade. Loads when opened. */
import { html, nothing, type TemplateResult } from 'lit';
import { ICONS } from '../controls/icons.ts';
import { focusNext } from '../controls/reveal.ts';
import type { Context } from './context.ts';
import { loadedLater } from './later.ts';
import { indicatorOf } from './library.ts';
import { answered } from './words.ts';

/** Views that look at one indicator. */
const LOOKING = ['overview', 'compare', 'why', 'regions', 'stress'];

const withTrail = loadedLater(() => import('../views/evidence-trail.ts'));

export const isInspected = ({ state }: Context): boolean =>
  state.picks.inspect === 'open' && LOOKING.includes(state.view);

/** The button that opens it, or the open inspector. */
export function inspector(context: Context): TemplateResult | typeof nothing {
  const { state, words, acts, library, tell } = context;
  if (!LOOKING.includes(state.view)) return nothing;
  const set = (open: boolean) => {
    acts.change((now) => {
      const { inspect: _, ...picks } = now.picks;
      return { ...now, picks: open ? { ...picks, inspect: 'open' } : picks };
    });
    focusNext('[data-role="inspect"]');
  };
  if (!isInspected(context))
    return html`<p><button type="button" class="inspect" data-role="inspect" aria-expanded="false" @click=${() => set(true)}>${words.inspect}</button></p>`;
  const title = indicatorOf(library, state.indicator)?.title;
  return html`<aside class="inspector" aria-label=${words.inspect}>
    <div class="block-head"><h2>${title ? tell(title) : ''}</h2>
      <button type="button" class="tool" aria-label=${words.close} data-role="inspect" aria-expanded="true" @click=${() => set(false)}>${ICONS.close}</button></div>
    ${withTrail(({ trailOf }) => trailOf(answered(context)), html`<p class="empty">${words.partNotLoaded}</p>`)}</aside>`;
}
