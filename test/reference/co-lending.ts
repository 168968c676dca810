/** Platforms that read and banks that book. */
import { LENDER_CLASSES } from '../../sim/input.ts';
import type { Enterprise } from './enterprise.ts';
import { forEnterprise, forLender } from './in-force.ts';
import type { Lender } from './institutions.ts';
import { pairUniformDraw, uniformDraw } from './luck.ts';
import { lendersAt } from './market.ts';
import type { SlowWorld } from './world.ts';

const BANKS = ['state', 'joint-stock', 'city', 'rural'] as const;

/** Whether a bank has decided to work with platforms. */
export const wantsToJoin = (world: SlowWorld, lender: Lender): boolean =>
  (BANKS as readonly string[]).includes(LENDER_CLASSES[lender.class]) &&
  uniformDraw(world, 'coLendingPartner', -1, lender.index) < forLender(world, 'coLending.partners', lender);

/** Banks of a place that are connected, class by class. */
function partnersAt(world: SlowWorld, prefecture: number): Lender[] {
  const months = world.p['coLending.integrationMonths'][0];
  return BANKS.flatMap((name) => lendersAt(world, LENDER_CLASSES.indexOf(name), prefecture)).filter(
    (one) => one.joined >= months,
  );
}

/** Who books what a platform has read: itself, a partner, or nobody (null). */
export function bookedBy(world: SlowWorld, e: Enterprise, platform: Lender): Lender | null {
  const luck = (draw: number) => pairUniformDraw(world, 'coLending', -1, e.id, draw);
  const barred = luck(0) >= forEnterprise(world, 'coLending.ownBook', e);
  if (!barred && luck(1) >= forEnterprise(world, 'coLending.routed', e)) return platform;
  const banks = partnersAt(world, e.cell.prefecture);
  if (banks.length === 0) return barred ? null : platform;
  return banks[Math.floor(luck(2) * banks.length)];
}
