import { describe, expect, test } from 'vitest';
import { PARAMETERS, type ParameterName } from '../../sim/index.ts';
import { parting } from '../reference/compare.ts';
import { STORM, STRONG, TINY } from '../reference/everything.ts';
import { lotOf } from '../reference/lots.ts';
import { cutProvince, inputOf } from '../support/small-province.ts';

const lots = (from: number, until: number): number[] =>
  Array.from({ length: until - from + 1 }, (_, k) => from + k);

describe('the slow engine', () => {
  test.each(lots(1, 42))(
    'gives the same bytes over eight years of levers and shocks drawn by lot: %d',
    (lot) => {
      expect(parting(inputOf({ province: TINY, ...lotOf(lot), seed: `lot ${lot}` }))).toBeNull();
    },
  );

  test('gives the same bytes in a province six times the size', () => {
    expect(parting(inputOf({ province: cutProvince(500), patches: STRONG, shocks: STORM }))).toBeNull();
  });
});

describe('a parameter that is one part in twenty too high in the slow engine alone', () => {
  const input = inputOf({ province: TINY, patches: STRONG, shocks: STORM });

  test.each(Object.keys(PARAMETERS) as ParameterName[])('is noticed: %s', (parameter) => {
    const values = TINY.parameters[parameter].map((value) => value * 1.05 + (value === 0 ? 0.05 : 0));
    const parameters = { ...TINY.parameters, [parameter]: values };
    expect(parting(input, { slowInput: { ...input, province: { ...TINY, parameters } } })).not.toBeNull();
  });
});
