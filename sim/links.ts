/** Direct links that bring more sources to lenders, each switched by a lever; the provincial platform is not among them. */
import { TRAIT } from './agents/enterprises.ts';
import { SOURCE, type Source } from './agents/sources.ts';
import { isUsed, lever } from './conditions.ts';
import { SECTORS, SETTINGS, type Sector, type Setting } from './input.ts';
import type { World } from './world.ts';

/** One link: what it carries, from whom. An absent list means everyone. */
export interface Link {
  /** Lever parameter that says what share of those concerned is linked. */
  readonly lever: string;
  readonly carries: readonly Source[];
  readonly sectors?: readonly Sector[];
  readonly settings?: readonly Setting[];
  readonly trait?: number;
  /** Whether it asks for a tax rating; `bankTax.unrated` says how far it serves others as well. */
  readonly rated?: true;
  /** Whether the link makes the trace as well; otherwise only traces an enterprise leaves can be linked. */
  readonly makes: boolean;
}

/** Lines of business whose trade runs over platforms that share their data. */
const COMMERCE: readonly Sector[] = ['agriculture', 'trade', 'hospitality-tourism'];

/** In the order of their draws: append only. */
export const LINKS: readonly Link[] = [
  { lever: 'ecommerceData.coverage', carries: ['orders', 'payments'], sectors: COMMERCE, makes: true },
  { lever: 'bankTax.coverage', carries: ['tax', 'invoices'], rated: true, makes: false },
  { lever: 'employmentData.coverage', carries: ['socialSecurity'], makes: false },
  { lever: 'remoteSensing.coverage', carries: ['satellite'], sectors: ['agriculture'], makes: false },
  {
    lever: 'ruralLogistics.stations',
    carries: ['orders', 'logistics', 'payments'],
    sectors: [...COMMERCE, 'transport'],
    settings: ['county', 'township'],
    makes: true,
  },
  { lever: 'supplyChainData.coverage', carries: ['orders', 'logistics'], trait: TRAIT.supplier, makes: true },
  {
    lever: 'serviceCentres.parks',
    carries: ['electricity', 'water', 'machineHours'],
    trait: TRAIT.park,
    makes: false,
  },
];

/** What each link does in each cell this month. */
export interface LinkTable {
  /** Share linked, index `link * cells + cell`. */
  readonly share: Float64Array;
  /** Set of links at work in each cell, one bit each. */
  readonly active: Uint16Array;
}

/** Sources a link carries, as bits. */
export const CARRIED: readonly number[] = LINKS.map(({ carries }) =>
  carries.reduce((bits, name) => bits | SOURCE[name], 0),
);

/** Fills the table for this month; returns whether a share differs from the last. */
export function setLinks(world: World, { share, active }: LinkTable): boolean {
  const { cells } = world.shape;
  let changed = false;
  active.fill(0);
  for (let k = 0; k < LINKS.length; k++) {
    const shares = share.subarray(k * cells, (k + 1) * cells);
    const values = lever(world, LINKS[k].lever);
    if (!isUsed(values) && !isUsed(shares)) continue;
    if (setLink(world, LINKS[k], values, shares)) changed = true;
    for (let cell = 0; cell < cells; cell++) if (shares[cell] > 0) active[cell] |= 1 << k;
  }
  return changed;
}

/** Shares of one link, where it concerns a cell at all. */
function setLink({ atlas }: World, link: Link, values: Float64Array, shares: Float64Array): boolean {
  const { sectors, settings } = link;
  let changed = false;
  for (let cell = 0; cell < shares.length; cell++) {
    const concerned =
      (!sectors || sectors.includes(SECTORS[atlas.sector[cell]])) &&
      (!settings || settings.includes(SETTINGS[atlas.setting[cell]]));
    const value = concerned ? values[cell] : 0;
    if (shares[cell] !== value) changed = true;
    shares[cell] = value;
  }
  return changed;
}

/** Whether an enterprise with these traits can use a link. */
export const concerns = (link: Link, traits: number): boolean =>
  link.trait === undefined || (traits & link.trait) !== 0;
