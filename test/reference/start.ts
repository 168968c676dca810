/** The province at the end of 2022. */
import { exp, log, normalQuantile, roundYuan, shareOf } from '../../sim/arithmetic.ts';
import type { Belief } from '../../sim/decisions/signal.ts';
import { LENDER_CLASSES, type WorldInput } from '../../sim/input.ts';
import { exponential } from '../../sim/random.ts';
import { setConditions } from './conditions.ts';
import { born, type Enterprise } from './enterprise.ts';
import { limitsOf, provincialClaimRate } from './guarantor-limits.ts';
import { lendersOf, newBlock, newFund, newGuarantor, newLender, newPrefecture } from './institutions.ts';
import { newLedger } from './ledger.ts';
import { drawn, uniformDraw } from './luck.ts';
import { cellsOf } from './place.ts';
import { agreed } from './private-rate.ts';
import { record } from './record.ts';
import { ownPart } from './settle.ts';
import { endowLoan, sortedShare } from './start-loans.ts';
import { newFit, noCalls, type SlowWorld } from './world.ts';

export function startWorld(input: WorldInput): SlowWorld {
  const { province } = input;
  const { parameters: p, prefectures } = province;
  const cells = cellsOf(province);
  const world: SlowWorld = {
    input,
    p,
    month: -1,
    cells,
    enterprises: [],
    lenders: lendersOf(province).map((one, k) => newLender(one, k, p['lend.cutoff'])),
    guarantors: province.guarantors.map((one, k) =>
      newGuarantor(one, k, p['compensation.arrival'][0], p['start.guarantorAssets'][0]),
    ),
    prefectures: prefectures.map(newPrefecture),
    funds: [
      p['riskPool.size'][0],
      p['dataPool.size'][0],
      p['specialisedFund.size'][0],
      0,
      ...prefectures.map(() => 0),
    ].map(newFund),
    blocks: Array.from({ length: 1 + Math.max(...cells.map((one) => one.block)) }, (_, k) => newBlock(k)),
    ledger: newLedger(),
    beliefs: { recorded: firstBeliefs(p), newcomers: firstBeliefs(p) },
    postedRate: LENDER_CLASSES.map((_, c) => {
      const cost = p['lend.funding'][c] + p['lend.variableCost'][c] + p['lend.margin'][c] + 0.02;
      return Math.min(p['lend.rateCap'][c], cost);
    }),
    files: LENDER_CLASSES.map(() => ({ lately: 0, usually: 0 })),
    cohorts: [],
    born: [],
    fit: newFit(),
    defaultsNow: [],
    grantsNow: [],
    levers: new Map(),
    effects: { cells: [], funding: 0, treasury: [] },
    effort: [],
    applications: [],
    coverRequests: [],
    counts: [],
    lastCosts: 0,
    calls: noCalls(),
    means: { reguarantor: 1, interruption: 1, insuredLoans: 1 },
    trust: { reguarantor: 1, insurers: 1 },
  };
  setConditions(world);
  populate(world);
  for (const e of world.enterprises) endow(world, e);
  openBooks(world);
  record(world);
  return world;
}

/** What lenders believe before their first yearly fit. */
const firstBeliefs = (p: WorldInput['province']['parameters']): Belief[] =>
  p['lend.startDefault'].map((rate) => ({
    intercept: normalQuantile(Math.max(0.001, rate)),
    ceiling: p['lend.startCeiling'][0],
    mean: 0,
    spread: 1,
  }));

const exponentialDraw = drawn(exponential);

/** One simulated enterprise for each `scale` real ones, cumulated over cells so that the total is exact. */
function populate(world: SlowWorld): void {
  const { input, cells } = world;
  let real = 0;
  for (const cell of cells) {
    const before = Math.floor(real / input.scale);
    real += input.province.population[cell.index];
    const count = Math.floor(real / input.scale) - before;
    for (let ordinal = 0; ordinal < count; ordinal++) {
      const id = cell.index * 0x40000 + ordinal;
      const age = Math.min(360, Math.floor(96 * exponentialDraw(world, 'initialAge', -1, id)) + 1);
      world.enterprises.push(born(world, id, cell, -1 - age, world.p['trade.bufferMonths'][0]));
    }
  }
}

function chanceOfBorrowing({ p }: SlowWorld, { cell, quality }: Enterprise): number {
  const share = p['start.penetrationBySize'][cell.size];
  const lean =
    log(share / (1 - share)) +
    p['start.penetrationBySetting'][cell.setting] +
    p['start.penetrationByPrefecture'][cell.prefecture];
  return sortedShare(1 / (1 + exp(-lean)), p['start.screened'][0], quality);
}

/** Who borrows, from two lenders, has borrowed before, or owes privately. */
function endow(world: SlowWorld, e: Enterprise): void {
  const { p } = world;
  const chance = chanceOfBorrowing(world, e);
  const luck = uniformDraw(world, 'firstLender', -1, e.id);
  if (luck < chance) endowLoan(world, e, 0);
  else if (luck < chance + p['start.lapsed'][0]) e.vintage = 1;
  if (luck < chance * p['start.secondLender'][e.cell.size]) endowLoan(world, e, 1);
  endowPrivately(world, e);
}

function endowPrivately(world: SlowWorld, e: Enterprise): void {
  const { p } = world;
  const { setting } = e.cell;
  if (!e.privateReach || e.loans[0] !== null) return;
  const share = p['start.privateDebt'][setting] / Math.max(0.01, p['private.reach'][setting]);
  if (uniformDraw(world, 'initialCash', -4, e.id) >= share) return;
  e.privateDebt = roundYuan(0.5 * p['private.limitMonths'][0] * e.scale);
  e.privateRate = agreed(p['private.rate'][setting]);
}

/** Opening balances agree with contracts; `outside` takes what makes all money sum to zero. */
function openBooks(world: SlowWorld): void {
  const { accounts } = world.ledger;
  for (const e of world.enterprises) bookEnterprise(world, e);
  for (const lender of world.lenders) openLender(world, lender);
  for (const g of world.guarantors) {
    g.payoutRate = world.p['start.payoutRate'][0];
    g.claimRate = g.payoutRate / (1 - world.p['guarantee.reguaranteeShare'][0]);
  }
  const claimRate = provincialClaimRate(world);
  for (const g of world.guarantors) {
    const { multiple, plan } = limitsOf(world, g, g.outstanding, g.liability, claimRate);
    g.roomThisMonth = Math.max(0, Math.floor(Math.min(multiple, plan) - g.outstanding));
    accounts.guarantors += g.cash;
  }
  for (const one of world.funds) accounts.funds += one.cash;
  for (const one of world.prefectures) accounts.private += one.privateCash;
  accounts.reguarantor = roundYuan(world.p['reguarantor.means'][0]);
  accounts.insurer = roundYuan(world.p['insurer.means'][0]);
  let sum = 0;
  for (const yuan of Object.values(accounts)) sum += yuan;
  accounts.outside = -sum;
}

function bookEnterprise(world: SlowWorld, e: Enterprise): void {
  const { scale } = world.input;
  world.ledger.accounts.enterprises += e.cash * scale;
  world.prefectures[e.cell.prefecture].privateLoans += e.privateDebt * scale;
  for (const loan of e.loans) {
    if (loan === null) continue;
    const yuan = loan.principal * scale;
    loan.lender.loans += yuan;
    if (loan.arrears >= 3) loan.lender.nonPerforming += yuan;
    if (loan.guarantor === null) continue;
    loan.guarantor.outstanding += yuan;
    loan.guarantor.liability += shareOf(loan.principal, loan.covered) * scale;
    if (loan.arrears >= 3) loan.guarantor.pending += ownPart(world, loan) * scale;
  }
}

function openLender({ p, ledger }: SlowWorld, lender: SlowWorld['lenders'][number]): void {
  const c = lender.class;
  lender.provisions = roundYuan(lender.nonPerforming * p['lend.provisionCover'][0]);
  lender.cash = roundYuan(p['lend.till'][0] * lender.loans);
  const capital = roundYuan(p['lend.capitalRatio'][c] * lender.loans);
  lender.funding = lender.loans + lender.cash - lender.provisions - capital;
  lender.growthRoom = roundYuan((lender.loans * p['lend.growthLimit'][c]) / 4);
  lender.roomThisMonth = lender.growthRoom;
  ledger.accounts.lenders += lender.cash;
}
