/** Why an owner asked or did not: the reckoning of the phase `apply`, from the same columns. */
import type { World } from '../../sim/index.ts';
import { normalShare, TRAIT, tidy } from './codes.ts';
import type { Asking } from './document.ts';

/** Weight of a full till in what money is worth to an owner, and what documents and a telephone save. */
const SHORTFALL_WORTH = 0.3;
const WITH_DATA = 0.7;
const BY_TELEPHONE = 0.2;
const DIGITAL = 5;

/** What the owner of application `row` expected. Call after the phase `apply`, before the lenders answer. */
export function askingOf(world: World, row: number, contacted: boolean): Asking {
  const { applications: a, enterprises: e, input, lenders, levers, province, atlas } = world;
  const p = input.province.parameters;
  const i = a.enterprise[row];
  const cell = e.cell[i];
  const wanted = a.asked[row];
  const lenderClass = lenders.class[a.lender[row]];
  const taxed = world.month + 1 - e.founded[i] >= 12 * levers['interestSubsidy.taxYears'][cell];
  const rate = province.postedRate[lenderClass] - (taxed ? levers['interestSubsidy.points'][cell] : 0);
  const buffer = p['trade.bufferMonths'][0] * e.scale[i];
  const shortfall = Math.min(wanted, Math.max(0, 0.5 * buffer - e.cash[i]));
  const worth = e.returnOnCredit[i] + (shortfall / wanted) * SHORTFALL_WORTH;
  const believed = normalShare(e.belief[i]);
  const chance = contacted ? Math.max(believed, world.blocks.approval[atlas.block[cell]]) : believed;
  const cost = costOf(world, row, lenderClass) * (contacted ? levers['firstLoanList.searchCost'][cell] : 1);
  const fear = p['apply.fearOfRefusal'][0] * wanted * (1 - chance);
  const gain = chance * wanted * (worth - rate) - cost - fear;
  return {
    chance: tidy(chance),
    worth: tidy(worth),
    rate: tidy(rate),
    cost: tidy(cost),
    fear: tidy(fear),
    gain: tidy(gain),
  };
}

function costOf(world: World, row: number, lenderClass: number): number {
  const { applications: a, enterprises: e, input, atlas } = world;
  const p = input.province.parameters;
  const i = a.enterprise[row];
  const cell = e.cell[i];
  const trip = p['apply.searchCost'][atlas.setting[cell]] * p['apply.distance'][atlas.prefecture[cell]];
  const documents = e.data[i] === 0 ? 1 : WITH_DATA;
  const digital = lenderClass === DIGITAL && (e.traits[i] & TRAIT.platform) !== 0 ? BY_TELEPHONE : 1;
  return (trip + p['apply.searchCostShare'][0] * a.asked[row]) * documents * digital;
}
