/** One enterprise: what did it mean for one firm? The same enterprise with the same luck in two worlds. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Story, StoryDocument } from '../../experiments/index.ts';
import { personText } from '../../experiments/story/sentences.ts';
import type { StoryRequest } from '../../workers/study.ts';
import { askedFiles } from '../app/asked-files.ts';
import { comparatorDraft } from '../app/comparators.ts';
import type { Context } from '../app/context.ts';
import { sameWorld } from '../app/draft.ts';
import { comparatorName, scenarioName } from '../app/words.ts';
import { entry } from '../controls/entry.ts';
import { plainNumber } from '../text/numbers.ts';
import { oneWordsOf } from '../text/one.ts';
import { lifeDrawing, moneyDrawing, partingOf, type Told } from './one-data.ts';
import { diary } from './one-diary.ts';
import { studyStatus } from './study-status.ts';

const SCALE = 100;

function storyRequest(context: Context): StoryRequest {
  const { state } = context;
  const { scenario, comparators } = askedFiles(context);
  const id = state.picks.enterprise;
  return {
    scenario,
    comparator: comparators[0],
    seed: state.seed,
    scale: SCALE,
    ...(id !== undefined && { id: Number(id) }),
  };
}

export function one(context: Context): TemplateResult {
  const { state, desk, lab } = context;
  const words = oneWordsOf(state.language);
  if (lab.update?.stage === 'stored')
    return html`<div class="one"><p class="lead">${words.lead}</p><p class="empty">${context.words.waitResult}</p></div>`;
  const request = storyRequest(context);
  const study = desk.need('story', request);
  const document = study.result;
  return html`<div class="one" ?data-stale=${lab.faded}>
    <p class="lead">${words.lead}</p>
    <div class="view-controls">${document ? kindPicker(context, document) : nothing}${idForm(context)}
      ${studyStatus(context, study, () => desk.again('story', request))}</div>
    ${document ? body(context, document) : html`<p class="empty">${context.words.waitResult}</p>`}
  </div>`;
}

/** The story asked for: the chosen kind, else the first that has somebody whose worlds part. */
function chosen(stories: readonly Story[], kind: string | undefined): Story {
  const asked = stories.find((story) => story.kind?.id === kind);
  const parting = stories.find((story) => story.enterprise && partingOf(story) !== undefined);
  return asked ?? parting ?? stories.find((story) => story.enterprise) ?? stories[0]!;
}

function body(context: Context, { stories, months, scale, seed }: StoryDocument): TemplateResult {
  const { state, library, tell } = context;
  const words = oneWordsOf(state.language);
  const story = chosen(stories, state.picks.kind);
  const { enterprise } = story;
  if (!enterprise) {
    const id = state.picks.enterprise;
    return html`<p class="empty">${id !== undefined && !story.kind ? words.notFound(id) : words.nobody}</p>`;
  }
  const same = sameWorld(state.draft, comparatorDraft(state.comparator, state.draft, library));
  const names = same ? [scenarioName(context)] : [comparatorName(context), scenarioName(context)];
  const told: Told = { story, months, scale, names };
  const place = library.places.find((one) => one.code === enterprise.prefecture)?.name ?? {
    en: enterprise.prefecture,
    zh: enterprise.prefecture,
  };
  return html`
    <div class="person"><p class="sentence">${tell(personText(enterprise, place))}</p>
      ${standing(context, story, names)}
      <p class="hint">${words.basis(scale, seed)}</p></div>
    <hw-chart .drawing=${lifeDrawing(context, told)}></hw-chart>
    <hw-chart .drawing=${moneyDrawing(context, told)}></hw-chart>
    ${diary(context, told)}`;
}

const shareText = (share: number, { state }: Context): string =>
  `${plainNumber(share * 100, share < 0.01 ? 2 : 1, state.language)}%`;

function standing(
  context: Context,
  { kind }: Story,
  names: readonly string[],
): TemplateResult | typeof nothing {
  if (!kind) return nothing;
  const words = oneWordsOf(context.state.language);
  const [a, b] = names.map(context.words.quote);
  const text =
    kind.b && b !== undefined
      ? words.standsFor(shareText(kind.a.share, context), a!, shareText(kind.b.share, context), b)
      : words.standsOne(shareText(kind.a.share, context), a!);
  return html`<p>${text}</p>`;
}

function kindPicker(context: Context, { stories }: StoryDocument): TemplateResult {
  const { state, acts, tell } = context;
  const words = oneWordsOf(state.language);
  const pick = (kind: string) => acts.change((now) => ({ ...now, picks: { ...now.picks, kind } }));
  if (!stories[0]?.kind) {
    const back = () =>
      acts.change((now) => {
        const { enterprise: _, ...picks } = now.picks;
        return { ...now, picks };
      });
    return html`<button type="button" @click=${back}>${words.typical}</button>`;
  }
  const now = chosen(stories, state.picks.kind).kind?.id;
  return html`<label class="picker kinds"><span>${words.kind}</span>
    <select data-role="kind" .value=${live(now ?? '')} @change=${(event: Event) => pick((event.target as HTMLSelectElement).value)}>
      ${stories.map(
        ({
          kind,
          enterprise,
        }) => html`<option value=${kind!.id} ?selected=${kind!.id === now} ?disabled=${!enterprise}>
          ${words.kindShare(tell(kind!.title), shareText(kind!.a.share, context))}</option>`,
      )}
    </select></label>`;
}

function idForm({ state, acts }: Context): TemplateResult {
  const words = oneWordsOf(state.language);
  const show = (event: SubmitEvent) => {
    event.preventDefault();
    const id = String(new FormData(event.currentTarget as HTMLFormElement).get('id')).trim();
    if (/^\d{1,9}$/.test(id))
      acts.change((now) => ({ ...now, picks: { ...now.picks, enterprise: String(Number(id)) } }));
  };
  return html`<form class="id-form" @submit=${show}>
    <label class="picker"><span>${words.idLabel}</span><input type="text" name="id" inputmode="numeric" pattern="[0-9]{1,9}" size="8" required .value=${entry(state.picks.enterprise ?? '')} /></label>
    <button type="submit" class="id-form-tell">${words.tell}</button></form>`;
}
