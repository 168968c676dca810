/** Officers of a relationship bank who walk their patch (street-sweeping, as the banks of Taizhou do). */

/**
 * Officers whom neither files nor clients take: n (1 - 1/t) - L/b, at least 0, of n `officers` whose time is t times what
 * the month's files take, with a book of L yuan of which each looks after b at most.
 */
export function officersFree(officers: number, time: number, loans: number, bookEach: number): number {
  if (time <= 1) return 0;
  return Math.max(0, officers * (1 - 1 / time) - loans / bookEach);
}

/** Calls an officer without files makes in a month: as many as cost what the field work of its files costs, in yuan. */
export const callsEach = (files: number, fieldCost: number, callCost: number): number =>
  (files * fieldCost) / callCost;
