import { DATA, EVENT, STATUS } from '../agents/enterprises.ts';
import { roundYuan } from '../arithmetic.ts';
import { isMoved, lever } from '../conditions.ts';
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
import { dataOf } from '../traces.ts';
import { chargeBudgets, payableParts, refillBudgets, spend } from '../treasury.ts';
import type { World } from '../world.ts';
import { fillFunds } from './backing.ts';
import { compensate } from './compensate.ts';
import { supportGreen } from './green-support.ts';
import type { Phase, Span } from './phase.ts';

/** Interest subsidy on loans in good order, for whom it is worth claiming and who shows enough tax years. */
function subsidise(world: World, { from, to, tally }: Span): void {
  const { enterprises: e, loans, atlas, now, input, second: secondOf } = world;
  const points = lever(world, 'interestSubsidy.points');
  const payable = payableParts(world);
  const paperDays = input.province.parameters['smartSubsidy.paperDays'][0];
  const automaticDays = input.province.parameters['smartSubsidy.automaticDays'][0];
  const delayKey = drawKey(input.seed, STREAMS.subsidyDelay, -1);
  const { treasury } = world.effects;
  const taxYears = lever(world, 'interestSubsidy.taxYears');
  const claimCost = input.province.parameters['interestSubsidy.claimCost'][0];
  const takeUp = input.province.parameters['interestSubsidy.takeUp'][0];
  const maxLine = input.province.parameters['interestSubsidy.maxLine'][0];
  const automatic = lever(world, 'smartSubsidy.automatic');
  const automaticKey = drawKey(input.seed, STREAMS.smartSubsidy, -1);
  const adoption = lever(world, 'enterpriseApp.adoption');
  const appKey = drawKey(input.seed, STREAMS.appAdoption, -1);
  const takeUpKey = drawKey(input.seed, STREAMS.subsidyTakeUp, -1);
  const month = world.month + 1;
  const { lender, arrears, principal, origin } = loans;
  if (!isMoved(points, 0)) return;
  for (let i = from; i < to; i++) {
    const other = secondOf[i];
    if ((lender[i] & lender[other]) === NO_LENDER) continue;
    const c = e.cell[i];
    if (points[c] === 0) continue;
    const first = lender[i] !== NO_LENDER && arrears[i] === 0;
    const second = lender[other] !== NO_LENDER && arrears[other] === 0;
    if (!first && !second) continue;
    const found =
      automatic[c] > 0 &&
      dataOf(world, i) !== DATA.none &&
      uniform(automaticKey.k0, automaticKey.k1, e.id[i]) < automatic[c];
    if (!found && uniform(takeUpKey.k0, takeUpKey.k1, e.id[i]) >= takeUp) continue;
    if (e.status[i] !== STATUS.active || month - e.founded[i] < 12 * taxYears[c]) continue;
    const debt = (first ? principal[i] : 0) + (second ? principal[other] : 0);
    const days = found ? automaticDays : paperDays;
    const delay = delayMonths(days, uniform(delayKey.k0, delayKey.k1, e.id[i]));
    const due =
      (first ? principal[i] * monthsDue(month - origin[i], delay) : 0) +
      (second ? principal[other] * monthsDue(month - origin[other], delay) : 0);
    const easy = found || (adoption[c] > 0 && uniform(appKey.k0, appKey.k1, e.id[i]) < adoption[c]);
    if (debt * points[c] <= (easy ? 0 : claimCost) || debt > maxLine) continue;
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
