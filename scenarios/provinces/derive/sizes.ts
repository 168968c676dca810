/** Sizes of enterprises by place, fitted so that the debt of the expected borrowers is the balance of the place. */
import { SECTORS, SETTINGS, SIZES } from '../../../sim/index.ts';
import { rake, sumOf } from './apportion.ts';
import type { Margins, Tilts } from './margins.ts';

const SETTING_COUNT = SETTINGS.length;
const SECTOR_COUNT = SECTORS.length;
const SIZE_COUNT = SIZES.length;
const PLACE_CELLS = SECTOR_COUNT * SIZE_COUNT;
const ROUNDS = 240;

/** The fit under way: the table it writes and the terms it moves. */
export interface Fit {
  readonly enterprises: Float64Array;
  readonly penetration: Float64Array;
  /** Mean debt of a borrower of each size, by prefecture, yuan. */
  readonly debts: Float64Array;
  /** By size: weight in the mix, and odds of borrowing. */
  readonly weight: Float64Array;
  readonly odds: Float64Array;
  /** By place: lean of the mix towards the next size, and factor on the odds of borrowing. */
  readonly tilt: Float64Array;
  readonly pull: Float64Array;
}

/**
 * Sizes. In place p and sector j the share of size k is proportional to `weight[k] (lift[j] tilt[p])^k`, and the odds
 * of borrowing are `odds[k] pull[p]`. Each round moves tilt towards the balance of the place, pull towards its
 * borrowers, weight towards the enterprises and odds towards the borrowers of each size.
 */
export function fitSizes(margins: Margins, tilts: Tilts, places: Float64Array, sectors: Float64Array): Fit {
  const balances = placeBalances(margins, places);
  const borrowers = placeBorrowers(margins, places);
  const lifts = SECTORS.map((sector) => tilts.sizeBySector.value[sector]);
  const fit = startFit(margins, tilts, places.length);
  for (let round = 0; round < ROUNDS; round++) {
    spreadSizes(fit, sectors, lifts);
    const { debt, borrowing } = totalsByPlace(fit);
    for (let p = 0; p < places.length; p++) {
      fit.tilt[p] *= Math.sqrt(Math.sqrt(balances[p] / debt[p]));
      fit.pull[p] *= oddsOf(borrowers[p], places[p]) / oddsOf(borrowing[p], places[p]);
    }
    const level = Math.sqrt(Math.sqrt(sumOf(balances) / sumOf(debt)));
    for (let i = 0; i < fit.debts.length; i++) fit.debts[i] *= level;
    moveToSizes(fit, margins);
  }
  spreadSizes(fit, sectors, lifts);
  return fit;
}

const oddsOf = (part: number, whole: number): number => part / (whole - part);

function startFit({ prefectures, sizes }: Margins, { debtRoot }: Tilts, places: number): Fit {
  const mean =
    sumOf(prefectures.map((one) => one.balanceYuan)) / sumOf(prefectures.map((one) => one.borrowers));
  const debts = prefectures.flatMap(({ balanceYuan, borrowers }) => {
    const root = Math.sqrt(balanceYuan / borrowers / mean);
    return sizes.map((size) => size.meanDebtYuan * (debtRoot.value === 2 ? root : Math.sqrt(root)));
  });
  return {
    enterprises: new Float64Array(places * PLACE_CELLS),
    penetration: new Float64Array(places * PLACE_CELLS),
    debts: Float64Array.from(debts),
    weight: Float64Array.from(sizes, (size) => size.enterprises),
    odds: Float64Array.from(sizes, (size) => oddsOf(size.borrowers, size.enterprises)),
    tilt: new Float64Array(places).fill(1),
    pull: new Float64Array(places).fill(1),
  };
}

function spreadSizes(
  { enterprises, penetration, weight, odds, tilt, pull }: Fit,
  sectors: Float64Array,
  lifts: readonly number[],
) {
  for (let row = 0; row < sectors.length; row++) {
    const place = Math.floor(row / SECTOR_COUNT);
    const step = lifts[row % SECTOR_COUNT] * tilt[place];
    const from = row * SIZE_COUNT;
    let sum = 0;
    for (let k = 0, power = 1; k < SIZE_COUNT; k++, power *= step) {
      enterprises[from + k] = weight[k] * power;
      sum += enterprises[from + k];
    }
    for (let k = 0; k < SIZE_COUNT; k++) {
      const chance = odds[k] * pull[place];
      enterprises[from + k] *= sectors[row] / sum;
      penetration[from + k] = chance / (1 + chance);
    }
  }
}

function totalsByPlace({ enterprises, penetration, debts, tilt }: Fit) {
  const debt = new Float64Array(tilt.length);
  const borrowing = new Float64Array(tilt.length);
  for (let i = 0; i < enterprises.length; i++) {
    const borrowers = enterprises[i] * penetration[i];
    const place = Math.floor(i / PLACE_CELLS);
    const home = Math.floor(place / SETTING_COUNT);
    borrowing[place] += borrowers;
    debt[place] += borrowers * debts[home * SIZE_COUNT + (i % SIZE_COUNT)];
  }
  return { debt, borrowing };
}

function moveToSizes({ enterprises, penetration, weight, odds }: Fit, { sizes }: Margins): void {
  for (let k = 0; k < sizes.length; k++) {
    let found = 0;
    let borrowing = 0;
    for (let i = k; i < enterprises.length; i += SIZE_COUNT) {
      found += enterprises[i];
      borrowing += enterprises[i] * penetration[i];
    }
    weight[k] *= sizes[k].enterprises / found;
    odds[k] *= oddsOf(sizes[k].borrowers, sizes[k].enterprises) / oddsOf(borrowing, found);
  }
}

/** Balance of each place, yuan: prefecture balances raked to the loan shares of the settings. */
function placeBalances({ prefectures, settings }: Margins, places: Float64Array): Float64Array {
  const total = sumOf(prefectures.map((one) => one.balanceYuan));
  const table = places.map((count, p) => {
    const setting = settings[p % SETTING_COUNT];
    return (count * setting.loanShare) / setting.enterprises;
  });
  const shares = sumOf(settings.map((one) => one.loanShare));
  rake(
    table,
    prefectures.map((one) => one.balanceYuan),
    settings.map((one) => (one.loanShare / shares) * total),
  );
  return table;
}

/** Borrowers of each place: borrowers of the prefecture raked to the penetration of the settings. */
function placeBorrowers({ prefectures, settings }: Margins, places: Float64Array): Float64Array {
  const total = sumOf(prefectures.map((one) => one.borrowers));
  const bySetting = settings.map((one) => one.enterprises * one.loanPenetration);
  const table = places.map((count, p) => {
    const home = prefectures[Math.floor(p / SETTING_COUNT)];
    return (count * settings[p % SETTING_COUNT].loanPenetration * home.borrowers) / home.enterprises;
  });
  rake(
    table,
    prefectures.map((one) => one.borrowers),
    bySetting.map((borrowers) => (borrowers / sumOf(bySetting)) * total),
  );
  return table;
}
