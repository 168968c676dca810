/** Platforms that read and banks that book: which bank takes an application a platform has read. */
import { CLASS, isUsed, lever } from './conditions.ts';
import { type DrawKey, drawKey, pairUniform, STREAMS, uniform } from './random.ts';
import { whileLeversStand } from './standing.ts';
import type { World } from './world.ts';

/** What routing depends on, gathered once a phase. */
export interface CoLending {
  readonly world: World;
  /** Part of a platform's applications it passes on by choice, and part it may still book itself, by cell. */
  readonly routed: Float64Array;
  readonly ownBook: Float64Array;
  /** Banks that have joined, by prefecture. */
  readonly partnersAt: readonly (readonly number[])[];
  readonly key: DrawKey;
}

/** Nobody takes the loan. */
export const NOBODY = -1;

const platformsPassOn = whileLeversStand(
  (world) =>
    isUsed(lever(world, 'coLending.routed')) || lever(world, 'coLending.ownBook').some((part) => part < 1),
);

/** Null while platforms keep all they read. */
export function coLendingOf(world: World): CoLending | null {
  if (!platformsPassOn(world)) return null;
  return {
    world,
    routed: lever(world, 'coLending.routed'),
    ownBook: lever(world, 'coLending.ownBook'),
    partnersAt: partners(world),
    key: drawKey(world.input.seed, STREAMS.coLending, -1),
  };
}

function partners(world: World): number[][] {
  const { atlas, shape, lenders, input } = world;
  const months = input.province.parameters['coLending.integrationMonths'][0];
  return Array.from({ length: shape.prefectures }, (_, here) =>
    BANKS.flatMap((c) =>
      atlas.lendersAt[c * shape.prefectures + here].ids.filter((l) => lenders.joined[l] >= months),
    ),
  );
}

const BANKS = [CLASS.state, CLASS['joint-stock'], CLASS.city, CLASS.rural];

/** 1 for banks that have decided to work with platforms. */
export const joiners = whileLeversStand((world): Uint8Array | null => {
  const share = lever(world, 'coLending.partners');
  if (!isUsed(share)) return null;
  const { k0, k1 } = drawKey(world.input.seed, STREAMS.coLendingPartner, -1);
  return Uint8Array.from(share, (part, l) =>
    BANKS.includes(world.lenders.class[l]) && uniform(k0, k1, l) < part ? 1 : 0,
  );
});

/** The lender that books what `platform` has read of enterprise `i`: itself, a partner, or nobody. */
export function bookedBy(
  { world, routed, ownBook, partnersAt, key }: CoLending,
  i: number,
  platform: number,
): number {
  const { enterprises: e, atlas } = world;
  const cell = e.cell[i];
  const luck = (draw: number) => pairUniform(key.k0, key.k1, e.id[i], draw);
  const barred = luck(0) >= ownBook[cell];
  if (!barred && luck(1) >= routed[cell]) return platform;
  const banks = partnersAt[atlas.prefecture[cell]];
  if (banks.length === 0) return barred ? NOBODY : platform;
  return banks[Math.floor(luck(2) * banks.length)];
}
