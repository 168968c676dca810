/** What reaches an owner before the question whether to ask: contacts, visits, introductions, lists, apps, platforms. */
import { normalQuantile } from '../../sim/arithmetic.ts';
import { SETTINGS } from '../../sim/input.ts';
import { borrows, type Enterprise } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import type { Lever } from './levers.ts';
import { isLinked } from './links.ts';
import { normalDraw, uniformDraw } from './luck.ts';
import { callerOn, travelCost } from './outlets.ts';
import type { SlowWorld } from './world.ts';

export interface Reached {
  readonly contacted: boolean;
  readonly visited: boolean;
  /** Sees all offers side by side; sees its own standing in the app. */
  readonly matched: boolean;
  readonly informed: boolean;
  /** Was told that it may hope for what its peers get. */
  readonly encouraged: boolean;
  /** Need not travel. */
  readonly near: boolean;
  /** Part of the application cost that is left. */
  readonly cost: number;
}

/** Whether an enterprise is in the share of its cell that a channel reaches in a year, or for life (-1). */
const isIn = (
  world: SlowWorld,
  e: Enterprise,
  lever: Lever,
  stream: Parameters<typeof uniformDraw>[1],
  year: number,
): boolean => uniformDraw(world, stream, year, e.id) < forEnterprise(world, lever, e);

/** Everything and everybody that reaches one owner this month; officials only where no model has advised against it. */
export function reachedBy(world: SlowWorld, e: Enterprise, advised = true): Reached {
  const { p } = world;
  const year = Math.floor(world.month / 12);
  const contacted =
    !borrows(e) && e.vintage === 0 && isIn(world, e, 'firstLoanList.contacts', 'contact', year);
  const visited = advised && !borrows(e) && isIn(world, e, 'coordinationMechanism.visits', 'visit', year);
  const matched = isIn(world, e, 'matchingPlatform.connected', 'matching', -1);
  const informed = isIn(world, e, 'enterpriseApp.adoption', 'appAdoption', -1);
  const registered = isIn(world, e, 'demandDatabase.registered', 'demandRegister', year);
  const introduced = isIntroduced(world, e, year);
  const nominated = isNominated(world, e);
  const helpers = [
    1,
    ...(contacted ? [forEnterprise(world, 'firstLoanList.searchCost', e)] : []),
    ...(visited ? [p['coordinationMechanism.searchCost'][0]] : []),
    ...(introduced ? [p['serviceCentres.searchCost'][0]] : []),
    ...(registered ? [p['demandDatabase.searchCost'][0]] : []),
    ...(nominated ? [p['cultivationPool.searchCost'][0]] : []),
  ];
  return {
    contacted,
    visited,
    matched,
    informed,
    encouraged: contacted || visited || introduced || nominated || callerOn(world, e) !== null,
    near: registered || matched,
    cost:
      Math.min(...helpers) *
      (informed ? p['enterpriseApp.searchCost'][0] : 1) *
      (matched ? p['matchingPlatform.searchCost'][0] : 1) *
      travelCost(world, e),
  };
}

/** Park tenants by their operator, enterprises outside the cities by a service centre. */
const isIntroduced = (world: SlowWorld, e: Enterprise, year: number): boolean =>
  isLinked(world, e, 'serviceCentres.parks') ||
  (SETTINGS[e.cell.setting] !== 'urban' && isIn(world, e, 'serviceCentres.centres', 'introduction', year));

/** Whether the market regulator, with its own noisy view of quality, counts it among the best share of its cell. */
export function isNominated(world: SlowWorld, e: Enterprise): boolean {
  const share = forEnterprise(world, 'cultivationPool.members', e);
  if (share === 0) return false;
  const accuracy = world.p['cultivationPool.accuracy'][0];
  const error = Math.sqrt(1 - accuracy * accuracy) * normalDraw(world, 'cultivation', -1, e.id);
  return accuracy * e.quality + error > normalQuantile(share < 1 ? 1 - share : 1e-12);
}
