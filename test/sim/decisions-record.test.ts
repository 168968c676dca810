// Records by source, late records, pledges and waiting, each against a second way of working it out.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waitingCost } from '../../sim/decisions/demand.ts';
import { pledgedLoss, pledgeWorth } from '../../sim/decisions/pledge.ts';
import { observedLate, recordPrecision, reportingPeriod } from '../../sim/decisions/record.ts';
import { correlation, observed } from '../../sim/decisions/signal.ts';
import { numberIn } from '../support/numbers.ts';

const unit = numberIn(0, 1);
const index = numberIn(-4, 4);

describe('the precision of a record', () => {
  test('counts its best source whole and discounts the others', () => {
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 1, maxLength: 13 }),
        fc.nat(8191),
        unit,
        (worth, record, overlap) => {
          const held = worth.filter((_, k) => Math.floor(record / 2 ** k) % 2 === 1).sort((a, b) => b - a);
          const expected = held.reduce((sum, one, k) => sum + (k === 0 ? one : (1 - overlap) * one), 0);
          expect(Math.abs(recordPrecision(record, worth, overlap) - expected)).toBeLessThan(1e-9);
        },
      ),
      { seed: 7 },
    );
  });

  test('never falls when a source is added', () => {
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 13, maxLength: 13 }),
        fc.nat(8191),
        fc.nat(12),
        unit,
        (worth, record, k, overlap) => {
          const more = recordPrecision(record | (1 << k), worth, overlap);
          expect(more).toBeGreaterThanOrEqual(recordPrecision(record, worth, overlap) - 1e-12);
        },
      ),
      { seed: 8 },
    );
  });
});

describe('a late record', () => {
  test('says what a fresh one says while nothing has changed', () => {
    fc.assert(
      fc.property(index, index, numberIn(0.01, 2), unit, (now, noise, precision, part) => {
        const late = observedLate(now, now, precision, part * precision, noise);
        expect(Math.abs(late - observed(now, correlation(precision), noise))).toBeLessThan(1e-9);
      }),
      { seed: 9 },
    );
  });

  test('mixes today and then by the part of the precision that rests on it', () => {
    expect(observedLate(-1, 1, 1, 0.25, 0)).toBeCloseTo(Math.SQRT1_2 * -0.5, 12);
    expect(observedLate(-1, 1, 1, 1, 0)).toBeCloseTo(Math.SQRT1_2, 12);
  });

  test('is as old in the mean as the delay says', () => {
    for (const age of [0, 0.5, 2, 3, 12]) {
      const period = reportingPeriod(age);
      const ages = Array.from({ length: period }, (_, k) => k);
      expect(ages.reduce((sum, one) => sum + one, 0) / period).toBe(age);
    }
  });
});

describe('a pledge', () => {
  test('lies between no security and real estate', () => {
    fc.assert(
      fc.property(unit, fc.nat(40), numberIn(0, 0.08), unit, unit, (haircut, months, decay, a, b) => {
        const [secured, unsecured] = a < b ? [a, b] : [b, a];
        const worth = pledgeWorth(haircut, months, decay);
        const loss = pledgedLoss(unsecured, secured, worth);
        expect(loss).toBeGreaterThanOrEqual(secured - 1e-12);
        expect(loss).toBeLessThanOrEqual(unsecured + 1e-12);
        expect(Math.abs(worth - (1 - haircut) * Math.max(0, 1 - months * decay))).toBeLessThan(1e-9);
      }),
      { seed: 10 },
    );
  });
});

test('a day of waiting costs a 365th of what the loan would earn in a year, by its chance', () => {
  expect(waitingCost(365_000, 0.16, 0.06, 0.5, 1)).toBeCloseTo(50, 9);
  expect(waitingCost(365_000, 0.16, 0.06, 0.5, 0)).toBe(0);
});
