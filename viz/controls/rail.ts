/** The left rail: policies, shocks and assumptions, three families that are never mixed. */
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { assumptionNote, loadNotes } from '../app/assumption-notes.ts';
import type { Context } from '../app/context.ts';
import { setAssumption } from '../app/draft.ts';
import { assumptionMoves } from '../app/foresight.ts';
import type { Assumption } from '../app/library.ts';
import { originOf } from '../app/origin.ts';
import { isChanged, titleOf } from '../app/scenario-file.ts';
import { badge } from './badge.ts';
import { ICONS } from './icons.ts';
import { policyList } from './policy-list.ts';
import { focusNext } from './reveal.ts';
import { shockAdder, shockEditor } from './shock-editor.ts';
import { slider } from './slider.ts';

/** The lever people ask for first stands open. */
export const OPEN = 'riskSplit';

export function rail(context: Context): TemplateResult {
  const { words, library, state, tell, acts } = context;
  const origin = originOf(state.draft, library);
  /** What a lever's controls depend on besides its own values: those that have not moved are left as they are. */
  const standing = [state.language, origin, library];
  const reset = () => {
    acts.change((now) => ({ ...now, draft: origin! }));
    focusNext('.rail-head h2');
  };
  return html`
    <div class="rail-head">
      <h2 tabindex="-1">${words.levers}</h2>
      ${
        origin && isChanged(state.draft, library)
          ? html`<button type="button" class="quiet" title=${words.resetAllNote(tell(titleOf(origin, library)))} @click=${reset}>${ICONS.reset}${words.resetAll}</button>`
          : nothing
      }
    </div>
    <section class="family" data-family="policy" aria-labelledby="family-policy">
      <h3 id="family-policy">${words.policies}</h3>
      <p class="hint">${words.policiesNote}</p>
      ${policyList(context, standing, OPEN)}
    </section>
    <section class="family" data-family="shock" aria-labelledby="family-shock">
      <h3 id="family-shock">${words.shocks}</h3>
      <p class="hint">${words.shocksNote}</p>
      ${state.draft.shocks.map((shock, index) => shockEditor(shock, index, context))}
      ${shockAdder(context)}
    </section>
    <section class="family" data-family="assumption" aria-labelledby="family-assumption">
      <details class="assumptions" @toggle=${() => loadNotes(context)}>
        <summary><h3 id="family-assumption">${words.assumptions}</h3></summary>
        <p class="hint">${words.assumptionsNote}</p>
        ${library.assumptions.map((one) => guard([...standing, state.draft.assumptions[one.id], assumptionNote(one, context)], () => assumptionLever(one, context)))}
      </details>
    </section>`;
}

const STEPS = 100;

/** A step that divides a range into about a hundred, a round number. */
function stepOf([low, high]: readonly [number, number]): number {
  const rough = (high - low) / STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough)!;
}

function assumptionLever(one: Assumption, context: Context): TemplateResult {
  const { state, words, tell, acts } = context;
  const { id, title, value: own, range, unit, grade } = one;
  const given = state.draft.assumptions[id];
  const value = typeof given === 'number' ? given : own;
  const [min, max] = range;
  const step = stepOf(range);
  const change = (next: number) =>
    acts.change((now) => ({ ...now, draft: setAssumption(now.draft, id, next, own) }), `assume.${id}`);
  return html`
    <div class="assumption">
      ${slider(
        {
          id: `assume-${id}`,
          label: tell(title),
          unit,
          value,
          min,
          max,
          step,
          quo: own,
          leave: acts.lookAway,
          near: () => acts.foresee(assumptionMoves(id, own, { min, max, step })),
          language: state.language,
        },
        change,
      )}
      <span class="assumption-foot">${badge(grade, words, assumptionNote(one, context))}
        ${value === own ? nothing : html`<button type="button" class="quiet" aria-label=${words.resetLever(tell(title))} @click=${() => change(own)}>${ICONS.reset}${words.reset}</button>`}
      </span>
    </div>`;
}
