import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  breakEvenRate,
  contractRate,
  type LoanCost,
  localPower,
  meanPdOf,
  powerOverUnknown,
} from '../../sim/decisions/price.ts';
import { numberIn } from '../support/numbers.ts';
import { evenly, risesStrictly } from '../support/reference.ts';

const LOAN: LoanCost = {
  funding: 0.021,
  variable: 0.009,
  fixed: 5800,
  amount: 400_000,
  pd: 0.04,
  lgd: 0.58,
  ownShare: 1,
};
const unit = (min: number, max: number) => numberIn(min, max);
const anyLoan = fc.record({
  funding: unit(0, 0.1), variable: unit(0, 0.05), fixed: unit(0, 2e4), amount: unit(1e4, 1e7), pd: unit(0, 0.5), lgd: unit(0, 1), ownShare: unit(0, 1),
}); // biome-ignore format: one line a topic

describe('the break-even rate', () => {
  test('lets the payers alone earn funds, work and the own part of the loss, to the last yuan', () => {
    fc.assert(
      fc.property(anyLoan, (loan) => {
        const income = loan.amount * (1 - loan.pd) * breakEvenRate(loan);
        const cost =
          loan.amount * (loan.funding + loan.variable) +
          loan.fixed +
          loan.amount * loan.pd * loan.lgd * loan.ownShare;
        expect(Math.abs(income - cost)).toBeLessThan(1e-9 * (1 + cost));
      }),
      { seed: 4 },
    );
  });

  test('rises with PD, with LGD, with the own share and with the smallness of the loan', () => {
    const along = (name: keyof LoanCost, values: number[]) =>
      values.map((value) => breakEvenRate({ ...LOAN, [name]: value }));
    expect(risesStrictly(along('pd', evenly(0, 0.4, 9)))).toBe(true);
    expect(risesStrictly(along('lgd', evenly(0.1, 0.9, 9)))).toBe(true);
    expect(risesStrictly(along('ownShare', evenly(0, 1, 9)))).toBe(true);
    expect(risesStrictly(along('amount', [1e7, 1e6, 1e5, 2e4]))).toBe(true);
  });

  test('does not know LGD where others bear the whole loss', () => {
    expect(breakEvenRate({ ...LOAN, ownShare: 0, lgd: 0.1 })).toBe(
      breakEvenRate({ ...LOAN, ownShare: 0, lgd: 0.9 }),
    );
  });
});

describe('the mean PD of a year’s loans', () => {
  test('is their own mean, as near as half of a bin of the root of PD', () => {
    const bins = 32;
    fc.assert(
      fc.property(fc.array(unit(0, 0.9), { minLength: 1, maxLength: 300 }), (pds) => {
        const counts = new Float64Array(bins);
        for (const pd of pds) counts[Math.floor(Math.sqrt(pd) * bins)]!++;
        const mean = pds.reduce((sum, pd) => sum + pd, 0) / pds.length;
        expect(Math.abs(meanPdOf(counts) - mean)).toBeLessThan(1 / bins);
      }),
      { seed: 6 },
    );
  });

  test('of loans alike is theirs, and of no loans nothing', () => {
    const counts = new Float64Array(32);
    expect(meanPdOf(counts)).toBeNaN();
    counts[6] = 40;
    expect(meanPdOf(counts)).toBeCloseTo((6.5 / 32) ** 2, 12);
  });
});

describe('the contract rate', () => {
  test('splits the surplus between need and worth, the lender taking its power of it', () => {
    fc.assert(
      fc.property(unit(0.02, 0.1), unit(0, 0.1), unit(0, 1), (floor, surplus, power) => {
        const rate = contractRate(floor, floor + surplus, power, 1);
        expect(Math.abs(rate - (power * (floor + surplus) + (1 - power) * floor))).toBeLessThan(1e-12);
      }),
      { seed: 5 },
    );
  });

  test('passes a subsidy on except for the lender’s power of it', () => {
    for (const power of [0, 0.15, 0.4, 1]) {
      const raised = contractRate(0.06, 0.16 + 0.01, power, 1) - contractRate(0.06, 0.16, power, 1);
      expect(Math.abs(raised - power * 0.01)).toBeLessThan(1e-12);
    }
  });

  test('is what the lender needs where the borrower can pay no more, and never above the cap', () => {
    expect(contractRate(0.2, 0.16, 0.4, 0.24)).toBe(0.2);
    expect(contractRate(0.2, 0.6, 0.4, 0.24)).toBe(0.24);
    expect(contractRate(0.3, 0.16, 0.4, 0.24)).toBe(0.24);
  });
});

describe('local power', () => {
  test('is the full bargaining share up to ten lenders and falls with the root of their number after', () => {
    for (const lenders of [0, 1, 5, 10]) expect(localPower(0.4, lenders)).toBe(0.4);
    for (const lenders of [11, 40, 90])
      expect(Math.abs(localPower(0.4, lenders) ** 2 * lenders - 0.16 * 10)).toBeLessThan(1e-9);
    expect(risesStrictly([160, 80, 40, 20, 11].map((lenders) => localPower(0.4, lenders)))).toBe(true);
  });
});

describe('power over somebody without a file', () => {
  test('leaves of what competition left the part that is not captive', () => {
    fc.assert(
      fc.property(unit(0, 1), unit(0, 1), (power, captive) => {
        const left = (1 - power) * (1 - captive);
        expect(Math.abs(1 - powerOverUnknown(power, captive) - left)).toBeLessThan(1e-9);
      }),
    );
    for (const power of [0, 0.1, 0.9]) expect(powerOverUnknown(power, 0)).toBe(power);
  });
});
