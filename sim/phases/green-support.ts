/** Cheap funds for loans to low emitters, and the part of their interest the treasury pays. */
import { EVENT, STATUS } from '../agents/enterprises.ts';
import { roundYuan } from '../arithmetic.ts';
import { NO_LENDER } from '../contracts/loans.ts';
import { greenPoints, greenSubsidy, openGreen } from '../green.ts';
import {
  FLOW,
  LENDER_ENTRY,
  PREFECTURE_ENTRIES,
  PREFECTURE_ENTRY,
  postLender,
  postPrefecture,
} from '../ledger.ts';
import { payableParts } from '../treasury.ts';
import type { World } from '../world.ts';
import type { Span } from './phase.ts';

/**
 * On loans in good order the facility pays lenders principal x points / 12, and the treasury borrowers principal x
 * subsidy / 12, as far as the money reaches from which it pays all interest subsidies.
 */
export function supportGreen(world: World, { from, to, tally }: Span): void {
  const green = openGreen(world);
  if (green === null) return;
  const { enterprises: e, loans, atlas, now, second, effects } = world;
  const payable = payableParts(world);
  for (let i = from; i < to; i++) {
    if (e.status[i] !== STATUS.active) continue;
    const [points, subsidy] = [greenPoints(green, i), greenSubsidy(green, i)];
    if (points === 0 && subsidy === 0) continue;
    const place = atlas.prefecture[e.cell[i]];
    for (const row of [i, second[i]]) {
      if (loans.lender[row] === NO_LENDER || loans.arrears[row] > 0) continue;
      const saved = roundYuan((loans.principal[row] * points) / 12);
      postLender(tally, FLOW.greenFacility, loans.lender[row], LENDER_ENTRY.feeEarned, saved);
      const claimed = roundYuan((loans.principal[row] * subsidy) / 12);
      tally.prefectures[place * PREFECTURE_ENTRIES.length + PREFECTURE_ENTRY.subsidyClaimed] += claimed;
      const paid = Math.floor(claimed * payable[place] * effects.treasury[place]);
      if (paid === 0) continue;
      e.cash[i] += paid;
      now.subsidy[i] = ((now.events[i] & EVENT.subsidised) !== 0 ? now.subsidy[i] : 0) + paid;
      now.events[i] |= EVENT.subsidised;
      postPrefecture(tally, FLOW.interestSubsidy, place, PREFECTURE_ENTRY.subsidy, paid);
    }
  }
}
