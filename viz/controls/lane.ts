/** The time lane 2026–2030: every policy and shock is a bar, dragged, moved with keys, or typed; more can be added. */
import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Context } from '../app/context.ts';
import { editPatch, editShock, FIRST_MONTH, LAST_MONTH, withMonths } from '../app/draft.ts';
import { type Grip, type Span, shifted } from '../app/spans.ts';
import type { State } from '../app/state.ts';
import { addMonths, monthsBetween, writeMonth } from '../text/months.ts';
import { later } from './later.ts';
import { monthField } from './month-field.ts';
import { revealLever, revealShock } from './reveal.ts';
import { startShock } from './shock-editor.ts';

const SPAN = monthsBetween(FIRST_MONTH, LAST_MONTH) + 1;
const YEARS = [2026, 2027, 2028, 2029, 2030];

interface Row {
  readonly key: string;
  readonly family: 'policy' | 'shock';
  readonly title: string;
  readonly from: string;
  readonly until: string;
  /** What its start moves: the whole shock, but of a policy the start alone. */
  readonly start: Grip;
  readonly move: (state: State, from: string, until: string) => State;
  /** Takes the months typed for the start. */
  readonly startAt?: (from: string) => void;
  /** Goes to where everything else about it is edited. */
  readonly edit: () => void;
}

/** The rows of a scenario, policies first. */
function rowsOf(context: Context): Row[] {
  const { state, library, tell } = context;
  const policies = state.draft.policies.map((policy, at, all): Row => {
    const nth = all.slice(0, at).filter((one) => one.lever === policy.lever).length;
    const instrument = library.instruments.find((one) => one.id === policy.lever);
    return {
      key: `${policy.lever}~${nth}`,
      family: 'policy',
      title: instrument ? tell(instrument.title) : policy.lever,
      from: policy.from,
      until: policy.until,
      start: 'from',
      edit: () => revealLever(policy.lever),
      move: (now, from, until) => ({
        ...now,
        draft: editPatch(now.draft, policy.lever, nth, (one) => withMonths(one, from, until)),
      }),
    };
  });
  const shocks = state.draft.shocks.map((shock, at): Row => {
    const kind = library.shockKinds.find((one) => one.id === shock.kind);
    return {
      key: `shock${at}`,
      family: 'shock',
      title: kind ? tell(kind.title) : shock.kind,
      from: shock.from,
      until: addMonths(shock.from, shock.months - 1),
      start: 'both',
      startAt: (from) => startShock(at, from, context),
      edit: () => revealShock(at),
      move: (now, from, until) => ({
        ...now,
        draft: editShock(now.draft, at, (one) => ({ ...one, from, months: monthsBetween(from, until) + 1 })),
      }),
    };
  });
  return [...policies, ...shocks];
}

export function lane(context: Context): TemplateResult {
  const { words, state, acts } = context;
  const rows = rowsOf(context);
  const fold = (event: Event) => {
    const { open } = event.target as HTMLDetailsElement;
    if (open !== state.laneOpen) acts.change((now) => ({ ...now, laneOpen: open }));
  };
  return html`
    <details class="lane-fold" ?open=${state.laneOpen} @toggle=${fold}>
      <summary><h2>${words.lane}</h2><span class="hint">${rows.length ? words.laneNote : words.laneEmpty}</span></summary>
      <div class="lane">
        <div class="lane-head">
          ${guard([state.language, context.library, state.draft.shocks.length, ...state.draft.policies.map((one) => one.lever)], () => later(({ laneAdder }) => laneAdder(context)))}
          <div class="lane-axis" aria-hidden="true">${YEARS.map((year) => html`<span>${year}</span>`)}</div>
        </div>
        ${repeat(
          rows,
          (row) => row.key,
          (row) => laneRow(row, context),
        )}
      </div>
    </details>`;
}

const place = (month: string) => (monthsBetween(FIRST_MONTH, month) / SPAN) * 100;

function laneRow(row: Row, context: Context): TemplateResult {
  const { words, acts } = context;
  const move = (from: string, until: string) =>
    acts.change((now) => row.move(now, from, until), `lane.${row.key}`);
  const [left, right] = [
    place(row.from),
    place(addMonths(row.until > LAST_MONTH ? LAST_MONTH : row.until, 1)),
  ];
  const field = (end: 'from' | 'until', label: string) =>
    monthField(
      {
        id: `lane-${row.key}-${end}`,
        value: row[end],
        label,
        language: context.state.language,
        ...(end === 'until' && { least: row.from }),
      },
      (month) => {
        if (end === 'until') move(row.from, month);
        else if (row.startAt) row.startAt(month);
        else move(month, row.until);
      },
    );
  return html`
    <div class="lane-row" data-family=${row.family} data-row=${row.key} role="group" aria-label=${row.title}>
      <button type="button" class="quiet lane-name" title=${words.editOf(row.title)} @click=${row.edit}>${row.title}</button>
      <span class="lane-fields">${field('from', words.startOf(row.title))}<span aria-hidden="true">–</span>${field('until', words.endOf(row.title))}</span>
      <span class="lane-track">
        <span class="lane-bar" style="left:${left}%;width:${Math.max(0.6, right - left)}%"
          title=${words.moveBar(row.title)} @pointerdown=${(event: PointerEvent) => drag(event, row, 'both', move)}></span>
        ${handle(row, 'from', left, context, move)}${handle(row, 'until', right, context, move)}
      </span>
    </div>`;
}

type Move = (from: string, until: string) => void;

/** What of a row an end moves. */
const gripOf = (row: Row, end: keyof Span): Grip => (end === 'from' ? row.start : 'until');

function handle(
  row: Row,
  end: 'from' | 'until',
  at: number,
  { words, state }: Context,
  move: Move,
): TemplateResult {
  const label = end === 'from' ? words.startOf(row.title) : words.endOf(row.title);
  const shift = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12 }[
      event.key
    ];
    if (!step) return;
    event.preventDefault();
    const { from, until } = shifted(row, gripOf(row, end), step);
    move(from, until);
  };
  return html`<span class="lane-handle" data-end=${end} style="left:${at}%" role="slider" tabindex="0" aria-label=${label}
    aria-valuemin="0" aria-valuemax=${SPAN - 1} aria-valuenow=${Math.min(SPAN - 1, monthsBetween(FIRST_MONTH, row[end]))}
    aria-valuetext=${writeMonth(row[end], state.language)} @keydown=${shift}
    @pointerdown=${(event: PointerEvent) => drag(event, row, gripOf(row, end), move)}></span>`;
}

/** Follows the pointer in whole months until it is let go. */
function drag(event: PointerEvent, row: Row, grip: Grip, move: Move): void {
  const handle = event.currentTarget as HTMLElement;
  const width = handle.parentElement!.clientWidth;
  handle.setPointerCapture(event.pointerId);
  const start = event.clientX;
  let last = 0;
  const follow = (now: PointerEvent) => {
    const step = Math.round(((now.clientX - start) / width) * SPAN);
    if (step === last) return;
    last = step;
    const { from, until } = shifted(row, grip, step);
    move(from, until);
  };
  const done = () => handle.removeEventListener('pointermove', follow);
  handle.addEventListener('pointermove', follow);
  handle.addEventListener('lostpointercapture', done, { once: true });
}
