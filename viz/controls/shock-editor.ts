/** One shock in the rail: when, how long, how strong, where. */
import { html, type TemplateResult } from 'lit';
import type { ShockEvent } from '../../scenarios/schema/scenario.ts';
import type { ShockKind } from '../../sim/index.ts';
import { usualShock } from '../app/additions.ts';
import type { Context } from '../app/context.ts';
import { addShock, editShock, moveShock, removeShock } from '../app/draft.ts';
import { severityMoves } from '../app/foresight.ts';
import { ICONS } from './icons.ts';
import { later } from './later.ts';
import { lengthField } from './length-field.ts';
import { monthField } from './month-field.ts';
import { focusNext } from './reveal.ts';
import { slider } from './slider.ts';

/** The editor of the shock at `index`. */
export function shockEditor(shock: ShockEvent, index: number, context: Context): TemplateResult {
  const { words, library, tell, acts, state } = context;
  const kind = library.shockKinds.find((one) => one.id === shock.kind);
  const title = kind ? tell(kind.title) : shock.kind;
  const edit = (change: (one: ShockEvent) => ShockEvent, control = '') =>
    acts.change(
      (now) => ({ ...now, draft: editShock(now.draft, index, change) }),
      control && `shock${index}.${control}`,
    );
  const severities = { min: 0, max: kind?.maxSeverity ?? 3, step: 0.1 };
  const length = { id: `shock-${index}-months`, label: words.duration, value: shock.months, least: 1 };
  const remove = () => {
    acts.change((now) => ({ ...now, draft: removeShock(now.draft, index) }));
    focusNext(`[data-shock="${index}"] button`, '.shock-add button');
  };
  return html`
    <fieldset class="shock" data-shock=${index}>
      <legend>${title}</legend>
      <div class="shock-when">
        <label>${words.startMonth} ${monthField({ id: `shock-${index}-from`, value: shock.from, label: words.startOf(title), language: state.language }, (from) => startShock(index, from, context))}</label>
        <label>${words.duration} ${lengthField(length, words, (months) => edit((one) => ({ ...one, months }), 'months'))}</label>
        <button type="button" class="quiet" aria-label=${words.removeShock(title)} title=${words.removeShock(title)} @click=${remove}>${ICONS.close}</button>
      </div>
      ${slider(
        {
          id: `shock-${index}-severity`,
          label: words.severity,
          unit: 'severity',
          value: shock.severity,
          ...severities,
          quo: 1,
          leave: acts.lookAway,
          near: () => acts.foresee(severityMoves(index, shock.kind, severities)),
          hint: words.severityReference,
          language: state.language,
        },
        (severity) => edit((one) => ({ ...one, severity }), 'severity'),
      )}
      ${later(({ shockScope }) => shockScope(shock, kind, context, (change) => edit((one) => ({ ...one, scope: change(one.scope) }))))}
    </fieldset>`;
}

/** Moves a shock with its length, and says when its end had to be cut off. */
export function startShock(
  index: number,
  from: string,
  { acts, state, words, library, tell }: Context,
): void {
  const shock = state.draft.shocks[index];
  if (!shock) return;
  const moved = moveShock(shock, from);
  acts.change(
    (now) => ({ ...now, draft: editShock(now.draft, index, (one) => moveShock(one, from)) }),
    `shock${index}.from`,
  );
  const kind = library.shockKinds.find((one) => one.id === shock.kind);
  if (moved.months < shock.months)
    acts.notify(words.cutAtEnd(kind ? tell(kind.title) : shock.kind, moved.months, shock.months));
}

/** Kinds of shock with a button of their own; the others are folded away. */
const ASKED_FIRST = 2;

/** Buttons that add a shock of each kind: floods where the last one was, other kinds everywhere. */
export function shockAdder({ words, library, tell, acts, state }: Context): TemplateResult {
  const add = (kind: ShockKind) =>
    acts.change((now) => ({ ...now, draft: addShock(now.draft, usualShock(kind, library)) }));
  const name = (kind: ShockKind) =>
    state.language === 'en' ? tell(kind.title).toLowerCase() : tell(kind.title);
  const button = (kind: ShockKind) => html`
    <button type="button" title=${tell(kind.does)} @click=${() => add(kind)}>${ICONS.add}${words.addShock(name(kind))}</button>`;
  const others = library.shockKinds.slice(ASKED_FIRST);
  return html`<div class="shock-add">${library.shockKinds.slice(0, ASKED_FIRST).map(button)}</div>
    ${others.length ? html`<details class="shock-more"><summary>${words.otherShocks}</summary><div class="shock-add">${others.map(button)}</div></details>` : ''}`;
}
