/** What Why holds together: beyond six players they are in groups, which a person can change, and open one at a time. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ALONE, type Grouping, groupOf, holdingOf, isGrouped } from '../../experiments/attribution/groups.ts';
import { type Player, playersOf } from '../../experiments/attribution/players.ts';
import { FAMILIES } from '../../scenarios/families.ts';
import { comparatorDraft } from '../app/comparators.ts';
import type { Context } from '../app/context.ts';
import type { Picks } from '../app/picks.ts';
import { whyWordsOf } from '../text/why.ts';
import { groupName, playerName } from './why-data.ts';

/** The grouping that the choices of the view say. */
export function groupingOf({ held = '', opened }: Picks): Grouping {
  const pairs = held.split(',').filter(Boolean);
  return {
    held: Object.fromEntries(pairs.map((pair) => pair.split(':') as [string, string])),
    ...(opened !== undefined && { open: opened }),
  };
}

/** Groups that policies and shocks may be in, and those of assumptions. */
const groupsFor = (family: Player['family']): string[] => [
  ...FAMILIES.filter((one) => (one.of === 'assumption') === (family === 'assumption')).map((one) => one.id),
  ALONE,
];

/** A panel for each of the two games that has so many players; nothing where every player has a share of its own. */
export function groupsPanel(context: Context): TemplateResult | typeof nothing {
  const { state, library } = context;
  const comparator = comparatorDraft(state.comparator, state.draft, library);
  const { acts, assumptions } = playersOf(comparator, state.draft);
  const panels = [assumptions, acts].filter(mayBeGrouped).map((players) => panelOf(context, players));
  return panels.length > 0 ? html`${panels}` : nothing;
}

/** Whether groups matter for so many players, whatever the grouping at hand. */
const mayBeGrouped = (players: readonly Player[]): boolean =>
  isGrouped(players, { held: Object.fromEntries(players.map(({ name }) => [name, ALONE])) });

function panelOf(context: Context, players: readonly Player[]): TemplateResult {
  const { state } = context;
  const words = whyWordsOf(state.language);
  const grouping = groupingOf(state.picks);
  const { parts } = holdingOf(players, grouping);
  const grouped = isGrouped(players, grouping);
  const head = grouped ? words.groupsHead(players.length, parts.length) : words.groupsNone(players.length);
  return html`<div class="why-groups" data-role="groups">
    <div class="view-controls"><p data-role="grouped">${head}</p>${grouped ? openPicker(context, players, grouping) : nothing}</div>
    <details>
      <summary>${words.groupsChange}</summary>
      <p class="hint">${words.groupsNote}</p>
      <table>
        <thead><tr><th scope="col">${words.part}</th><th scope="col">${words.group}</th></tr></thead>
        <tbody>${players.map((one) => memberRow(context, one, grouping))}</tbody>
      </table>
    </details>
  </div>`;
}

/** Which group's members are shown, if any. */
function openPicker(context: Context, players: readonly Player[], grouping: Grouping): TemplateResult {
  const { state, acts } = context;
  const words = whyWordsOf(state.language);
  const groups = [...new Set(players.map((one) => groupOf(one, grouping)))].filter((one) => one !== ALONE);
  const value = groups.includes(grouping.open ?? '') ? grouping.open! : '';
  const choose = (event: Event) => {
    const { value: opened } = event.target as HTMLSelectElement;
    acts.change((now) => ({ ...now, picks: picksWith(now.picks, { opened }) }));
  };
  return html`<label class="picker"><span>${words.opened}</span>
    <select data-role="opened" .value=${live(value)} @change=${choose}>
      <option value="" ?selected=${value === ''}>${words.openedNone}</option>
      ${groups.map((one) => html`<option value=${one} ?selected=${one === value}>${groupName(context, one)}</option>`)}
    </select></label>`;
}

function memberRow(context: Context, player: Player, grouping: Grouping): TemplateResult {
  const { state, acts } = context;
  const words = whyWordsOf(state.language);
  const [name, at] = [playerName(context, player), groupOf(player, grouping)];
  const choose = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    acts.change(({ picks, ...now }) => ({
      ...now,
      picks: picksWith(picks, { held: heldWith(picks, player, value) }),
    }));
  };
  return html`<tr>
    <th scope="row">${name}</th>
    <td><select data-player=${player.name} aria-label=${words.inGroup(name)} .value=${live(at)} @change=${choose}>
      ${groupsFor(player.family).map((one) => html`<option value=${one} ?selected=${one === at}>${groupName(context, one)}</option>`)}
    </select></td></tr>`;
}

/** Who is held where other than at home, with one player moved; all shocks of a kind move together. */
function heldWith(picks: Picks, player: Player, group: string): string {
  const { [player.name]: _, ...others } = groupingOf(picks).held ?? {};
  const held = group === groupOf(player, {}) ? others : { ...others, [player.name]: group };
  return Object.entries(held)
    .map((pair) => pair.join(':'))
    .join(',');
}

/** The choices with these changed; an empty one is left out. */
function picksWith(picks: Picks, changed: Picks): Picks {
  const all = Object.entries({ ...picks, ...changed }).filter(([, value]) => value !== '');
  return Object.fromEntries(all) as Picks;
}
