// A small province's names for tests of the scenario schema: real instruments and shocks, three places, two assumptions.
import type { Provinces } from '../../scenarios/schema/read.ts';
import type { Vocabulary } from '../../scenarios/schema/vocabulary.ts';
import { INSTRUMENTS, SHOCKS } from '../../sim/index.ts';

export const vocabulary: Vocabulary = {
  province: 'hunan',
  instruments: INSTRUMENTS,
  shocks: SHOCKS,
  assumptions: [
    { id: 'informationOverlap', range: [0, 0.6], length: 1 },
    { id: 'searchCost', range: [100, 3000], length: 3 },
  ],
  prefectures: ['430100', '430600', '431200'],
};

export const provinces: Provinces = { ids: ['hunan'], vocabularyOf: () => vocabulary };
