/** One dated patch of a lever: from when until when, how gradually, for whom. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Policy } from '../../scenarios/schema/scenario.ts';
import type { Instrument } from '../../sim/index.ts';
import type { Context } from '../app/context.ts';
import { editPatch, withMonths } from '../app/draft.ts';
import { isSameForAll, partsOfPolicy } from '../app/scopes.ts';
import { editingWordsOf } from '../text/editing.ts';
import { lengthField } from './length-field.ts';
import { monthField } from './month-field.ts';
import { scopeEditor } from './scope-editor.ts';
import { writeValue } from './slider.ts';

/** The editor of the `nth` patch of a lever, counted from 0; the sliders above are those of the first. */
export function patchEditor(
  instrument: Instrument,
  policy: Policy,
  nth: number,
  context: Context,
): TemplateResult {
  const { state, tell } = context;
  const words = editingWordsOf(state.language);
  const { id } = instrument;
  const title = nth === 0 ? tell(instrument.title) : words.patchOf(tell(instrument.title), nth + 1);
  const edit = (change: (one: Policy) => Policy, control = '') =>
    context.acts.change(
      (now) => ({ ...now, draft: editPatch(now.draft, id, nth, change) }),
      control && `${id}~${nth}.${control}`,
    );
  return html`
    <div class="patch" role="group" aria-label=${title} data-patch=${nth}>
      ${nth === 0 ? nothing : html`<p><b>${words.patchNumber(nth + 1)}</b>${context.words.colon}${valuesOf(instrument, policy, context)}</p>`}
      ${whenEditor(policy, `lever-${id}-${nth}`, title, context, edit)}
      ${scopeEditor(
        {
          scope: policy.scope,
          told: partsOfPolicy(instrument, policy, context.library),
          alike: isSameForAll(instrument, policy, context.library) ? words.sameForAll : words.limitedApart,
        },
        context,
        (change) => edit((one) => ({ ...one, scope: change(one.scope) })),
      )}
    </div>`;
}

function whenEditor(
  { from, until, phaseInMonths }: Policy,
  id: string,
  title: string,
  { words, state: { language } }: Context,
  edit: (change: (one: Policy) => Policy, control: string) => void,
): TemplateResult {
  const { phaseIn, phaseInUnit, phaseInNote } = editingWordsOf(language);
  const label = `${phaseIn}${words.bracket(phaseInUnit)}`;
  const start = { id: `${id}-from`, value: from, label: words.startOf(title), language };
  const end = { id: `${id}-until`, value: until, label: words.endOf(title), least: from, language };
  const phase = {
    id: `${id}-phase`,
    label: `${label}${words.comma}${title}`,
    value: phaseInMonths,
    least: 0,
  };
  return html`
    <div class="patch-when">
      <label><span>${words.from}</span>${monthField(start, (month) => edit((one) => withMonths(one, month, one.until), 'from'))}</label>
      <label><span>${words.until}</span>${monthField(end, (month) => edit((one) => withMonths(one, one.from, month), 'until'))}</label>
      <label title=${phaseInNote}><span>${label}</span>${lengthField(phase, words, (months) => edit((one) => ({ ...one, phaseInMonths: months }), 'phase'))}</label>
    </div>`;
}

/** What a patch sets, in a few words. */
function valuesOf(
  { parameters }: Instrument,
  { set, enabled }: Policy,
  { words, tell, state }: Context,
): string {
  if (!enabled) return words.off;
  return Object.entries(set)
    .map(([name, value]) => {
      const { title, unit, step } = parameters[name]!;
      return words.pairOf(tell(title), writeValue(value, unit, step, state.language));
    })
    .join(words.list);
}
