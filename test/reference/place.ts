/** Cells: every combination of prefecture, setting, sector and size, by its four numbers. */
import { type ProvinceInput, SECTORS, SETTINGS, SIZES } from '../../sim/input.ts';

export interface Cell {
  readonly index: number;
  readonly prefecture: number;
  readonly setting: number;
  readonly sector: number;
  readonly size: number;
  /** Sector in a prefecture: those who trade with each other and compare themselves. */
  readonly block: number;
}

/** All cells in the order of the population list: size runs fastest, prefecture slowest. */
export function cellsOf({ prefectures }: ProvinceInput): Cell[] {
  const cells: Cell[] = [];
  for (let prefecture = 0; prefecture < prefectures.length; prefecture++)
    for (let setting = 0; setting < SETTINGS.length; setting++)
      for (let sector = 0; sector < SECTORS.length; sector++)
        for (let size = 0; size < SIZES.length; size++)
          cells.push({
            index: cells.length,
            prefecture,
            setting,
            sector,
            size,
            block: prefecture * SECTORS.length + sector,
          });
  return cells;
}
