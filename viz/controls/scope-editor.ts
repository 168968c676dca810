/** Whom a policy or shock concerns: folded to a line that says it in words, opened to boxes to tick. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ScopeNames, ShockEvent } from '../../scenarios/schema/scenario.ts';
import type { ScopeName } from '../../scenarios/schema/scope-check.ts';
import { tellsOfShock } from '../../scenarios/schema/tells.ts';
import type { ShockKind } from '../../sim/index.ts';
import type { Context } from '../app/context.ts';
import { membersOf, untoldParts, withMember, withPart } from '../app/scopes.ts';
import { editingWordsOf } from '../text/editing.ts';
import { memberName } from './scope.ts';
import { partName, scopeSummary } from './scope-summary.ts';

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
  const words = editingWordsOf(context.state.language);
  return html`
    ${
      told.length
        ? html`<details class="scope">
      <summary>${words.scope}${context.words.colon}<b>${scopeSummary(scope, told, context)}</b></summary>
      <p class="hint">${words.noneMeansAll}</p>
      ${told.map((part) => partEditor(part, scope, context, change))}
    </details>`
        : html`<p class="lever-scope">${alike}</p>`
    }
    ${untoldParts(scope, told).map((part) => untold(part, context, change))}`;
}

/** The editor of where and whom a shock strikes. */
export function shockScope(
  { scope }: ShockEvent,
  kind: ShockKind | undefined,
  context: Context,
  change: (edit: Edit) => void,
): TemplateResult {
  const { strikesAll } = editingWordsOf(context.state.language);
  return scopeEditor({ scope, told: tellsOfShock(kind), alike: strikesAll }, context, change);
}

function partEditor(
  part: ScopeName,
  scope: ScopeNames,
  context: Context,
  change: (edit: Edit) => void,
): TemplateResult {
  const { library, state } = context;
  const words = editingWordsOf(state.language);
  const all = membersOf(part, library);
  const named: readonly string[] = scope[part] ?? [];
  const name = partName(part, context);
  const tick = (member: string) => (event: Event) => {
    const { checked } = event.target as HTMLInputElement;
    change((now) => withMember(now, part, member, checked, all));
  };
  const every = (label: string, members: readonly string[]) =>
    html`<button type="button" class="quiet" aria-label="${label}${context.words.colon}${name}" @click=${() => change((now) => withPart(now, part, members))}>${label}</button>`;
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
function untold(part: ScopeName, context: Context, change: (edit: Edit) => void): TemplateResult {
  const words = editingWordsOf(context.state.language);
  const name = partName(part, context);
  return html`<p class="refusal" role="alert">${words.cannotLimit(name)}
    <button type="button" class="quiet" @click=${() => change((now) => withPart(now, part, []))}>${words.liftLimit(name)}</button></p>`;
}
