/** What enterprises without real estate can pledge instead: receivables, patents, orders, herds and stock. */
import { TRAIT } from './agents/enterprises.ts';
import { isUsed, lever, leverInUse } from './conditions.ts';
import { pledgeWorth } from './decisions/pledge.ts';
import { SECTORS } from './input.ts';
import { LINKS } from './links.ts';
import { type DrawKey, drawKey, pairUniform, STREAMS, uniform } from './random.ts';
import { whileLeversStand } from './standing.ts';
import type { World } from './world.ts';

/** Gathered while levers stand. */
export interface Pledges {
  readonly world: World;
  readonly share: Float64Array;
  /** Worth of such a pledge beside real estate of the same value, by cell. */
  readonly worth: Float64Array;
  readonly key: DrawKey;
  /** Suppliers whose core enterprise confirms what it owes, by cell, and the worth of that; null while none does. */
  readonly confirmed: Float64Array | null;
  readonly confirmedWorth: Float64Array;
  readonly linkKey: DrawKey;
}

/** Null while nothing but real estate is accepted. */
export const openPledges = whileLeversStand((world): Pledges | null => {
  const share = lever(world, 'collateralSubstitutes.share');
  if (!isUsed(share)) return null;
  const haircut = lever(world, 'collateralSubstitutes.haircut');
  const lag = lever(world, 'collateralSubstitutes.lagMonths');
  const decay = world.input.province.parameters['collateralSubstitutes.decay'][0];
  return {
    world,
    share,
    worth: haircut.map((cut, cell) => pledgeWorth(cut, lag[cell], decay)),
    key: drawKey(world.input.seed, STREAMS.pledge, -1),
    confirmed: leverInUse(world, 'supplyChainData.coverage'),
    confirmedWorth: haircut.map((cut) => pledgeWorth(cut, 0, decay)),
    linkKey: drawKey(world.input.seed, STREAMS.sourceLink, -1),
  };
});

/** Who has something of the kind: suppliers, patent holders, exporters, cooperatives, and traders with stock. */
const OWNERS = TRAIT.supplier | TRAIT.patents | TRAIT.exporter | TRAIT.cooperative;
const TRADE = SECTORS.indexOf('trade');
const SUPPLY_CHAIN = LINKS.findIndex((one) => one.lever === 'supplyChainData.coverage');

/**
 * Worth of what an enterprise pledges beside real estate; 0 when it has real estate, or nothing else. What a core enterprise
 * owes and confirms it pays to the lender when it is due, so nobody waits for a court.
 */
export function pledgeOf(pledges: Pledges | null, i: number): number {
  if (pledges === null) return 0;
  const { world, share, worth, key, confirmed, confirmedWorth } = pledges;
  const { traits, cell, id } = world.enterprises;
  const c = cell[i];
  if ((traits[i] & TRAIT.collateral) !== 0) return 0;
  if ((traits[i] & OWNERS) === 0 && world.atlas.sector[c] !== TRADE) return 0;
  if (uniform(key.k0, key.k1, id[i]) >= share[c]) return 0;
  return confirmed !== null && isConfirmed(pledges, confirmed[c], i) ? confirmedWorth[c] : worth[c];
}

/** Whether a supplier is among the share linked to its core enterprise. */
const isConfirmed = ({ world, linkKey }: Pledges, share: number, i: number): boolean =>
  (world.enterprises.traits[i] & TRAIT.supplier) !== 0 &&
  pairUniform(linkKey.k0, linkKey.k1, world.enterprises.id[i], SUPPLY_CHAIN) < share;
