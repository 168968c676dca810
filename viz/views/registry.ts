/** The views of the lab. A view is one file and one line here; all but the first load when they are opened. */
import type { TemplateResult } from 'lit';
import type { Context } from '../app/context.ts';
import type { Words } from '../text/index.ts';
import { overview } from './overview.ts';

export type ViewTemplate = (context: Context) => TemplateResult;

export interface View {
  readonly id: string;
  readonly title: (words: Words) => string;
  readonly load: () => ViewTemplate | Promise<ViewTemplate>;
}

export const VIEWS: readonly View[] = [
  { id: 'overview', title: (words) => words.viewOverview, load: () => overview },
  {
    id: 'compare',
    title: (words) => words.viewCompare,
    load: async () => (await import('./compare.ts')).compare,
  },
  { id: 'why', title: (words) => words.viewWhy, load: async () => (await import('./why.ts')).why },
  { id: 'one', title: (words) => words.viewOne, load: async () => (await import('./one.ts')).one },
  {
    id: 'regions',
    title: (words) => words.viewRegions,
    load: async () => (await import('./regions.ts')).regions,
  },
  {
    id: 'stress',
    title: (words) => words.viewStress,
    load: async () => (await import('./stress.ts')).stress,
  },
  {
    id: 'balance',
    title: (words) => words.viewBalance,
    load: async () => (await import('./balance.ts')).balance,
  },
  {
    id: 'evidence',
    title: (words) => words.viewEvidence,
    load: async () => (await import('./evidence.ts')).evidence,
  },
  {
    id: 'report',
    title: (words) => words.viewReport,
    load: async () => (await import('./report.ts')).report,
  },
];
