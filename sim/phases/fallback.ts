/** Where no formal loan came, some owners find a private lender: dear, quick, small. */
import { STATUS, TRAIT } from '../agents/enterprises.ts';
import { askedPrivately, lendPrivately, openPrivateMarket, privateRoom, REFUSED } from '../private-market.ts';
import type { World } from '../world.ts';
import type { Span } from './phase.ts';

export function borrowPrivately(world: World, { from, to, tally }: Span): void {
  const { enterprises: e, input } = world;
  const market = openPrivateMarket(world);
  const p = input.province.parameters;
  const trigger = p['private.trigger'][0];
  const payables = p['trade.payablesMonths'][0];
  const { status, cash, scale, traits } = e;
  for (let i = from; i < to; i++) {
    if (cash[i] >= 0 || status[i] !== STATUS.active || (traits[i] & TRAIT.privateReach) === 0) continue;
    const short = -cash[i] - trigger * payables * scale[i];
    if (short <= 0) continue;
    const asked = short + (trigger + 0.25) * payables * scale[i];
    const amount = Math.floor(Math.min(privateRoom(world, i), asked));
    const rate = askedPrivately(market, i, amount);
    if (rate !== REFUSED) lendPrivately(market, tally, i, amount, rate);
  }
}
