/** Levels no indicator breaks down far enough: loans at one moment by lender class, prefecture and sector. */
import {
  DEFAULT_ARREARS,
  LENDER_CLASSES,
  LOAN,
  NO_LENDER,
  PD_BINS,
  pdOfBin,
  SECTORS,
  SETTINGS,
  STATUS,
  type World,
} from '../../sim/index.ts';

/** A line up to this many yuan is inclusive finance. */
const INCLUSIVE_LINE = 10_000_000;

/** What is added up in each cell of the census; simulated loans and their yuan. */
export const TALLIES = [
  'lines',
  'balance',
  'inclusive',
  'inclusiveUnsecured',
  'nonPerforming',
  'overdue',
  'guaranteed',
  'readPd',
] as const;
export type TallyName = (typeof TALLIES)[number];

/** Which loans to add up; an absent list means all. Lender classes, prefecture positions, sectors and settings by index. */
export interface LoanFilter {
  readonly classes?: readonly number[] | undefined;
  readonly prefectures?: readonly number[] | undefined;
  readonly sectors?: readonly number[] | undefined;
  readonly settings?: readonly number[] | undefined;
}

/** Loans of one world at one moment. */
export interface Census {
  readonly prefectures: number;
  /** One number for each (tally, class, prefecture, sector, setting). */
  readonly cells: Float64Array;
  /** Active enterprises with a formal loan. */
  readonly borrowers: number;
}

/** Position of a place in the census: class, prefecture, sector and setting of a loan. */
const placeOf = (prefectures: number, cls: number, prefecture: number, sector: number, setting: number) =>
  ((cls * prefectures + prefecture) * SECTORS.length + sector) * SETTINGS.length + setting;

const placesIn = (prefectures: number): number =>
  LENDER_CLASSES.length * prefectures * SECTORS.length * SETTINGS.length;

/** What one loan adds to each tally; `owed` is all its borrower owes. */
function weigh({ loans }: World, row: number, owed: number): number[] {
  const principal = loans.principal[row];
  const inclusive = owed <= INCLUSIVE_LINE ? principal : 0;
  const arrears = loans.arrears[row];
  const guaranteed = loans.guarantor[row] > 0;
  const bare = !guaranteed && (loans.flags[row] & LOAN.secured) === 0;
  return [
    1,
    principal,
    inclusive,
    bare ? inclusive : 0,
    arrears >= DEFAULT_ARREARS ? principal : 0,
    arrears > 0 ? principal : 0,
    guaranteed ? 1 : 0,
    pdOfBin(loans.pdBin[row], PD_BINS),
  ];
}

/** Counts every loan on the books, those of estates too. Reads only. */
export function takeCensus(world: World): Census {
  const { enterprises, loans, second, lenders, atlas, shape } = world;
  const { prefectures, capacity } = shape;
  const places = placesIn(prefectures);
  const cells = new Float64Array(TALLIES.length * places);
  let borrowers = 0;
  for (let i = 0; i < capacity; i++) {
    const status = enterprises.status[i];
    if (status === STATUS.empty) continue;
    const rows = [i, second[i]].filter((row) => loans.lender[row] !== NO_LENDER);
    if (rows.length > 0 && status === STATUS.active) borrowers++;
    const owed = rows.reduce((sum, row) => sum + loans.principal[row], 0);
    const cell = enterprises.cell[i];
    for (const row of rows) {
      const cls = lenders.class[loans.lender[row]];
      const place = placeOf(
        prefectures,
        cls,
        atlas.prefecture[cell],
        atlas.sector[cell],
        atlas.setting[cell],
      );
      weigh(world, row, owed).forEach((amount, tally) => {
        cells[tally * places + place] += amount;
      });
    }
  }
  return { prefectures, cells, borrowers };
}

const all = (length: number): number[] => Array.from({ length }, (_, k) => k);

/** Sum of one tally over the loans a filter lets through. */
export function sumOf(census: Census, tally: TallyName, filter: LoanFilter = {}): number {
  const { prefectures, cells } = census;
  const offset = TALLIES.indexOf(tally) * placesIn(prefectures);
  let sum = 0;
  for (const cls of filter.classes ?? all(LENDER_CLASSES.length))
    for (const prefecture of filter.prefectures ?? all(prefectures))
      for (const sector of filter.sectors ?? all(SECTORS.length))
        for (const setting of filter.settings ?? all(SETTINGS.length))
          sum += cells[offset + placeOf(prefectures, cls, prefecture, sector, setting)];
  return sum;
}
