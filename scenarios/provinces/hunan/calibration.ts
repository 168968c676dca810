/** What is free in the fit of Hunan. Loaded by those who fit or draw from the plausible set, not by the lab. */
import type { ParameterRecord } from '../parameters.ts';
import { checkedSpace, type Space } from '../space.ts';
import calibration from './calibration.json' with { type: 'json' };

/** The coordinates of the fit. Throws InputError when one leaves the range of a record. */
export const calibrationSpace = (records: readonly ParameterRecord[]): Space =>
  checkedSpace(calibration as unknown as Space, records);
