/** Officials who let a model read the records before they call on anybody. */
import { leverInUse } from './conditions.ts';
import { type DrawKey, drawKey, STREAMS, uniform } from './random.ts';
import { type Desk, openDesk, readRecords } from './underwriting.ts';
import type { World } from './world.ts';

export interface VisitScreen {
  readonly desk: Desk;
  /** Part of the visits that a model is asked about, by cell. */
  readonly share: Float64Array;
  readonly key: DrawKey;
}

/** What screening depends on; null while everybody drawn for a visit is visited. */
export function openVisitScreen(world: World): VisitScreen | null {
  const share = leverInUse(world, 'coordinationMechanism.screened');
  if (share === null) return null;
  const year = Math.floor((world.month + 1) / 12);
  return { desk: openDesk(world), share, key: drawKey(world.input.seed, STREAMS.visitScreen, year) };
}

/**
 * Whether a model advises against a visit: the enterprise has a mark, no record to be read, or a PD by its records alone
 * above what the lender it would ask accepts.
 */
export function advisesAgainst(
  { desk, share, key }: VisitScreen,
  i: number,
  lender: number,
  amount: number,
): boolean {
  const { enterprises: e, lenders } = desk.world;
  if (uniform(key.k0, key.k1, e.id[i]) >= share[e.cell[i]]) return false;
  if (e.bad[i] > 0) return true;
  const pd = readRecords(desk, i, lender, amount);
  return pd < 0 || pd > lenders.cutoff[lender];
}
