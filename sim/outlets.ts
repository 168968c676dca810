/** Outlets and canvassing: how far an applicant travels, whom officers call on, and who pays for it. */
import { roundYuan } from './arithmetic.ts';
import { CLASS, isMoved, lever, leverInUse } from './conditions.ts';
import { travelLeft } from './decisions/travel.ts';
import { type DrawKey, drawKey, STREAMS, uniform } from './random.ts';
import { whileLeversStand } from './standing.ts';
import type { World } from './world.ts';

/** Gathered once a phase. */
export interface Outlets {
  readonly world: World;
  /** Part of the cost of asking that is left, by cell. */
  readonly costLeft: Float64Array;
  readonly canvassed: Float64Array;
  readonly key: DrawKey;
}

/** Part of the cost of asking that is left by cell; null as for `outletsOf`. */
const costLeft = whileLeversStand((world): Float64Array | null => {
  const density = lever(world, 'outlets.density');
  if (!isMoved(density, 1) && leverInUse(world, 'outlets.canvassed') === null) return null;
  const travel = world.input.province.parameters['outlets.travelShare'][0];
  return density.map((one) => 1 + travel * (travelLeft(one) - 1));
});

/** Null while outlets are as dense as in 2025 and nobody goes from door to door. */
export function outletsOf(world: World): Outlets | null {
  const left = costLeft(world);
  if (left === null) return null;
  return {
    world,
    costLeft: left,
    canvassed: lever(world, 'outlets.canvassed'),
    key: drawKey(world.input.seed, STREAMS.canvass, world.month + 1),
  };
}

/** Whether an officer calls on enterprise `i` this month. */
export function calledOn(outlets: Outlets | null, i: number): boolean {
  if (outlets === null) return false;
  const { id, cell } = outlets.world.enterprises;
  const share = outlets.canvassed[cell[i]];
  return share > 0 && uniform(outlets.key.k0, outlets.key.k1, id[i]) < share / 12;
}

/** Part of the cost of asking left in a cell; who is called on does not travel. */
export function travelCost(outlets: Outlets | null, cell: number, called: boolean): number {
  if (outlets === null) return 1;
  const travel = outlets.world.input.province.parameters['outlets.travelShare'][0];
  return called ? 1 - travel : outlets.costLeft[cell];
}

/**
 * Yuan a month that outlets beyond those of 2025 and officers' rounds cost each rural lender, by its part of the rural
 * book of its prefecture; null while there are none. An enterprise of 2023 stands for the clients of a place.
 */
export function outletCosts(world: World): Float64Array | null {
  if (outletsOf(world) === null) return null;
  const { lenders, shape, atlas, input } = world;
  const p = input.province.parameters;
  const density = lever(world, 'outlets.density');
  const canvassed = lever(world, 'outlets.canvassed');
  const perPlace = new Float64Array(shape.prefectures);
  const book = new Float64Array(shape.prefectures);
  for (let cell = 0; cell < shape.cells; cell++)
    perPlace[atlas.prefecture[cell]] +=
      (input.province.population[cell] *
        ((density[cell] - 1) * p['outlets.cost'][0] + canvassed[cell] * p['outlets.callCost'][0])) /
      12;
  const serves = (l: number) => lenders.class[l] === CLASS.rural && lenders.prefecture[l] >= 0;
  for (let l = 0; l < shape.licensed; l++) if (serves(l)) book[lenders.prefecture[l]] += lenders.loans[l];
  return Float64Array.from({ length: shape.licensed }, (_, l) => {
    const place = lenders.prefecture[l];
    return serves(l) && book[place] > 0 ? roundYuan((perPlace[place] * lenders.loans[l]) / book[place]) : 0;
  });
}
