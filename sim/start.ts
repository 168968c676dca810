/** A world at the end of 2022: enterprises, the loans they already have, and the institutions' opening books. */
import { STATUS, TRAIT } from './agents/enterprises.ts';
import { exp, log, normalCdf, normalQuantile, roundYuan, shareOf } from './arithmetic.ts';
import { bear, startId } from './birth.ts';
import { reduceTallies } from './books.ts';
import { CLASS, computeConditions, lever } from './conditions.ts';
import { FUND } from './contracts/backing.ts';
import { changePrincipal, closeLoan, openLoan } from './contracts/lending.ts';
import { DEFAULT_ARREARS, LOAN, NO_LENDER } from './contracts/loans.ts';
import { emptyLoans, type RowSearch, searchRows, slotOf, takeSecondRow } from './contracts/second-loans.ts';
import { owedOn, provincialClaimRate, roomOf } from './guarantors.ts';
import { LENDER_CLASSES, type WorldInput } from './input.ts';
import { SECTORS_OF_ACCOUNT } from './ledger.ts';
import { chooseClass, lenderWithin, marketOf } from './market.ts';
import { MONTH } from './month.ts';
import { deepening, targetDebt } from './phases/apply.ts';
import { inSteps } from './private-rates.ts';
import { drawKey, exponential, pairUniform, STREAMS, uniform } from './random.ts';
import { LAYOUT_VERSION } from './version.ts';
import { HEADER, MAGIC, openWorld, RECORD_GROUPS, type World, type WorldOptions } from './world.ts';

/** A populated world before its first month (`month` is -1), with its starting stocks counted. */
export function createWorld(input: WorldInput, options: WorldOptions = {}): World {
  const world = openWorld(input, options);
  writeHeader(world);
  openInstitutions(world);
  computeConditions(world, -1);
  populate(world);
  endow(world);
  openBooks(world);
  countStart(world);
  return world;
}

function writeHeader(world: World): void {
  const { header, shape, input } = world;
  header[HEADER.magic] = MAGIC;
  header[HEADER.version] = LAYOUT_VERSION;
  header[HEADER.month] = -1;
  header[HEADER.capacity] = shape.capacity;
  header[HEADER.scale] = input.scale;
  header[HEADER.lenders] = shape.licensed;
  header[HEADER.guarantors] = shape.guarantors;
  header[HEADER.seed] = input.seed[0];
  header[HEADER.seed + 1] = input.seed[1];
}

function openInstitutions(world: World): void {
  const { lenders, guarantors, province, input, shape, blocks } = world;
  const p = input.province.parameters;
  input.province.lenders.forEach((one, l) => {
    const c = LENDER_CLASSES.indexOf(one.class);
    lenders.class[l] = c;
    lenders.agreement[l] = one.agreement;
    lenders.prefecture[l] = one.prefecture;
    lenders.cutoff[l] = p['lend.cutoff'][c];
    lenders.attention[l] = 1;
  });
  for (let k = 0; k < shape.prefectures; k++) {
    lenders.class[shape.licensed + k] = CLASS.private;
    lenders.prefecture[shape.licensed + k] = k;
  }
  input.province.guarantors.forEach((one, g) => {
    guarantors.prefecture[g] = one.prefecture;
    guarantors.arrivalFactor[g] = one.arrivalFactor;
    guarantors.paidIn[g] = roundYuan(one.netAssets);
    guarantors.cash[g] = roundYuan(one.netAssets * input.province.parameters['start.guarantorAssets'][0]);
    guarantors.netAssets[g] = guarantors.cash[g];
  });
  blocks.approval.fill(0.5);
  believe(world, province, p);
}

/** What lenders believe before their first yearly fit. */
function believe(_world: World, province: World['province'], p: WorldInput['province']['parameters']): void {
  for (let k = 0; k < RECORD_GROUPS * LENDER_CLASSES.length; k++) {
    const c = k % LENDER_CLASSES.length;
    province.fitIntercept[k] = normalQuantile(Math.max(0.001, p['lend.startDefault'][c]));
    province.fitCeiling[k] = p['lend.startCeiling'][0];
    province.fitMean[k] = 0;
    province.fitSpread[k] = 1;
  }
  for (let c = 0; c < LENDER_CLASSES.length; c++)
    province.postedRate[c] = Math.min(
      p['lend.rateCap'][c],
      p['lend.funding'][c] + p['lend.variableCost'][c] + p['lend.margin'][c] + 0.02,
    );
}

/** Enterprises of every cell, one simulated for each `scale` real ones, cumulated so that the total is exact. */
function populate(world: World): void {
  const { input, shape } = world;
  const key = drawKey(input.seed, STREAMS.initialAge, -1);
  emptyLoans(world);
  let real = 0;
  let slot = 0;
  for (let cell = 0; cell < shape.cells; cell++) {
    const before = Math.floor(real / input.scale);
    real += input.province.population[cell];
    const count = Math.floor(real / input.scale) - before;
    for (let ordinal = 0; ordinal < count; ordinal++) {
      const id = startId(cell, ordinal);
      const age = Math.min(360, Math.floor(96 * exponential(key.k0, key.k1, id)) + 1);
      bear(world, slot, id, cell, -1 - age, input.province.parameters['trade.bufferMonths'][0]);
      slot++;
    }
  }
  world.header[HEADER.used] = slot;
}

/** Chance of borrowing given quality, of which lenders have seen as much as `screened`; over all it averages to `chance`. */
const selected = (chance: number, quality: number, screened: number): number =>
  normalCdf((normalQuantile(chance) + screened * quality) / Math.sqrt(1 - screened * screened));

const logit = (p: number): number => log(p / (1 - p));

/** Gives borrowers their loans: who borrows, from whom, how much, on what security, how far into its term. */
function endow(world: World): void {
  const { enterprises: e, atlas, input, shape } = world;
  const p = input.province.parameters;
  const firstKey = drawKey(input.seed, STREAMS.firstLender, -1);
  const market = marketOf(world);
  const tally = world.tallies[0];
  const bySize = p['start.penetrationBySize'].map(logit);
  const search = searchRows(world);
  for (let i = 0; i < shape.capacity; i++) {
    if (e.status[i] !== STATUS.active) continue;
    const c = e.cell[i];
    const lean =
      bySize[atlas.size[c]] +
      p['start.penetrationBySetting'][atlas.setting[c]] +
      p['start.penetrationByPrefecture'][atlas.prefecture[c]];
    const chance = selected(1 / (1 + exp(-lean)), e.quality[i], p['start.screened'][0]);
    const u = uniform(firstKey.k0, firstKey.k1, e.id[i]);
    if (u < chance) endowLoan(world, tally, market, i, null);
    else if (u < chance + p['start.lapsed'][0]) e.vintage[i] = 1;
    if (u < chance * p['start.secondLender'][atlas.size[c]]) endowLoan(world, tally, market, i, search);
    endowPrivate(world, i);
  }
  reduceTallies(world);
}

/** Gives an enterprise its first loan, or its second in a row that `search` finds. */
function endowLoan(
  world: World,
  tally: World['tallies'][number],
  market: ReturnType<typeof marketOf>,
  i: number,
  search: RowSearch | null,
): void {
  const { enterprises: e, atlas, input, loans, lenders } = world;
  const p = input.province.parameters;
  const second = search !== null;
  const ratioKey = drawKey(input.seed, STREAMS.initialDebt, -1);
  const wanted =
    Math.floor((targetDebt(world, i, ratioKey, deepening(world, -1)) * (second ? 0.35 : 0.85)) / 1000) * 1000;
  const c = chooseClass(
    world,
    market,
    i,
    Math.max(20_000, wanted),
    -1,
    false,
    drawKey(input.seed, STREAMS.initialLender, second ? -2 : -1),
  );
  if (c < 0) return;
  const lender = lenderWithin(world, i, c, drawKey(input.seed, STREAMS.searchWithinClass, -1));
  if (second && loans.lender[i] === lender) return;
  const collateral = (e.traits[i] & TRAIT.collateral) !== 0;
  const draw = (partner: number) => {
    const key = drawKey(input.seed, STREAMS.initialCash, -3);
    return pairUniform(key.k0, key.k1, e.id[i], partner + (second ? 10 : 0));
  };
  const eligible =
    !collateral &&
    !second &&
    lenders.agreement[lender] === 1 &&
    wanted >= p['guarantee.minLoan'][0] &&
    wanted <= p['guarantee.maxLoan'][0];
  const guarantors = atlas.guarantorsAt[atlas.prefecture[e.cell[i]]];
  const guaranteed =
    eligible &&
    guarantors.length > 0 &&
    draw(1) < selected(p['start.guaranteed'][0], -e.quality[i], p['start.guaranteedLean'][0]);
  const ceiling = collateral || guaranteed ? p['lend.maxLine'][c] : p['lend.maxLoan'][c];
  const principal = Math.max(20_000, Math.min(wanted, ceiling));
  const term = p['lend.term'][c];
  const arrears =
    draw(2) < p['start.npl'][0] ? DEFAULT_ARREARS + Math.floor(draw(6) * p['lend.writeOffMonths'][0]) : 0;
  const hasPaid = guaranteed && arrears >= payoutArrears(world, i);
  const row = search === null ? i : takeSecondRow(world, i, search);
  openLoan(world, tally, row, {
    lender,
    principal,
    rate: Math.min(p['lend.rateCap'][c], world.province.postedRate[c] + 0.01 * (draw(3) - 0.5)),
    months: 1 + Math.floor(draw(4) * term),
    guarantor: guaranteed && !hasPaid ? guarantors[Math.floor(draw(5) * guarantors.length)] + 1 : 0,
    covered: guaranteed ? 1 - p['riskSplit.bankShare'][0] : 0,
    flags: collateral ? LOAN.secured : 0,
    pdBin: 4,
    origin: 0,
  });
  loans.arrears[row] = arrears;
  if (hasPaid) leavePaid(world, tally, i, row);
  e.capital[i] += principal;
  e.vintage[i] = 1;
  if (!second) e.belief[i] += 2 * p['apply.beliefLearning'][0];
  e.history[i] = Math.floor(draw(7) * 60);
  e.relation[i] = Math.floor(draw(8) * 60);
}

/** Months of arrears after which guarantors have paid where an enterprise is. */
const payoutArrears = (world: World, i: number): number =>
  DEFAULT_ARREARS +
  lever(world, 'claimsProcedure.payoutMonths')[world.atlas.prefecture[world.enterprises.cell[i]]];

/** What a payout before the start has left of a loan: the bank's part, and a bad record. */
function leavePaid(world: World, tally: World['tallies'][number], i: number, row: number): void {
  const { loans, enterprises: e } = world;
  const principal = loans.principal[row];
  e.bad[i] = 1;
  changePrincipal(world, tally, row, principal - shareOf(principal, loans.covered[row]));
  if (loans.principal[row] === 0) closeLoan(world, tally, row);
}

/** Gives some who have no formal loan a private one; what they looked like when they took it is past: they pay what is usual. */
function endowPrivate(world: World, i: number): void {
  const { enterprises: e, atlas, input, loans } = world;
  const p = input.province.parameters;
  if ((e.traits[i] & TRAIT.privateReach) === 0 || loans.lender[i] !== NO_LENDER) return;
  const setting = atlas.setting[e.cell[i]];
  const key = drawKey(input.seed, STREAMS.initialCash, -4);
  const share = p['start.privateDebt'][setting] / Math.max(0.01, p['private.reach'][setting]);
  if (uniform(key.k0, key.k1, e.id[i]) >= share) return;
  e.privateDebt[i] = roundYuan(0.5 * p['private.limitMonths'][0] * e.scale[i]);
  e.privateRate[i] = inSteps(p['private.rate'][setting]);
}

/** Risk funds as they stand at the start; the fiscal layer for technology and park funds are founded by policies. */
function endowFunds({ funds, input }: World): void {
  const p = input.province.parameters;
  funds.trust.fill(1);
  funds.cash[FUND.riskPool] = p['riskPool.size'][0];
  funds.cash[FUND.dataPool] = p['dataPool.size'][0];
  funds.cash[FUND.specialisedFund] = p['specialisedFund.size'][0];
}

/** Opening balances: books agree with contracts, money sums to zero against the outside. */
function openBooks(world: World): void {
  const { enterprises: e, loans, lenders, guarantors, province, shape, input, atlas, open } = world;
  const p = input.province.parameters;
  for (let row = 0; row < shape.loanRows; row++) {
    if (loans.lender[row] === NO_LENDER || e.status[slotOf(world, row)] !== STATUS.active) continue;
    const lender = loans.lender[row];
    lenders.loans[lender] += loans.principal[row] * input.scale;
    if (loans.arrears[row] >= DEFAULT_ARREARS)
      lenders.nonPerforming[lender] += loans.principal[row] * input.scale;
    const g = loans.guarantor[row] - 1;
    if (g < 0) continue;
    guarantors.outstanding[g] += loans.principal[row] * input.scale;
    guarantors.liability[g] += shareOf(loans.principal[row], loans.covered[row]) * input.scale;
    if (loans.arrears[row] >= DEFAULT_ARREARS)
      guarantors.pending[g] += owedOn(world, row).guarantor * input.scale;
  }
  for (let l = 0; l < shape.licensed; l++) {
    const c = lenders.class[l];
    lenders.provisions[l] = roundYuan(lenders.nonPerforming[l] * p['lend.provisionCover'][0]);
    lenders.cash[l] = roundYuan(p['lend.till'][0] * lenders.loans[l]);
    lenders.funding[l] =
      lenders.loans[l] +
      lenders.cash[l] -
      lenders.provisions[l] -
      roundYuan(p['lend.capitalRatio'][c] * lenders.loans[l]);
    lenders.growthRoom[l] = roundYuan((lenders.loans[l] * p['lend.growthLimit'][c]) / 4);
    lenders.roomThisMonth[l] = lenders.growthRoom[l];
  }
  guarantors.trust.fill(1);
  guarantors.payoutRate.fill(p['start.payoutRate'][0]);
  guarantors.claimRate.fill(p['start.payoutRate'][0] / (1 - p['guarantee.reguaranteeShare'][0]));
  for (let g = 0; g < shape.guarantors; g++)
    guarantors.refund[g] = Math.min(
      1,
      p['compensation.arrival'][0] * input.province.guarantors[g].arrivalFactor,
    );
  const { outstanding, liability } = guarantors;
  const claimRate = provincialClaimRate(world);
  for (let g = 0; g < shape.guarantors; g++)
    guarantors.roomThisMonth[g] = roomOf(world, g, outstanding[g], liability[g], claimRate).toWrite;
  const held = province.accounts;
  const account = (name: (typeof SECTORS_OF_ACCOUNT)[number]) => SECTORS_OF_ACCOUNT.indexOf(name);
  for (let i = 0; i < shape.capacity; i++) {
    if (e.status[i] !== STATUS.active) continue;
    held[account('enterprises')] += e.cash[i] * input.scale;
    province.privateLoans[atlas.prefecture[e.cell[i]]] += e.privateDebt[i] * input.scale;
  }
  for (let l = 0; l < shape.licensed; l++) held[account('lenders')] += lenders.cash[l];
  for (let g = 0; g < shape.guarantors; g++) held[account('guarantors')] += guarantors.cash[g];
  for (let k = 0; k < shape.prefectures; k++) province.privateCash[k] = 1e11;
  held[account('private')] = 1e11 * shape.prefectures;
  endowFunds(world);
  province.subsidyPaidShare.fill(1);
  for (let k = 0; k < shape.funds; k++) held[account('funds')] += world.funds.cash[k];
  held[account('reguarantor')] = roundYuan(p['reguarantor.means'][0]);
  held[account('insurer')] = roundYuan(p['insurer.means'][0]);
  province.reguarantorTrust.fill(1);
  province.insurerTrust.fill(1);
  held[account('outside')] = -held.reduce((sum, yuan) => sum + yuan, 0);
  open.guarantors.fill(0);
}

/** Counts the starting stocks as month -1, so that survival over three years has its base in 2025. */
function countStart(world: World): void {
  for (const phase of MONTH.slice(-1))
    for (const step of phase.steps)
      if (step.over === 'institutions') step.run(world);
      else
        for (let part = 0; part < world.parts; part++)
          step.run(world, {
            from: part === 0 ? 0 : world.shape.capacity,
            to: world.shape.capacity,
            firstRow: 0,
            endRow: 0,
            part,
            tally: world.tallies[part],
          });
}
