/** Guarantors that hold part of their money in common. */
import { atPrefecture } from './in-force.ts';
import type { Guarantor } from './institutions.ts';
import type { SlowWorld } from './world.ts';

export function holdInCommon(world: SlowWorld): void {
  for (const { index } of world.prefectures) {
    const local = world.guarantors.filter((g) => Math.max(0, g.prefecture) === index);
    share(local, () => atPrefecture(world, 'mergeGuarantors.city', index));
  }
  share(world.guarantors, (g) => atPrefecture(world, 'mergeGuarantors.province', g.prefecture));
}

/** Each puts in a part of its money and gets out a part of the pot by what it has at risk; the rest to the last. */
function share(all: readonly Guarantor[], part: (g: Guarantor) => number): void {
  const members = all.filter((g) => part(g) > 0);
  const put = members.map((g) => Math.floor(Math.max(0, g.cash) * part(g)));
  const weights = members.map((g) => g.liability * part(g));
  let [pot, weight] = [0, 0];
  for (const yuan of put) pot += yuan;
  for (const one of weights) weight += one;
  if (weight <= 0) return;
  members.forEach((g, k) => {
    const whole =
      weights[k] > 0 ? Math.min(pot, Math.floor((pot * weights[k]) / Math.max(weights[k], weight))) : 0;
    const got = k === members.length - 1 ? pot : whole;
    g.cash += got - put[k];
    pot -= got;
    weight -= weights[k];
  });
}
