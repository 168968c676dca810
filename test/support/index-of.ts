/** The knowable index, worked out from an enterprise's books by the words of its page: for tests, slow and plain. */
import type { World } from '../../sim/index.ts';

const MONTHS = Array.from({ length: 12 }, (_, k) => k + 1);

/** Sum of the expected path of a unit shock over a year, and the deviation of the year's sum, by the covariance matrix. */
function yearOfShock(rho: number): { path: number; deviation: number } {
  const covariance = (a: number, b: number) => rho ** Math.abs(a - b) * (1 - rho ** (2 * Math.min(a, b)));
  const variance = MONTHS.reduce((sum, a) => sum + MONTHS.reduce((row, b) => row + covariance(a, b), 0), 0);
  return { path: MONTHS.reduce((sum, k) => sum + rho ** k, 0), deviation: Math.sqrt(variance) };
}

const years = new Map<number, ReturnType<typeof yearOfShock>>();

/**
 * Standard deviations of its own trade an enterprise is away from illiquidity within a year, on the lenders' scale, if
 * it owed `amount` yuan more at `rate`. `slot` is its place in the table.
 */
export function indexOf(world: World, slot: number, amount: number, rate: number): number {
  const { enterprises: e, loans, second, atlas, input } = world;
  const p = input.province.parameters;
  const rho = p['trade.shockPersistence'][0];
  const year = years.get(rho) ?? yearOfShock(rho);
  years.set(rho, year);
  const [cell, sales] = [e.cell[slot], e.scale[slot]];
  const loanRows = [slot, second[slot]].filter((row) => loans.lender[row] !== 255);
  const agreed = Math.min(e.privateRate[slot] / 500, world.levers['privateRateCap.cap'][cell]);
  const privately = e.privateDebt[slot] * agreed;
  const interest = loanRows.reduce(
    (sum, row) => sum + loans.principal[row] * loans.rate[row],
    amount * rate + privately,
  );
  const margin =
    p['trade.margin'][atlas.sector[cell]] +
    p['trade.marginBySetting'][atlas.setting[cell]] +
    p['trade.marginByPrefecture'][atlas.prefecture[cell]] +
    p['trade.qualityMargin'][0] * e.quality[slot];
  const swing = sales * p['trade.shockMargin'][atlas.size[cell]];
  const earned =
    12 * sales * margin +
    (e.capital[slot] + amount) * e.returnOnCredit[slot] -
    interest +
    swing * e.shock[slot] * year.path;
  const distance = (e.cash[slot] + p['trade.payablesMonths'][0] * sales + earned) / (swing * year.deviation);
  return Math.max(-4, Math.min(4, (distance - p['lend.indexCentre'][0]) / p['lend.indexSpread'][0]));
}
