/** One shock in the rail: when, how long, how strong, where. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ShockEvent } from '../../scenarios/schema/scenario.ts';
import type { ShockKind } from '../../sim/index.ts';
import type { Context } from '../app/context.ts';
import { addShock, editShock, floodScope, removeShock, shockOf } from '../app/draft.ts';
import { severityMoves } from '../app/foresight.ts';
import { entry, giveUp, type Reading, refusalBelow, settle } from './entry.ts';
import { ICONS } from './icons.ts';
import { monthField } from './month-field.ts';
import { scopeName } from './scope.ts';
import { slider } from './slider.ts';

const LONGEST = 60;

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
  const remove = () => acts.change((now) => ({ ...now, draft: removeShock(now.draft, index) }));
  return html`
    <fieldset class="shock">
      <legend>${title}</legend>
      <div class="shock-when">
        <label>${words.startMonth} ${monthField({ id: `shock-${index}-from`, value: shock.from, label: words.startOf(title), language: state.language }, (from) => edit((one) => ({ ...one, from }), 'from'))}</label>
        ${durationField(shock, index, context, (months) => edit((one) => ({ ...one, months }), 'months'))}
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
      ${placePicker(shock, context, (codes) => edit((one) => ({ ...one, scope: withPlaces(one.scope, codes) })))}
    </fieldset>`;
}

function durationField(
  { months }: ShockEvent,
  index: number,
  { words }: Context,
  change: (months: number) => void,
): TemplateResult {
  const id = `shock-${index}-months-refusal`;
  const read = (field: HTMLInputElement): Reading<number> => {
    const number = Math.round(field.valueAsNumber);
    return number >= 1 && number <= LONGEST
      ? { value: number, text: String(number) }
      : { refusal: words.outOfRange(words.duration, field.value, '1', String(LONGEST)) };
  };
  const typed = (event: Event) => settle(event.target as HTMLInputElement, String(months), read, change);
  return html`<label>${words.duration} <input type="number" min="1" max=${LONGEST} step="1" aria-describedby=${id}
    .value=${entry(String(months))} @change=${typed} @keydown=${giveUp(String(months))} /></label>${refusalBelow(id)}`;
}

function withPlaces(scope: ShockEvent['scope'], codes: readonly string[]): ShockEvent['scope'] {
  const { prefectures: _, ...others } = scope;
  return codes.length ? { ...others, prefectures: [...codes] } : others;
}

function placePicker(
  shock: ShockEvent,
  context: Context,
  choose: (codes: readonly string[]) => void,
): TemplateResult {
  const { words, library, tell } = context;
  const chosen = shock.scope.prefectures ?? [];
  const toggle = (code: string, on: boolean) =>
    choose(
      library.places.map((place) => place.code).filter((one) => (one === code ? on : chosen.includes(one))),
    );
  return html`
    <details class="places">
      <summary>${words.prefectures}${words.colon}${scopeName({ prefectures: [...chosen] }, context) || words.everywhere}</summary>
      <p class="hint">${words.noPrefectures}</p>
      <div class="places-list">
        ${library.places.map(
          ({ code, name }) => html`<label><input type="checkbox" .checked=${live(chosen.includes(code))}
            @change=${(event: Event) => toggle(code, (event.target as HTMLInputElement).checked)} />${tell(name)}</label>`,
        )}
      </div>
    </details>`;
}

/** Kinds of shock with a button of their own; the others are folded away. */
const ASKED_FIRST = 2;

/** Buttons that add a shock of each kind: floods where the last one was, other kinds everywhere. */
export function shockAdder({ words, library, tell, acts, state }: Context): TemplateResult {
  const add = ({ id, defaultMonths }: ShockKind) => {
    const scope = id === 'flood' ? floodScope(library) : {};
    const from = id === 'flood' ? '2027-06' : '2027-01';
    acts.change((now) => ({
      ...now,
      draft: addShock(now.draft, shockOf({ kind: id, from, months: defaultMonths, scope })),
    }));
  };
  const name = (kind: ShockKind) =>
    state.language === 'en' ? tell(kind.title).toLowerCase() : tell(kind.title);
  const button = (kind: ShockKind) => html`
    <button type="button" title=${tell(kind.does)} @click=${() => add(kind)}>${ICONS.add}${words.addShock(name(kind))}</button>`;
  const others = library.shockKinds.slice(ASKED_FIRST);
  return html`<div class="shock-add">${library.shockKinds.slice(0, ASKED_FIRST).map(button)}</div>
    ${others.length ? html`<details class="shock-more"><summary>${words.otherShocks}</summary><div class="shock-add">${others.map(button)}</div></details>` : ''}`;
}
