/** The whole page: top bar, tabs, rail, results, time lane. */
import { html, noChange, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { lane } from '../controls/lane.ts';
import { presetDialog } from '../controls/preset-dialog.ts';
import { rail } from '../controls/rail.ts';
import { runChip, strip } from '../controls/strip.ts';
import { VIEWS, type ViewTemplate } from '../views/registry.ts';
import type { Context } from './context.ts';
import { dialogs } from './dialogs.ts';
import { inspector, isInspected } from './inspector.ts';
import { notices } from './notices.ts';
import { documentOf } from './origin.ts';
import { topBar } from './top-bar.ts';
import { scenarioName } from './words.ts';

/** Where the rail stands beside the results instead of above them; as in shell.css. */
export const roomy = matchMedia('(min-width: 60.01rem)');

/** How much of the page is drawn: all of it, or only what is moved by hand and the run's state, the rest as it stands. */
export type Extent = 'all' | 'levers';

/** `view` is the template of the chosen view, undefined while it loads. */
export function shell(context: Context, view: ViewTemplate | undefined, extent: Extent): TemplateResult {
  const { words, state } = context;
  const rest = (part: () => unknown) => (extent === 'all' ? part() : noChange);
  /** What follows from the choices alone: written anew when they have changed, whatever answers come in. */
  const chosen = (part: (context: Context) => unknown) => rest(() => guard([state], () => part(context)));
  return html`
    ${rest(() => topBar(context))}
    <div class="body" data-view=${state.view}>
      <details class="rail-fold" ?open=${roomy.matches}>
        <summary>${words.showLevers}</summary>
        <aside class="rail" aria-label=${words.levers}>${rail(context)}</aside>
      </details>
      <main id="results" tabindex="-1">
        ${rest(() => notices(context))}
        ${chosen(heading)}
        <div class="tabs-row">${chosen(tabs)}${runChip(context)}</div>
        ${chosen(strip)}
        <div class="view-frame" ?data-inspected=${isInspected(context)}>
          <section aria-label=${VIEWS.find((one) => one.id === state.view)!.title(words)}>${rest(() => view?.(context) ?? '')}</section>
          ${rest(() => inspector(context))}
        </div>
        <footer class="foot"><p><b>${words.exploration}</b> · ${words.register}</p></footer>
      </main>
    </div>
    <section class="lane-area" aria-label=${words.lane}>${lane(context)}</section>
    ${chosen(dialogs)}${rest(() => presetDialog(context))}`;
}

function heading(context: Context): TemplateResult {
  const { library, tell, words } = context;
  const { fitted, title } = library.province;
  return html`<div class="heading">
    <h1>${scenarioName(context)}</h1>
    ${question(context)}
    <p class="caution"><b>${words.exploration}</b><span>${words.register}</span></p>
    ${fitted ? '' : html`<p class="hint" data-role="not-fitted">${words.notFitted(tell(title))}</p>`}
  </div>`;
}

/** What the scenario asks, who wrote it and when, as far as it says. */
function question({ library, state, tell }: Context): TemplateResult | typeof nothing {
  const about = documentOf(state.draft, library);
  const written = [about?.author, about?.date].filter(Boolean).join(' · ');
  if (!about?.question && !written) return nothing;
  return html`<p class="question">${about?.question ? tell(about.question) : nothing} <span class="author">${written}</span></p>`;
}

function tabs({ words, state, acts }: Context): TemplateResult {
  return html`<nav class="tabs" aria-label=${words.views}>
    ${VIEWS.map(
      ({
        id,
        title,
      }) => html`<a href=${acts.link({ ...state, view: id })} data-view=${id} aria-current=${id === state.view ? 'page' : 'false'}
      @click=${(event: MouseEvent) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        acts.change((now) => ({ ...now, view: id }));
      }}>${title(words)}</a>`,
    )}
  </nav>`;
}
