/** What treasuries owe guarantors: claims are filed, wait, and are paid oldest first as far as the money goes. */
import { roundYuan } from '../arithmetic.ts';
import { type Draws, drawBudgets, makeBudgets } from '../compensation-budgets.ts';
import { lever } from '../conditions.ts';
import { CLAIM_AGES, grow, payOldest, releaseAfterCourt } from '../contracts/claims.ts';
import { FLOW, GUARANTOR_ENTRIES, GUARANTOR_ENTRY, post } from '../ledger.ts';
import { type ArrivalShares, arrivalShares, spend } from '../treasury.ts';
import type { World } from '../world.ts';

/** Weight of a month in what a guarantor remembers of its treasury. */
const MEMORY = 1 / 12;

export function compensate(world: World): void {
  const { guarantors, claims, shape } = world;
  const place = (g: number) => Math.max(0, guarantors.prefecture[g]);
  makeBudgets(world, place);
  for (let g = 0; g < shape.guarantors; g++) fileClaims(world, g, place(g));
  const filing = lever(world, 'compensation.filingMonths');
  const dues = Float64Array.from(
    { length: shape.guarantors },
    (_, g) => claims.owed[g * CLAIM_AGES + Math.round(filing[place(g)])],
  );
  const shares = arrivalShares(world);
  const draws = drawBudgets(world, dues, shares, place);
  const purses = pursesOf(world, dues, shares, draws, place);
  sharePurses(world, purses, draws.lent, place);
  for (let g = 0; g < shape.guarantors; g++) payClaims(world, g, place(g), purses[g]);
}

/**
 * What this month's payouts lose for good: neither brought back by courts nor owed by counter-guarantors. The part
 * 1 - recoverFirst of it is owed at the compensation rate at once, the rest when the court has ruled.
 */
function fileClaims(world: World, g: number, place: number): void {
  const { guarantors, claims, open, input } = world;
  const rate = lever(world, 'compensation.rate')[place];
  const entry = (name: number) => open.guarantors[g * GUARANTOR_ENTRIES.length + name];
  const own = entry(GUARANTOR_ENTRY.payout) - entry(GUARANTOR_ENTRY.reguaranteed);
  const left = roundYuan(own * (1 - input.province.parameters['guarantee.recovery'][0]));
  const lost = Math.max(0, left - entry(GUARANTOR_ENTRY.counterGuaranteed));
  guarantors.claimable[g] += lost;
  const waits = roundYuan(lost * lever(world, 'compensation.recoverFirst')[place]);
  grow(claims.waiting, g);
  grow(claims.owed, g);
  claims.waiting[g * CLAIM_AGES] += waits;
  const court = Math.round(lever(world, 'courtSpeed.months')[place]);
  const ruled = releaseAfterCourt(claims.waiting, g, court);
  const owed = roundYuan((lost - waits + ruled) * rate);
  claims.owed[g * CLAIM_AGES] += owed;
  guarantors.receivable[g] += owed;
}

/**
 * Money each county pays out: what it has promised of the claims whose papers are through this month; the rest of what
 * arrives as far as its budget of the year reaches; part of the old claims; and in December, on the oldest, what is left.
 */
function pursesOf(
  world: World,
  dues: Float64Array,
  { promised, budgeted }: ArrivalShares,
  { reached, idle }: Draws,
  place: (g: number) => number,
): Float64Array {
  const { guarantors, effects } = world;
  const clearing = lever(world, 'compensation.clearing');
  return dues.map((due, g) => {
    const k = place(g);
    const old = Math.max(0, guarantors.receivable[g] - due);
    const fresh = due * promised[g] + (reached[g] + idle[g]) * budgeted[g];
    return Math.floor(fresh + (old * clearing[k] * effects.treasury[k]) / 12);
  });
}

/**
 * Counties put part of their purses together, and what they lend; it is shared out by what is owed to each: whole yuan,
 * rest to the last.
 */
function sharePurses(
  world: World,
  purses: Float64Array,
  lent: Float64Array,
  place: (g: number) => number,
): void {
  const { guarantors } = world;
  const pooled = lever(world, 'compensation.pooled');
  let pot = 0;
  let weight = 0;
  for (let g = 0; g < purses.length; g++) {
    const part = Math.floor(purses[g] * pooled[place(g)]);
    purses[g] -= part;
    pot += part + lent[g];
    weight += guarantors.receivable[g] * pooled[place(g)];
  }
  for (let g = 0; g < purses.length && weight > 0; g++) {
    const own = guarantors.receivable[g] * pooled[place(g)];
    const part = Math.floor((pot * own) / weight);
    purses[g] += part;
    pot -= part;
    weight -= own;
  }
}

/** Pays the oldest claims whose papers are through, and the guarantor remembers what part of the due it saw. */
function payClaims(world: World, g: number, place: number, purse: number): void {
  const { guarantors, claims, open } = world;
  const filing = Math.round(lever(world, 'compensation.filingMonths')[place]);
  const due = claims.owed[g * CLAIM_AGES + filing];
  const paid = purse - payOldest(claims.owed, g, filing, purse);
  if (due > 0) guarantors.refund[g] += MEMORY * (Math.min(1, paid / due) - guarantors.refund[g]);
  open.guarantors[g * GUARANTOR_ENTRIES.length + GUARANTOR_ENTRY.compensationDue] += due;
  guarantors.receivable[g] -= paid;
  guarantors.cash[g] += paid;
  post(open, FLOW.compensation, paid);
  open.guarantors[g * GUARANTOR_ENTRIES.length + GUARANTOR_ENTRY.compensation] += paid;
  spend(world, place, paid);
}
