/** A made-up answer on screen, for tests of what the lab says about it. */
import { LIBRARY } from '../../viz/app/catalogue.ts';
import type { Context } from '../../viz/app/context.ts';
import { usualState } from '../../viz/app/start.ts';
import type { State } from '../../viz/app/state.ts';
import { LOOKS } from '../../viz/charts/look.ts';
import { wordsOf } from '../../viz/text/index.ts';
import type { Language } from '../../viz/text/language.ts';
import type { Band, LabResult, LabUpdate, Pair, PlacePair } from '../../workers/api.ts';

/** December 2025, and the sixty months of the projection. */
export const MONTHS = Array.from(
  { length: 61 },
  (_, at) => `${2025 + Math.floor((at + 11) / 12)}-${String(((at + 11) % 12) + 1).padStart(2, '0')}`,
);

const series = (value: number) => new Float64Array(MONTHS.length).fill(value);

/** The same value in every month and every run. */
export const flat = (value: number): Band => ({
  mean: series(value),
  p05: series(value),
  p50: series(value),
  p95: series(value),
});

/** A pair that stays as it is, with a difference of `change ± half`. */
export const pairOf = (comparator: number, change: number, half: number): Pair => ({
  comparator: flat(comparator),
  scenario: flat(comparator + change),
  difference: {
    ...flat(change),
    low: series(change - half),
    high: series(change + half),
    positive: series(change > 0 ? 1 : 0),
  },
});

export const placeOf = (comparator: number, change: number, half: number): PlacePair => ({
  comparator: series(comparator),
  scenario: series(comparator + change),
  difference: series(change),
  half: series(half),
});

/** The page showing an answer of sixteen runs; `more` changes what is looked at. */
export function contextOf(
  result: Partial<LabResult>,
  language: Language,
  more: Partial<State> = {},
): Context {
  const update = {
    id: 1,
    stage: 'ensemble',
    scale: 100,
    runsDone: 16,
    runsTotal: 16,
    others: [],
    result: { months: MONTHS, province: {}, prefecture: {}, ...result },
  } as LabUpdate;
  const state = { ...usualState(LIBRARY, {}, []), ...more, language };
  return {
    state,
    words: wordsOf(language),
    look: LOOKS.light,
    library: LIBRARY,
    lab: { update, stale: false, faded: false, status: 'done', restarts: 0, asked: state },
    tell: (text: Record<Language, string>) => text[language],
  } as unknown as Context;
}
