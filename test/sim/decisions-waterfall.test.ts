import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canPay, operatingSurplus, ownerDrawing } from '../../sim/decisions/cash-flow.ts';
import { splitLoss } from '../../sim/decisions/waterfall.ts';
import { numberIn } from '../support/numbers.ts';

const yuan = fc.integer({ min: 0, max: 1e12 });
const share = numberIn(0, 1);
const anyMeans = fc.oneof(fc.integer({ min: -1e9, max: 1e12 }), numberIn(0, 1e9));

describe('a split loss', () => {
  test('sums to the exposure exactly, in whole yuan, with nobody below zero', () => {
    fc.assert(
      fc.property(yuan, share, share, anyMeans, (exposure, covered, reguarantee, means) => {
        const { guarantor, reguarantor, bank } = splitLoss(exposure, covered, reguarantee, means);
        expect(guarantor + reguarantor + bank).toBe(exposure);
        for (const part of [guarantor, reguarantor, bank])
          expect(Number.isInteger(part) && part >= 0).toBe(true);
      }),
      { seed: 8, numRuns: 1000 },
    );
  });

  test('is within a yuan of exact fractions where means are ample, rounded against nobody but the bank', () => {
    const millionths = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(yuan, millionths, millionths, (exposure, covered, reguarantee) => {
        const { guarantor, reguarantor } = splitLoss(
          exposure,
          covered / 1e6,
          reguarantee / 1e6,
          Number.MAX_SAFE_INTEGER,
        );
        const owed = (BigInt(exposure) * BigInt(covered)) / 1_000_000n;
        const ceded = (owed * BigInt(reguarantee)) / 1_000_000n;
        expect(Math.abs(guarantor + reguarantor - Number(owed))).toBeLessThanOrEqual(1);
        expect(Math.abs(reguarantor - Number(ceded))).toBeLessThanOrEqual(1);
      }),
      { seed: 9, numRuns: 1000 },
    );
  });

  test('falls back on the bank as far as the guarantor is empty, and never on the re-guarantor', () => {
    const full = splitLoss(1_000_000, 0.75, 0.2, Number.MAX_SAFE_INTEGER);
    expect(full).toEqual({ guarantor: 600_000, reguarantor: 150_000, bank: 250_000 });
    expect(splitLoss(1_000_000, 0.75, 0.2, 100_000)).toEqual({
      guarantor: 100_000,
      reguarantor: 150_000,
      bank: 750_000,
    });
    expect(splitLoss(1_000_000, 0.75, 0.2, 0)).toEqual({ guarantor: 0, reguarantor: 150_000, bank: 850_000 });
    expect(splitLoss(1_000_000, 0.75, 0.2, -5)).toEqual({
      guarantor: 0,
      reguarantor: 150_000,
      bank: 850_000,
    });
  });

  test('falls back on the guarantor as far as the re-guarantor is empty, to the yuan it can split', () => {
    fc.assert(
      fc.property(yuan, share, share, share, (exposure, covered, reguarantee, paying) => {
        const ample = Number.MAX_SAFE_INTEGER;
        const full = splitLoss(exposure, covered, reguarantee, ample);
        const short = splitLoss(exposure, covered, reguarantee, ample, paying);
        expect(short.reguarantor).toBe(Math.floor(full.reguarantor * paying));
        expect(short.guarantor + short.reguarantor + short.bank).toBe(exposure);
        const lost = short.bank - full.bank;
        expect(lost === 0 || lost === 1, 'the bank bears the odd yuan').toBe(true);
      }),
      { seed: 12, numRuns: 1000 },
    );
    const all = { guarantor: 750_000, reguarantor: 0, bank: 250_000 };
    expect(splitLoss(1_000_000, 0.75, 0.2, Number.MAX_SAFE_INTEGER, 0)).toEqual(all);
    expect(splitLoss(1_000_000, 0.75, 0.2, 100_000, 0)).toEqual({
      ...all,
      guarantor: 100_000,
      bank: 900_000,
    });
  });

  test('is all the bank’s without cover and none of it with full cover', () => {
    expect(splitLoss(777_777, 0, 0.2, 1e9)).toEqual({ guarantor: 0, reguarantor: 0, bank: 777_777 });
    expect(splitLoss(777_777, 1, 0, 1e9)).toEqual({ guarantor: 777_777, reguarantor: 0, bank: 0 });
  });
});

describe('a month of trade', () => {
  test('keeps margin and fixed costs of what is sold, and owes the fixed costs of normal sales', () => {
    const money = numberIn(0, 1e9);
    fc.assert(
      fc.property(money, money, numberIn(-0.5, 0.5), share, (normal, sales, margin, fixed) => {
        const variableCost = sales * (1 - margin - fixed);
        const surplus = sales - variableCost - fixed * normal;
        expect(Math.abs(operatingSurplus(normal, sales, margin, fixed) - surplus)).toBeLessThan(
          1e-9 * (1 + normal + sales),
        );
      }),
      { seed: 10 },
    );
  });

  test('turns a fall of sales by a tenth into more than a tenth of the surplus', () => {
    expect(operatingSurplus(100, 100, 0.07, 0.3)).toBeCloseTo(7, 9);
    expect(operatingSurplus(100, 90, 0.07, 0.3)).toBeCloseTo(3.3, 9);
  });

  test('lets the owner draw from what lies above the buffer and nothing else', () => {
    expect(ownerDrawing(150, 100, 0.15)).toBeCloseTo(7.5, 12);
    expect(ownerDrawing(100, 100, 0.15)).toBe(0);
    expect(ownerDrawing(-50, 100, 0.15)).toBe(0);
  });

  test('lets a payment be made down to the end of supplier credit, to the yuan', () => {
    expect(canPay(100, 250, 150)).toBe(true);
    expect(canPay(100, 251, 150)).toBe(false);
    expect(canPay(Number.NaN, 0, 150)).toBe(false);
  });
});
