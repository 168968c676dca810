import { describe, expect, test, vi } from 'vitest';
import * as engine from '../../sim/index.ts';
import {
  DATA_SHARING,
  DEMAND_FALL,
  FIRST_LOANS,
  FLOOD,
  MULTIPLE,
  NO_COMPENSATION,
  RISK_SPLIT,
  SUBSIDY,
} from './mechanisms.ts';
import { MORE_LUCKS, pairs, unheld } from './paired.ts';

vi.setConfig({ testTimeout: 120_000 });

describe('in paired worlds, beyond the noise of their luck,', () => {
  test.each([
    [
      'a point of interest subsidy makes rural finance cheaper by less than a point, draws applications and costs the treasury',
      SUBSIDY,
    ],
    ['a flood puts farms of the lake behind, more than other places and other trades', FLOOD],
    ['a fall of demand empties tills and brings defaults', DEMAND_FALL],
    ['a first-loan list brings first loans by contact and by nothing else', FIRST_LOANS],
    ['a lower multiple leaves less to guarantee', MULTIPLE],
  ])('%s', (_, mechanism) => {
    expect(unheld(engine, mechanism)).toEqual([]);
  });

  test.each([
    [
      'a wider and fresher public record lets lenders read better, approve the formerly unseen and decide sooner',
      DATA_SHARING,
    ],
    [
      'a bank that bears half of a guaranteed loss instead of a quarter screens more, asks more, and guarantors pay less',
      RISK_SPLIT,
    ],
    ['compensation that never arrives lowers guarantors’ net assets and stops more of them', NO_COMPENSATION],
  ])('%s, which more lucks tell', (_, mechanism) => {
    expect(unheld(engine, mechanism, MORE_LUCKS)).toEqual([]);
  });

  test('a first-loan list leaves demand itself alone, within two per cent', () => {
    const all = pairs(engine, FIRST_LOANS);
    const wanted = (world: 'base' | 'changed') =>
      all.reduce((sum, pair) => sum + pair[world]['enterprises that want credit'], 0);
    expect(Math.abs(wanted('changed') / wanted('base') - 1)).toBeLessThan(0.02);
  });
});
