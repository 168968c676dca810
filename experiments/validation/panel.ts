/** Reads an observation by names: counts of a group this month or earlier, sums over months, loans of the census. */
import {
  COUNTERS,
  type Counter,
  type GroupDimension,
  LENDER_CLASSES,
  type ProvinceInput,
  SECTORS,
  SETTINGS,
} from '../../sim/index.ts';
import { sumOf, type TallyName } from './census.ts';
import type { CohortName, Flows, Observation } from './observation.ts';

/** Names of lender classes, regions or prefectures; several joined by `+` are taken together. */
export type Dimensions = Readonly<Record<string, string | boolean>>;

/** Lenders whose head office is in the province. */
const LOCAL = ['city', 'rural', 'village-microcredit'];

const namesIn = (value: string | boolean): readonly string[] => {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return value.split('+').flatMap((name) => (name === 'local' ? LOCAL : [name]));
};

const WIDTH = COUNTERS.length;
const YEAR = 12;

/** a / b, or null where there is nothing to divide by. */
export const ratio = (a: number, b: number): number | null => {
  const value = a / b;
  return b !== 0 && Number.isFinite(value) ? value : null;
};

/** An observation with the names of its province. */
export class Panel {
  readonly observation: Observation;
  readonly province: ProvinceInput;
  readonly scale: number;
  readonly #last: number;

  constructor(observation: Observation, province: ProvinceInput) {
    this.observation = observation;
    this.province = province;
    this.scale = observation.recording.scale;
    this.#last = observation.recording.months.length - 1;
  }

  /** Positions of prefectures in a region or with a code; undefined for the whole province. */
  places(dimensions: Dimensions): number[] | undefined {
    const { region, prefecture } = dimensions;
    if (region === undefined && prefecture === undefined) return undefined;
    const wanted = String(region ?? prefecture).split('+');
    return this.province.prefectures.flatMap((one, k) =>
      wanted.includes(region === undefined ? one.code : one.region) ? [k] : [],
    );
  }

  /** Lender classes of `a+b`, by index; undefined for all. */
  classes({ lender }: Dimensions): number[] | undefined {
    return lender === undefined
      ? undefined
      : namesIn(lender).map((name) => (LENDER_CLASSES as readonly string[]).indexOf(name));
  }

  /** Groups of the record these dimensions name; the province when they name none. */
  groups(dimensions: Dimensions): number[] {
    const places = this.places(dimensions);
    if (places) return places.map((place) => 1 + place);
    const named = Object.entries(dimensions).filter(([name]) => KNOWN.has(name));
    if (named.length === 0) return [0];
    const [dimension, value] = named[0];
    const wanted = namesIn(value);
    return this.observation.recording.groups.flatMap((group, k) =>
      group.dimension === dimension && wanted.includes(group.id) ? [k] : [],
    );
  }

  /** A count over some groups, `back` months before the last; NaN where a group was not counted. */
  now(counter: Counter, groups: readonly number[] = [0], back = 0): number {
    const counts = this.observation.recording.counts[this.#last - back];
    if (!counts || groups.length === 0) return Number.NaN;
    return groups.reduce((sum, group) => sum + counts[group * WIDTH + COUNTERS.indexOf(counter)], 0);
  }

  /** Sum of a count over the last `months` months, `back` months before the last. */
  sum(counter: Counter, groups: readonly number[] = [0], months = 12, back = 0): number {
    let total = 0;
    for (let k = 0; k < months; k++) total += this.now(counter, groups, back + k);
    return total;
  }

  /** Sum of a flow no indicator counts over the last `months` months. */
  flow(name: keyof Flows, months = 12): number {
    return this.observation.flows.slice(-months).reduce((sum, flows) => sum + flows[name], 0);
  }

  /**
   * Of the loans of a kind of the last year but one, the part ninety days late by the last month. A cohort, because a
   * ratio to the stock says little while a policy makes the stock grow: young loans have not had time to fail.
   */
  failures(kind: CohortName): number | null {
    const { cohorts, recording } = this.observation;
    const { granted, failed } = cohorts[kind];
    const end = recording.months[this.#last] - YEAR + 1;
    const inYear = (counts: readonly number[]) =>
      counts.slice(Math.max(0, end - YEAR), Math.max(0, end)).reduce((sum, one) => sum + (one ?? 0), 0);
    return ratio(inYear(failed), inYear(granted));
  }

  /** Loans of the last month: a tally over the classes, places and sectors these dimensions name. */
  loans(tally: TallyName, dimensions: Dimensions = {}): number {
    const { sector, setting } = dimensions;
    return sumOf(this.observation.census, tally, {
      classes: this.classes(dimensions),
      prefectures: this.places(dimensions),
      settings:
        setting === undefined
          ? undefined
          : namesIn(setting).map((name) => (SETTINGS as readonly string[]).indexOf(name)),
      sectors: sector === undefined ? undefined : [(SECTORS as readonly string[]).indexOf(String(sector))],
    });
  }
}

const KNOWN: ReadonlySet<string> = new Set<GroupDimension>([
  'setting',
  'sector',
  'size',
  'lender',
  'dataCoverage',
  'guaranteed',
  'insured',
  'creditFile',
  'firstLoan',
]);
