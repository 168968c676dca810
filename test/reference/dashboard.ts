/** A feedback on published figures: each quarter support is tilted to where guarantors pay out less. */
import { clamp } from '../../sim/arithmetic.ts';
import { steppedTilt } from '../../sim/decisions/dashboard.ts';
import { atPrefecture } from './in-force.ts';
import type { SlowWorld } from './world.ts';

/** Highest compensation rate a dashboard may reach. */
const MOST = 0.8;

/** At the end of a quarter every prefecture moves by its distance to the mean payout rate, by steps of 0 where nobody reads. */
export function readDashboard(world: SlowWorld): void {
  if (world.month % 3 !== 2) return;
  const paid = world.prefectures.map(() => 0);
  const atRisk = world.prefectures.map(() => 0);
  for (const { prefecture, payoutRate, liability } of world.guarantors) {
    paid[Math.max(0, prefecture)] += payoutRate * liability;
    atRisk[Math.max(0, prefecture)] += liability;
  }
  const total = sumOf(atRisk);
  const mean = total > 0 ? sumOf(paid) / total : 0;
  const [bound, fundBound] = [world.p['dashboard.bound'][0], world.p['dashboard.fundBound'][0]];
  for (const one of world.prefectures) {
    const { index: k } = one;
    if (!(atRisk[k] > 0)) continue;
    const moved = (tilt: number, gain: number) => steppedTilt(tilt, paid[k] / atRisk[k], mean, gain);
    one.tilt = clamp(moved(one.tilt, atPrefecture(world, 'dashboard.gain', k)), -bound, bound);
    const fundGain = atPrefecture(world, 'dashboard.fundGain', k);
    one.fundTilt = clamp(moved(one.fundTilt, fundGain), -fundBound, fundBound);
  }
}

function sumOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Compensation rates of the month, moved where the dashboard is read. */
export function tiltCompensation(world: SlowWorld): void {
  const rates = world.levers.get('compensation.rate') as number[];
  for (const { index, tilt } of world.prefectures)
    if (atPrefecture(world, 'dashboard.gain', index) > 0 && tilt !== 0)
      rates[index] = clamp(rates[index] + tilt, 0, MOST);
}
