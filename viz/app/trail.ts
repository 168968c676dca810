/** The trail of a number: which steps of the month make it, and which parameters act in those steps. */
import { INSTRUMENTS, SHOCKS } from '../../sim/index.ts';
import type { ParameterFile } from './parameter-files.ts';

/** First word of a parameter's id -> steps of the month in which it acts; instruments and shocks act as they are used. */
export const STEPS_OF_GROUP: Readonly<Record<string, readonly string[]>> = {
  trade: ['trade'],
  data: ['data'],
  segment: ['data'],
  apply: ['apply'],
  lend: ['underwrite', 'ration and disburse', 'service', 'lenders and guarantors close the month'],
  guarantee: ['guarantee', 'settle', 'lenders and guarantors close the month'],
  compensation: ['support'],
  private: ['service'],
  turnover: ['turnover'],
};

const BORROWING = ['apply', 'underwrite', 'guarantee', 'ration and disburse'];
const PAYING = ['trade', 'service', 'settle'];

/** Indicators by what they count; the first line that fits holds. */
const STEPS_OF_INDICATOR: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(enterprises|entries|exits|three-year-survival)$/, ['trade', 'service', 'turnover']],
  [/^(data-coverage|no-record-share)$/, ['data', 'turnover']],
  [/^model-auc$/, ['data', 'underwrite', 'lenders and guarantors close the month']],
  [/^(application-rate|discouraged-share|financing-satisfaction)$/, ['apply', 'underwrite']],
  [/^(overdue-ratio|npl-|default-rate|renewal-rate)/, [...PAYING, 'lenders and guarantors close the month']],
  [/^(fiscal-cost|subsidy-paid|compensation-|capital-injected|fund-|funds-)/, ['settle', 'support']],
  [/^guarant/, ['guarantee', 'settle', 'support', 'lenders and guarantors close the month']],
  [
    /^(lender-roa|capital-adequacy|unit-cost)/,
    ['underwrite', 'service', 'lenders and guarantors close the month'],
  ],
  [/^(loan-rate|financing-cost|approval-days)$/, ['apply', 'underwrite', 'guarantee', 'support']],
  [/./, [...BORROWING, 'service', 'settle']],
];

/** Steps of the month that make an indicator, in their order. */
export const stepsOf = (indicator: string): readonly string[] =>
  STEPS_OF_INDICATOR.find(([fits]) => fits.test(indicator))![1];

const groupOf = (id: string): string => id.slice(0, id.indexOf('.'));
const NAMED = new Set([...INSTRUMENTS, ...SHOCKS].map((one) => one.id));

/** True for parameters that act only where an instrument or a shock uses them. */
export const belongsToLever = ({ id }: Pick<ParameterFile, 'id'>): boolean => NAMED.has(groupOf(id));

/** Those of the parameters that act in a step. */
export const parametersIn = (step: string, all: readonly ParameterFile[]): ParameterFile[] =>
  all.filter(({ id }) => STEPS_OF_GROUP[groupOf(id)]?.includes(step));
