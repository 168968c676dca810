/** Values of levers in force, looked up by whom they concern. */
import type { Enterprise } from './enterprise.ts';
import type { Lender } from './institutions.ts';
import type { Lever } from './levers.ts';
import type { Cell } from './place.ts';
import type { SlowWorld } from './world.ts';

const leverValue = (world: SlowWorld, name: Lever, k: number): number =>
  (world.levers.get(name) as number[])[k];

/** Value in force for the enterprises of a cell. */
export const atCell = (world: SlowWorld, name: Lever, { index }: Cell): number =>
  leverValue(world, name, index);

/** Value in force for an enterprise. */
export const forEnterprise = (world: SlowWorld, name: Lever, { cell }: Enterprise): number =>
  leverValue(world, name, cell.index);

export const forLender = (world: SlowWorld, name: Lever, { index }: Lender): number =>
  leverValue(world, name, index);

/** Value in force in a prefecture; an institution of the whole province goes by the first. */
export const atPrefecture = (world: SlowWorld, name: Lever, prefecture: number): number =>
  leverValue(world, name, Math.max(0, prefecture));

export const inProvince = (world: SlowWorld, name: Lever): number => leverValue(world, name, 0);

/** Plain mean of what is in force in these cells. */
function meanOver(world: SlowWorld, name: Lever, cells: readonly Cell[]): number {
  let sum = 0;
  for (const cell of cells) sum += atCell(world, name, cell);
  return sum / cells.length;
}

/** Mean over the cells of a prefecture; an institution of the whole province goes by the first. */
export const meanAt = (world: SlowWorld, name: Lever, prefecture: number): number =>
  meanOver(
    world,
    name,
    world.cells.filter((cell) => cell.prefecture === Math.max(0, prefecture)),
  );

/** Mean over all cells. */
export const meanEverywhere = (world: SlowWorld, name: Lever): number => meanOver(world, name, world.cells);
