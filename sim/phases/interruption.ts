/** What insurers are asked for this month for floods and foreign buyers, added up before anything is paid. */
import { STATUS } from '../agents/enterprises.ts';
import { CALL, noteCall } from '../ledger.ts';
import type { World } from '../world.ts';
import { exportClaim, failingBuyers } from './exports.ts';
import { openGrowth, salesNow } from './growth.ts';
import type { Span } from './phase.ts';
import { floodClaim, isFlooded, isInsured, openTrouble } from './trouble.ts';

/** Whether water stands or has left damage anywhere. */
function isFloodMonth({ effects }: World): boolean {
  const { floodSales, floodDamage } = effects;
  for (let c = 0; c < floodSales.length; c++) if (floodSales[c] !== 1 || floodDamage[c] !== 0) return true;
  return false;
}

/** Adds the claims of every insured enterprise, on the normal sales it will have this month. */
export function callInsurers(world: World, { from, to, tally }: Span): void {
  const buyers = failingBuyers(world);
  if (buyers === null && !isFloodMonth(world)) return;
  const { status, cell } = world.enterprises;
  const growth = openGrowth(world, world.month + 1);
  const trouble = openTrouble(world, tally);
  let claimed = 0;
  for (let i = from; i < to; i++) {
    if (status[i] !== STATUS.active) continue;
    const c = cell[i];
    if (isFlooded(trouble, i, c) && isInsured(trouble, i, c))
      claimed += floodClaim(trouble, c, salesNow(growth, i));
    if (buyers !== null) claimed += exportClaim(buyers, i, salesNow(growth, i));
  }
  noteCall(tally, CALL.interruption, claimed);
}
