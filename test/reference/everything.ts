/** Stories that leave nothing out. */
import { INSTRUMENTS, type Patch, SHOCKS, type Shock } from '../../sim/index.ts';
import { cutProvince, patch } from '../support/small-province.ts';

/** Hunan at one enterprise in three thousand. */
export const TINY = cutProvince(3000);

/** Every lever at its strong setting from 2026-01. */
export const STRONG: Patch[] = INSTRUMENTS.map(({ id, pair }) => patch(id, pair.strong));

/** Every shock at its reference strength, one a month from 2026-03, so that most of them act together. */
export const STORM: Shock[] = SHOCKS.map(({ id, defaultMonths, maxSeverity }, k) => ({
  kind: id,
  from: 38 + k,
  months: defaultMonths,
  severity: Math.min(1, maxSeverity),
  scope: {},
}));
