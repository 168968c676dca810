/** What can be told apart by policies and shocks: a scope may name these parts and no others. */
import type { Instrument, InstrumentParameter, ShockKind } from '../../sim/index.ts';
import type { ScopeName } from './scope-check.ts';

/** Parts of a scope that a parameter can tell apart. */
export const TELLS: Readonly<Record<InstrumentParameter['over'], readonly ScopeName[]>> = {
  cell: ['prefectures', 'settings', 'sectors', 'sizes'],
  lender: ['lenders'],
  prefecture: ['prefectures'],
  province: [],
};

/** Shocks strike enterprises by what they are and where; one that acts on the whole province at once tells nobody apart. */
export const tellsOfShock = (kind: ShockKind | undefined): readonly ScopeName[] =>
  kind && !kind.act ? [] : TELLS.cell;

/**
 * Parameters that move when an instrument is switched off: those with a value for that which is not the status quo, as
 * `statusQuo` knows it by the parameter's name.
 */
export const movedWhenOff = (
  { parameters }: Instrument,
  statusQuo: (name: string) => number | undefined,
): readonly string[] =>
  Object.keys(parameters).filter((name) => {
    const { off } = parameters[name];
    return off !== undefined && off !== statusQuo(name);
  });
