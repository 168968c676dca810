/** The levers in which the compared scenarios differ, one column a scenario. */
import { html, type TemplateResult } from 'lit';
import { comparatorsOf } from '../app/comparators.ts';
import type { Context } from '../app/context.ts';
import { comparatorName, scenarioName } from '../app/words.ts';
import { type LeverDifference, leverDifferences } from '../controls/differences.ts';

interface Row {
  readonly family: LeverDifference['family'];
  readonly lever: string;
  readonly after: string;
  readonly when: Set<string>;
  /** Value under each comparator; the scenario's own where they agree. */
  readonly values: string[];
}

/** One row a lever value of the scenario, whichever comparators differ in it. */
function rowsOf(context: Context): Row[] {
  const ids = comparatorsOf(context.state);
  const rows = new Map<string, Row>();
  for (const [at, id] of ids.entries())
    for (const { family, lever, before, after, when } of leverDifferences(context, id)) {
      const key = `${family} ${lever} ${after}`;
      const row = rows.get(key) ?? { family, lever, after, when: new Set(), values: ids.map(() => after) };
      row.values[at] = before;
      if (when) row.when.add(when);
      rows.set(key, row);
    }
  return [...rows.values()];
}

export function leverTable(context: Context): TemplateResult {
  const { words, state } = context;
  const rows = rowsOf(context);
  const family = { policy: words.policies, shock: words.shocks, assumption: words.assumptions };
  if (!rows.length)
    return html`<section><h2>${words.leverDifferences}</h2><p class="empty">${words.differsNot(comparatorName(context))}</p></section>`;
  return html`<section>
    <h2>${words.leverDifferences}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label=${words.leverDifferences}><table class="lever-table">
      <thead><tr><th scope="col">${words.lever}</th><th scope="col">${words.family}</th><th scope="col">${scenarioName(context)}</th>
        ${comparatorsOf(state).map((id) => html`<th scope="col">${comparatorName(context, id)}</th>`)}<th scope="col">${words.when}</th></tr></thead>
      <tbody>${rows.map(
        (
          row,
        ) => html`<tr><th scope="row">${row.lever}</th><td>${family[row.family]}</td><td><b>${row.after}</b></td>
          ${row.values.map((value) => html`<td>${value}</td>`)}<td>${[...row.when].join(words.separator)}</td></tr>`,
      )}</tbody>
    </table></div></section>`;
}
