/** Severity grid and reverse stress: asked with a button, since they run many worlds. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StudyKind } from '../../workers/study.ts';
import type { Context } from '../app/context.ts';
import { keyOf, type Study } from '../app/desk.ts';
import {
  type Answered,
  breakingDrawing,
  criterionName,
  DURATION,
  gridDrawing,
  shockName,
  worldsOf,
} from '../app/drawing-trials.ts';
import type { PickName } from '../app/picks.ts';
import { plainNumber } from '../text/numbers.ts';
import { stressWordsOf } from '../text/stress.ts';
import { breakingRequest, CRITERIA, criterionOf, gridRequest, type Setup, setupOf } from './stress-setup.ts';
import { studyStatus } from './study-status.ts';

/** The question is asked anew, so it is about what is chosen now, whatever answer the view shows. */
export function trials(shown: Context): TemplateResult {
  const { chosen, library } = shown;
  const context = { ...shown, state: chosen, library: library.of(chosen.draft.province) };
  const setup = setupOf(context);
  return html`${tested(context, setup)}${grid(context, setup)}${reverse(context, setup)}`;
}

/** Which shock both tests vary, and how they are run. */
function tested(context: Context, setup: Setup): TemplateResult {
  const { library, tell, state } = context;
  const words = stressWordsOf(state.language);
  const kinds = library.shockKinds.map((one) => ({ id: one.id, name: tell(one.title) }));
  return html`<section data-part="tested"><h2>${words.testedHeading}</h2><p class="hint">${words.testedNote}</p>
    <div class="view-controls">
      ${picker(context, 'tested', words.shock, kinds, setup.kind)}
      ${runsPickers(context, setup)}
    </div>
    <p data-role="worlds">${worldsOf(context, [setup.shock, ...setup.others], 0)}</p>
    ${setup.isReference ? html`<p class="hint" data-role="reference">${words.reference}</p>` : nothing}
  </section>`;
}

function grid(context: Context, setup: Setup): TemplateResult {
  const { state, library, tell, desk } = context;
  const words = stressWordsOf(state.language);
  const request = gridRequest(context, setup);
  const study = desk.study('grid');
  const rows = [
    { id: DURATION, name: words.byDuration },
    ...library.instruments.map((one) => ({ id: one.id, name: words.byPolicy(tell(one.title)) })),
  ];
  return html`<section data-part="grid"><h2>${words.gridHeading}</h2><p class="hint">${words.gridNote}</p>
    <div class="view-controls">
      ${picker(context, 'rows', words.gridRows, rows, setup.by)}
      ${askButton(context, 'grid', request)}<span data-role="varied">${words.varied(shockName(context, setup.shock))}</span>
    </div>
    ${note(context, 'grid', request)}
    ${answer(study, request, () => html`<hw-chart .drawing=${gridDrawing(context, study as Answered<'grid'>)}></hw-chart>`)}
  </section>`;
}

function reverse(context: Context, setup: Setup): TemplateResult {
  const { state, desk } = context;
  const words = stressWordsOf(state.language);
  const id = state.picks.breaks ?? CRITERIA[0];
  const request = breakingRequest(context, setup, id);
  const study = desk.study('breaking');
  const criteria = CRITERIA.map((one) => ({ id: one, name: criterionName(words, criterionOf(one)) }));
  return html`<section data-part="breaking"><h2>${words.reverseHeading}</h2><p class="hint">${words.reverseNote}</p>
    <div class="view-controls">
      ${picker(context, 'breaks', words.criterion, criteria, id)}
      ${askButton(context, 'breaking', request)}<span data-role="varied">${words.varied(shockName(context, setup.shock))}</span>
    </div>
    ${note(context, 'breaking', request)}
    ${setup.scale > 100 ? html`<p class="hint">${words.needsFine}</p>` : nothing}
    ${answer(study, request, () => found(context, study as Answered<'breaking'>))}
  </section>`;
}

/** What was found, greyed where it answers another question than the one the settings now ask. */
function answer(
  study: Study | undefined,
  request: Request,
  show: () => TemplateResult,
): TemplateResult | typeof nothing {
  if (!study?.result) return nothing;
  return html`<div data-role="answer" ?data-stale=${isOutdated(study, request)}>${show()}</div>`;
}

const isOutdated = (study: Study, request: Request): boolean => study.key !== keyOf(request);

/** Fewer runs than this may all break by chance in more than one search of twenty. */
const ENOUGH_RUNS = 5;

function found(context: Context, study: Answered<'breaking'>): TemplateResult {
  const words = stressWordsOf(context.state.language);
  const { monotone, noise, smallest } = study.result;
  const write = (value: number) => plainNumber(value, 2, context.state.language);
  const between = noise && noise.noneUpTo !== null && noise.allFrom !== null;
  return html`<hw-chart .drawing=${breakingDrawing(context, study)}></hw-chart>
    ${monotone ? nothing : html`<p class="hint" data-role="not-monotone">${words.notMonotone}</p>`}
    ${between ? html`<p class="hint" data-role="noisy">${words.noisy(write(noise.noneUpTo!), write(noise.allFrom!))}</p>` : nothing}
    ${smallest !== null && smallest > 0 && study.request.runs < ENOUGH_RUNS ? html`<p class="hint" data-role="few-runs">${words.fewRuns(study.request.runs)}</p>` : nothing}`;
}

type Stressing = Extract<StudyKind, 'grid' | 'breaking'>;
type Request = ReturnType<typeof gridRequest> | ReturnType<typeof breakingRequest>;

function ask({ desk }: Context, kind: Stressing, request: Request): void {
  if (kind === 'grid') desk.again('grid', request as ReturnType<typeof gridRequest>);
  else desk.again('breaking', request as ReturnType<typeof breakingRequest>);
}

function askButton(context: Context, kind: Stressing, request: Request): TemplateResult | typeof nothing {
  const study = context.desk.study(kind);
  const words = stressWordsOf(context.state.language);
  if (study?.status === 'running' && !isOutdated(study, request)) return nothing;
  return html`<button type="button" class="primary" data-role="ask-${kind}" @click=${() => ask(context, kind, request)}>${study ? words.runAgain : words.run}</button>`;
}

function note(context: Context, kind: Stressing, request: Request): TemplateResult | typeof nothing {
  const study = context.desk.study(kind);
  if (!study) return nothing;
  return html`${studyStatus(context, study, () => ask(context, kind, request), false)}
    ${isOutdated(study, request) && study.result ? html`<p class="hint" data-role="outdated">${stressWordsOf(context.state.language).outdated}</p>` : nothing}`;
}

function picker(
  { acts }: Context,
  pick: PickName,
  title: string,
  choices: readonly { readonly id: string; readonly name: string }[],
  chosen: string,
): TemplateResult {
  const choose = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    acts.change((now) => ({ ...now, picks: { ...now.picks, [pick]: value } }));
  };
  return html`<label class="picker"><span>${title}</span>
    <select data-role=${pick} .value=${live(chosen)} @change=${choose}>${choices.map(
      ({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`,
    )}</select></label>`;
}

function runsPickers(context: Context, { runs, scale }: Setup): TemplateResult {
  const words = stressWordsOf(context.state.language);
  const numbers = (list: readonly string[], write: (one: string) => string) =>
    list.map((id) => ({ id, name: write(id) }));
  return html`${picker(context, 'trials', words.trialRuns, numbers(['1', '3', '8', '16'], String), String(runs))}
    ${picker(
      context,
      'trialscale',
      words.scaleOfTrials,
      numbers(['100', '1000'], (one) => `1:${one}`),
      String(scale),
    )}`;
}
