/** To which group of a dimension an enterprise, a loan, a private debt or an application belongs; -1 for none. */
import { CLASS } from '../conditions.ts';
import { LOAN, NO_LENDER } from '../contracts/loans.ts';
import { lever } from '../conditions.ts';
import { drawKey, STREAMS, uniform } from '../random.ts';
import type { World } from '../world.ts';
import { type GroupDimension, labelsOf } from './groups.ts';

export interface Grouping {
  readonly enterprise: (i: number) => number;
  readonly loan: (i: number, row: number) => number;
  readonly privateDebt: (i: number) => number;
  readonly application: (i: number, row: number) => number;
}

/** Labels that belong to the enterprise whatever is counted. */
function byEnterprise(first: number, label: (i: number) => number): Grouping {
  const group = (i: number) => first + label(i);
  return { enterprise: group, loan: group, privateDebt: group, application: group };
}

/** Main loan of an enterprise: the larger one; -1 without. */
function mainLoan({ loans, shape }: World, i: number): number {
  const second = shape.capacity + i;
  if (loans.lender[i] === NO_LENDER) return loans.lender[second] === NO_LENDER ? -1 : second;
  if (loans.lender[second] === NO_LENDER) return i;
  return loans.principal[second] > loans.principal[i] ? second : i;
}

/** Labels that belong to a loan; an enterprise takes the label of its main loan. */
function byLoan(world: World, first: number, label: (row: number) => number, privateLabel: number, asked: (row: number) => number): Grouping {
  const at = (value: number) => (value < 0 ? -1 : first + value);
  return {
    enterprise: (i) => {
      const row = mainLoan(world, i);
      return at(row >= 0 ? label(row) : world.enterprises.privateDebt[i] > 0 ? privateLabel : -1);
    },
    loan: (_i, row) => at(label(row)),
    privateDebt: () => at(privateLabel),
    application: (_i, row) => at(asked(row)),
  };
}

function groupingOf(world: World, dimension: GroupDimension, first: number): Grouping {
  const { enterprises: e, atlas, loans, lenders, applications: a, input } = world;
  const { prefectures } = input.province;
  switch (dimension) {
    case 'prefecture':
      return byEnterprise(first, (i) => atlas.prefecture[e.cell[i]]);
    case 'region': {
      const labels = labelsOf(input, 'region');
      const of = prefectures.map((one) => labels.indexOf(one.region));
      return byEnterprise(first, (i) => of[atlas.prefecture[e.cell[i]]]);
    }
    case 'setting':
      return byEnterprise(first, (i) => atlas.setting[e.cell[i]]);
    case 'sector':
      return byEnterprise(first, (i) => atlas.sector[e.cell[i]]);
    case 'size':
      return byEnterprise(first, (i) => atlas.size[e.cell[i]]);
    case 'dataCoverage':
      return byEnterprise(first, (i) => e.data[i]);
    case 'creditFile':
      return byEnterprise(first, (i) => (e.vintage[i] > 0 ? 1 : 0));
    case 'insured': {
      const key = drawKey(input.seed, STREAMS.insurance, -1);
      const coverage = lever(world, 'interruptionInsurance.coverage');
      return byEnterprise(first, (i) =>
        atlas.sector[e.cell[i]] === 0 && uniform(key.k0, key.k1, e.id[i]) < coverage[e.cell[i]] ? 1 : 0,
      );
    }
    case 'lender':
      return byLoan(world, first, (row) => lenders.class[loans.lender[row]], CLASS.private, (row) => lenders.class[a.lender[row]]);
    case 'guaranteed':
      return byLoan(world, first, (row) => (loans.guarantor[row] > 0 ? 1 : 0), 0, (row) => (a.guarantor[row] > 0 ? 1 : 0));
    case 'firstLoan':
      return byLoan(world, first, (row) => (loans.flags[row] & LOAN.noRecord ? 1 : 0), 0, (row) => (e.vintage[a.enterprise[row]] === 0 ? 1 : 0));
  }
}

/** Prefectures first (the province is their sum), then the dimensions asked for. */
export function groupingsOf(world: World): Grouping[] {
  let first = 1;
  const all: GroupDimension[] = ['prefecture', ...world.dimensions.filter((one) => one !== 'prefecture')];
  return all.map((dimension) => {
    const grouping = groupingOf(world, dimension, first);
    first += labelsOf(world.input, dimension).length;
    return grouping;
  });
}
