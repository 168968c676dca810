/** Opens an official map: a file with its approval number. */
import { html, type TemplateResult } from 'lit';
import type { Context } from '../app/context.ts';
import { type OutlineFault, officialOutline, useOutline } from '../app/outline.ts';

export function officialMap(context: Context): TemplateResult {
  const { words } = context;
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
  </details>`;
}

async function use({ words, library, acts }: Context, file: File, approval: string): Promise<void> {
  const outline = officialOutline(await file.text(), approval, library);
  if ('fault' in outline) {
    const reasons: Record<OutlineFault, string> = {
      notGeoJson: words.mapFaultNotGeoJson,
      noCodes: words.mapFaultNoCodes,
      noApproval: words.mapFaultNoApproval,
    };
    acts.notify(words.mapRefused(reasons[outline.fault]), 'warning');
    return;
  }
  useOutline(library, outline);
  acts.notify(words.mapUsed(outline.features.features.length, library.places.length));
  acts.redraw();
}
