/** Opens an official map: a file with its approval number. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../app/context.ts';
import {
  forgetOutline,
  hasOfficialOutline,
  type OutlineFault,
  officialOutline,
  useOutline,
} from '../app/outline.ts';

export function officialMap(context: Context): TemplateResult {
  const { words, library, acts } = context;
  const back = () => {
    forgetOutline(library);
    acts.redraw();
  };
  const approval = (within: EventTarget) =>
    (within as HTMLElement).closest('details')!.querySelector<HTMLInputElement>('[name="approval"]')!.value;
  const open = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    if (file) void use(context, file, approval(input));
    input.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) void use(context, file, approval(event.currentTarget!));
  };
  return html`<details class="official-map" @dragover=${(event: Event) => event.preventDefault()} @drop=${drop}>
    <summary>${words.officialMap}</summary>
    <p class="hint">${words.officialMapNote}</p>
    <label>${words.approvalNumber} <input type="text" name="approval" placeholder=${words.approvalExample} /></label>
    <label class="button"><input type="file" class="hidden" data-role="map-file" accept=".json,.geojson,application/geo+json" @change=${open} />${words.openMap}</label>
    ${hasOfficialOutline(library) ? html`<button type="button" data-role="schematic" @click=${back}>${words.schematicAgain}</button>` : nothing}
  </details>`;
}

async function use(context: Context, file: File, approval: string): Promise<void> {
  const { words, library, acts } = context;
  const outline = officialOutline(await file.text(), approval, library);
  if ('fault' in outline) {
    acts.notify(words.mapRefused(reasonOf(context, outline)), 'warning');
    return;
  }
  useOutline(library, outline);
  acts.notify(words.mapUsed);
  acts.redraw();
}

function reasonOf({ words, library, tell }: Context, fault: OutlineFault): string {
  if (fault.fault !== 'missing')
    return fault.fault === 'noApproval' ? words.mapFaultNoApproval : words.mapFaultNotGeoJson;
  const names = library.places.filter(({ code }) => fault.missing.includes(code));
  return words.mapFaultMissing(names.map(({ name }) => tell(name)).join(words.list));
}
