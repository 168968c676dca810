/** Direct links that bring sources to lenders beside the platform. */
import { SECTORS, SETTINGS, type Sector, type Setting } from '../../sim/input.ts';
import type { Enterprise } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import type { Lever } from './levers.ts';
import { pairUniformDraw, uniformDraw } from './luck.ts';
import { leaves, type Source, traceShare } from './sources.ts';
import type { SlowWorld } from './world.ts';

interface Link {
  readonly lever: Lever;
  readonly carries: readonly Source[];
  readonly sectors?: readonly Sector[];
  readonly settings?: readonly Setting[];
  /** Whom it concerns beside sector and place. */
  readonly only?: (e: Enterprise) => boolean;
  /** Whom it serves this month. */
  readonly serves?: (world: SlowWorld, e: Enterprise) => boolean;
  /** Whether the link makes the trace as well. */
  readonly makes?: true;
}

const COMMERCE: readonly Sector[] = ['agriculture', 'trade', 'hospitality-tourism'];

/** In the order of their draws. */
const LINKS: readonly Link[] = [
  { lever: 'ecommerceData.coverage', carries: ['orders', 'payments'], sectors: COMMERCE, makes: true },
  { lever: 'bankTax.coverage', carries: ['tax', 'invoices'], serves: isServed },
  { lever: 'employmentData.coverage', carries: ['socialSecurity'] },
  { lever: 'remoteSensing.coverage', carries: ['satellite'], sectors: ['agriculture'] },
  {
    lever: 'ruralLogistics.stations',
    carries: ['orders', 'logistics', 'payments'],
    sectors: [...COMMERCE, 'transport'],
    settings: ['county', 'township'],
    makes: true,
  },
  {
    lever: 'supplyChainData.coverage',
    carries: ['orders', 'logistics'],
    only: (e) => e.supplier,
    makes: true,
  },
  {
    lever: 'serviceCentres.parks',
    carries: ['electricity', 'water', 'machineHours'],
    only: (e) => e.segments.has('park'),
  },
];

/** Whether the link serves an enterprise: one with an A, which takes years in business, or of the part of the others that is let in. */
function isServed(world: SlowWorld, e: Enterprise): boolean {
  const old = world.month - e.founded >= world.p['bankTax.ratedMonths'][0];
  const rated = old ? world.p['bankTax.rated'][e.cell.size] : 0;
  const others = forEnterprise(world, 'bankTax.unrated', e);
  return others === 1 || uniformDraw(world, 'taxRating', -1, e.id) < rated + (1 - rated) * others;
}

function isOn(world: SlowWorld, e: Enterprise, link: Link): boolean {
  const { sectors, settings, only, serves, lever } = link;
  if (sectors && !sectors.includes(SECTORS[e.cell.sector])) return false;
  if (settings && !settings.includes(SETTINGS[e.cell.setting])) return false;
  if (only && !only(e)) return false;
  if (serves && !serves(world, e)) return false;
  return pairUniformDraw(world, 'sourceLink', -1, e.id, LINKS.indexOf(link)) < forEnterprise(world, lever, e);
}

/** Whether a lever's link reaches an enterprise. */
export const isLinked = (world: SlowWorld, e: Enterprise, lever: Lever): boolean =>
  LINKS.some((link) => link.lever === lever && isOn(world, e, link));

/** Sources that links bring for an enterprise. */
export const linkedSources = (world: SlowWorld, e: Enterprise): Source[] =>
  LINKS.filter((link) => isOn(world, e, link)).flatMap(({ carries, makes }) =>
    carries.filter((source) => makes || leaves(world, e.id, source, traceShare(world, e.cell, source))),
  );
