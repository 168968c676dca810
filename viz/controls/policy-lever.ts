/** One policy instrument in the rail: its numbers, whether it is in force, when and for whom. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Instrument } from '../../sim/index.ts';
import type { Context } from '../app/context.ts';
import { policyIndex, resetLever, setEnabled, setParameter } from '../app/draft.ts';
import { parameterMoves } from '../app/foresight.ts';
import { originOf } from '../app/origin.ts';
import { badge, weakest } from './badge.ts';
import { ICONS } from './icons.ts';
import { later } from './later.ts';
import { focusNext } from './reveal.ts';
import { slider, writeValue } from './slider.ts';

/** Changes to a lever go through the store under its name, so that a drag is one step to undo. */
export function policyLever(instrument: Instrument, context: Context, open: boolean): TemplateResult {
  const { state, words, library, tell, acts } = context;
  const { id } = instrument;
  const patches = state.draft.policies.filter((one) => one.lever === id);
  const facts = Object.keys(instrument.parameters).map((name) => library.factOf(id, name));
  const title = tell(instrument.title);
  const origin = originOf(state.draft, library);
  const own = (policies: typeof state.draft.policies) =>
    JSON.stringify(policies.filter((one) => one.lever === id));
  const changed = origin !== undefined && own(state.draft.policies) !== own(origin.policies);
  const reset = () => {
    acts.change((now) => ({ ...now, draft: resetLever(now.draft, origin!, id) }));
    focusNext(`[data-lever="${id}"] > summary`);
  };
  return html`
    <details class="lever" data-lever=${id} ?open=${open} ?data-moved=${patches.length > 0}>
      <summary>
        <span class="lever-title">${title}</span>
        <span class="lever-now">${summaryOf(instrument, context)}</span>
      </summary>
      <p class="lever-does">${tell(instrument.does)} ${badge(weakest(facts.map((fact) => fact.grade)), words)}</p>
      ${Object.keys(instrument.parameters).map((name) => parameterSlider(instrument, name, context))}
      <div class="lever-dates">
        <label class="switch"><input type="checkbox" role="switch" .checked=${live(patches[0]?.enabled ?? true)}
          @change=${(event: Event) => {
            const { checked } = event.target as HTMLInputElement;
            acts.change((now) => ({ ...now, draft: setEnabled(now.draft, id, checked) }));
          }} />${words.inForce}</label>
        ${
          changed
            ? html`<button type="button" class="quiet" aria-label=${words.resetLever(title)} @click=${reset}>
          ${ICONS.reset}${words.reset}</button>`
            : nothing
        }
      </div>
      ${patches.map((one, nth) => later(({ patchEditor }) => patchEditor(instrument, one, nth, context)))}
    </details>`;
}

function parameterSlider(instrument: Instrument, name: string, context: Context): TemplateResult {
  const { state, library, tell, acts } = context;
  const { unit, min, max, step, title } = instrument.parameters[name]!;
  const policy = state.draft.policies[policyIndex(state.draft, instrument.id)];
  const fact = library.factOf(instrument.id, name);
  return slider(
    {
      id: `lever-${instrument.id}-${name}`,
      label: tell(title),
      unit,
      min,
      max,
      step,
      value: policy?.set[name] ?? fact.value,
      quo: fact.value,
      plausible: [Math.max(min, fact.range[0]), Math.min(max, fact.range[1])],
      disabled: policy?.enabled === false,
      leave: acts.lookAway,
      near: () => acts.foresee(parameterMoves(instrument, name, fact.value)),
      language: state.language,
    },
    (value) =>
      acts.change(
        (now) => ({ ...now, draft: setParameter(now.draft, instrument.id, name, value, fact.value) }),
        `${instrument.id}.${name}`,
      ),
  );
}

/** What the lever does now, in a few words: `20% → 50%`, or the status quo of its first parameter. */
export function summaryOf(instrument: Instrument, { state, words, library }: Context): string {
  const policy = state.draft.policies[policyIndex(state.draft, instrument.id)];
  if (policy && !policy.enabled) return words.off;
  const [first = ''] = Object.keys(policy?.set ?? {}).length
    ? Object.keys(policy!.set)
    : Object.keys(instrument.parameters);
  const parameter = instrument.parameters[first]!;
  const write = (value: number) => writeValue(value, parameter.unit, parameter.step, state.language);
  const quo = library.factOf(instrument.id, first).value;
  const value = policy?.set[first];
  return value === undefined ? write(quo) : `${write(quo)} ${words.arrow} ${write(value)}`;
}
