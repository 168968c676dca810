/** What reaches an owner before the question whether to ask: contacts, visits, introductions, lists, apps and offers. */
import { TRAIT } from './agents/enterprises.ts';
import { lever, leverInUse } from './conditions.ts';
import { LINKS } from './links.ts';
import { CALLER, type Outlets, outletsOf, travelCost } from './outlets.ts';
import { inPool } from './pool.ts';
import { type DrawKey, drawKey, pairUniform, STREAMS, uniform } from './random.ts';
import type { World } from './world.ts';

/** Draw of the link by which a park operator hands over its tenants' data: those served are those introduced. */
const PARKS = LINKS.findIndex((one) => one.lever === 'serviceCentres.parks');

/** What decides it, gathered once a phase; a list nobody is on is null and costs nothing. */
export interface Outreach {
  readonly world: World;
  readonly contacts: Channel | null;
  readonly visits: Channel | null;
  readonly parks: Float64Array | null;
  readonly linkKey: DrawKey;
  readonly centres: Channel | null;
  readonly register: Channel | null;
  readonly app: Channel | null;
  readonly platform: Channel | null;
  readonly outlets: Outlets | null;
  readonly pool: boolean;
  readonly contactCost: Float64Array;
  readonly cost: {
    readonly visit: number;
    readonly introduction: number;
    readonly register: number;
    readonly app: number;
    readonly platform: number;
    readonly pool: number;
  };
}

/** A share of each cell's enterprises, and the draw that says whose. */
interface Channel {
  readonly share: Float64Array;
  readonly key: DrawKey;
}

const channel = (world: World, name: string, key: DrawKey): Channel | null => {
  const share = leverInUse(world, name);
  return share === null ? null : { share, key };
};

export function openOutreach(world: World): Outreach {
  const { seed } = world.input;
  const p = world.input.province.parameters;
  const year = Math.floor((world.month + 1) / 12);
  return {
    world,
    contacts: channel(world, 'firstLoanList.contacts', drawKey(seed, STREAMS.contact, year)),
    visits: channel(world, 'coordinationMechanism.visits', drawKey(seed, STREAMS.visit, year)),
    parks: leverInUse(world, 'serviceCentres.parks'),
    linkKey: drawKey(seed, STREAMS.sourceLink, -1),
    centres: channel(world, 'serviceCentres.centres', drawKey(seed, STREAMS.introduction, year)),
    register: channel(world, 'demandDatabase.registered', drawKey(seed, STREAMS.demandRegister, year)),
    app: channel(world, 'enterpriseApp.adoption', drawKey(seed, STREAMS.appAdoption, -1)),
    platform: channel(world, 'matchingPlatform.connected', drawKey(seed, STREAMS.matching, -1)),
    outlets: outletsOf(world),
    pool: leverInUse(world, 'cultivationPool.members') !== null,
    contactCost: lever(world, 'firstLoanList.searchCost'),
    cost: {
      visit: p['coordinationMechanism.searchCost'][0],
      introduction: p['serviceCentres.searchCost'][0],
      register: p['demandDatabase.searchCost'][0],
      app: p['enterpriseApp.searchCost'][0],
      platform: p['matchingPlatform.searchCost'][0],
      pool: p['cultivationPool.searchCost'][0],
    },
  };
}

/** What has reached one owner; overwritten for each. */
export interface Reached {
  /** Put on the first-loan list, or visited by officials. */
  contacted: boolean;
  visited: boolean;
  /** Sees all offers side by side. */
  matched: boolean;
  /** Sees its own standing in the app. */
  informed: boolean;
  /** Was told by somebody who knows that it may hope for what its peers get. */
  encouraged: boolean;
  /** Need not travel: the office or the platform comes to it. */
  near: boolean;
  /** Part of the application cost that is left. */
  cost: number;
}

export const nobody = (): Reached => ({
  contacted: false,
  visited: false,
  matched: false,
  informed: false,
  encouraged: false,
  near: false,
  cost: 1,
});

const drawn = (one: Channel | null, cell: number, id: number): boolean =>
  one !== null && uniform(one.key.k0, one.key.k1, id) < one.share[cell];

/**
 * Whom it reaches: novices on the list, enterprises without a loan by visits, park tenants and county enterprises by
 * their offices, the registered, the app's users, members of the platform and of the cultivation pool. Of the people who
 * help with an application only the most helpful counts; what an app or a platform saves comes on top. `visits` is false
 * for one that officials would call on, did a model not advise against it.
 */
export function reach(
  o: Outreach,
  i: number,
  borrows: boolean,
  caller: number,
  found: Reached,
  visits = true,
): void {
  const { enterprises: e, atlas } = o.world;
  const c = e.cell[i];
  const id = e.id[i];
  const traits = e.traits[i];
  found.contacted = !borrows && e.vintage[i] === 0 && drawn(o.contacts, c, id);
  found.visited = visits && !borrows && drawn(o.visits, c, id);
  found.matched = drawn(o.platform, c, id);
  found.informed = drawn(o.app, c, id);
  const tenant =
    o.parks !== null &&
    (traits & TRAIT.park) !== 0 &&
    pairUniform(o.linkKey.k0, o.linkKey.k1, id, PARKS) < o.parks[c];
  const introduced = tenant || (atlas.setting[c] > 0 && drawn(o.centres, c, id));
  const registered = drawn(o.register, c, id);
  const nominated = o.pool && inPool(o.world, i);
  found.encouraged = found.contacted || found.visited || introduced || nominated || caller !== CALLER.none;
  found.near = registered || found.matched;
  let cost = found.contacted ? o.contactCost[c] : 1;
  if (found.visited && o.cost.visit < cost) cost = o.cost.visit;
  if (introduced && o.cost.introduction < cost) cost = o.cost.introduction;
  if (registered && o.cost.register < cost) cost = o.cost.register;
  if (nominated && o.cost.pool < cost) cost = o.cost.pool;
  if (found.informed) cost *= o.cost.app;
  if (found.matched) cost *= o.cost.platform;
  found.cost = cost * travelCost(o.outlets, c, caller);
}
