/** What every shock looks like. One kind a file; `registry.ts` lists them. */
import type { Effects } from '../conditions.ts';
import type { ParameterValues } from '../input.ts';
import type { Text } from '../policies/instrument.ts';
import type { Atlas } from '../world.ts';

export interface ShockKind {
  readonly id: string;
  readonly title: Text;
  readonly does: Text;
  /** What differs with it, and through which channel. */
  readonly expected: Text;
  /** Largest severity offered; 1 is the reference event. */
  readonly maxSeverity: number;
  readonly defaultMonths: number;
  readonly systems: readonly string[];
  readonly evidence: readonly string[];
  /** Months after its last month in which the shock still acts. */
  tail(values: ParameterValues): number;
  /** Writes what the shock does to the whole province, whatever its scope. */
  actOnce?(effects: Effects, severity: number, values: ParameterValues): void;
  /** Writes what the shock does in its `age`-th month (0 is the first) to one cell. */
  act?(
    effects: Effects,
    atlas: Atlas,
    cell: number,
    age: number,
    months: number,
    severity: number,
    values: ParameterValues,
  ): void;
}
