/** To which group of a dimension an enterprise, a loan, a private debt or an application belongs. */

import { CLASS, lever } from '../conditions.ts';
import { LOAN, NO_LENDER, underGuarantee } from '../contracts/loans.ts';
import { drawKey, STREAMS, uniform } from '../random.ts';
import { dataOf } from '../traces.ts';
import type { World } from '../world.ts';
import { type GroupDimension, labelsOf } from './groups.ts';

/** Label of what belongs to no group of a dimension. */
export const NO_GROUP = 65535;

export interface Grouping {
  /** Group of every cell where it follows from the cell alone; null where it does not. */
  readonly cells: Uint16Array | null;
  /** Group of the enterprise in a slot; 65535 for none. */
  readonly enterprise: (i: number) => number;
  /** Whether loans have labels of their own; if not, everything takes the enterprise's. */
  readonly byLoan: boolean;
  readonly loan: (row: number) => number;
  readonly privateGroup: number;
  readonly application: (row: number) => number;
}

const unused = () => NO_GROUP;

/** Labels that belong to the enterprise whatever is counted. */
const byEnterprise = (enterprise: (i: number) => number, cells: Uint16Array | null = null): Grouping => ({
  cells,
  enterprise,
  byLoan: false,
  loan: unused,
  application: unused,
  privateGroup: NO_GROUP,
});

/** Labels that follow from the cell alone. */
function byCell(world: World, cells: Uint16Array): Grouping {
  const { cell } = world.enterprises;
  return byEnterprise((i) => cells[cell[i]], cells);
}

/** Main loan of an enterprise: the larger one; -1 without. */
function mainLoan({ loans, second: secondOf }: World, i: number): number {
  const second = secondOf[i];
  if (loans.lender[i] === NO_LENDER) return loans.lender[second] === NO_LENDER ? -1 : second;
  if (loans.lender[second] === NO_LENDER) return i;
  return loans.principal[second] > loans.principal[i] ? second : i;
}

/** Labels that belong to a loan; an enterprise takes the label of its main loan, or of its private debt. */
function byLoan(
  world: World,
  privateGroup: number,
  loan: (row: number) => number,
  application: (row: number) => number,
): Grouping {
  const { privateDebt } = world.enterprises;
  return {
    cells: null,
    byLoan: true,
    loan,
    application,
    privateGroup,
    enterprise: (i) => {
      const row = mainLoan(world, i);
      return row >= 0 ? loan(row) : privateDebt[i] > 0 ? privateGroup : NO_GROUP;
    },
  };
}

function groupingOf(world: World, dimension: GroupDimension, first: number): Grouping {
  const { enterprises: e, atlas, loans, lenders, applications: a, input } = world;
  const cells = (label: (cell: number) => number) =>
    byCell(
      world,
      Uint16Array.from(atlas.size, (_, cell) => first + label(cell)),
    );
  switch (dimension) {
    case 'prefecture':
      return cells((cell) => atlas.prefecture[cell]);
    case 'region': {
      const labels = labelsOf(input, 'region');
      const of = input.province.prefectures.map((one) => labels.indexOf(one.region));
      return cells((cell) => of[atlas.prefecture[cell]]);
    }
    case 'setting':
      return cells((cell) => atlas.setting[cell]);
    case 'sector':
      return cells((cell) => atlas.sector[cell]);
    case 'size':
      return cells((cell) => atlas.size[cell]);
    case 'dataCoverage':
      return byEnterprise((i) => first + dataOf(world, i));
    case 'creditFile':
      return byEnterprise((i) => first + (e.vintage[i] > 0 ? 1 : 0));
    case 'insured': {
      const key = drawKey(input.seed, STREAMS.insurance, -1);
      const farms = lever(world, 'interruptionInsurance.coverage');
      const others = lever(world, 'partnerInsurance.coverage');
      return byEnterprise((i) => {
        const coverage = atlas.sector[e.cell[i]] === 0 ? farms : others;
        return first + (uniform(key.k0, key.k1, e.id[i]) < coverage[e.cell[i]] ? 1 : 0);
      });
    }
    case 'lender':
      return byLoan(
        world,
        first + CLASS.private,
        (row) => first + lenders.class[loans.lender[row]],
        (row) => first + lenders.class[a.lender[row]],
      );
    case 'guaranteed':
      return byLoan(
        world,
        first,
        (row) => first + (underGuarantee(loans, row) ? 1 : 0),
        (row) => first + (a.guarantor[row] > 0 ? 1 : 0),
      );
    case 'firstLoan':
      return byLoan(
        world,
        first,
        (row) => first + (loans.flags[row] & LOAN.noRecord ? 1 : 0),
        (row) => first + (a.novice[row] === 1 ? 1 : 0),
      );
  }
}

/** Groupings of a view, made once: labels are read anew each month, the tables behind them do not change. */
const MADE = new WeakMap<World, Grouping[]>();

/** Prefectures first (the province is their sum), then the dimensions asked for. */
export function groupingsOf(world: World): Grouping[] {
  const made = MADE.get(world);
  if (made) return made;
  const groupings = makeGroupings(world);
  MADE.set(world, groupings);
  return groupings;
}

function makeGroupings(world: World): Grouping[] {
  let first = 1;
  const all: GroupDimension[] = ['prefecture', ...world.dimensions.filter((one) => one !== 'prefecture')];
  return all.map((dimension) => {
    const grouping = groupingOf(world, dimension, first);
    first += labelsOf(world.input, dimension).length;
    return grouping;
  });
}
