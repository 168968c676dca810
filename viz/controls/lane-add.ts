/** What can be added to the time lane: policies by family, then shocks. */
import { html, type TemplateResult } from 'lit';
import { usualPolicy, usualShock } from '../app/additions.ts';
import type { Context } from '../app/context.ts';
import { addPolicy, addShock } from '../app/draft.ts';
import { policyGroups } from '../app/policy-groups.ts';
import { editingWordsOf } from '../text/editing.ts';
import { ICONS } from './icons.ts';
import { revealRow } from './reveal.ts';

/** A list and a button; a lever that is in the lane already is changed there, so it is not offered. */
export function laneAdder(context: Context): TemplateResult {
  const { words, library, state, tell } = context;
  const { add: toAdd, addToLane, addToLaneNote } = editingWordsOf(state.language);
  const isFree = ({ id }: { id: string }) => !state.draft.policies.some((one) => one.lever === id);
  const submit = (event: Event) => {
    event.preventDefault();
    add(new FormData(event.target as HTMLFormElement).get('what') as string, context);
  };
  return html`<form class="lane-add" @submit=${submit}>
    <select name="what" aria-label=${addToLane}>
      <optgroup label=${words.shocks}>${library.shockKinds.map((one) => html`<option value="shock ${one.id}">${tell(one.title)}</option>`)}</optgroup>
      ${policyGroups(library.instruments, isFree).map(
        ({ title, instruments }) =>
          html`<optgroup label="${words.policies}${words.colon}${tell(title)}">${instruments.map((one) => html`<option value="policy ${one.id}">${tell(one.title)}</option>`)}</optgroup>`,
      )}
    </select>
    <button type="submit" title=${addToLaneNote}>${ICONS.add}${toAdd}</button>
  </form>`;
}

function add(what: string, { acts, library, state }: Context): void {
  const [family, id] = what.split(' ');
  const kind = family === 'shock' && library.shockKinds.find((one) => one.id === id);
  const instrument = family === 'policy' && library.instruments.find((one) => one.id === id);
  if (kind) acts.change((now) => ({ ...now, draft: addShock(now.draft, usualShock(kind, library)) }));
  if (instrument)
    acts.change((now) => ({ ...now, draft: addPolicy(now.draft, usualPolicy(instrument, library)) }));
  const row = kind ? `shock${state.draft.shocks.length}` : `${id}~0`;
  requestAnimationFrame(() => revealRow(row));
}
