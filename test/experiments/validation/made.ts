import type { Made } from '../../../experiments/validation/result.ts';

/** How a small validation was made. */
export const made: Made = {
  engine: '1',
  method: 1,
  province: 'hunan',
  parameters: 'point',
  scale: 100,
  seed: '1',
  runs: 4,
  levels: { scale: 10, runs: 12 },
  dataHash: 'd',
  targetsHash: 't',
  effectsHash: 'e',
};
