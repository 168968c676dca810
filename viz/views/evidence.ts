import { html } from 'lit';
import type { ViewTemplate } from './registry.ts';
export const evidence: ViewTemplate = ({ words }) => html`<p>${words.waitResult}</p>`;
