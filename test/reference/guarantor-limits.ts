/** How far a guarantor may go: its multiple of net assets, and the loss its owner lets it plan for. */
import { plannedBalance, plannedLoss, plannedRefund } from '../../sim/decisions/guarantee.ts';
import { sumOf } from './claims.ts';
import { atPrefecture, meanAt } from './in-force.ts';
import type { Guarantor } from './institutions.ts';
import type { SlowWorld } from './world.ts';

/** What guarantors of the province have incurred on what they stand behind; they expect no gain of it. */
export function provincialClaimRate({ guarantors }: SlowWorld): number {
  let incurred = 0;
  let liability = 0;
  for (const g of guarantors) {
    incurred += g.claimRate * g.liability;
    liability += g.liability;
  }
  return liability === 0 ? 0 : Math.max(0, incurred / liability);
}

export function limitsOf(
  world: SlowWorld,
  g: Guarantor,
  outstanding: number,
  liability: number,
  claimRate: number,
): { multiple: number; plan: number } {
  const { p } = world;
  const owed = atPrefecture(world, 'compensation.rate', g.prefecture);
  const promised = g.claims > 0 ? sumOf(g.counterGuaranteed) / g.claims : 0;
  const loss = plannedLoss({
    claimRate: claimRate * (1 - atPrefecture(world, 'reguarantee.share', g.prefecture)),
    covered: outstanding === 0 ? 1 - p['riskSplit.bankShare'][0] : liability / outstanding,
    recovery: p['guarantee.recovery'][0] + promised,
    refund: plannedRefund(owed, g.refund, p['guarantee.planTrust'][0]),
    cost: p['guarantee.operatingCost'][0],
    fee: meanAt(world, 'guaranteeFee.rate', g.prefecture),
  });
  return {
    multiple: g.netAssets * atPrefecture(world, 'guaranteeCapital.multiple', g.prefecture),
    plan: plannedBalance(g.paidIn * p['guarantee.lossPlan'][0], loss),
  };
}
