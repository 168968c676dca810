import { EVENT, STATUS } from '../agents/enterprises.ts';
import { exp } from '../arithmetic.ts';
import { bear, ENTRANTS, entrantId, entrantOf, startBelief } from '../birth.ts';
import { lever } from '../conditions.ts';
import { changePrincipal, closeLoan } from '../contracts/lending.ts';
import { NO_LENDER } from '../contracts/loans.ts';
import {
  BLOCK_ENTRIES,
  BLOCK_ENTRY,
  FLOW,
  LENDER_ENTRY,
  PREFECTURE_ENTRIES,
  PREFECTURE_ENTRY,
  post,
  postLender,
  postPrefecture,
  type Tally,
} from '../ledger.ts';
import { countFrom, drawKey, STREAMS, uniform } from '../random.ts';
import { whileLeversStand } from '../standing.ts';
import { type Atlas, BLOCK_CELLS, cellInBlock, HEADER, type World } from '../world.ts';
import type { Phase, Span } from './phase.ts';

/** Oldest age told apart, months. */
const OLDEST = 120;

/** Monthly chance of closing for reasons outside the model, by age in months; highest around the third year. */
const residualHazards = whileLeversStand(({ input }): Float64Array => {
  const p = input.province.parameters;
  return Float64Array.from({ length: OLDEST + 1 }, (_, months) => {
    const distance = (months / 12 - 2.5) / 2;
    return (p['turnover.exitByAge'][0] + p['turnover.exitYoung'][0] * exp(-distance * distance)) / 12;
  });
});

function leave(world: World, { from, to, tally }: Span): void {
  const { enterprises: e, loans, second, input } = world;
  const p = input.province.parameters;
  const month = world.month + 1;
  const payables = p['trade.payablesMonths'][0];
  const patience = p['turnover.distressMonths'][0];
  const hazards = residualHazards(world);
  const repairMonths = lever(world, 'creditRepair.months');
  const { status, cash, scale, distress, founded, id, bad } = e;
  const key = drawKey(input.seed, STREAMS.residualExit, month);
  for (let i = from; i < to; i++) {
    if (status[i] === STATUS.empty) continue;
    if (status[i] === STATUS.closed) status[i] = STATUS.empty;
    if (status[i] === STATUS.estate && loans.lender[i] === NO_LENDER && loans.lender[second[i]] === NO_LENDER)
      status[i] = STATUS.empty;
    if (status[i] !== STATUS.active) continue;
    if (bad[i] > 0) repairRecord(world, i, repairMonths[e.cell[i]]);
    distress[i] = cash[i] < -0.95 * payables * scale[i] ? distress[i] + 1 : 0;
    const age = month - founded[i];
    const hazard = hazards[age < OLDEST ? age : OLDEST];
    if (distress[i] >= patience || uniform(key.k0, key.k1, id[i]) < hazard) closeEnterprise(world, tally, i);
  }
}

/** A bad record grows older and is cleared when its time has come; the owner hopes like one who never asked. */
function repairRecord(world: World, i: number, months: number): void {
  const { bad, belief, cell, id } = world.enterprises;
  if (bad[i] > months) {
    bad[i] = 0;
    belief[i] = startBelief(world, cell[i], id[i]);
  } else if (bad[i] < 255) bad[i]++;
}

/** Working capital is sold, loans are paid as far as it goes, the rest is an estate or a loss. */
export function closeEnterprise(world: World, tally: Tally, i: number): void {
  const { enterprises: e, loans, second, atlas, now, input } = world;
  const prefecture = atlas.prefecture[e.cell[i]];
  const proceeds = Math.floor(e.capital[i] * (1 - input.province.parameters['apply.haircut'][0]));
  e.capital[i] = 0;
  e.cash[i] += proceeds;
  post(tally, FLOW.workingCapitalSold, proceeds);
  for (const row of [i, second[i]]) if (loans.lender[row] !== NO_LENDER) payFromEstate(world, tally, i, row);
  const privatePaid = Math.min(e.privateDebt[i], Math.max(0, e.cash[i]));
  e.cash[i] -= privatePaid;
  postPrefecture(tally, FLOW.privateRepaid, prefecture, PREFECTURE_ENTRY.privateRepaid, privatePaid);
  tally.prefectures[prefecture * PREFECTURE_ENTRIES.length + PREFECTURE_ENTRY.privateLost] +=
    e.privateDebt[i] - privatePaid;
  e.privateDebt[i] = 0;
  if (e.cash[i] < 0) {
    post(tally, FLOW.unpaidPayables, -e.cash[i]);
    tally.blocks[atlas.block[e.cell[i]] * BLOCK_ENTRIES.length + BLOCK_ENTRY.unpaid] += -e.cash[i];
  } else post(tally, FLOW.estateToOwner, e.cash[i]);
  e.cash[i] = 0;
  const owes = loans.lender[i] !== NO_LENDER || loans.lender[second[i]] !== NO_LENDER;
  e.status[i] = owes ? STATUS.estate : STATUS.closed;
  now.events[i] |= EVENT.exited;
}

function payFromEstate(world: World, tally: Tally, i: number, row: number): void {
  const { enterprises: e, loans } = world;
  const paid = Math.min(loans.principal[row], Math.max(0, e.cash[i]));
  e.cash[i] -= paid;
  postLender(tally, FLOW.repaid, loans.lender[row], LENDER_ENTRY.repaid, paid);
  changePrincipal(world, tally, row, loans.principal[row] - paid);
  if (loans.principal[row] === 0) closeLoan(world, tally, row);
}

/** Entrants come by sector and prefecture, at a pace set by the starting stock and demand, into whatever slots are free. */
function enter(world: World): void {
  const { input, shape, blocks, header, province, atlas, enterprises } = world;
  const p = input.province.parameters;
  const month = world.month + 1;
  const { k0, k1 } = drawKey(input.seed, STREAMS.entryCount, month);
  const pace =
    ((p['turnover.entry'][0] / 12) * exp((p['turnover.stockGrowth'][0] * month) / 12)) / input.scale;
  let slot = -1;
  for (let block = 0; block < shape.blocks; block++) {
    const mean = pace * stockOf(atlas, block) * Math.max(0, 1 + blocks.demand[block]);
    const count = Math.min(MOST_ENTRANTS, countFrom(uniform(k0, k1, block), mean));
    province.born[month * shape.blocks + block] = count;
    for (let ordinal = 0; ordinal < count; ordinal++) {
      slot = freeSlot(world, slot + 1);
      if (slot < 0)
        throw new Error(`world is full: ${shape.capacity} slots, ${count} entrants in month ${month}`);
      enterprises.status[slot] = STATUS.founded;
      enterprises.id[slot] = entrantId(month, block, ordinal);
    }
  }
  header[HEADER.used] = Math.max(world.used, slot + 1);
}

/** Founding is work for all threads: each slot that has been given away is filled with its enterprise. */
function begin(world: World, { from, to, tally }: Span): void {
  const { enterprises, now, input, atlas } = world;
  const { status, id, cash } = enterprises;
  const month = world.month + 1;
  const start = input.province.parameters['turnover.startCashMonths'][0];
  const { k0, k1 } = drawKey(input.seed, STREAMS.entrantTraits, -1);
  for (let i = from; i < to; i++) {
    if (status[i] !== STATUS.founded) continue;
    const { block } = entrantOf(id[i]);
    const cell = cellAt(atlas, block, uniform(k0, k1, id[i]) * stockOf(atlas, block));
    bear(world, i, id[i], cell, month, start);
    now.events[i] = EVENT.entered;
    post(tally, FLOW.startCapital, cash[i]);
  }
}

/** Most entrants of a block in a month: what an id has room for. */
const MOST_ENTRANTS = ENTRANTS - 1;

/** The first empty slot from `from` on; -1 when there is none. */
function freeSlot({ enterprises, shape }: World, from: number): number {
  const { status } = enterprises;
  for (let slot = from; slot < shape.capacity; slot++) if (status[slot] === STATUS.empty) return slot;
  return -1;
}

/** Starting population of a block. */
const stockOf = ({ stockBelow }: Atlas, block: number): number => stockBelow[(block + 1) * BLOCK_CELLS - 1];

/** The cell of a block in which the running sum of its starting population reaches `pick`. */
function cellAt({ stockBelow }: Atlas, block: number, pick: number): number {
  const first = block * BLOCK_CELLS;
  let k = 0;
  while (k < BLOCK_CELLS - 1 && pick > stockBelow[first + k]) k++;
  return cellInBlock(block, k);
}

export const turnover: Phase = {
  name: 'turnover',
  does: {
    en: 'Enterprises without means close, others close for reasons of their own, and new ones begin without a history.',
    zh: '资金耗尽的企业关闭，部分企业因自身原因退出，新企业在没有信用历史的情况下设立。',
  },
  steps: [
    { over: 'enterprises', run: leave },
    { over: 'institutions', run: enter },
    { over: 'enterprises', run: begin },
  ],
};
