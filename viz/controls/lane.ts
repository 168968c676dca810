/** The time lane 2026–2030: every policy and shock is a bar, dragged, moved with keys, or typed. */
import { html, type TemplateResult } from 'lit';
import type { Context } from '../app/context.ts';
import { editPolicy, editShock, FIRST_MONTH, LAST_MONTH, withMonths } from '../app/draft.ts';
import type { State } from '../app/state.ts';
import { addMonths, monthsBetween, writeMonth } from '../text/months.ts';
import { monthField } from './month-field.ts';

const SPAN = monthsBetween(FIRST_MONTH, LAST_MONTH) + 1;
const YEARS = [2026, 2027, 2028, 2029, 2030];

interface Row {
  readonly key: string;
  readonly family: 'policy' | 'shock';
  readonly title: string;
  readonly from: string;
  readonly until: string;
  readonly move: (state: State, from: string, until: string) => State;
}

/** The rows of a scenario, policies first. */
function rowsOf({ state, library, tell }: Context): Row[] {
  const policies = state.draft.policies.map((policy, at): Row => {
    const instrument = library.instruments.find((one) => one.id === policy.lever);
    return {
      key: `policy${at}`,
      family: 'policy',
      title: instrument ? tell(instrument.title) : policy.lever,
      from: policy.from,
      until: policy.until,
      move: (now, from, until) => ({
        ...now,
        draft: editPolicy(now.draft, at, policy.lever, (one) => withMonths(one, from, until)),
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
      move: (now, from, until) => ({
        ...now,
        draft: editShock(now.draft, at, (one) => {
          const dated = withMonths({ from, until }, from, until);
          return { ...one, from: dated.from, months: monthsBetween(dated.from, dated.until) + 1 };
        }),
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
        <div class="lane-axis" aria-hidden="true">${YEARS.map((year) => html`<span>${year}</span>`)}</div>
        ${rows.map((row) => laneRow(row, context))}
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
      (month) => move(end === 'from' ? month : row.from, end === 'until' ? month : row.until),
    );
  return html`
    <div class="lane-row" data-family=${row.family} role="group" aria-label=${row.title}>
      <span class="lane-name">${row.title}</span>
      <span class="lane-fields">${field('from', words.startOf(row.title))}<span aria-hidden="true">–</span>${field('until', words.endOf(row.title))}</span>
      <span class="lane-track">
        <span class="lane-bar" style="left:${left}%;width:${Math.max(0.6, right - left)}%"
          title=${words.moveBar(row.title)} @pointerdown=${(event: PointerEvent) => drag(event, row, 'both', move)}></span>
        ${handle(row, 'from', left, context, move)}${handle(row, 'until', right, context, move)}
      </span>
    </div>`;
}

type Move = (from: string, until: string) => void;

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
    const month = addMonths(row[end], step);
    move(end === 'from' ? month : row.from, end === 'until' ? month : row.until);
  };
  return html`<span class="lane-handle" data-end=${end} style="left:${at}%" role="slider" tabindex="0" aria-label=${label}
    aria-valuemin="0" aria-valuemax=${SPAN - 1} aria-valuenow=${Math.min(SPAN - 1, monthsBetween(FIRST_MONTH, row[end]))}
    aria-valuetext=${writeMonth(row[end], state.language)} @keydown=${shift}
    @pointerdown=${(event: PointerEvent) => drag(event, row, end, move)}></span>`;
}

/** Follows the pointer in whole months until it is let go. */
function drag(event: PointerEvent, row: Row, end: 'from' | 'until' | 'both', move: Move): void {
  const grip = event.currentTarget as HTMLElement;
  const width = grip.parentElement!.clientWidth;
  grip.setPointerCapture(event.pointerId);
  const start = event.clientX;
  let last = 0;
  const follow = (now: PointerEvent) => {
    const step = Math.round(((now.clientX - start) / width) * SPAN);
    if (step === last) return;
    last = step;
    const from = end === 'until' ? row.from : addMonths(row.from, step);
    const until = end === 'from' ? row.until : addMonths(row.until, step);
    if (end === 'both' && (from < FIRST_MONTH || until > LAST_MONTH)) return;
    move(from, until);
  };
  const done = () => grip.removeEventListener('pointermove', follow);
  grip.addEventListener('pointermove', follow);
  grip.addEventListener('lostpointercapture', done, { once: true });
}
