import { describe, expect, test, vi } from 'vitest';
import {
  createWorld,
  LENDER_CLASSES,
  SECTORS,
  SETTINGS,
  SIZES,
  stateColumns,
  stepMonth,
  type World,
} from '../../sim/index.ts';
import { everywhere, HUNAN, inputOf, smallProvince } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Before the first yearly fit, which reads everybody's year in December. */
const LAST = 10;
/**
 * No lender is short of capital or growth, none strained by bad loans, no guarantor full and no treasury's yearly budget
 * shared out; the central bank measures no lender against the growth of all, files do not wait for those of other lenders
 * of a class, and owners do not listen to their peers, which couple them by design.
 */
const ROOMY = smallProvince({
  'lend.growthLimit': everywhere(HUNAN.parameters['lend.growthLimit'], () => 1000),
  'lend.capitalFloor': everywhere(HUNAN.parameters['lend.capitalFloor'], () => 1e-9),
  'lend.nplTolerance': everywhere(HUNAN.parameters['lend.nplTolerance'], () => 1),
  'guaranteeCapital.multiple': [1e6],
  'guarantee.lossPlan': [1e6],
  'fundAllocation.fund': [1e15],
  'reserveDiscount.points': [0],
  'apply.peerWeight': [0],
  'lend.busy': everywhere(HUNAN.parameters['lend.busy'], () => 0),
});

const PLACES: readonly (readonly [
  slug: string,
  setting: (typeof SETTINGS)[number],
  sector: (typeof SECTORS)[number],
  size: (typeof SIZES)[number],
])[] = [
  ['433100', 'township', 'agriculture', 'medium'],
  ['430100', 'urban', 'trade', 'small'],
  ['430700', 'county', 'manufacturing', 'micro'],
  ['430900', 'county', 'trade', 'individual'],
  ['430600', 'county', 'hospitality-tourism', 'small'],
  ['433100', 'township', 'agriculture', 'individual'],
];

const cellOf = ([code, setting, sector, size]: (typeof PLACES)[number]): number => {
  const prefecture = HUNAN.prefectures.findIndex((one) => one.code === code);
  return (
    ((prefecture * SETTINGS.length + SETTINGS.indexOf(setting)) * SECTORS.length + SECTORS.indexOf(sector)) *
      SIZES.length +
    SIZES.indexOf(size)
  );
};

/** A finished run: every enterprise's bytes, its block, and the lenders it had or asked. */
interface Run {
  readonly bytes: ReadonlyMap<number, string>;
  readonly block: ReadonlyMap<number, number>;
  readonly dealtWith: ReadonlyMap<number, ReadonlySet<number>>;
  /** Posted rates at the end of each month. */
  readonly posted: readonly Float64Array[];
}

function bytesById(world: World): Map<number, string> {
  const columns = stateColumns(world).filter(({ name }) => /^(loan\.|second\.|[^.]+$)/.test(name));
  const ids = new Uint32Array(columns.find(({ name }) => name === 'id')!.bytes.slice().buffer);
  const of = (k: number) =>
    columns.map(({ bytes }) =>
      Buffer.from(
        bytes.subarray((k * bytes.length) / ids.length, ((k + 1) * bytes.length) / ids.length),
      ).toString('hex'),
    );
  return new Map(Array.from(ids, (id, k) => [id, of(k).join(' ')]));
}

function noteDealings(
  { enterprises: e, loans, second, applications: a, applied, shape }: World,
  dealings: Map<number, Set<number>>,
): void {
  const note = (slot: number, lender: number) =>
    dealings.set(e.id[slot], (dealings.get(e.id[slot]) ?? new Set()).add(lender));
  for (let i = 0; i < shape.capacity; i++) {
    if (e.status[i] === 0) continue;
    for (const row of [i, second[i]]) if (loans.lender[row] !== 255) note(i, loans.lender[row]);
  }
  for (let row = 0; row < applied[0]; row++) note(a.enterprise[row], a.lender[row]);
}

/** Eleven months of the roomy province with one more enterprise in `cell`; with `held` posted rates are what they were there. */
function run(cell: number | null, held?: Run): Run {
  const population = ROOMY.population.map((count, k) => (k === cell ? count + 1 : count));
  const world = createWorld(inputOf({ province: { ...ROOMY, population } }));
  const [dealtWith, posted] = [new Map<number, Set<number>>(), [] as Float64Array[]];
  noteDealings(world, dealtWith);
  while (world.month < LAST) {
    stepMonth(world, (phase) => phase === 'ration and disburse' && noteDealings(world, dealtWith));
    if (held) world.province.postedRate.set(held.posted[world.month]);
    posted.push(world.province.postedRate.slice());
  }
  const { enterprises: e, atlas } = world;
  const block = new Map(
    Array.from(e.id.keys())
      .filter((i) => e.status[i] !== 0)
      .map((i) => [e.id[i], atlas.block[e.cell[i]]]),
  );
  return { bytes: bytesById(world), block, dealtWith, posted };
}

const classOf = (lender: number): string => HUNAN.lenders[lender].class;
const plain = run(null);

/** Lender classes whose posted rate is another at the end of a month. */
const movedIn = (more: Run, month: number): string[] =>
  LENDER_CLASSES.filter((_, c) => more.posted[month][c] !== plain.posted[month][c]);

/** Who is new, who fares differently, and which of them have a partner in common with the new ones. */
function compared(more: Run, share: (lender: number) => unknown) {
  const added = [...more.bytes.keys()].filter((id) => !plain.bytes.has(id));
  const dealings = (id: number) =>
    [...(plain.dealtWith.get(id) ?? []), ...(more.dealtWith.get(id) ?? [])].map(share);
  const partners = new Set(added.flatMap(dealings));
  const blocks = new Set(added.map((id) => more.block.get(id)));
  const changed = [...plain.bytes].filter(([id, bytes]) => more.bytes.get(id) !== bytes).map(([id]) => id);
  const strangers = changed.filter(
    (id) => !blocks.has(plain.block.get(id)) && !dealings(id).some((one) => partners.has(one)),
  );
  return { added, partners, changed, strangers };
}

/** The first self-employed farm of a township, over the prefectures, that asks no lender in its first eleven months. */
function firstQuiet(): Run {
  for (const { code } of HUNAN.prefectures) {
    const more = run(cellOf([code, 'township', 'agriculture', 'individual']));
    if (compared(more, classOf).partners.size === 0) return more;
  }
  throw new Error('every one of them asked a lender');
}

describe('one more enterprise, no limit binding and nothing fitted,', () => {
  const runs = PLACES.map((place) => [place.join(', '), cellOf(place)] as const).map(([name, cell]) => ({
    name,
    cell,
    more: run(cell),
  }));

  test.each(runs)(
    'changes no byte of anybody outside its block and outside the clientele of a lender class it deals with or moves: $name',
    ({ cell, more }) => {
      const { added, strangers } = compared(more, classOf);
      expect(added).toContain(cell * 0x40000 + ROOMY.population[cell]);
      const moved = new Set(more.posted.flatMap((_, month) => movedIn(more, month)));
      const dealings = (id: number) => [
        ...(plain.dealtWith.get(id) ?? []),
        ...(more.dealtWith.get(id) ?? []),
      ];
      expect(strangers.filter((id) => !dealings(id).some((lender) => moved.has(classOf(lender))))).toEqual(
        [],
      );
    },
  );

  test.each(runs)(
    'changes no byte of anybody who shares neither its block nor a lender, once the posted rates of classes are held: $name',
    ({ cell }) => {
      const { strangers } = compared(run(cell, plain), (lender) => lender);
      expect(strangers).toEqual([]);
    },
  );

  test('couples the clients of other lenders of its class through the class’s posted rate, and through nothing else', () => {
    const coupled = runs.map(({ more }) => compared(more, (lender) => lender).strangers.length);
    expect(Math.max(...coupled)).toBeGreaterThan(0);
    for (const { more } of runs) {
      const touched = new Set([...compared(more, classOf).partners]);
      const first = more.posted.findIndex((_, month) => movedIn(more, month).length > 0);
      if (first >= 0) expect(movedIn(more, first).filter((name) => !touched.has(name))).toEqual([]);
    }
  });

  test('that never asks a lender changes no byte of anybody in another block', () => {
    const quiet = firstQuiet();
    const { changed, added } = compared(quiet, classOf);
    const blocks = added.map((id) => quiet.block.get(id));
    expect(changed.filter((id) => !blocks.includes(plain.block.get(id)))).toEqual([]);
  });

  test('is as if it had always been there: it has the same life in a world stored in three spans', () => {
    const { cell, more } = runs[0];
    const id = cell * 0x40000 + ROOMY.population[cell];
    const population = ROOMY.population.map((count, k) => (k === cell ? count + 1 : count));
    const world = createWorld(inputOf({ province: { ...ROOMY, population } }), { parts: 3 });
    while (world.month < LAST) stepMonth(world);
    expect(bytesById(world).get(id)).toBe(more.bytes.get(id));
  });
});
