/** The parameters that are fitted: a few coordinates, each of which moves one or more records of the province. */
import type { ParameterName, ParameterValues, Text } from '../../sim/index.ts';
import { type Fault, InputError } from '../schema/fault.ts';
import type { ParameterRecord } from './parameters.ts';

/** How a coordinate changes a record: adds to its anchor, multiplies it, or takes its place; `at` names elements. */
export interface Move {
  readonly parameter: ParameterName;
  readonly how: 'add' | 'times' | 'set';
  readonly at?: readonly number[];
}

/** One direction of the fit; its prior is uniform on `range`. */
export interface Coordinate {
  readonly id: string;
  readonly title: Text;
  readonly range: readonly [number, number];
  readonly moves: readonly Move[];
  /** Why this range, inside the ranges of the records it moves. */
  readonly note: string;
}

/** What is free in a fit of one province. */
export interface Space {
  /** Word of the luck of designs and walkers, and of the worlds. */
  readonly seed: string;
  /** How the ranges came about, where that bears on what the set can tell. */
  readonly note?: string;
  /** Values of the moved records the moves start from; fixed, so that a fit does not depend on an earlier one. */
  readonly anchors: Readonly<Partial<Record<ParameterName, readonly number[]>>>;
  readonly coordinates: readonly Coordinate[];
}

/** Values of every coordinate, in its own unit, in the order of the space. */
export type Vector = readonly number[];

/** A point of the unit cube, one number in [0, 1) for each coordinate. */
type Point = readonly number[];

/** A point of the unit cube in the coordinates' own units. */
export const vectorAt = ({ coordinates }: Space, point: Point): number[] =>
  coordinates.map(({ range: [low, high] }, k) => low + point[k] * (high - low));

/** Where a vector lies in the unit cube. */
export const pointOf = ({ coordinates }: Space, vector: Vector): number[] =>
  coordinates.map(({ range: [low, high] }, k) => (vector[k] - low) / (high - low));

const moved = (how: Move['how'], before: number, by: number): number =>
  how === 'add' ? before + by : how === 'times' ? before * by : by;

/** Records a vector changes, with their values; moves of one record follow the order of the coordinates. */
export function changesAt(space: Space, vector: Vector): Partial<Record<ParameterName, readonly number[]>> {
  const changed: Partial<Record<ParameterName, readonly number[]>> = { ...space.anchors };
  space.coordinates.forEach(({ moves }, k) => {
    for (const { parameter, how, at } of moves) {
      const before = changed[parameter] ?? [];
      changed[parameter] = before.map((value, element) =>
        at && !at.includes(element) ? value : moved(how, value, vector[k]),
      );
    }
  });
  return changed;
}

/** A province's parameters with a vector's values in place of the pack's. */
export const parametersAt = (base: ParameterValues, space: Space, vector: Vector): ParameterValues => ({
  ...base,
  ...changesAt(space, vector),
});

/** What is wrong with a space: anchors that are missing, and corners that leave the range of a record. */
export function spaceFaults(space: Space, records: readonly ParameterRecord[]): Fault[] {
  const faults: Fault[] = [];
  const named = new Set(space.coordinates.flatMap(({ moves }) => moves.map((move) => move.parameter)));
  for (const parameter of named) {
    const record = records.find((one) => one.id === parameter);
    const anchor = space.anchors[parameter];
    if (!record || anchor?.length !== [record.value].flat().length) {
      faults.push({
        kind: 'missing',
        name: `anchor ${parameter}`,
        rule: 'one number for each of the record',
        path: 'anchors',
      });
      continue;
    }
    faults.push(...cornerFaults(space, record));
  }
  return faults;
}

function cornerFaults(space: Space, record: ParameterRecord): Fault[] {
  const ends = (high: 0 | 1) =>
    changesAt(
      space,
      space.coordinates.map(({ range }) => range[high]),
    )[record.id] ?? [];
  return [...ends(0), ...ends(1)].flatMap((value): Fault[] =>
    value >= record.range[0] - SLACK && value <= record.range[1] + SLACK
      ? []
      : [
          {
            kind: 'invalid',
            name: `coordinates of ${record.id}`,
            rule: `not in the record's range [${record.range.join(', ')}]`,
            value,
            path: 'coordinates',
          },
        ],
  );
}

/** Rounding at the ends of a range. */
const SLACK = 1e-12;

/** The space, when it is sound. Throws InputError with every fault. */
export function checkedSpace(space: Space, records: readonly ParameterRecord[]): Space {
  const faults = spaceFaults(space, records);
  if (faults.length > 0) throw new InputError(faults);
  return space;
}
