/** Whose orders and payments on platforms can be read. */
import { SECTORS } from '../../sim/input.ts';
import { forEnterprise } from './conditions.ts';
import type { Enterprise } from './enterprise.ts';
import { uniformDraw } from './luck.ts';
import type { SlowWorld } from './world.ts';

const CONNECTED: readonly string[] = ['agriculture', 'trade', 'hospitality-tourism'];

/** Whether the platform an enterprise trades on has left. */
export const platformGone = (world: SlowWorld, e: Enterprise): boolean =>
  uniformDraw(world, 'platformExit', -1, e.id) >= world.effects.cells[e.cell.index].platforms;

/** Whether lenders can read an enterprise's traces: born with them or connected since. */
export function traced(world: SlowWorld, e: Enterprise): boolean {
  if (platformGone(world, e)) return false;
  if (e.platform) return true;
  const connected = CONNECTED.includes(SECTORS[e.cell.sector]);
  return (
    connected && uniformDraw(world, 'ecommerce', -1, e.id) < forEnterprise(world, 'ecommerceData.coverage', e)
  );
}
