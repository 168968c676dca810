import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadProvince } from '../../scenarios/index.ts';
import {
  auditLedger,
  auditLimits,
  createWorld,
  FORK_MONTH,
  INSTRUMENTS,
  LAST_MONTH,
  type Patch,
  restoreWorld,
  SHOCKS,
  type Shock,
  snapshot,
  type World,
} from '../../sim/index.ts';
import { LIVELIEST_CHOICE, runMoved } from '../laws/moved-levers.ts';
import { differences, fromFork, runTo, type Watch, worldAt } from '../laws/worlds.ts';
import { numberIn } from '../support/numbers.ts';
import { HUNAN, inputOf, patch, smallProvince } from '../support/small-province.ts';

const EVERYTHING = {
  patches: INSTRUMENTS.map(({ id, pair }) => patch(id, pair.strong, { phaseInMonths: 9 })),
  shocks: SHOCKS.map(
    ({ id, defaultMonths }): Shock => ({ kind: id, from: 44, months: defaultMonths, severity: 1, scope: {} }),
  ),
};

/** Fails at the first phase that leaves an account out of balance, or a limit passed at a month's end. */
const audited: Watch = (phase, world) => {
  const { breaches } = auditLedger(world);
  const limits = phase === 'record' ? auditLimits(world) : [];
  if (breaches.length + limits.length > 0)
    expect({ month: world.month + 1, phase, breaches, limits }).toEqual('in balance');
};

const auditedToTheEnd = (world: World): World => runTo(world, LAST_MONTH, audited);

test.each(['baseline', 'zhejiang'])('%s has room for whatever levers bring', (preset) => {
  for (let n = 0; n < 25; n++) expect(runMoved(preset, n).month, `choice ${n}`).toBe(LAST_MONTH);
  expect(runMoved(preset, LIVELIEST_CHOICE).month).toBe(LAST_MONTH);
});

describe('to the end of 2030 every account sums to zero after every phase', () => {
  test('from the first month on', () => {
    expect(auditedToTheEnd(createWorld(inputOf())).month).toBe(LAST_MONTH);
  });

  test('with every instrument strong and every shock', () => {
    auditedToTheEnd(createWorld(inputOf(EVERYTHING)));
  });

  test('in Hunan at one to a hundred, everything at once', () => {
    auditedToTheEnd(createWorld(inputOf({ ...EVERYTHING, province: HUNAN, scale: 100 })));
  });

  test('in Hunan with every assumption at either end of its range', () => {
    for (const { range, id, value } of loadProvince('hunan').parameters.filter(
      ({ assumption }) => assumption,
    ))
      for (const end of range) {
        const parameters = { ...HUNAN.parameters, [id]: [value].flat().map(() => end) };
        const world = createWorld(inputOf({ province: { ...HUNAN, parameters }, scale: 100 }));
        expect(runTo(world, LAST_MONTH).month, `${id} ${end}`).toBe(LAST_MONTH);
      }
  });

  test.each(
    INSTRUMENTS.flatMap(
      ({ id, pair }) =>
        [
          [id, 'weak', pair.weak],
          [id, 'strong', pair.strong],
        ] as const,
    ),
  )('with %s %s', (id, _, set) => {
    auditedToTheEnd(fromFork({ patches: [patch(id, set)] }));
  });

  test.each(SHOCKS.map(({ id, maxSeverity, defaultMonths }) => ({ id, maxSeverity, defaultMonths })))(
    'in a $id as hard as any',
    ({ id, maxSeverity, defaultMonths }) => {
      auditedToTheEnd(
        fromFork({
          shocks: [{ kind: id, from: 40, months: defaultMonths, severity: maxSeverity, scope: {} }],
        }),
      );
    },
  );

  test('in two hundred random combinations of policies and shocks, dates and scopes', () => {
    const anyPatch = ({ id, parameters }: (typeof INSTRUMENTS)[number]): fc.Arbitrary<Patch | null> => {
      const values = Object.entries(parameters).map(([name, { min, max }]) => [name, numberIn(min, max)]);
      const prefectures = fc.uniqueArray(fc.nat(13), { minLength: 1, maxLength: 5 });
      const dates = { from: fc.integer({ min: 36, max: 70 }), months: fc.nat(60), phaseInMonths: fc.nat(24) };
      return fc.option(
        fc
          .record({
            set: fc.record(Object.fromEntries(values) as Record<string, fc.Arbitrary<number>>),
            prefectures,
            ...dates,
          })
          .map(({ set, prefectures, from, months, phaseInMonths }) =>
            patch(id, set, { from, until: from + months, phaseInMonths, scope: { prefectures } }),
          ),
      );
    };
    const anyShock: fc.Arbitrary<Shock> = fc.constantFrom(...SHOCKS).chain(({ id, maxSeverity }) =>
      fc.record({
        kind: fc.constant(id),
        from: fc.integer({ min: 36, max: 52 }),
        months: fc.integer({ min: 1, max: 12 }),
        severity: numberIn(0.1, maxSeverity),
        scope: fc.oneof(
          fc.constant({}),
          fc.record({ prefectures: fc.uniqueArray(fc.nat(13), { minLength: 1, maxLength: 5 }) }),
        ),
      }),
    );
    fc.assert(
      fc.property(
        fc.tuple(...INSTRUMENTS.map(anyPatch)),
        fc.array(anyShock, { maxLength: 5 }),
        (patches, shocks) => {
          runTo(
            fromFork({ patches: patches.filter((one) => one !== null), shocks }),
            FORK_MONTH + 24,
            audited,
          );
        },
      ),
      { seed: 13, numRuns: 200, endOnFailure: true },
    );
  });
});

describe('to the end of 2030', () => {
  test('a lever at its default changes no byte, all of them at once', () => {
    const { parameters: here } = smallProvince();
    const patches = INSTRUMENTS.map(({ id, parameters }) => {
      const set = Object.entries(parameters).map(([name, { record }]) => [name, here[record][0]]);
      return patch(id, Object.fromEntries(set), { phaseInMonths: 7 });
    });
    expect(differences(runTo(fromFork({ patches }), LAST_MONTH), runTo(fromFork({}), LAST_MONTH))).toEqual(
      [],
    );
  });

  test('the number of spans changes no byte, everything at once', () => {
    const one = worldAt(EVERYTHING, LAST_MONTH);
    for (const workers of [2, 4, 7])
      expect(differences(worldAt(EVERYTHING, LAST_MONTH, { workers }), one)).toEqual([]);
  });

  test('a world stopped after every month is the world that never stopped', () => {
    let world = createWorld(inputOf(EVERYTHING));
    while (world.month < LAST_MONTH)
      world = runTo(restoreWorld(inputOf(EVERYTHING), snapshot(world)), world.month + 1);
    expect(differences(world, worldAt(EVERYTHING, LAST_MONTH))).toEqual([]);
  });
});
