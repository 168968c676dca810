/** All policies of the rail: those asked for first, the others folded by family, and a field that finds one. */
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Instrument } from '../../sim/index.ts';
import type { Context } from '../app/context.ts';
import { isAskedFirst, type PolicyGroup, policyGroups } from '../app/policy-groups.ts';
import { policyLever } from './policy-lever.ts';

/** @param standing what a lever depends on besides its own values @param open the lever that stands open */
export function policyList(context: Context, standing: readonly unknown[], open: string): TemplateResult {
  const { words, library } = context;
  const lever = (one: Instrument) =>
    guard([...standing, ...patchesOf(context, one)], () => policyLever(one, context, one.id === open));
  const groups = policyGroups(library.instruments, (one) => !isAskedFirst(one));
  return html`
    <input type="search" class="lever-filter" aria-label=${words.filterLevers} placeholder=${words.filterLevers} @input=${narrow} />
    ${library.instruments.filter(isAskedFirst).map(lever)}
    ${groups.map(
      (group) => html`<details class="lever-group" data-group=${group.id}>
        ${groupSummary(group, context)}
        ${group.instruments.map(lever)}
      </details>`,
    )}`;
}

const patchesOf = ({ state }: Context, { id }: Instrument) =>
  state.draft.policies.filter((one) => one.lever === id);

function groupSummary({ title, instruments }: PolicyGroup, context: Context): TemplateResult {
  const { words, tell } = context;
  const moved = instruments.filter((one) => patchesOf(context, one).length > 0).length;
  return html`<summary><h4>${tell(title)}</h4>
    <span class="lever-now">${moved ? html`<b>${words.countMoved(moved)}</b>` : nothing} ${instruments.length}</span></summary>`;
}

/** Hides the policies that do not contain the words typed, and opens the families of those that do. */
function narrow(event: Event): void {
  const input = event.target as HTMLInputElement;
  const wanted = input.value.trim().toLowerCase();
  const list = input.parentElement!;
  for (const one of list.querySelectorAll<HTMLElement>('[data-lever]'))
    one.hidden = !`${one.textContent} ${one.dataset.lever}`.toLowerCase().includes(wanted);
  for (const one of list.querySelectorAll<HTMLDetailsElement>('.lever-group')) unfold(one, wanted !== '');
}

/** Opens a family while something is looked for in it, and then leaves it as it was. */
function unfold(group: HTMLDetailsElement, isSearched: boolean): void {
  group.hidden = !group.querySelector('[data-lever]:not([hidden])');
  if (isSearched) {
    group.dataset.wasOpen ??= String(group.open);
    group.open = true;
  } else if (group.dataset.wasOpen !== undefined) {
    group.open = group.dataset.wasOpen === 'true';
    delete group.dataset.wasOpen;
  }
}
