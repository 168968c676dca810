/** What the numbers in the engine's columns mean to a reader. */
import { LOAN } from '../../sim/index.ts';

export {
  DECISION,
  DEFAULT_ARREARS,
  ENDING,
  EVENT,
  endingOf,
  NO_LENDER,
  normalCdf as normalShare,
  STATUS,
  TRAIT,
} from '../../sim/index.ts';

export const DATA_STATES = ['none', 'partial', 'full'] as const;
export const SECURED = LOAN.secured;

/** Phases after which a story looks at the world. */
export const LOOKS = {
  apply: 'apply',
  underwrite: 'underwrite',
  guarantee: 'guarantee',
  disburse: 'ration and disburse',
  service: 'service',
  settle: 'settle',
} as const;

/** Part of those who did not ask whom lenders read all the same, by scale. */
export const shadowWeight = (scale: number): number => (scale < 100 ? 16 : 1);

/** A number of four-byte precision as a person would write it: six figures. */
export const tidy = (value: number): number => Number(value.toPrecision(6));

/** '2019-04' for a month index that may lie before 2023-01. */
export function anyMonthName(month: number): string {
  const year = 2023 + Math.floor(month / 12);
  return `${year}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}
