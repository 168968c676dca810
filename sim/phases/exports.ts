/** Foreign buyers that fail: exporters lose what they shipped, and an insured one is paid part of it. */

import { STATUS, TRAIT } from '../agents/enterprises.ts';
import { roundYuan } from '../arithmetic.ts';
import { isUsed, lever } from '../conditions.ts';
import { BACKER } from '../contracts/backing.ts';
import { FLOW, post } from '../ledger.ts';
import type { World } from '../world.ts';
import type { Span } from './phase.ts';

/**
 * In a month in which buyers fail: lost = months of receivables x normal sales of everyone who lives on exports;
 * paid = insured share x lost where a policy is pledged with a lender.
 */
export function bearBuyers(world: World, { from, to, tally }: Span): void {
  const { effects, enterprises: e, loans, second } = world;
  if (!isUsed(effects.exportLoss)) return;
  const share = lever(world, 'exportCreditInsurance.share');
  for (let i = from; i < to; i++) {
    const cell = e.cell[i];
    if (
      e.status[i] !== STATUS.active ||
      effects.exportLoss[cell] === 0 ||
      (e.traits[i] & TRAIT.exporter) === 0
    )
      continue;
    const lost = roundYuan(e.scale[i] * effects.exportLoss[cell]);
    e.cash[i] -= lost;
    post(tally, FLOW.damage, lost);
    const insured =
      loans.backer[i] === BACKER.exportInsurance || loans.backer[second[i]] === BACKER.exportInsurance;
    if (!insured) continue;
    const paid = roundYuan(lost * share[cell]);
    e.cash[i] += paid;
    post(tally, FLOW.exportPayout, paid);
  }
}
