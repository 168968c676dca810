/** What the page knows before the model runs: presets, levers, shocks, assumptions, places, indicators. */
import type { Instrument, ShockKind } from '../../sim/index.ts';
import type { Draft, ScenarioDocument, Text } from './state.ts';

export interface Preset {
  readonly id: string;
  readonly title: Text;
  readonly question: Text;
  readonly author: string;
  readonly date: string;
  /** Ids of the fact register behind it. */
  readonly sources: readonly string[];
  /** A file of its own, or one half of a lever's weak and strong pair. */
  readonly named: boolean;
  /** Kept in this browser by whoever uses it. */
  readonly own?: boolean;
  /** Forgotten since, here or in another window: no longer listed, still known to what compares with it. */
  readonly forgotten?: boolean;
  /** Its file; one that is kept in this browser has none. */
  readonly document?: ScenarioDocument;
  readonly draft: Draft;
}

export type Grade = 'measured' | 'reported' | 'estimated' | 'assumed';

/** Status quo of one lever parameter, or the value of an assumption. */
export interface Fact {
  readonly value: number;
  /** Plausible range. */
  readonly range: readonly [number, number];
  readonly unit: string;
  readonly grade: Grade;
}

export interface Assumption extends Fact {
  /** Parameter it sets. */
  readonly parameter: string;
  /** Short name, as in scenario files. */
  readonly id: string;
  readonly title: Text;
}

export interface Place {
  readonly code: string;
  readonly name: Text;
  readonly tile: readonly [number, number];
}

export interface Province {
  readonly id: string;
  readonly title: Text;
  /** Preset of its status quo. */
  readonly statusQuo: string;
  /** True where parameters were fitted to published numbers and the fit was validated. */
  readonly fitted: boolean;
  /** Prefectures of the reference flood; none where no flood is on record, which means the whole province. */
  readonly floodPlaces: readonly string[];
}

export interface IndicatorEntry {
  readonly id: string;
  readonly unit: string;
  readonly title: Text;
  readonly coarsestScale: number;
  /** Time the value covers: `month end`, `month`, `twelve months` … */
  readonly window: string;
  readonly numerator: Text;
  /** Empty texts when nothing is divided. */
  readonly denominator: Text;
}

/** What is known for scenarios of one province; presets are those of all. */
export interface Library {
  readonly province: Province;
  /** The library of another province. Unknown ids give the default. */
  of(province: string): Library;
  readonly presets: readonly Preset[];
  readonly instruments: readonly Instrument[];
  readonly shockKinds: readonly ShockKind[];
  readonly assumptions: readonly Assumption[];
  /** In official code order. */
  readonly places: readonly Place[];
  readonly indicators: readonly IndicatorEntry[];
  /** Engine version; links carry it. */
  readonly release: string;
  /** Status quo of a lever's parameter. */
  factOf(lever: string, parameter: string): Fact;
}

export const presetOf = (library: Library, id: string): Preset | undefined =>
  library.presets.find((one) => one.id === id);

export const indicatorOf = (library: Library, id: string): IndicatorEntry | undefined =>
  library.indicators.find((one) => one.id === id);
