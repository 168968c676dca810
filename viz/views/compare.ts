import { html } from 'lit';
import type { ViewTemplate } from './registry.ts';
export const compare: ViewTemplate = ({ words }) => html`<p>${words.waitResult}</p>`;
