/** Interest subsidies as owners see them: who claims, for what debt, and what may be counted on. */
import { DATA } from './agents/enterprises.ts';
import { isMoved, lever } from './conditions.ts';
import { NO_LENDER } from './contracts/loans.ts';
import { type Green, greenSubsidy, openGreen } from './green.ts';
import { type DrawKey, drawKey, STREAMS, uniform } from './random.ts';
import { dataOf } from './traces.ts';
import { subsidyPoints } from './treasury.ts';
import type { World } from './world.ts';

/** Everything a claim depends on, gathered once a phase. */
export interface Claiming {
  readonly world: World;
  readonly month: number;
  /** Whether any cell's lever pays interest. */
  readonly paying: boolean;
  /** What is owed on a claim, and the same x the part that has been paid; annual ratios by cell. */
  readonly points: Float64Array;
  readonly counted: Float64Array;
  readonly green: Green | null;
  readonly taxYears: Float64Array;
  readonly claimCost: number;
  readonly takeUp: number;
  readonly maxLine: number;
  readonly automatic: Float64Array;
  readonly adoption: Float64Array;
  readonly automaticKey: DrawKey;
  readonly appKey: DrawKey;
  readonly takeUpKey: DrawKey;
}

export function openClaiming(world: World): Claiming {
  const { seed, province } = world.input;
  const p = province.parameters;
  const points = lever(world, 'interestSubsidy.points');
  return {
    world,
    month: world.month + 1,
    paying: isMoved(points, 0),
    points,
    counted: subsidyPoints(world),
    green: openGreen(world),
    taxYears: lever(world, 'interestSubsidy.taxYears'),
    claimCost: p['interestSubsidy.claimCost'][0],
    takeUp: p['interestSubsidy.takeUp'][0],
    maxLine: p['interestSubsidy.maxLine'][0],
    automatic: lever(world, 'smartSubsidy.automatic'),
    adoption: lever(world, 'enterpriseApp.adoption'),
    automaticKey: drawKey(seed, STREAMS.smartSubsidy, -1),
    appKey: drawKey(seed, STREAMS.appAdoption, -1),
    takeUpKey: drawKey(seed, STREAMS.subsidyTakeUp, -1),
  };
}

/** Whether the treasury finds the enterprise by itself in the records it has. */
export function isFound({ world, automatic, automaticKey: key }: Claiming, i: number): boolean {
  const { cell, id } = world.enterprises;
  const share = automatic[cell[i]];
  return share > 0 && dataOf(world, i) !== DATA.none && uniform(key.k0, key.k1, id[i]) < share;
}

/** Whether enterprise `i` claims for a debt of so many yuan: it is found or applies, is old enough, and it pays. */
export function claims(claiming: Claiming, i: number, debt: number, found: boolean): boolean {
  const { world, month, points, taxYears, claimCost, takeUp, maxLine, adoption, appKey, takeUpKey } =
    claiming;
  const { cell, id, founded } = world.enterprises;
  const c = cell[i];
  if (points[c] === 0 || debt > maxLine || month - founded[i] < 12 * taxYears[c]) return false;
  const worth = debt * points[c];
  if (!found && adoption[c] === 0 && worth <= claimCost) return false;
  if (!found && uniform(takeUpKey.k0, takeUpKey.k1, id[i]) >= takeUp) return false;
  const easy = found || (adoption[c] > 0 && uniform(appKey.k0, appKey.k1, id[i]) < adoption[c]);
  return worth > (easy ? 0 : claimCost);
}

/** Part of a green subsidy that is counted on: what the treasury of the place has been paying of what is claimed. */
export const greenCounted = (green: Green | null, i: number): number =>
  green === null ? 0 : greenSubsidy(green, i) * paidShareOf(green.world, i);

const paidShareOf = ({ province, atlas, enterprises }: World, i: number): number =>
  province.subsidyPaidShare[atlas.prefecture[enterprises.cell[i]]];

/** Interest an owner who would owe lenders `debt` yuan may count on a treasury to pay, annual ratio. */
export function subsidyHoped(claiming: Claiming, i: number, debt: number): number {
  const { world, paying, counted, green } = claiming;
  const points =
    paying && claims(claiming, i, debt, isFound(claiming, i)) ? counted[world.enterprises.cell[i]] : 0;
  return points + greenCounted(green, i);
}

/** Yuan an enterprise owes lenders on both its loans. */
export function formalDebt({ loans, second }: World, i: number): number {
  const other = second[i];
  return (
    (loans.lender[i] === NO_LENDER ? 0 : loans.principal[i]) +
    (loans.lender[other] === NO_LENDER ? 0 : loans.principal[other])
  );
}
