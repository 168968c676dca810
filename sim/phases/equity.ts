/** Direct finance: investors put money into the enterprises they think best. */
import { STATUS } from '../agents/enterprises.ts';
import { normalQuantile, roundYuan } from '../arithmetic.ts';
import { leverInUse } from '../conditions.ts';
import { correlation, observed } from '../decisions/signal.ts';
import { FLOW, post } from '../ledger.ts';
import { drawKey, normal, STREAMS, uniform } from '../random.ts';
import type { World } from '../world.ts';
import type { Span } from './phase.ts';

/** Smallest size class whose accounts an investor can audit: small. */
const AUDITED_SIZE = 2;

/**
 * Each month a twelfth of the enterprises large enough is seen by an investor, who reads quality as s = r q + sqrt(1 -
 * r^2) noise and takes those above the (1 - flow) quantile: `flow` of them in a year, the better ones as far as it can
 * tell. What is invested buys working capital that nobody has to repay.
 */
export function raiseEquity(world: World, { from, to, tally }: Span): void {
  const flow = leverInUse(world, 'directEquity.flow');
  if (flow === null) return;
  const { enterprises: e, atlas, input } = world;
  const p = input.province.parameters;
  const r = correlation(p['directEquity.precision'][0]);
  const bar = flow.map((share, cell) =>
    share > 0 && atlas.size[cell] >= AUDITED_SIZE ? normalQuantile(1 - share) : Number.POSITIVE_INFINITY,
  );
  const seen = drawKey(input.seed, STREAMS.equity, world.month + 1);
  const read = drawKey(input.seed, STREAMS.equitySignal, -1);
  for (let i = from; i < to; i++) {
    const cell = e.cell[i];
    if (bar[cell] === Number.POSITIVE_INFINITY || e.status[i] !== STATUS.active) continue;
    if (uniform(seen.k0, seen.k1, e.id[i]) >= 1 / 12) continue;
    if (observed(e.quality[i], r, normal(read.k0, read.k1, e.id[i])) < bar[cell]) continue;
    const invested = roundYuan(p['directEquity.months'][0] * e.scale[i]);
    post(tally, FLOW.equityInvested, invested);
    post(tally, FLOW.workingCapitalBought, invested);
    e.capital[i] += invested;
  }
}
