/** Demand of a sector in a prefecture: what it shares with its trade, with its place, and what is its own. */

/** Weights of three independent standard normal draws; their squares add up to 1. */
export interface Loadings {
  readonly sector: number;
  readonly prefecture: number;
  readonly own: number;
}

/**
 * Loadings sqrt(share) of the common factors and sqrt(1 - both) of the own one, so that the variance is the same whatever
 * the shares, and the correlation of two blocks is the sum of the shares of the factors they have in common.
 * shares: of the variance, in [0, 1], together at most 1.
 */
export function factorLoadings(sectorShare: number, prefectureShare: number): Loadings {
  return {
    sector: Math.sqrt(sectorShare),
    prefecture: Math.sqrt(prefectureShare),
    own: Math.sqrt(1 - (sectorShare + prefectureShare)),
  };
}

/** The month's luck of a block, standard normal: the three draws by their loadings. */
export function blockLuck(loadings: Loadings, sector: number, prefecture: number, own: number): number {
  return loadings.sector * sector + loadings.prefecture * prefecture + loadings.own * own;
}

/**
 * The wave moves on: persistence x last month + volatility x sqrt(1 - persistence^2) x luck, of standard deviation
 * `volatility` in the long run. Three waves of one persistence add up to one, so none needs a memory of its own.
 */
export function nextDemand(before: number, persistence: number, volatility: number, luck: number): number {
  const innovation = volatility * Math.sqrt(1 - persistence * persistence);
  return persistence * before + innovation * luck;
}
