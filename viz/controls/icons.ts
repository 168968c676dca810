/** A few line drawings for buttons; each stands beside or inside a named control and is hidden from readers. */
import { html, type TemplateResult } from 'lit';

const icon = (paths: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false"><path d=${paths} /></svg>`;

export const ICONS = {
  undo: icon('M7 4 3 8l4 4M3 8h8.5a4.5 4.5 0 0 1 0 9H8'),
  redo: icon('M13 4l4 4-4 4M17 8H8.500a4.500 4.500 0 0 0 0 9H12'),
  share: icon('M8 12l4-4M7 9 5 11a3 3 0 0 0 4.300 4.300l2-2M13 11l2-2A3 3 0 0 0 10.700 4.700l-2 2'),
  file: icon('M10 3v9M6.500 8.500 10 12l3.500-3.500M4 15.500h12'),
  close: icon('M5 5l10 10M15 5 5 15'),
  add: icon('M10 4v12M4 10h12'),
  down: icon('M5 8l5 5 5-5'),
  help: icon('M7.300 7.500a2.700 2.700 0 1 1 4 2.300c-.9.5-1.300 1-1.300 2M10 15v.3'),
  reset: icon('M4 4v4h4M4.500 8A6.500 6.500 0 1 1 3.500 11.500'),
};
