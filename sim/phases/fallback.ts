/** Where no formal loan came, some owners find a private lender: dear, quick, small. */
import { STATUS, TRAIT } from '../agents/enterprises.ts';
import { FLOW, PREFECTURE_ENTRY, postPrefecture } from '../ledger.ts';
import { capOf, lendsUnder } from '../private-market.ts';
import type { World } from '../world.ts';
import type { Span } from './phase.ts';

export function borrowPrivately(world: World, { from, to, tally }: Span): void {
  const { enterprises: e, atlas, input } = world;
  const cap = capOf(world);
  const p = input.province.parameters;
  const limitMonths = p['private.limitMonths'][0];
  const trigger = p['private.trigger'][0];
  const payables = p['trade.payablesMonths'][0];
  const { status, cash, scale, traits } = e;
  for (let i = from; i < to; i++) {
    if (cash[i] >= 0 || status[i] !== STATUS.active || (traits[i] & TRAIT.privateReach) === 0) continue;
    const short = -cash[i] - trigger * payables * scale[i];
    if (short <= 0 || e.privateArrears[i] > 0) continue;
    const room = limitMonths * e.scale[i] - e.privateDebt[i];
    const amount = Math.floor(Math.min(room, short + (trigger + 0.25) * payables * e.scale[i]));
    if (amount < 1000 || !lendsUnder(cap, i, amount)) continue;
    e.cash[i] += amount;
    e.privateDebt[i] += amount;
    postPrefecture(
      tally,
      FLOW.privateLent,
      atlas.prefecture[e.cell[i]],
      PREFECTURE_ENTRY.privateLent,
      amount,
    );
  }
}
