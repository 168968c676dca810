/** The diary: what happened month by month, both worlds side by side, each refusal with its rule and numbers. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Happening, StoryMonth } from '../../experiments/index.ts';
import {
  askingText,
  LIMITS,
  outcomeText,
  queueText,
  RULES,
  readText,
  reviewText,
  wishText,
} from '../../experiments/story/credit-sentences.ts';
import { happeningText } from '../../experiments/story/happening-sentences.ts';
import { balanceText, isEventful } from '../../experiments/story/sentences.ts';
import type { Context } from '../app/context.ts';
import { writeMonth } from '../text/months.ts';
import { oneWordsOf } from '../text/one.ts';
import { type Told, worldsOf } from './one-data.ts';

type Credit = Extract<Happening, { kind: 'credit' }>;

export function diary(context: Context, told: Told): TemplateResult {
  const { state } = context;
  const words = oneWordsOf(state.language);
  const worlds = worldsOf(told).map((months) => new Map(months.map((one) => [one.month, one])));
  const turns = new Set(told.story.turns);
  const paired = worlds.length > 1;
  const onlyTurns = paired && state.picks.diary !== 'all';
  const shown = told.months.filter((month) =>
    onlyTurns ? turns.has(month) : worlds.some((by) => by.get(month) && isEventful(by.get(month)!)),
  );
  return html`<section>
    <div class="block-head"><h2>${words.diary}</h2>${paired ? choice(context, onlyTurns) : nothing}</div>
    ${shown.length === 0 ? html`<p class="empty">${words.noTurns}</p>` : nothing}
    <ol class="diary" data-worlds=${worlds.length}>
      ${shown.map(
        (month) => html`<li><h3>${writeMonth(month, state.language)}</h3>
          ${worlds.map((by, at) => page(context, told.names[at]!, by.get(month)))}</li>`,
      )}
    </ol></section>`;
}

function choice({ state, acts }: Context, onlyTurns: boolean): TemplateResult {
  const words = oneWordsOf(state.language);
  const option = (value: 'turns' | 'all', text: string) => html`<label><input type="radio" name="diary"
    .checked=${live(onlyTurns === (value === 'turns'))}
    @change=${() => acts.change((now) => ({ ...now, picks: { ...now.picks, diary: value } }))} /><span>${text}</span></label>`;
  return html`<fieldset class="segments"><legend class="hidden">${words.diaryShows}</legend>
    ${option('turns', words.onlyTurns)}${option('all', words.allEvents)}</fieldset>`;
}

/** A month in one world. */
function page(context: Context, name: string, month: StoryMonth | undefined): TemplateResult {
  const { tell, state } = context;
  const words = oneWordsOf(state.language);
  if (!month) return html`<article><h4>${name}</h4><p class="hint">${words.notThere}</p></article>`;
  const told = month.happenings.filter(({ kind }) => kind !== 'subsidised');
  return html`<article><h4>${name}</h4>
    ${told.length === 0 ? html`<p class="hint">${words.nothingThen}</p>` : nothing}
    ${told.map((one) => (one.kind === 'credit' ? creditCard(context, one, month.month) : html`<p>${tell(happeningText(one))}</p>`))}
    <p class="hint">${tell(balanceText(month))}</p></article>`;
}

/** A wish for credit and its answer, with every test the lender put to it. */
function creditCard(context: Context, credit: Credit, month: string): TemplateResult {
  const { tell } = context;
  const { asking, reading, review, queue, asked, outcome } = credit;
  return html`<div class="card" data-outcome=${outcome}>
    <p class="card-outcome">${tell(outcomeText(credit))}</p>
    <p>${tell(wishText(credit))}</p>
    ${asking ? html`<p>${tell(askingText(asking, asked))}</p>` : nothing}
    ${reading ? html`<p>${tell(readText(reading))}</p>${ruleTable(context, reading.rules, month)}` : nothing}
    ${review ? html`<p>${tell(reviewText(review))}</p>` : nothing}
    ${queue ? html`<p>${tell(queueText(queue))}</p>` : nothing}
  </div>`;
}

const percent = (value: number): string => `${(100 * value).toFixed(2)}%`;

function ruleTable(
  { state, tell }: Context,
  rules: NonNullable<Credit['reading']>['rules'],
  month: string,
): TemplateResult {
  const words = oneWordsOf(state.language);
  return html`<table aria-label=${words.rulesOf(writeMonth(month, state.language))}>
    <thead><tr><th scope="col">${words.rule}</th><th scope="col">${words.number}</th><th scope="col">${words.limit}</th><th scope="col"><span class="hidden">${words.passed}</span></th></tr></thead>
    <tbody>${rules.map(
      ({
        rule,
        value,
        limit,
        holds,
      }) => html`<tr data-holds=${holds}><th scope="row">${tell(RULES[rule])}</th><td>${percent(value)}</td>
        <td>${tell(LIMITS[rule])} ${percent(limit)}</td><td>${holds ? `✓ ${words.passed}` : `✕ ${words.notPassed}`}</td></tr>`,
    )}</tbody></table>`;
}
