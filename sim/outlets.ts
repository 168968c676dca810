/** Outlets and canvassing: how far an applicant travels, whom officers call on, and who pays for it. */
import { roundYuan } from './arithmetic.ts';
import { CLASS, isMoved, lever, leverInUse } from './conditions.ts';
import { callsEach, officersFree } from './decisions/rounds.ts';
import { travelLeft } from './decisions/travel.ts';
import type { ParameterValues } from './input.ts';
import { LICENCE_GONE } from './licence.ts';
import { type DrawKey, drawKey, STREAMS, uniform } from './random.ts';
import { whileLeversStand } from './standing.ts';
import type { World } from './world.ts';

/** Whose officer calls on an enterprise. */
export const CALLER = { none: 0, outlet: 1, relationship: 2 } as const;

/** Gathered once a phase. */
export interface Outlets {
  readonly world: World;
  /** Part of the cost of asking that is left, by cell; null while outlets are as in 2025. */
  readonly costLeft: Float64Array | null;
  readonly canvassed: Float64Array;
  readonly key: DrawKey;
  /** Chance a month that an officer of a relationship bank calls, by prefecture; null while there is no such bank. */
  readonly rounds: Float64Array | null;
  readonly roundsKey: DrawKey;
}

/** Part of the cost of asking that is left by cell; null while outlets are as in 2025 and nobody canvasses for them. */
const costLeft = whileLeversStand((world): Float64Array | null => {
  const density = lever(world, 'outlets.density');
  if (!isMoved(density, 1) && leverInUse(world, 'outlets.canvassed') === null) return null;
  const travel = world.input.province.parameters['outlets.travelShare'][0];
  return density.map((one) => 1 + travel * (travelLeft(one) - 1));
});

/** Null while outlets are as dense as in 2025 and nobody goes from door to door. */
export function outletsOf(world: World): Outlets | null {
  const left = costLeft(world);
  const rounds = roundsOf(world);
  if (left === null && rounds === null) return null;
  return {
    world,
    costLeft: left,
    canvassed: lever(world, 'outlets.canvassed'),
    key: drawKey(world.input.seed, STREAMS.canvass, world.month + 1),
    rounds,
    roundsKey: drawKey(world.input.seed, STREAMS.rounds, world.month + 1),
  };
}

/**
 * Calls a month for which a relationship bank's officers have time. The clients of a book as large as their capital
 * carries take all of it.
 */
function callsOf({ lenders, input }: World, presence: Float64Array, l: number): number {
  const c = lenders.class[l];
  const here = lenders.prefecture[l];
  if (c !== CLASS.relationship || here < 0 || presence[here] === 0 || lenders.weak[l] === LICENCE_GONE)
    return 0;
  const p = input.province.parameters;
  const [each] = p['relationshipBanks.capitalPerOfficer'];
  const onFiles = lenders.officers[l] / lenders.attention[l];
  const free = officersFree(
    lenders.founded[l] / each,
    onFiles,
    lenders.loans[l],
    each / p['lend.capitalRatio'][c],
  );
  return callsOfOfficer(p) * free;
}

/** Calls a month of an officer who has no files. */
const callsOfOfficer = (p: ParameterValues): number =>
  callsEach(p['relationshipBanks.files'][0], p['fieldLending.visitCost'][0], p['outlets.callCost'][0]);

/** Calls of relationship banks over the enterprises of 2023, by prefecture: officers walk their patch, whoever lives there. */
function roundsOf(world: World): Float64Array | null {
  const presence = leverInUse(world, 'relationshipBanks.presence');
  if (presence === null) return null;
  const { lenders, shape } = world;
  const calls = new Float64Array(shape.prefectures);
  for (let l = 0; l < shape.licensed; l++)
    if (lenders.prefecture[l] >= 0) calls[lenders.prefecture[l]] += callsOf(world, presence, l);
  const there = population(world);
  return calls.map((number, here) => Math.min(1, number / there[here]));
}

/** Enterprises of 2023 by prefecture. */
const population = whileLeversStand(({ atlas, shape, input }): Float64Array => {
  const there = new Float64Array(shape.prefectures);
  for (let cell = 0; cell < shape.cells; cell++)
    there[atlas.prefecture[cell]] += input.province.population[cell];
  return there;
});

/** One of `CALLER`: whose officer calls on enterprise `i` this month. Only those without a loan are called on. */
export function callerOn(outlets: Outlets | null, i: number, borrows: boolean): number {
  if (outlets === null || borrows) return CALLER.none;
  const { world, rounds, roundsKey, canvassed, key } = outlets;
  const { id, cell } = world.enterprises;
  const c = cell[i];
  const chance = rounds === null ? 0 : rounds[world.atlas.prefecture[c]];
  if (chance > 0 && uniform(roundsKey.k0, roundsKey.k1, id[i]) < chance) return CALLER.relationship;
  return canvassed[c] > 0 && uniform(key.k0, key.k1, id[i]) < canvassed[c] / 12 ? CALLER.outlet : CALLER.none;
}

/** Part of the cost of asking left in a cell; who is called on does not travel. */
export function travelCost(outlets: Outlets | null, cell: number, caller: number): number {
  if (outlets === null) return 1;
  if (caller !== CALLER.none) return 1 - outlets.world.input.province.parameters['outlets.travelShare'][0];
  return outlets.costLeft === null ? 1 : outlets.costLeft[cell];
}

/** Yuan a month of outlets beyond those of 2025 and of officers' rounds by lender; null while there are none. */
export function outletCosts(world: World): Float64Array | null {
  const ofPlaces = costLeft(world) === null ? null : placesCosts(world);
  const presence = leverInUse(world, 'relationshipBanks.presence');
  if (presence === null) return ofPlaces;
  const call = world.input.province.parameters['outlets.callCost'][0];
  return Float64Array.from(
    { length: world.shape.licensed },
    (_, l) => (ofPlaces === null ? 0 : ofPlaces[l]) + roundYuan(callsOf(world, presence, l) * call),
  );
}

/**
 * What new outlets and rounds cost each rural lender, by its part of the rural book of its prefecture. An enterprise of
 * 2023 stands for the clients of a place.
 */
function placesCosts(world: World): Float64Array {
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
