// Guarantors, backers, dashboards and subsidies: each decision against its definition, worked out another way.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AMPLE, splitClaim, toleratedPart } from '../../sim/decisions/backing.ts';
import { steppedTilt } from '../../sim/decisions/dashboard.ts';
import { delayMonths } from '../../sim/decisions/delay.ts';
import {
  acceptablePd,
  counterGuaranteed,
  guarantorLoss,
  plannedBalance,
  plannedLoss,
  plannedRefund,
  worthOfCover,
} from '../../sim/decisions/guarantee.ts';
import { grownMoney, monthsDue } from '../../sim/decisions/subsidy.ts';
import { numberIn } from '../support/numbers.ts';

const part = numberIn(0, 1);

describe('a guarantor', () => {
  test('accepts up to the PD at which what it expects to gain is what it expects to lose', () => {
    fc.assert(
      fc.property(numberIn(0.001, 0.2), numberIn(0.01, 1), (gain, loss) => {
        const pd = acceptablePd(gain, loss);
        expect(Math.abs(gain * (1 - pd) - loss * pd)).toBeLessThan(1e-9);
      }),
      { seed: 1 },
    );
  });

  test('loses what others do not bear, courts do not bring back and treasuries do not pay of the rest', () => {
    fc.assert(
      fc.property(part, part, part, part, (covered, reguarantee, recovery, refund) => {
        const own = covered - covered * reguarantee;
        const lost = own - own * recovery;
        const expected = lost - lost * refund;
        expect(Math.abs(guarantorLoss(covered, reguarantee, recovery, refund) - expected)).toBeLessThan(1e-9);
      }),
      { seed: 2 },
    );
  });

  test('is owed the agreed part by whoever stands good, and with what courts bring back never more than it paid', () => {
    fc.assert(
      fc.property(part, part, (agreed, recovery) => {
        const owed = counterGuaranteed(agreed, recovery);
        expect(Math.abs(owed - (agreed + recovery > 1 ? 1 - recovery : agreed))).toBeLessThan(1e-9);
      }),
      { seed: 6 },
    );
    expect(counterGuaranteed(0.4, 0.1)).toBe(0.4);
  });

  test('plans a balance on which a year’s payouts and costs, less what comes back and fees, take what its owner allows', () => {
    fc.assert(
      fc.property(
        numberIn(1e6, 1e9),
        fc.record({ claimRate: part, covered: part, recovery: part, refund: part, cost: part, fee: part }),
        (allowed, plan) => {
          const balance = plannedBalance(allowed, plannedLoss(plan));
          if (!(balance < 1e12)) return;
          const paid = balance * plan.covered * plan.claimRate;
          const lost = paid - paid * plan.recovery;
          const back = paid - lost + lost * plan.refund;
          const year = paid - back + balance * plan.cost - balance * plan.fee;
          expect(Math.abs(year / allowed - 1)).toBeLessThan(1e-9);
        },
      ),
      { seed: 4 },
    );
    expect(
      plannedBalance(
        1e6,
        plannedLoss({ claimRate: 0, covered: 0.8, recovery: 0, refund: 0, cost: 0, fee: 0.01 }),
      ),
    ).toBe(Number.POSITIVE_INFINITY);
  });

  test('plans with what is owed or with what arrives, as far as it trusts', () => {
    expect(plannedRefund(0.4, 0.463, 1)).toBeCloseTo(0.4, 12);
    expect(plannedRefund(0.4, 0.463, 0)).toBeCloseTo(0.4 * 0.463, 12);
    expect(plannedRefund(0.4, 0, 0.5)).toBeCloseTo(0.2, 12);
    expect(plannedRefund(0, 0.463, 1)).toBe(0);
  });

  test('is worth to a bank its cover as far as it pays, less a year’s funds for a year’s wait', () => {
    expect(worthOfCover(0.75, 1, 0.03, 0)).toBe(0.75);
    expect(worthOfCover(0.75, 0.5, 0.03, 0)).toBe(0.375);
    expect(worthOfCover(0.8, 1, 0.05, 12)).toBeCloseTo(0.76, 12);
  });
});

describe('a shared loss', () => {
  test('is split to the yuan, and no layer pays more than its part or its means', () => {
    const able = fc.record({ fund: part, guarantee: part, insurer: part });
    fc.assert(
      fc.property(fc.nat(1e9), part, part, able, (claim, fund, guarantee, means) => {
        const owed = splitClaim(claim, fund, guarantee, AMPLE);
        expect(Math.abs(owed.fund - claim * fund)).toBeLessThanOrEqual(1);
        expect(owed.fund + owed.guarantee + owed.insurer).toBe(claim);
        const paid = splitClaim(claim, fund, guarantee, means);
        for (const layer of ['fund', 'guarantee', 'insurer'] as const) {
          expect(paid[layer]).toBe(Math.floor(owed[layer] * means[layer]));
          expect(paid[layer]).toBeGreaterThanOrEqual(0);
        }
      }),
      { seed: 3 },
    );
  });

  test('never takes more from a layer than the money by which its means are told, whoever asks', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e9), { minLength: 1 }), fc.nat(1e9), (claims, money) => {
        const asked = claims.reduce((sum, one) => sum + one, 0);
        const insurer = asked > 0 ? Math.min(1, money / asked) : 1;
        const paid = claims.map((claim) => splitClaim(claim, 0, 0, { ...AMPLE, insurer }).insurer);
        const sum = paid.reduce((total, one) => total + one, 0);
        expect(sum).toBeLessThanOrEqual(Math.min(money, asked));
        expect(sum).toBeGreaterThan(Math.min(money, asked) - claims.length - 1);
      }),
      { seed: 7 },
    );
  });

  test('lets a lender allow itself more without collateral the more others bear', () => {
    for (const [covered, tolerated] of [
      [0, 0.6],
      [0.1, 0.64],
      [0.25, 0.7],
      [0.5, 0.8],
      [1, 1],
    ])
      expect(toleratedPart(false, covered, 0.6)).toBeCloseTo(tolerated, 9);
    expect(toleratedPart(true, 0, 0.6)).toBe(1);
  });
});

test('a dashboard steps towards places that pay out less than the mean and away from those that pay out more', () => {
  expect(steppedTilt(0.1, 0, 0.06, 0.05)).toBeCloseTo(0.15, 12);
  expect(steppedTilt(0.1, 0.06, 0.06, 0.05)).toBe(0.1);
  expect(steppedTilt(0, 0.12, 0.06, 0.03)).toBeCloseTo(-0.01, 12);
  expect(steppedTilt(0.1, 0, 0, 0.05)).toBe(0.1);
});

describe('a subsidy', () => {
  test('comes after whole months whose mean is the days it takes', () => {
    const draws = Array.from({ length: 1000 }, (_, k) => (k + 0.5) / 1000);
    for (const days of [0, 7, 30, 45, 100]) {
      const months = draws.map((u) => delayMonths(days, u));
      expect(months.reduce((sum, one) => sum + one, 0) / 1000).toBeCloseTo(days / 30, 2);
    }
  });

  test('pays every month once, late ones with the first payment', () => {
    for (const delay of [0, 1, 3]) {
      const paid = Array.from({ length: 12 }, (_, since) => monthsDue(since, delay));
      expect(paid.slice(0, delay)).toEqual(new Array(delay).fill(0));
      expect(paid.reduce((sum, one) => sum + one, 0)).toBe(12);
    }
  });
});

test('a fund gives in proportion to its size, exactly what it gave at the size it had, and as before where it had none', () => {
  for (const standard of [1, 980_000_000 / 500, 0.3]) {
    expect(grownMoney(standard, standard)).toBe(1);
    expect(grownMoney(2 * standard, standard)).toBe(2);
    expect(grownMoney(0, standard)).toBe(0);
  }
  expect(grownMoney(5, 0)).toBe(1);
});
