import { EVENT, STATUS } from '../agents/enterprises.ts';
import { roundYuan } from '../arithmetic.ts';
import { claims, isFound, openClaiming } from '../claiming.ts';
import { lever } from '../conditions.ts';
import { NO_LENDER } from '../contracts/loans.ts';
import { delayMonths } from '../decisions/delay.ts';
import { monthsDue } from '../decisions/subsidy.ts';
import { holdInCommon } from '../guarantors.ts';
import {
  FLOW,
  GUARANTOR_ENTRIES,
  GUARANTOR_ENTRY,
  PREFECTURE_ENTRIES,
  PREFECTURE_ENTRY,
  post,
  postPrefecture,
} from '../ledger.ts';
import { drawKey, STREAMS, uniform } from '../random.ts';
import { chargeBudgets, payableParts, refillBudgets, spend } from '../treasury.ts';
import type { World } from '../world.ts';
import { fillFunds } from './backing.ts';
import { compensate } from './compensate.ts';
import { supportGreen } from './green-support.ts';
import type { Phase, Span } from './phase.ts';

/** Interest subsidy on loans in good order, for whom it is worth claiming and who shows enough tax years. */
function subsidise(world: World, { from, to, tally }: Span): void {
  const { enterprises: e, loans, atlas, now, input, second: secondOf } = world;
  const claiming = openClaiming(world);
  if (!claiming.paying) return;
  const { points, month } = claiming;
  const payable = payableParts(world);
  const paperDays = input.province.parameters['smartSubsidy.paperDays'][0];
  const automaticDays = input.province.parameters['smartSubsidy.automaticDays'][0];
  const delayKey = drawKey(input.seed, STREAMS.subsidyDelay, -1);
  const { treasury } = world.effects;
  const { lender, arrears, principal, origin } = loans;
  for (let i = from; i < to; i++) {
    const other = secondOf[i];
    if ((lender[i] & lender[other]) === NO_LENDER) continue;
    const c = e.cell[i];
    if (points[c] === 0 || e.status[i] !== STATUS.active) continue;
    const first = lender[i] !== NO_LENDER && arrears[i] === 0;
    const second = lender[other] !== NO_LENDER && arrears[other] === 0;
    if (!first && !second) continue;
    const debt = (first ? principal[i] : 0) + (second ? principal[other] : 0);
    const found = isFound(claiming, i);
    if (!claims(claiming, i, debt, found)) continue;
    const delay = delayMonths(found ? automaticDays : paperDays, uniform(delayKey.k0, delayKey.k1, e.id[i]));
    const due =
      (first ? principal[i] * monthsDue(month - origin[i], delay) : 0) +
      (second ? principal[other] * monthsDue(month - origin[other], delay) : 0);
    const place = atlas.prefecture[c];
    const claimed = roundYuan((due * points[c]) / 12);
    tally.prefectures[place * PREFECTURE_ENTRIES.length + PREFECTURE_ENTRY.subsidyClaimed] += claimed;
    const paid = Math.floor(claimed * payable[place] * treasury[place]);
    if (paid === 0) continue;
    e.cash[i] += paid;
    now.subsidy[i] = paid;
    now.events[i] |= EVENT.subsidised;
    postPrefecture(tally, FLOW.interestSubsidy, atlas.prefecture[c], PREFECTURE_ENTRY.subsidy, paid);
  }
}

/** Claims, compensation and fresh capital of guarantors; what treasuries spent on subsidies. */
function payInstitutions(world: World): void {
  compensate(world);
  fillFunds(world);
  holdInCommon(world);
  const { guarantors, open, shape } = world;
  const injection = lever(world, 'guaranteeCapital.injection');
  for (let g = 0; g < shape.guarantors; g++) {
    const place = Math.max(0, guarantors.prefecture[g]);
    const capital = roundYuan((Math.max(0, guarantors.netAssets[g]) * injection[place]) / 12);
    guarantors.cash[g] += capital;
    guarantors.paidIn[g] += capital;
    post(open, FLOW.capitalInjection, capital);
    open.guarantors[g * GUARANTOR_ENTRIES.length + GUARANTOR_ENTRY.injected] += capital;
    spend(world, place, capital);
  }
  for (let k = 0; k < shape.prefectures; k++) spend(world, k, subsidyOf(world, k));
  chargeBudgets(world);
}

const subsidyOf = (world: World, k: number): number =>
  world.open.prefectures[
    k * (world.open.prefectures.length / world.shape.prefectures) + PREFECTURE_ENTRY.subsidy
  ];

export const support: Phase = {
  name: 'support',
  does: {
    en: 'Treasuries pay interest subsidies and part of the compensation they owe guarantors; the rest is owed on.',
    zh: '财政支付贷款贴息，并支付应付担保机构补偿的一部分，其余形成欠付。',
  },
  steps: [
    { over: 'institutions', run: refillBudgets },
    { over: 'enterprises', run: subsidise },
    { over: 'enterprises', run: supportGreen },
    { over: 'institutions', readsSums: true, run: payInstitutions },
  ],
};
