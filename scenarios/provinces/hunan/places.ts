/** What is publicly known of each prefecture: the yardstick a model of places has to beat. */
import statistics from '../../evidence/public-statistics.json' with { type: 'json' };
import margins from './margins.json' with { type: 'json' };
import structure from './structure.json' with { type: 'json' };

/** One prefecture; GDP of 2023 in CNY 100m, people of the census of 2020. */
export interface Place {
  readonly code: string;
  readonly region: string;
  readonly enterprises: number;
  readonly gdp: number;
  readonly people: number;
}

const assumed: Readonly<Record<string, number>> = margins.assumedGdp2023;

/** Every prefecture, in the order of the province; eight GDPs are assumed within their published ranks and bounds. */
export const PLACES: readonly Place[] = structure.prefectures.map(({ code, region }, k) => {
  const { population2020, gdp2023 } = statistics.prefectures[k];
  const { enterprises } = margins.prefectures[k];
  return { code, region, enterprises, gdp: gdp2023 ?? assumed[code], people: population2020 };
});
