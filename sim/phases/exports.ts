/** Foreign buyers that fail: exporters lose what they shipped, and an insured one is paid part of it. */

import { STATUS, TRAIT } from '../agents/enterprises.ts';
import { roundYuan, shareOf } from '../arithmetic.ts';
import { isUsed, lever } from '../conditions.ts';
import { BACKER } from '../contracts/backing.ts';
import { CALL, FLOW, post } from '../ledger.ts';
import type { World } from '../world.ts';
import type { Span } from './phase.ts';

/** What exporters lose in a month in which buyers fail, and the part that insurers bear. */
export interface Buyers {
  readonly world: World;
  readonly share: Float64Array;
}

/** Null in a month in which no buyers fail. */
export const failingBuyers = (world: World): Buyers | null =>
  isUsed(world.effects.exportLoss) ? { world, share: lever(world, 'exportCreditInsurance.share') } : null;

/** Lost = months of receivables x normal sales of everyone who lives on exports. */
function lostTo({ world }: Buyers, i: number, normalSales: number): number {
  const { effects, enterprises: e } = world;
  return (e.traits[i] & TRAIT.exporter) === 0 ? 0 : roundYuan(normalSales * effects.exportLoss[e.cell[i]]);
}

/** Claim = insured share x lost where a policy is pledged with a lender. */
export function exportClaim(buyers: Buyers, i: number, normalSales: number): number {
  const { world, share } = buyers;
  const { loans, second, enterprises } = world;
  const insured =
    loans.backer[i] === BACKER.exportInsurance || loans.backer[second[i]] === BACKER.exportInsurance;
  return insured ? roundYuan(lostTo(buyers, i, normalSales) * share[enterprises.cell[i]]) : 0;
}

/** Exporters bear the loss, and insurers pay claims as far as their money goes; the rest stays with the enterprise. */
export function bearBuyers(world: World, { from, to, tally }: Span): void {
  const buyers = failingBuyers(world);
  if (buyers === null) return;
  const { enterprises: e, callMeans } = world;
  for (let i = from; i < to; i++) {
    if (e.status[i] !== STATUS.active) continue;
    const lost = lostTo(buyers, i, e.scale[i]);
    const paid = shareOf(exportClaim(buyers, i, e.scale[i]), callMeans[CALL.interruption]);
    e.cash[i] += paid - lost;
    post(tally, FLOW.damage, lost);
    post(tally, FLOW.exportPayout, paid);
  }
}
