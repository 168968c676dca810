import { coreEnterpriseBreak } from './core-enterprise-break.ts';
import { demandFall } from './demand-fall.ts';
import { exportFall } from './export-fall.ts';
import { flood } from './flood.ts';
import { fundingCost } from './funding-cost.ts';
import { inputPrice } from './input-price.ts';
import type { ShockKind } from './kind.ts';
import { lockdown } from './lockdown.ts';
import { platformExit } from './platform-exit.ts';
import { treasuryArrears } from './treasury-arrears.ts';

/** Every kind of shock, in the order the lab lists them. */
export const SHOCKS: readonly ShockKind[] = [
  flood,
  demandFall,
  exportFall,
  fundingCost,
  inputPrice,
  lockdown,
  coreEnterpriseBreak,
  platformExit,
  treasuryArrears,
];

export const shockOf = (id: string): ShockKind | undefined => SHOCKS.find((one) => one.id === id);
