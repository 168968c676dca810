/**
 * The one derivation of a province's enterprises by prefecture, setting, sector and size. Published and assumed margins
 * (`margins.json`) and assumed leanings (`tilts.json`) go in; whole enterprises come out. Three steps: place by
 * raking, sectors by raking, sizes by fitting one size tilt and one penetration tilt in each place so that the debt of
 * the expected borrowers is the balance of the place.
 */
import { SECTORS, SETTINGS, SIZES } from '../../../sim/index.ts';
import { rake, sumOf, wholeParts } from './apportion.ts';
import type { Margins, Tilts } from './margins.ts';
import { fitSizes } from './sizes.ts';

/** What the derivation yields; tables are indexed `((prefecture * 3 + setting) * 8 + sector) * 4 + size`. */
export interface DerivedPopulation {
  /** Whole enterprises at the date of the margins (2025-12). */
  readonly atMargins: Float64Array;
  /** Whole enterprises three years of growth earlier (2023-01). */
  readonly atStart: Float64Array;
  /** Balance of each prefecture over the balance its enterprises would have at the mean debt of their class. */
  readonly debtTilt: readonly number[];
  /** Expected borrowers over enterprises, in each cell of the table, at the date of the margins. */
  readonly penetration: Float64Array;
}

/** Growth of the stock of enterprises, a year: entry 9 % less exit 7 % (assumed). */
export const STOCK_GROWTH = 0.02;
const SETTING_COUNT = SETTINGS.length;
const SECTOR_COUNT = SECTORS.length;
const SIZE_COUNT = SIZES.length;
const PLACE_CELLS = SECTOR_COUNT * SIZE_COUNT;

/** Derives everything; deterministic, some tens of milliseconds. */
export function derivePopulation(margins: Margins, tilts: Tilts): DerivedPopulation {
  const places = placeEnterprises(margins);
  const sectors = spreadSectors(margins, tilts, places);
  const fit = fitSizes(margins, tilts, places, sectors);
  const total = sumOf(margins.prefectures.map((one) => one.enterprises));
  const year = 1 + STOCK_GROWTH;
  const atMargins = wholeEnterprises(fit.enterprises, margins.prefectures.length, total);
  const atStart = wholeEnterprises(
    fit.enterprises,
    margins.prefectures.length,
    Math.round(total / (year * year * year)),
  );
  return {
    atMargins,
    atStart,
    penetration: fit.penetration,
    debtTilt: debtTilts(margins, atMargins, fit.penetration),
  };
}

/** Enterprises by prefecture and setting: published settings of the province, assumed shares inside a prefecture. */
export function placeEnterprises({ prefectures, settings }: Margins): Float64Array {
  const table = Float64Array.from(
    prefectures.flatMap((one) => one.settingShare.map((share) => share * one.enterprises)),
  );
  rake(
    table,
    prefectures.map((one) => one.enterprises),
    settings.map((one) => one.enterprises),
  );
  return table;
}

/** Enterprises by place and sector: provincial sector totals with leanings by setting and prefecture. */
function spreadSectors(margins: Margins, tilts: Tilts, places: Float64Array): Float64Array {
  const table = new Float64Array(places.length * SECTOR_COUNT);
  for (const [place, enterprises] of places.entries()) {
    const { code } = margins.prefectures[Math.floor(place / SETTING_COUNT)];
    for (const [j, sector] of SECTORS.entries()) {
      const lean = tilts.sectorBySetting.value[sector][place % SETTING_COUNT];
      const known = tilts.sectorByPrefecture.value[code]?.[sector] ?? 1;
      table[place * SECTOR_COUNT + j] = enterprises * margins.sectors[j].enterprises * lean * known;
    }
  }
  const totals = margins.sectors.map((one) => one.enterprises);
  rake(table, Array.from(places), totals);
  return table;
}

/** Whole enterprises with an exact total: prefectures, then settings inside them, then cells inside those. */
function wholeEnterprises(table: Float64Array, prefectures: number, total: number): Float64Array {
  const whole = new Float64Array(table.length);
  const sizeOf = table.length / prefectures;
  const byPrefecture = wholeParts(sumsOf(table, sizeOf), total);
  for (const [home, enterprises] of byPrefecture.entries()) {
    const own = table.subarray(home * sizeOf, (home + 1) * sizeOf);
    const bySetting = wholeParts(sumsOf(own, PLACE_CELLS), enterprises);
    for (const [setting, count] of bySetting.entries()) {
      const from = setting * PLACE_CELLS;
      whole.set(wholeParts(own.subarray(from, from + PLACE_CELLS), count), home * sizeOf + from);
    }
  }
  return whole;
}

function sumsOf(table: Float64Array, cells: number): number[] {
  return Array.from({ length: table.length / cells }, (_, i) =>
    sumOf(table.subarray(i * cells, (i + 1) * cells)),
  );
}

function debtTilts(
  { prefectures, sizes }: Margins,
  enterprises: Float64Array,
  penetration: Float64Array,
): number[] {
  const cells = enterprises.length / prefectures.length;
  return prefectures.map((one, home) => {
    let expected = 0;
    for (let i = home * cells; i < (home + 1) * cells; i++) {
      expected += enterprises[i] * penetration[i] * sizes[i % SIZE_COUNT].meanDebtYuan;
    }
    return Math.round((one.balanceYuan / expected) * 1e4) / 1e4;
  });
}
