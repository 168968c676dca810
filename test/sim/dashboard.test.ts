// The dashboard and the special fund: who gains money, who loses it, and that the fund stays as large.
import { describe, expect, test, vi } from 'vitest';
import { FORK_MONTH, type World } from '../../sim/index.ts';
import { fundFactor, subsidyBudgets } from '../../sim/treasury.ts';
import { fromFork, runTo } from '../laws/worlds.ts';
import { patch } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 60_000 });

const UNTIL = FORK_MONTH + 36;
const ARRIVING = patch('compensation', { arrival: 0.5 });
const lived = (seed: string, fundGain: number): World =>
  runTo(fromFork({ seed, patches: [ARRIVING, patch('dashboard', { fundGain })] }), UNTIL);
const sumOf = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, one) => sum + one, 0);

describe('a dashboard that moves the special fund', () => {
  const worlds = ['law', 'levers-1', 'levers-2'].map((seed) => [lived(seed, 0.1), lived(seed, 0)] as const);

  test('gives places whose guarantors pay out less than the mean more money, and others less', () => {
    for (const [tilted, plain] of worlds) {
      const { fundTilt } = tilted.province;
      const plainly = subsidyBudgets(plain);
      const more = subsidyBudgets(tilted).map((yuan, k) => Number((yuan / plainly[k]).toFixed(12)));
      const order = [...fundTilt.keys()].sort((a, b) => fundTilt[a] - fundTilt[b]);
      expect(order.map((k) => more[k])).toEqual([...more].sort((a, b) => a - b));
      expect(Math.min(...more)).toBeLessThan(1);
      expect(Math.max(...more)).toBeGreaterThan(1);
      const factors = fundFactor(tilted).map((factor, k) => factor / fundFactor(plain)[k]);
      factors.forEach((factor, k) => {
        expect(factor).toBeCloseTo(more[k], 11);
      });
    }
  });

  test('leaves the fund as large as it was', () => {
    for (const [tilted, plain] of worlds) {
      const [with_, without] = [tilted, plain].map((world) => sumOf(subsidyBudgets(world)));
      expect(Math.abs(with_ / without - 1)).toBeLessThan(1e-12);
    }
  });

  test('lets guarantors see more of what they are owed where there is more money', () => {
    const gains = worlds.map(([tilted, plain]) => {
      const { guarantors, province, shape } = tilted;
      let gain = 0;
      for (let g = 0; g < shape.guarantors; g++)
        gain +=
          Math.sign(province.fundTilt[Math.max(0, guarantors.prefecture[g])]) *
          (guarantors.refund[g] - plain.guarantors.refund[g]);
      return gain;
    });
    for (const gain of gains) expect(gain).toBeGreaterThan(0);
  });

  test('moves no compensation rate by itself', () => {
    for (const [tilted, plain] of worlds) {
      expect(sumOf(tilted.province.tilt)).toBe(0);
      expect(tilted.levers['compensation.rate']).toEqual(plain.levers['compensation.rate']);
    }
  });
});
