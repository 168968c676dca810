/** How sure a number is, beside it. */
import { html, type TemplateResult } from 'lit';
import type { Grade } from '../app/library.ts';
import type { Words } from '../text/index.ts';

const LABELS = {
  measured: ['gradeMeasured', 'gradeMeasuredNote'],
  reported: ['gradeReported', 'gradeReportedNote'],
  estimated: ['gradeEstimated', 'gradeEstimatedNote'],
  assumed: ['gradeAssumed', 'gradeAssumedNote'],
} as const;

/** The word for a grade. */
export const gradeName = (grade: Grade, words: Words): string => words[LABELS[grade][0]];

/** A small mark with the grade's word; its title says what the word means. */
export function badge(grade: Grade, words: Words, more = ''): TemplateResult {
  const note = words[LABELS[grade][1]];
  return html`<span class="badge" data-grade=${grade} title=${more ? `${note}\n${more}` : note}>${gradeName(grade, words)}</span>`;
}

/** The weakest of several grades. */
export function weakest(grades: readonly Grade[]): Grade {
  const order: readonly Grade[] = ['measured', 'reported', 'estimated', 'assumed'];
  return grades.reduce((worst, one) => (order.indexOf(one) > order.indexOf(worst) ? one : worst), 'measured');
}
