/** Severity grid and reverse stress: asked with a button, since they run many worlds. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StudyKind } from '../../workers/study.ts';
import type { Context } from '../app/context.ts';
import { breakingDrawing, gridDrawing, type StressLabels } from '../app/drawing-stress.ts';
import { findingOf } from '../app/findings.ts';
import type { PickName } from '../app/picks.ts';
import { plainNumber } from '../text/numbers.ts';
import { stressWordsOf } from '../text/stress.ts';
import { breakingRequest, CRITERIA, criterionOf, gridRequest, type Setup, setupOf } from './stress-setup.ts';
import { studyStatus } from './study-status.ts';

export function trials(context: Context): TemplateResult {
  const setup = setupOf(context);
  return html`${grid(context, setup)}${reverse(context, setup)}`;
}

const labelsOf = (setup: Setup): StressLabels => ({
  shock: setup.title,
  rows: setup.rows.map((one) => one.name),
  severities: setup.severities,
  runs: setup.runs,
  scale: setup.scale,
});

function grid(context: Context, setup: Setup): TemplateResult {
  const { state, library, tell, desk } = context;
  const words = stressWordsOf(state.language);
  const request = gridRequest(context, setup);
  const study = desk.study('grid');
  const rows = [
    { id: 'duration', name: words.byDuration },
    ...library.instruments.map((one) => ({ id: one.id, name: words.byPolicy(tell(one.title)) })),
  ];
  return html`<section data-part="grid"><h2>${words.gridHeading}</h2><p class="hint">${words.gridNote}</p>
    <div class="view-controls">
      ${picker(
        context,
        'tested',
        words.shock,
        library.shockKinds.map((one) => ({ id: one.id, name: tell(one.title) })),
        setup.kind,
      )}
      ${picker(context, 'rows', words.gridRows, rows, state.picks.rows ?? 'duration')}
      ${runsPickers(context, setup)}
      ${askButton(context, 'grid', request)}
    </div>
    ${note(context, 'grid', request)}
    ${study?.result ? html`<hw-chart .drawing=${gridDrawing(context, findingOf(context, state.indicator), labelsOf(setup), study.result)}></hw-chart>` : nothing}
  </section>`;
}

function reverse(context: Context, setup: Setup): TemplateResult {
  const { state, desk } = context;
  const words = stressWordsOf(state.language);
  const id = state.picks.breaks ?? CRITERIA[0];
  const request = breakingRequest(context, setup, id);
  const study = desk.study('breaking');
  const name = (one: string) => criterionName(context, one);
  const found = study?.result;
  return html`<section data-part="breaking"><h2>${words.reverseHeading}</h2><p class="hint">${words.reverseNote}</p>
    <div class="view-controls">
      ${picker(
        context,
        'breaks',
        words.criterion,
        CRITERIA.map((one) => ({ id: one, name: name(one) })),
        id,
      )}
      ${askButton(context, 'breaking', request)}
    </div>
    ${note(context, 'breaking', request)}
    ${setup.scale > 100 ? html`<p class="hint">${words.needsFine}</p>` : nothing}
    ${
      found
        ? html`<hw-chart .drawing=${breakingDrawing(context, labelsOf(setup), name(id), setup.most, found)}></hw-chart>
      ${found.monotone ? nothing : html`<p class="hint" data-role="not-monotone">${words.notMonotone}</p>`}
      ${noise(context, found.noise)}`
        : nothing
    }
  </section>`;
}

function noise(
  { state }: Context,
  { noneUpTo, allFrom }: { noneUpTo: number | null; allFrom: number | null },
) {
  if (noneUpTo === null || allFrom === null) return nothing;
  const write = (value: number) => plainNumber(value, 2, state.language);
  return html`<p class="hint">${stressWordsOf(state.language).noisy(write(noneUpTo), write(allFrom))}</p>`;
}

function criterionName({ state }: Context, id: string): string {
  const words = stressWordsOf(state.language);
  const criterion = criterionOf(id);
  if (criterion.kind === 'suspended') return words.criterionSuspended(criterion.count);
  return criterion.left === 0 ? words.criterionEmpty : words.criterionFund(`${criterion.left * 100}%`);
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
  if (study?.status === 'running' && study.key === JSON.stringify(request)) return nothing;
  return html`<button type="button" class="primary" data-role="ask-${kind}" @click=${() => ask(context, kind, request)}>${study ? words.runAgain : words.run}</button>`;
}

function note(context: Context, kind: Stressing, request: Request): TemplateResult | typeof nothing {
  const study = context.desk.study(kind);
  if (!study) return nothing;
  const outdated = study.key !== JSON.stringify(request);
  return html`${studyStatus(context, study, () => ask(context, kind, request))}
    ${outdated ? html`<p class="hint" data-role="outdated">${stressWordsOf(context.state.language).outdated}</p>` : nothing}`;
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
