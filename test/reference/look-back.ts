/** In December: how the year's borrowers fared, and what lenders make of it. */
import { normalDensity, normalQuantile } from '../../sim/arithmetic.ts';
import type { Belief } from '../../sim/decisions/signal.ts';
import { LENDER_CLASSES } from '../../sim/input.ts';
import type { Enterprise } from './enterprise.ts';
import { isNewcomer, knowableIndex } from './knowing.ts';
import { DEFAULT_ARREARS } from './loan.ts';
import type { Fit, SlowWorld } from './world.ts';

/** Index values are kept and summed as whole multiples of 1/4096. */
const FINE = 4096;

export function lookBack(world: SlowWorld): void {
  for (const e of world.enterprises) {
    if (e.yearIndex !== null) addYear(world, e.yearIndex, e.yearDefault);
    e.yearIndex = isSoundBorrower(e) ? indexNow(world, e) : null;
    e.yearDefault = false;
  }
}

/** The index in even multiples of 1/4096, plus one for newcomers. */
function indexNow(world: SlowWorld, e: Enterprise): number {
  const even = 2 * Math.floor(Math.round(knowableIndex(world, e, 0, 0) * FINE) / 2);
  return even + Number(isNewcomer(world, e));
}

function addYear({ fit, input }: SlowWorld, index: number, hasDefaulted: boolean): void {
  const group = index % 2 === 0 ? fit.recorded : fit.newcomers;
  group.borrowers += input.scale;
  group.index += index * input.scale;
  group.indexSquared += index * index * input.scale;
  if (!hasDefaulted) return;
  group.defaults += input.scale;
  group.defaultIndex += index * input.scale;
}

const isSoundBorrower = ({ status, loans }: Enterprise): boolean =>
  status === 'active' && loans[0] !== null && loans[0].arrears < DEFAULT_ARREARS;

/** New beliefs of all classes alike: one ceiling; mean, spread and intercept by group. */
export function refit(world: SlowWorld): void {
  const { recorded, newcomers } = world.fit;
  const all = blend(recorded, newcomers, 1);
  if (all.borrowers === 0 || all.defaults === 0 || all.defaults >= all.borrowers) return;
  const { ceiling } = fitted(all);
  const pull = world.p['lend.fitCredibility'][0] / all.borrowers;
  world.beliefs = {
    recorded: beliefsFrom(fitted(blend(recorded, all, pull)), ceiling),
    newcomers: beliefsFrom(fitted(blend(newcomers, all, pull)), ceiling),
  };
}

/** Sums of a group and so much of another's. */
const blend = (a: Fit, b: Fit, pull: number): Fit => ({
  borrowers: a.borrowers + pull * b.borrowers,
  index: a.index + pull * b.index,
  indexSquared: a.indexSquared + pull * b.indexSquared,
  defaults: a.defaults + pull * b.defaults,
  defaultIndex: a.defaultIndex + pull * b.defaultIndex,
});

/** A probit with a normal index, by moments. */
function fitted({ borrowers, index, indexSquared, defaults, defaultIndex }: Fit) {
  const mean = index / borrowers / FINE;
  const variance = Math.max(0.01, indexSquared / borrowers / FINE / FINE - mean * mean);
  const rate = defaults / borrowers;
  const threshold = normalQuantile(rate);
  const distance = mean - defaultIndex / defaults / FINE;
  const gap = (distance * rate) / normalDensity(threshold) / variance;
  const raw = gap / Math.sqrt(1 + gap * gap * Math.max(0, 1 - variance));
  return { mean, variance, threshold, ceiling: Math.min(0.98, Math.max(0.05, raw)) };
}

function beliefsFrom({ mean, variance, threshold }: ReturnType<typeof fitted>, ceiling: number): Belief[] {
  const total = Math.sqrt(1 - ceiling * ceiling + ceiling * ceiling * variance);
  const intercept = ceiling * mean + threshold * total;
  return LENDER_CLASSES.map(() => ({ intercept, ceiling, mean, spread: Math.sqrt(variance) }));
}
