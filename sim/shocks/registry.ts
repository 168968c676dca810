import { demandFall } from './demand-fall.ts';
import { flood } from './flood.ts';
import type { ShockKind } from './kind.ts';

/** Every kind of shock, in the order the lab lists them. */
export const SHOCKS: readonly ShockKind[] = [flood, demandFall];

export const shockOf = (id: string): ShockKind | undefined => SHOCKS.find((one) => one.id === id);
