/** What private debt costs. */
import type { Enterprise } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import type { SlowWorld } from './world.ts';

/** Rates are agreed in fifths of a point, the nearest. */
const FIFTHS_OF_A_POINT = 500;

export const agreed = (rate: number): number => Math.round(rate * FIFTHS_OF_A_POINT);

/** Rate of an enterprise's private debt: what it agreed to, or the cap. */
export const privateRate = (world: SlowWorld, e: Enterprise): number => underCap(world, e, e.privateRate);

/** The rate of so many fifths of a point as far as the law lets it be paid. */
export const underCap = (world: SlowWorld, e: Enterprise, fifths: number): number =>
  Math.min(forEnterprise(world, 'privateRateCap.cap', e), fifths / FIFTHS_OF_A_POINT);
