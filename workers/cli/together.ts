import { type Fault, InputError } from '../../scenarios/index.ts';

/** Readings of several parts of what is asked. */
type Readings<T extends readonly unknown[]> = { readonly [K in keyof T]: () => T[K] | Promise<T[K]> };

/** What every reading gives. Rejects with InputError and the faults of all of them, not of the first alone. */
export async function together<T extends readonly unknown[]>(...readings: Readings<T>): Promise<T> {
  const values: unknown[] = [];
  const faults: Fault[] = [];
  for (const read of readings) {
    try {
      values.push(await read());
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length > 0) throw new InputError(faults);
  return values as readonly unknown[] as T;
}
