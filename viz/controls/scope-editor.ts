/** Whom a policy or shock concerns: folded to a line that says it in words, opened to boxes to tick. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ScopeNames } from '../../scenarios/schema/scenario.ts';
import type { ScopeName } from '../../scenarios/schema/scope-check.ts';
import type { Context } from '../app/context.ts';
import { membersOf, untoldParts, withMember, withPart } from '../app/scopes.ts';
import { memberName, partName, scopeSummary } from './scope.ts';

export interface ScopeData {
  readonly scope: ScopeNames;
  /** Parts that can be told apart; none where everyone is treated alike. */
  readonly told: readonly ScopeName[];
  /** Why nobody can be singled out, where nobody can. */
  readonly alike: string;
}

type Edit = (scope: ScopeNames) => ScopeNames;

/** Parts with so many members that ticking each is work. */
const MANY = 5;

/** The editor; `change` is given what to do with the scope in force. */
export function scopeEditor(
  { scope, told, alike }: ScopeData,
  context: Context,
  change: (edit: Edit) => void,
): TemplateResult {
  const { words } = context;
  return html`
    ${
      told.length
        ? html`<details class="scope">
      <summary>${words.scope}${words.colon}<b>${scopeSummary(scope, told, context)}</b></summary>
      <p class="hint">${words.noneMeansAll}</p>
      ${told.map((part) => partEditor(part, scope, context, change))}
    </details>`
        : html`<p class="lever-scope">${alike}</p>`
    }
    ${untoldParts(scope, told).map((part) => untold(part, context, change))}`;
}

function partEditor(
  part: ScopeName,
  scope: ScopeNames,
  context: Context,
  change: (edit: Edit) => void,
): TemplateResult {
  const { words, library } = context;
  const all = membersOf(part, library);
  const named: readonly string[] = scope[part] ?? [];
  const name = partName(part, words);
  const tick = (member: string) => (event: Event) => {
    const { checked } = event.target as HTMLInputElement;
    change((now) => withMember(now, part, member, checked, all));
  };
  const every = (label: string, members: readonly string[]) =>
    html`<button type="button" class="quiet" aria-label="${label}${words.colon}${name}" @click=${() => change((now) => withPart(now, part, members))}>${label}</button>`;
  return html`
    <fieldset class="scope-part" data-part=${part}>
      <legend>${name}</legend>
      <div class="scope-members">
        ${all.map(
          (member) => html`<label><input type="checkbox" .checked=${live(named.includes(member))}
            @change=${tick(member)} />${memberName(member, context)}</label>`,
        )}
      </div>
      ${all.length >= MANY ? html`<div class="scope-every">${every(words.tickAll, all)}${every(words.tickNone, [])}</div>` : nothing}
    </fieldset>`;
}

/** A limit the model refuses, with its reason and a way to lift it. */
function untold(part: ScopeName, { words }: Context, change: (edit: Edit) => void): TemplateResult {
  const name = partName(part, words);
  return html`<p class="refusal" role="alert">${words.cannotLimit(name)}
    <button type="button" class="quiet" @click=${() => change((now) => withPart(now, part, []))}>${words.liftLimit(name)}</button></p>`;
}
