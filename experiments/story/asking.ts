/** Why an owner asked or did not: the reckoning of the phase `apply`, from the same columns. */
import { gainFromAsking, LENDER_CLASSES, type World } from '../../sim/index.ts';
import { normalShare, tidy } from './codes.ts';
import type { Asking } from './document.ts';

/** What an empty till adds to the worth of money, and what usable data and a digital lender save of the trouble. */
const SHORTFALL_WORTH = 0.3;
const WITH_DATA = 0.7;
const BY_TELEPHONE = 0.2;
const DIGITAL = LENDER_CLASSES.indexOf('digital');

/** Interest subsidy where an enterprise is: claims are paid in proportion to the money its treasury is given. */
function subsidyPoints({ levers, input, atlas }: World, cell: number): number {
  const standard = input.province.parameters['fundAllocation.west'][0];
  const west = levers['fundAllocation.west'][0];
  const { periphery } = input.province.prefectures[atlas.prefecture[cell]];
  const given = periphery === 1 ? west / standard : (1 - west) / (1 - standard);
  return levers['interestSubsidy.points'][cell] * given;
}

/** Who came to the owner this month: a bank from its list, or a team of the coordination mechanism. */
export interface Callers {
  readonly contacted: boolean;
  readonly visited: boolean;
}

/** What the owner of application `row` expected. Call after the phase `apply`, before the lenders answer. */
export function askingOf(world: World, row: number, callers: Callers): Asking {
  const { applications: a, enterprises: e, input, lenders, levers, province, atlas } = world;
  const p = input.province.parameters;
  const i = a.enterprise[row];
  const cell = e.cell[i];
  const wanted = a.asked[row];
  const taxed = world.month + 1 - e.founded[i] >= 12 * levers['interestSubsidy.taxYears'][cell];
  const rate = province.postedRate[lenders.class[a.lender[row]]] - (taxed ? subsidyPoints(world, cell) : 0);
  const buffer = p['trade.bufferMonths'][0] * e.scale[i];
  const shortfall = Math.min(wanted, Math.max(0, 0.5 * buffer - e.cash[i]));
  const worth = e.returnOnCredit[i] + (shortfall / wanted) * SHORTFALL_WORTH;
  const believed = normalShare(e.belief[i]);
  const peers = world.blocks.approval[atlas.block[cell]];
  const chance = callers.contacted || callers.visited ? Math.max(believed, peers) : believed;
  const cost = costOf(world, row, callers);
  const dread = p['apply.fearOfRefusal'][0];
  const gain = gainFromAsking(wanted, worth, rate, chance, cost, dread);
  return {
    chance: tidy(chance),
    worth: tidy(worth),
    rate: tidy(rate),
    cost: tidy(cost),
    fear: tidy(dread * wanted * (1 - chance)),
    gain: tidy(gain),
  };
}

/** Trip, documents and time, less what callers, data, a digital lender and the app save; nobody else asks digital ones. */
function costOf(world: World, row: number, { contacted, visited }: Callers): number {
  const { applications: a, enterprises: e, input, atlas, lenders, levers } = world;
  const p = input.province.parameters;
  const i = a.enterprise[row];
  const cell = e.cell[i];
  const trip = p['apply.searchCost'][atlas.setting[cell]] * p['apply.distance'][atlas.prefecture[cell]];
  const documents = e.data[i] === 0 ? 1 : WITH_DATA;
  const digital = lenders.class[a.lender[row]] === DIGITAL ? BY_TELEPHONE : 1;
  const calling = contacted
    ? levers['firstLoanList.searchCost'][cell]
    : visited
      ? p['coordinationMechanism.searchCost'][0]
      : 1;
  const informed = usesApp(world, i) ? p['enterpriseApp.searchCost'][0] : 1;
  return (trip + p['apply.searchCostShare'][0] * a.asked[row]) * documents * digital * calling * informed;
}

/** An owner who uses the app expects what its peers met with, to the last digit; nobody else does. */
function usesApp({ enterprises: e, levers, blocks, atlas }: World, i: number): boolean {
  const cell = e.cell[i];
  const peers = Math.min(0.999, Math.max(0.001, blocks.approval[atlas.block[cell]]));
  return levers['enterpriseApp.adoption'][cell] > 0 && Math.abs(normalShare(e.belief[i]) - peers) < 1e-7;
}
