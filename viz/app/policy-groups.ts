/** Policies in the order of the rail: those asked for first, then the others by family. */
import { FAMILIES } from '../../scenarios/families.ts';
import type { Instrument } from '../../sim/index.ts';
import type { Text } from './state.ts';

/** Levers of the named scenarios, which people turn to first. */
const ASKED_FIRST: readonly string[] = ['interestSubsidy', 'dataSharing', 'riskSplit', 'firstLoanList'];

export interface PolicyGroup {
  readonly id: string;
  readonly title: Text;
  readonly instruments: readonly Instrument[];
}

/** Whether a lever stands above the families. */
export const isAskedFirst = ({ id }: Instrument): boolean => ASKED_FIRST.includes(id);

/** Instruments by family, in the order of the families and then of the list; those that `fits` leaves out are in none. */
export function policyGroups(
  instruments: readonly Instrument[],
  fits: (instrument: Instrument) => boolean = () => true,
): readonly PolicyGroup[] {
  return FAMILIES.filter((one) => one.of === 'policy').map(({ id, title, members }) => ({
    id,
    title,
    instruments: instruments.filter((one) => members.includes(one.id) && fits(one)),
  }));
}
