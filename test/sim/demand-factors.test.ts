// Demand that trades and places have in common: the process against theory, and the engine against the process.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadProvince, PROVINCE_IDS } from '../../scenarios/provinces/index.ts';
import { blockLuck, factorLoadings, nextDemand } from '../../sim/decisions/demand-factor.ts';
import { createWorld, SECTORS } from '../../sim/index.ts';
import { conditions } from '../../sim/phases/conditions.ts';
import { drawKey, normal, STREAMS } from '../../sim/random.ts';
import { HEADER } from '../../sim/world.ts';
import { numberIn } from '../support/numbers.ts';
import { type Changes, cutProvince, inputOf } from '../support/small-province.ts';

const TINY = cutProvince(3000);
const PLACES = TINY.prefectures.length;
const VOLATILITY = TINY.parameters['trade.factorVolatility'][0];

/** Demand of every block over so many months of the engine's first phase, month by month. */
function pathsOf(changes: Changes, months: number): Float64Array[] {
  const province = { ...TINY, parameters: { ...TINY.parameters, ...changes } };
  const world = createWorld(inputOf({ province }));
  const paths: Float64Array[] = [];
  for (let month = 0; month < months; month++) {
    for (const step of conditions.steps) if (step.over === 'institutions') step.run(world);
    world.header[HEADER.month]++;
    paths.push(world.blocks.demand.slice());
  }
  return paths;
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Covariance of two series whose mean is known to be 0. */
const together = (paths: readonly Float64Array[], a: number, b: number): number =>
  mean(paths.map((month) => month[a] * month[b]));

/** Mean correlation over the pairs of blocks that have no more and no less in common than told. */
function correlation(paths: readonly Float64Array[], sameSector: boolean, samePlace: boolean): number {
  const blocks = PLACES * SECTORS.length;
  const found: number[] = [];
  for (let a = 0; a < blocks; a++)
    for (let b = 0; b < a; b++) {
      const sector = a % SECTORS.length === b % SECTORS.length;
      const place = Math.floor(a / SECTORS.length) === Math.floor(b / SECTORS.length);
      if (sector === sameSector && place === samePlace) found.push(together(paths, a, b));
    }
  return mean(found) / VOLATILITY ** 2;
}

describe('the luck of a block', () => {
  test('is as spread out whatever it shares, and has with others what the shares say', () => {
    const share = numberIn(0, 0.5);
    fc.assert(
      fc.property(share, share, (ofSector, ofPlace) => {
        const { sector, prefecture, own } = factorLoadings(ofSector, ofPlace);
        expect(sector ** 2 + prefecture ** 2 + own ** 2).toBeCloseTo(1, 12);
        expect(sector ** 2).toBeCloseTo(ofSector, 12);
        expect(prefecture ** 2).toBeCloseTo(ofPlace, 12);
      }),
      { seed: 21 },
    );
  });

  test('is a number at the ends of the ranges in every province: shares never pass the whole', () => {
    for (const id of PROVINCE_IDS) {
      const most = (name: string) =>
        loadProvince(id).parameters.find((one) => one.id === name)?.range[1] ?? Number.NaN;
      const [sector, prefecture] = [most('trade.factorSectorShare'), most('trade.factorPrefectureShare')];
      expect(sector + prefecture).toBeLessThanOrEqual(1);
      expect(factorLoadings(sector, prefecture).own).toBe(0);
    }
  });

  test('is its own draw, to the bit, where nothing is shared', () => {
    for (const own of [-6.34, -1e-9, 0.3, 2])
      expect(blockLuck(factorLoadings(0, 0), -1.7, 0.4, own)).toBe(own);
  });

  test('moves demand by a wave that forgets, of the spread it is told', () => {
    let variance = 0;
    for (let month = 0; month < 400; month++)
      variance = nextDemand(0, 0.9, 0.04, 1) ** 2 + nextDemand(1, 0.9, 0.04, 0) ** 2 * variance;
    expect(Math.sqrt(variance)).toBeCloseTo(0.04, 12);
  });
});

describe('demand over thousands of months', () => {
  /** Shorter memory than the pack's, so that as many months say more. */
  const brief: Changes = { 'trade.factorPersistence': [0.7] };
  const [ofSector, ofPlace] = [0.45, 0.2];
  const shared = pathsOf(
    { ...brief, 'trade.factorSectorShare': [ofSector], 'trade.factorPrefectureShare': [ofPlace] },
    3000,
  );
  const apart = pathsOf(
    { ...brief, 'trade.factorSectorShare': [0], 'trade.factorPrefectureShare': [0] },
    3000,
  );

  test.each([
    ['with factors in common', shared],
    ['with none', apart],
  ] as const)('varies in a block as much as it is told: %s', (_, paths) => {
    const blocks = Array.from({ length: PLACES * SECTORS.length }, (_, block) => block);
    const variance = mean(blocks.map((block) => together(paths, block, block)));
    expect(Math.abs(variance / VOLATILITY ** 2 - 1)).toBeLessThan(0.04);
  });

  test('goes together in a trade, in a place and in neither as the shares say', () => {
    expect(Math.abs(correlation(shared, true, false) - ofSector)).toBeLessThan(0.04);
    expect(Math.abs(correlation(shared, false, true) - ofPlace)).toBeLessThan(0.04);
    expect(Math.abs(correlation(shared, false, false))).toBeLessThan(0.02);
    for (const same of [true, false])
      expect(Math.abs(correlation(apart, same, !same)), 'nothing in common').toBeLessThan(0.02);
  });

  test('makes the province as a whole swing more, as far as common factors do not cancel', () => {
    const variance = (paths: readonly Float64Array[]) =>
      mean(paths.map((month) => mean([...month]) ** 2)) / VOLATILITY ** 2;
    const blocks = PLACES * SECTORS.length;
    const expected = ofSector / SECTORS.length + ofPlace / PLACES + (1 - ofSector - ofPlace) / blocks;
    expect(Math.abs(variance(shared) / expected - 1)).toBeLessThan(0.15);
    expect(Math.abs(variance(apart) * blocks - 1)).toBeLessThan(0.15);
  });

  test('is, without factors in common, the wave of each block’s own stream, to the bit', () => {
    const { seed } = inputOf();
    const innovation = VOLATILITY * Math.sqrt(1 - 0.7 * 0.7);
    for (const block of [0, 17, PLACES * SECTORS.length - 1]) {
      let demand = 0;
      for (let month = 0; month < 100; month++) {
        const { k0, k1 } = drawKey(seed, STREAMS.factor, month);
        demand = 0.7 * demand + innovation * normal(k0, k1, block);
        expect(apart[month][block]).toBe(demand);
      }
    }
  });
});
