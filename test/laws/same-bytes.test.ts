import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  createWorld,
  FORK_MONTH,
  GROUP_DIMENSIONS,
  type GroupDimension,
  INSTRUMENTS,
  instrumentOf,
  type Patch,
  type ProvinceInput,
  REASONS,
  type Scope,
  type Shock,
  type World,
} from '../../sim/index.ts';
import { HEADER } from '../../sim/world.ts';
import { HUNAN, inputOf, patch, smallProvince } from '../support/small-province.ts';
import { differences, differingColumns, fromFork, runTo, sameBytes, worldAt } from './worlds.ts';

vi.setConfig({ testTimeout: 60_000 });

const UNTIL = FORK_MONTH + 5;
const FLOOD: Shock = { kind: 'flood', from: 37, months: 3, severity: 2, scope: { prefectures: [5, 6] } };
const LEVERS = INSTRUMENTS.flatMap(({ id, parameters }) =>
  Object.entries(parameters).map(([name, parameter]) => ({ lever: `${id} ${name}`, id, name, ...parameter })),
);
const SOME: Scope = {
  prefectures: [0, 5, 11],
  settings: [1, 2],
  sectors: [0, 3],
  sizes: [1, 2],
  lenders: [3, 4],
};

const stormy = (patches: readonly Patch[]): World => runTo(fromFork({ patches, shocks: [FLOOD] }), UNTIL);
const untouched = stormy([]);

describe('a lever set to its default', () => {
  const standing = Object.fromEntries(
    LEVERS.map(({ id, name, record }) => [`${id}.${name}`, inputOf().province.parameters[record][0]]),
  );

  test.each(LEVERS)('changes no byte: $lever, with scope, phase-in and dates', ({ id, name }) => {
    const set = { [name]: standing[`${id}.${name}`] };
    expect(
      differences(
        stormy([patch(id, set, { from: 37, until: 39, phaseInMonths: 2, scope: SOME })]),
        untouched,
      ),
    ).toEqual([]);
  });

  test('changes no byte over a December, all of them at once', () => {
    const patches = INSTRUMENTS.map(({ id, parameters }) => {
      const set = Object.keys(parameters).map((name) => [name, standing[`${id}.${name}`]]);
      return patch(id, Object.fromEntries(set), { phaseInMonths: 7 });
    });
    expect(differences(runTo(fromFork({ patches }), 48), runTo(fromFork({}), 48))).toEqual([]);
  });
});

describe('what is worked out once while levers and shocks stand', () => {
  const patches = INSTRUMENTS.map(({ id, pair }, k) =>
    patch(id, pair.strong, { from: FORK_MONTH + 1 + (k % 5), until: FORK_MONTH + 9, phaseInMonths: k % 3 }),
  );
  const end = FORK_MONTH + 13;

  test('changes no byte: a world that works it out anew every month is the same, all levers coming and going', () => {
    const forgetful = fromFork({ patches, shocks: [FLOOD] });
    while (forgetful.month < end) {
      for (const signs of Object.values(forgetful.signs)) signs.fill(Number.NaN);
      runTo(forgetful, forgetful.month + 1);
    }
    const world = runTo(fromFork({ patches, shocks: [FLOOD] }), end);
    expect(forgetful.standing[0]).toBeGreaterThan(world.standing[0]!);
    expect(differences(forgetful, world)).toEqual([]);
  });
});

/** What lets a lever bind that cannot in the usual small world with its instrument strong. */
const BINDING: Readonly<Record<string, { readonly province: ProvinceInput; readonly set?: Patch['set'] }>> = {
  // Two guarantors a prefecture, and nothing in common across the province yet.
  'mergeGuarantors city': {
    set: { province: 0 },
    province: smallProvince(
      {},
      {
        guarantors: smallProvince().guarantors.flatMap((one) =>
          [0.3, 0.7].map((part) => ({
            ...one,
            id: `${one.id}-${part}`,
            netAssets: Math.round(part * one.netAssets),
          })),
        ),
      },
    ),
  },
};

describe('a lever moved from where its instrument is strong', () => {
  /** Looked at soon, after a year, and after three: some instruments need their first loans, some a rare enterprise. */
  const ENDS = [UNTIL, FORK_MONTH + 13, FORK_MONTH + 37];
  const shocks: readonly Shock[] = [
    FLOOD,
    ...[37, 46, 58].map((from) => ({ kind: 'exportFall', from, months: 3, severity: 1, scope: {} })),
  ];
  /** The end of a world in which the instrument is strong but for what is set. */
  const end = (id: string, set: Patch['set'], until: number, province?: ProvinceInput): World => {
    const all = { ...instrumentOf(id)?.pair.strong, ...set };
    return province
      ? worldAt({ province, shocks, patches: [patch(id, all, { from: 0 })] }, until - FORK_MONTH + 12)
      : runTo(fromFork({ shocks, patches: [patch(id, all)] }), until);
  };
  const strong = new Map<string, World>();
  const strongEnd = (id: string, until: number): World => {
    const key = `${id} ${until}`;
    const world = strong.get(key) ?? end(id, {}, until);
    strong.set(key, world);
    return world;
  };

  test.each(LEVERS)('changes something within three years: $lever', ({ lever, id, name, min, max }) => {
    const { province, set } = BINDING[lever] ?? {};
    const moved = ENDS.some((until) => {
      const before = province ? end(id, { ...set }, until, province) : strongEnd(id, until);
      return [min, max].some(
        (value) => differences(end(id, { ...set, [name]: value }, until, province), before).length > 0,
      );
    });
    expect(moved).toBe(true);
  });
});

describe('an observer', () => {
  test('changes no byte of the state and no count of province and prefectures', () => {
    const watched = runTo(fromFork({ shocks: [FLOOD] }, { dimensions: GROUP_DIMENSIONS }), UNTIL);
    expect(watched.groups.length).toBeGreaterThan(untouched.groups.length + 30);
    expect(differences(watched, untouched)).toEqual([]);
  });

  const plain = worldAt({}, 1);

  test.each(GROUP_DIMENSIONS)(
    'who counts by %s from the start changes no byte',
    (dimension: GroupDimension) => {
      expect(differences(worldAt({}, 1, { dimensions: [dimension] }), plain)).toEqual([]);
    },
  );
});

/** Adds up the applications of the month that failed for want of room. */
function countRefused(world: World, refused: { lenderFull: number; guarantorFull: number }): void {
  const { applications, applied, shape, parts } = world;
  for (let part = 0; part < parts; part++) {
    const first = Math.floor((shape.applications * part) / parts);
    for (let row = first; row < first + applied[part]; row++) {
      if (applications.shadow[row] === 1) continue;
      if (applications.reason[row] === REASONS.indexOf('lenderFull')) refused.lenderFull++;
      if (applications.reason[row] === REASONS.indexOf('guarantorFull')) refused.guarantorFull++;
    }
  }
}

/** Puts slot `order[k]` of a world into slot k, with both its loans; any slot may hold somebody then. */
function permuteSlots(world: World, order: readonly number[]): World {
  const { enterprises, loans, second, secondOwner, shape, header } = world;
  header[HEADER.used] = shape.capacity;
  for (const column of [...Object.values(enterprises), ...Object.values(loans), second]) {
    const before = column.slice();
    for (let k = 0; k < order.length; k++) column[k] = before[order[k]];
  }
  for (let k = 0; k < order.length; k++)
    if (second[k] < shape.loanRows - 1) secondOwner[second[k] - shape.capacity] = k;
  return world;
}

/** 0 … count - 1 in an order that a number decides. */
function shuffled(count: number, seed: number): number[] {
  const order = Array.from({ length: count }, (_, k) => k);
  let state = seed | 1;
  for (let k = count - 1; k > 0; k--) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    const other = (state >>> 0) % (k + 1);
    [order[k], order[other]] = [order[other], order[k]];
  }
  return order;
}

describe('the order in which enterprises are stored', () => {
  const until = 13;
  const plain = worldAt({}, until);
  const permuted = (order: (capacity: number) => readonly number[]): World => {
    const world = createWorld(inputOf());
    return runTo(permuteSlots(world, order(world.shape.capacity)), until);
  };
  const apart = (world: World): string[] => [
    ...differingColumns(world, plain),
    ...(sameBytes(world.counts, plain.counts) ? [] : ['counts']),
  ];

  test('changes no byte and no count when it is turned round', () => {
    expect(
      apart(permuted((capacity) => Array.from({ length: capacity }, (_, k) => capacity - 1 - k))),
    ).toEqual([]);
  });

  test('changes no byte and no count when it is shuffled, empty slots among full ones', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(apart(permuted((capacity) => shuffled(capacity, seed)))).toEqual([]);
      }),
      { seed: 12, numRuns: 3, endOnFailure: true },
    );
  });

  test('would be noticed: an enterprise that swaps places with its loans left behind changes the end', () => {
    const world = createWorld(inputOf());
    const borrower = world.loans.lender.findIndex(
      (lender, i) => lender !== 255 && world.enterprises.status[i] === 1,
    );
    const lonely = world.loans.lender.findIndex(
      (lender, i) => lender === 255 && world.enterprises.status[i] === 1,
    );
    for (const column of Object.values(world.enterprises))
      [column[borrower], column[lonely]] = [column[lonely], column[borrower]];
    expect(apart(runTo(world, until))).not.toEqual([]);
  });
});

describe('the number of parts a world is cut into', () => {
  const until = 14;
  const one = worldAt({ shocks: [FLOOD] }, until);

  test.each([2, 3, 7, 64])('changes no byte and no count: %d', (parts) => {
    expect(differences(worldAt({ shocks: [FLOOD] }, until, { parts }), one)).toEqual([]);
  });

  test.each([7, 64])(
    'changes nobody who is served when lenders and guarantors are short of room: %d',
    (parts) => {
      const province = smallProvince({
        'lend.growthLimit': HUNAN.parameters['lend.growthLimit'].map((limit) => limit / 8),
        'guaranteeCapital.multiple': [1],
      });
      const watched = (cut: number) => {
        const refused = { lenderFull: 0, guarantorFull: 0 };
        const world = worldAt({ province }, 6, { parts: cut }, (phase, now) => {
          if (phase === 'ration and disburse') countRefused(now, refused);
        });
        return { world, refused };
      };
      const [alone, cut] = [watched(1), watched(parts)];
      expect(alone.refused.lenderFull).toBeGreaterThan(20);
      expect(cut.refused).toEqual(alone.refused);
      expect(differences(cut.world, alone.world)).toEqual([]);
    },
  );

  test('changes no byte when enterprises are stored otherwise as well', () => {
    const world = createWorld(inputOf(), { parts: 4 });
    permuteSlots(world, shuffled(world.shape.capacity, 7));
    expect(differingColumns(runTo(world, until), one)).toEqual([]);
  });

  test('changes no byte at a coarser scale, and none with every observer', () => {
    const story = { province: HUNAN, scale: 1000 } as const;
    const dimensions = GROUP_DIMENSIONS;
    const [solo, team] = [worldAt(story, 14, { dimensions }), worldAt(story, 14, { dimensions, parts: 3 })];
    expect(differences(team, solo)).toEqual([]);
    expect(sameBytes(team.counts, solo.counts)).toBe(true);
  });
});
