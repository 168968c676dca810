/** An enterprise as the world's columns have it. */
import {
  dataOf,
  LENDER_CLASSES,
  privateRateOf,
  SECTORS,
  SETTINGS,
  SIZES,
  type World,
} from '../../sim/index.ts';
import { anyMonthName, DATA_STATES, NO_LENDER, normalShare, SECURED, STATUS, TRAIT, tidy } from './codes.ts';
import type { Debt, Person, State } from './document.ts';

const STATES = { [STATUS.active]: 'active', [STATUS.estate]: 'estate', [STATUS.closed]: 'closed' } as const;

/** Name and class of a lender, by its number. */
export const lenderNames = (world: World, lender: number) => ({
  lender: world.input.province.lenders[lender].id,
  lenderClass: LENDER_CLASSES[world.lenders.class[lender]],
});

/** Name of a guarantor, by its number plus one as contracts have it; null for none. */
export const guarantorName = (world: World, plusOne: number): string | null =>
  plusOne > 0 ? world.input.province.guarantors[plusOne - 1].id : null;

/** The two rows of the loan table an enterprise may use. */
export const loanRows = (world: World, slot: number): readonly [number, number] => [slot, world.second[slot]];

/** What an enterprise is born with. */
export function personOf(world: World, slot: number): Person {
  const { enterprises: e, atlas, input } = world;
  const cell = e.cell[slot];
  const has = (trait: number) => (e.traits[slot] & trait) !== 0;
  return {
    id: e.id[slot],
    founded: anyMonthName(e.founded[slot]),
    prefecture: input.province.prefectures[atlas.prefecture[cell]].code,
    setting: SETTINGS[atlas.setting[cell]],
    sector: SECTORS[atlas.sector[cell]],
    size: SIZES[atlas.size[cell]],
    collateral: has(TRAIT.collateral),
    platformTraces: has(TRAIT.platform),
    privateReach: has(TRAIT.privateReach),
    floodplain: has(TRAIT.floodplain),
  };
}

function debtAt(world: World, row: number): Debt[] {
  const { loans } = world;
  if (loans.lender[row] === NO_LENDER) return [];
  return [
    {
      ...lenderNames(world, loans.lender[row]),
      amount: loans.principal[row],
      rate: tidy(loans.rate[row]),
      monthsLeft: loans.left[row],
      arrears: loans.arrears[row],
      secured: (loans.flags[row] & SECURED) !== 0,
      guarantor: guarantorName(world, loans.guarantor[row]),
      covered: tidy(loans.covered[row]),
    },
  ];
}

/** Annual rate an enterprise pays private lenders: its own, as agreed when it last borrowed, or the legal cap. */
export const privateRate = ({ enterprises, levers }: World, slot: number): number =>
  tidy(privateRateOf(enterprises, levers['privateRateCap.cap'], slot));

/** The state at the end of `world.month`. */
export function stateOf(world: World, slot: number): State {
  const { enterprises: e } = world;
  const owedPrivately = e.privateDebt[slot];
  return {
    status: STATES[e.status[slot] as keyof typeof STATES],
    ageMonths: world.month - e.founded[slot],
    sales: e.scale[slot],
    cash: e.cash[slot],
    workingCapital: e.capital[slot],
    debts: loanRows(world, slot).flatMap((row) => debtAt(world, row)),
    privateDebt:
      owedPrivately > 0
        ? { amount: owedPrivately, rate: privateRate(world, slot), arrears: e.privateArrears[slot] }
        : null,
    data: DATA_STATES[dataOf(world, slot)],
    creditMonths: e.history[slot],
    badRecord: e.bad[slot] > 0,
    expectedChance: tidy(normalShare(e.belief[slot])),
  };
}
