import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  desiredLoan,
  expectedChance,
  gainFromAsking,
  ownFunds,
  updatedBelief,
} from '../../sim/decisions/demand.ts';
import { numberIn } from '../support/numbers.ts';
import { distribution, evenly, rises, risesStrictly } from '../support/reference.ts';

const yuan = fc.integer({ min: 0, max: 1e9 });

describe('the desired loan', () => {
  test('closes the gap to the debt an enterprise would carry and fills what liquidity lacks to its floor', () => {
    fc.assert(
      fc.property(yuan, yuan, fc.integer({ min: -1e9, max: 1e9 }), yuan, (target, debt, cash, floor) => {
        const gap = target > debt ? target - debt : 0;
        const shortfall = cash < floor ? floor - cash : 0;
        expect(Math.abs(desiredLoan(target, debt, cash, floor) - gap - shortfall)).toBeLessThan(1e-6);
      }),
      { seed: 6 },
    );
  });

  test('is nothing for whoever has enough of both', () => {
    expect(desiredLoan(100, 100, 80, 75)).toBe(0);
    expect(desiredLoan(50, 100, 75, 75)).toBe(0);
  });
});

describe('own funds', () => {
  test('are the working capital that is not owed, and never less than nothing', () => {
    fc.assert(
      fc.property(yuan, yuan, (capital, owed) => {
        expect(ownFunds(capital, owed)).toBe(capital > owed ? capital - owed : 0);
      }),
      { seed: 6 },
    );
  });

  test('take the place of debt: who has what an investor brought asks for so much less', () => {
    const [target, owed, brought] = [500_000, 200_000, 120_000];
    const asked = (own: number) => desiredLoan(target, owed + ownFunds(owed + own, owed), 0, 0);
    expect(asked(0) - asked(brought)).toBe(brought);
  });
});

describe('asking', () => {
  test('expects the chance that goes with a belief', () => {
    for (const belief of evenly(-3, 3, 25))
      expect(Math.abs(expectedChance(belief) - distribution(belief))).toBeLessThan(1e-12);
  });

  test('gains the surplus if granted, loses the fear if refused, and costs the trouble either way', () => {
    const part = numberIn(0, 1);
    fc.assert(
      fc.property(yuan, part, part, part, yuan, part, (amount, worth, rate, chance, cost, fear) => {
        const granted = amount * (worth - rate) - cost;
        const refused = -fear * amount - cost;
        const expected = chance * granted + (1 - chance) * refused;
        expect(Math.abs(gainFromAsking(amount, worth, rate, chance, cost, fear) - expected)).toBeLessThan(
          1e-9 * (1 + amount + cost),
        );
      }),
      { seed: 7 },
    );
  });

  test('is worth more with a better chance, a lower rate, less trouble and less fear', () => {
    const gain = (chance: number, rate: number, cost: number, fear: number) =>
      gainFromAsking(3e5, 0.16, rate, chance, cost, fear);
    expect(risesStrictly(evenly(0, 1, 9).map((chance) => gain(chance, 0.06, 2500, 0.018)))).toBe(true);
    expect(risesStrictly([0.1, 0.08, 0.06, 0.04].map((rate) => gain(0.5, rate, 2500, 0.018)))).toBe(true);
    expect(risesStrictly([9000, 5000, 2500, 500].map((cost) => gain(0.5, 0.06, cost, 0.018)))).toBe(true);
    expect(risesStrictly([0.04, 0.02, 0.01, 0].map((fear) => gain(0.5, 0.06, 2500, fear)))).toBe(true);
  });
});

describe('a belief', () => {
  test('moves one step towards what happened, within three standard deviations', () => {
    expect(updatedBelief(0.2, true, 0.5)).toBeCloseTo(0.7, 12);
    expect(updatedBelief(0.2, false, 0.5)).toBeCloseTo(-0.3, 12);
    expect(updatedBelief(2.9, true, 0.5)).toBe(3);
    expect(updatedBelief(-2.9, false, 0.5)).toBe(-3);
  });

  test('keeps the order of two owners who live through the same', () => {
    const after = evenly(-3, 3, 13).map((belief) => updatedBelief(belief, true, 0.5));
    expect(rises(after)).toBe(true);
  });
});
