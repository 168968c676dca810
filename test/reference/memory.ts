/** What the market remembers of a month: approvals, losses on failed customers, posted rates, cohorts of loans. */
import { remembered } from '../../sim/decisions/queue.ts';
import { LENDER_CLASSES } from '../../sim/input.ts';
import { PD_BINS } from './loan.ts';
import type { Cohort, SlowWorld } from './world.ts';

/** Months a cohort is followed after the one in which it was granted. */
const FOLLOWED = 12;

export function remember(world: SlowWorld): void {
  for (const block of world.blocks) {
    const { asked, granted, sales, unpaid } = block.books;
    if (asked > 0) block.approval += world.p['apply.approvalMemory'][0] * (granted / asked - block.approval);
    const lost = world.p['trade.supplierLossShare'][0] * block.unpaid;
    block.lossRate = sales > 0 ? Math.min(0.05, lost / sales) : 0;
    block.unpaid = unpaid;
  }
  for (let c = 0; c < LENDER_CLASSES.length; c++) rememberRate(world, c);
  for (let c = 0; c < LENDER_CLASSES.length; c++) rememberFiles(world, c);
  followCohorts(world);
}

/** The posted rate of a class follows, slowly, what its good book earned this month. */
function rememberRate(world: SlowWorld, c: number): void {
  let interest = 0;
  let book = 0;
  for (const lender of world.lenders)
    if (lender.class === c) {
      interest += lender.books.interest;
      book += lender.loans - lender.nonPerforming;
    }
  const memory = world.p['lend.rateMemory'][0];
  if (book > 0) world.postedRate[c] += memory * ((12 * interest) / book - world.postedRate[c]);
}

/** Files of a month: what a class has to do of late, and what it has staff for. */
function rememberFiles(world: SlowWorld, c: number): void {
  let files = 0;
  for (const lender of world.lenders) if (lender.class === c) files += lender.books.applications;
  const memory = world.files[c];
  const months = world.month + 1;
  memory.lately = remembered(memory.lately, files, months, world.p['lend.loadMonths'][0]);
  memory.usually = remembered(memory.usually, files, months, world.p['lend.staffMonths'][0]);
}

const emptyCounts = (): number[][] => LENDER_CLASSES.map(() => new Array<number>(PD_BINS).fill(0));

const newCohort = (month: number): Cohort => ({ month, granted: emptyCounts(), defaulted: emptyCounts() });

function followCohorts(world: SlowWorld): void {
  const { month, input } = world;
  const now = newCohort(month);
  world.cohorts = [...world.cohorts.filter((one) => one.month >= month - FOLLOWED), now];
  for (const one of world.grantsNow) now.granted[one.class][one.bin] += input.scale;
  for (const { origin, class: c, bin } of world.defaultsNow) {
    const cohort = world.cohorts.find((one) => one.month === origin);
    if (cohort) cohort.defaulted[c][bin] += input.scale;
  }
}
