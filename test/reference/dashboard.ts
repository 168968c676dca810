/** A feedback on published figures: each quarter compensation is tilted to where guarantors pay out less. */
import { clamp } from '../../sim/arithmetic.ts';
import { steppedTilt } from '../../sim/decisions/dashboard.ts';
import { atPrefecture } from './in-force.ts';
import type { SlowWorld } from './world.ts';

/** Highest compensation rate a dashboard may reach. */
const MOST = 0.8;

/** At the end of a quarter every prefecture moves by its distance to the mean payout rate, if anybody reads the dashboard. */
export function readDashboard(world: SlowWorld): void {
  const gains = world.prefectures.map(({ index }) => atPrefecture(world, 'dashboard.gain', index));
  if (world.month % 3 !== 2 || gains.every((gain) => gain === 0)) return;
  const paid = world.prefectures.map(() => 0);
  const atRisk = world.prefectures.map(() => 0);
  for (const { prefecture, payoutRate, liability } of world.guarantors) {
    paid[Math.max(0, prefecture)] += payoutRate * liability;
    atRisk[Math.max(0, prefecture)] += liability;
  }
  const total = sumOf(atRisk);
  const mean = total > 0 ? sumOf(paid) / total : 0;
  const bound = world.p['dashboard.bound'][0];
  world.prefectures.forEach((one, k) => {
    if (atRisk[k] > 0)
      one.tilt = clamp(steppedTilt(one.tilt, paid[k] / atRisk[k], mean, gains[k]), -bound, bound);
  });
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
