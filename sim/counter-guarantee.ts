/** Counter-guarantees: whom a guarantor asks for one, who has one to give, and what it is worth to the guarantor. */
import { isUsed, lever } from './conditions.ts';
import { COUNTER_GUARANTOR } from './contracts/backing.ts';
import { sumFrom } from './contracts/claims.ts';
import { counterGuaranteed } from './decisions/guarantee.ts';
import { type DrawKey, drawKey, STREAMS, uniform } from './random.ts';
import { whileLeversStand } from './standing.ts';
import type { World } from './world.ts';

/** What an enterprise says when its guarantor wants somebody or something to stand good. */
export const STANDING_GOOD = { notAsked: 0, given: 1, lacking: 2 } as const;

/** Gathered while levers stand. */
export interface CounterGuarantees {
  readonly world: World;
  /** Part of the enterprises of each cell that are asked. */
  readonly asked: Float64Array;
  readonly askedKey: DrawKey;
  /** Part of the owners of each size that can give one. */
  readonly offered: readonly number[];
  readonly offeredKey: DrawKey;
}

/** Null while guarantors ask for none. */
export const openCounterGuarantees = whileLeversStand((world): CounterGuarantees | null => {
  const asked = lever(world, 'counterGuarantee.asked');
  if (!isUsed(asked)) return null;
  const { seed, province } = world.input;
  return {
    world,
    asked,
    askedKey: drawKey(seed, STREAMS.counterGuarantee, -1),
    offered: province.parameters['counterGuarantee.offered'],
    offeredKey: drawKey(seed, STREAMS.counterGuarantor, -1),
  };
});

/** Whether enterprise `i` is asked, and whether its owner has property or somebody to stand good: two keyed draws for life. */
export function standsGood(counter: CounterGuarantees | null, i: number): number {
  if (counter === null) return STANDING_GOOD.notAsked;
  const { world, asked, askedKey, offered, offeredKey } = counter;
  const { cell, id } = world.enterprises;
  const c = cell[i];
  if (uniform(askedKey.k0, askedKey.k1, id[i]) >= asked[c]) return STANDING_GOOD.notAsked;
  const can = uniform(offeredKey.k0, offeredKey.k1, id[i]) < offered[world.atlas.size[c]];
  return can ? STANDING_GOOD.given : STANDING_GOOD.lacking;
}

/** Part of a guarantor's payout that whoever stands good to it owes; 0 where `backer` says that nobody does. */
export function partStoodGood({ input }: World, backer: number): number {
  if (backer !== COUNTER_GUARANTOR) return 0;
  const p = input.province.parameters;
  return counterGuaranteed(p['counterGuarantee.part'][0], p['guarantee.recovery'][0]);
}

/** What counter-guarantors owe a guarantor over its payouts before the court: what it plans with for the next ones. */
export function plannedCounterGuarantee({ claims, guarantors }: World, g: number): number {
  const inCourt = guarantors.claims[g];
  return inCourt > 0 ? sumFrom(claims.counterGuaranteed, g, 0) / inCourt : 0;
}
