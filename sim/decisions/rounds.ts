/** Officers of a relationship bank who walk their patch (street-sweeping, as the banks of Taizhou do). */

/**
 * Officers whom neither files nor clients take: n - f - L/b, at least 0, of the n a bank was `founded` with, where the
 * files of late take f and each looks after a book of b yuan at most out of L. Whoever was hired since was hired for files.
 */
export function officersFree(founded: number, onFiles: number, loans: number, bookEach: number): number {
  return Math.max(0, founded - onFiles - loans / bookEach);
}

/** Calls an officer without files makes in a month: as many as cost what the field work of its files costs, in yuan. */
export const callsEach = (files: number, fieldCost: number, callCost: number): number =>
  (files * fieldCost) / callCost;
