/** In December: how the year's borrowers fared, and what lenders make of it. */
import { normalDensity, normalQuantile } from '../../sim/arithmetic.ts';
import type { Enterprise } from './enterprise.ts';
import { DEFAULT_ARREARS } from './loan.ts';
import { knowableIndex } from './reading.ts';
import type { SlowWorld } from './world.ts';

/** Index values are kept and summed as whole multiples of 1/4096. */
const FINE = 4096;

export function lookBack(world: SlowWorld): void {
  for (const e of world.enterprises) {
    if (e.yearIndex !== null) addYear(world, e.yearIndex, e.yearDefault);
    e.yearIndex = isSoundBorrower(e) ? Math.round(knowableIndex(world, e, 0, 0) * FINE) : null;
    e.yearDefault = false;
  }
}

function addYear({ fit, input }: SlowWorld, index: number, hasDefaulted: boolean): void {
  fit.borrowers += input.scale;
  fit.index += index * input.scale;
  fit.indexSquared += index * index * input.scale;
  if (!hasDefaulted) return;
  fit.defaults += input.scale;
  fit.defaultIndex += index * input.scale;
}

const isSoundBorrower = ({ status, loans }: Enterprise): boolean =>
  status === 'active' && loans[0] !== null && loans[0].arrears < DEFAULT_ARREARS;

/** By moments: intercept and ceiling of a probit whose index is normal. */
export function refit(world: SlowWorld): void {
  const { borrowers, index, indexSquared, defaults, defaultIndex } = world.fit;
  if (borrowers === 0 || defaults === 0 || defaults >= borrowers) return;
  const mean = index / borrowers / FINE;
  const variance = Math.max(0.01, indexSquared / borrowers / FINE / FINE - mean * mean);
  const rate = defaults / borrowers;
  const threshold = normalQuantile(rate);
  const distance = mean - defaultIndex / defaults / FINE;
  const gap = (distance * rate) / normalDensity(threshold) / variance;
  const raw = gap / Math.sqrt(1 + gap * gap * Math.max(0, 1 - variance));
  const ceiling = Math.min(0.98, Math.max(0.05, raw));
  const total = Math.sqrt(1 - ceiling * ceiling + ceiling * ceiling * variance);
  const belief = {
    intercept: ceiling * mean + threshold * total,
    ceiling,
    mean,
    spread: Math.sqrt(variance),
  };
  for (let c = 0; c < world.beliefs.length; c++) world.beliefs[c] = belief;
}
