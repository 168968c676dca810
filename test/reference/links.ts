/** Direct links that bring sources to lenders beside the platform. */
import { SECTORS, type Sector } from '../../sim/input.ts';
import { forEnterprise } from './conditions.ts';
import type { Enterprise } from './enterprise.ts';
import type { Lever } from './levers.ts';
import { pairUniformDraw } from './luck.ts';
import { leaves, type Source, traceShare } from './sources.ts';
import type { SlowWorld } from './world.ts';

interface Link {
  readonly lever: Lever;
  readonly carries: readonly Source[];
  readonly sectors?: readonly Sector[];
  /** Whether the link makes the trace as well. */
  readonly makes: boolean;
}

/** In the order of their draws. */
const LINKS: readonly Link[] = [
  {
    lever: 'ecommerceData.coverage',
    carries: ['orders', 'payments'],
    sectors: ['agriculture', 'trade', 'hospitality-tourism'],
    makes: true,
  },
];

/** Sources that links bring for an enterprise. */
export function linkedSources(world: SlowWorld, e: Enterprise): Source[] {
  return LINKS.flatMap((link, k) => {
    if (link.sectors && !link.sectors.includes(SECTORS[e.cell.sector])) return [];
    if (pairUniformDraw(world, 'sourceLink', -1, e.id, k) >= forEnterprise(world, link.lever, e)) return [];
    return link.carries.filter(
      (source) => link.makes || leaves(world, e.id, source, traceShare(world, e.cell, source)),
    );
  });
}
