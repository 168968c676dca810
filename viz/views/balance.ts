/** Balance sheets: does it add up? Accounts by sector and quarter, both matrices with what must be 0. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { SECTORS_OF_ACCOUNT } from '../../sim/index.ts';
import { booksOf, quartersOf } from '../app/books.ts';
import type { Context } from '../app/context.ts';
import {
  accountsDrawing,
  balanceMatrixDrawing,
  checksOf,
  flowMatrixDrawing,
  quarterName,
  type Shown,
  sectorName,
} from '../app/drawing-balance.ts';
import { fiscalDrawing } from '../app/drawing-fiscal.ts';
import { sameThroughout } from '../app/findings.ts';
import { comparatorName, scenarioName } from '../app/words.ts';
import { segments } from '../controls/segments.ts';

const FIRST_SECTOR = 'guarantors';

export function balance(context: Context): TemplateResult {
  const { words, lab } = context;
  const shown = shownOf(context);
  return html`<div class="balance" ?data-stale=${lab.faded}>
    <p class="lead">${words.balanceLead}</p>
    ${shown ? pictures(context, shown) : html`<p class="empty">${words.noBooks}</p>`}
  </div>`;
}

/** The books chosen; undefined while there are none. */
function shownOf(context: Context): Shown | undefined {
  const { lab, state } = context;
  const result = lab.update?.result;
  if (!result?.books) return undefined;
  const whose = state.picks.books === 'comparator' ? 'comparator' : 'scenario';
  const quarters = quartersOf(result.months);
  const quarter = quarters.find((one) => one.id === state.picks.quarter) ?? quarters.at(-1)!;
  return {
    books: booksOf(result.books[whose], result.months),
    quarters,
    quarter,
    name: whose === 'comparator' ? comparatorName(context) : scenarioName(context),
  };
}

function pictures(context: Context, shown: Shown): TemplateResult {
  const { words, state, lab } = context;
  const fiscal = lab.update?.result.fiscal;
  const asked = state.picks.account ?? FIRST_SECTOR;
  const sector = SECTORS_OF_ACCOUNT.find((one) => one === asked) ?? FIRST_SECTOR;
  const { checks, broken } = checksOf(shown);
  return html`
    ${controls(context, shown, sector)}
    <p class="checks" data-broken=${broken}><b>${broken ? words.balanceBroken(broken, checks) : words.balanceChecks(checks)}</b></p>
    <hw-chart .drawing=${balanceMatrixDrawing(context, shown)}></hw-chart>
    <hw-chart .drawing=${flowMatrixDrawing(context, shown)}></hw-chart>
    <hw-chart .drawing=${accountsDrawing(context, shown, sector)}></hw-chart>
    ${fiscal?.scenario.from ? html`<h2>${words.fiscalHeading}</h2><hw-chart .drawing=${fiscalDrawing(context, fiscal)}></hw-chart>` : nothing}`;
}

function controls(context: Context, { quarters, quarter }: Shown, sector: string): TemplateResult {
  const { words, state, acts } = context;
  const pick = (name: 'quarter' | 'account') => (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    acts.change((now) => ({ ...now, picks: { ...now.picks, [name]: value } }));
  };
  const sides = [
    { id: 'scenario', name: scenarioName(context) },
    { id: 'comparator', name: comparatorName(context) },
  ];
  return html`<div class="view-controls">
    <label class="picker"><span>${words.quarter}</span>
      <select data-role="quarter" .value=${live(quarter.id)} @change=${pick('quarter')}>${quarters.map(
        ({ id }) =>
          html`<option value=${id} ?selected=${id === quarter.id}>${quarterName(id, context)}</option>`,
      )}</select></label>
    <label class="picker"><span>${words.sectorOfAccount}</span>
      <select data-role="account" .value=${live(sector)} @change=${pick('account')}>${SECTORS_OF_ACCOUNT.map(
        (id) => html`<option value=${id} ?selected=${id === sector}>${sectorName(id, context)}</option>`,
      )}</select></label>
    ${
      sameThroughout(context)
        ? ''
        : segments(words.booksOf, 'books-of', sides, state.picks.books ?? 'scenario', (books) =>
            acts.change((now) => ({ ...now, picks: { ...now.picks, books } })),
          )
    }
  </div>`;
}
