import { describe, expect, test, vi } from 'vitest';
import {
  EVENT,
  FORK_MONTH,
  INSTRUMENTS,
  LENDER_CLASSES,
  type Patch,
  type Scope,
  SECTORS,
  SETTINGS,
  SIZES,
  stepMonth,
  type World,
} from '../../sim/index.ts';
import { HUNAN, patch } from '../support/small-province.ts';
import { differences, fromFork, runTo } from './worlds.ts';

vi.setConfig({ testTimeout: 60_000 });

const UNTIL = FORK_MONTH + 5;
const [CITY, RURAL] = [LENDER_CLASSES.indexOf('city'), LENDER_CLASSES.indexOf('rural')];
const splitOf = (world: World): Float64Array => world.levers['riskSplit.bankShare'];

/** Values of a lever, month by month, for one of the places it varies over. */
function course(change: Patch, lever: string, until: number, at = 0): number[] {
  const world = fromFork({ patches: [change] });
  const values: number[] = [];
  while (world.month < until) {
    stepMonth(world);
    values.push(world.levers[lever][at]);
  }
  return values;
}

describe('an instrument switched off', () => {
  test.each(INSTRUMENTS.map((one) => [one.id, one] as const))(
    'is the instrument at the values that stand for nothing: %s',
    (id, { parameters }) => {
      const standing = fromFork({}).input.province.parameters;
      const off = Object.fromEntries(
        Object.entries(parameters).map(([name, { off, record }]) => [name, off ?? standing[record][0]]),
      );
      const dates = { from: 37, until: 39, phaseInMonths: 2 };
      const [disabled, emptied] = [{ enabled: 0 }, off].map((set) =>
        runTo(fromFork({ patches: [patch(id, set, dates)] }), UNTIL),
      );
      expect(differences(disabled, emptied)).toEqual([]);
    },
  );

  test('and back on is the instrument as it was', () => {
    const on = INSTRUMENTS.map(({ id }) => patch(id, { enabled: 1 }));
    expect(differences(runTo(fromFork({ patches: on }), UNTIL), runTo(fromFork({}), UNTIL))).toEqual([]);
  });
});

describe('the dates of a policy', () => {
  const base = HUNAN.parameters['riskSplit.bankShare'][0];

  test('are inclusive: it acts from its first month to its last, and then the base returns', () => {
    const values = course(
      patch('riskSplit', { bankShare: 0.5 }, { from: 38, until: 40 }),
      'riskSplit.bankShare',
      42,
    );
    expect(values).toEqual([base, base, 0.5, 0.5, 0.5, base, base]);
  });

  test('change no byte before the first month', () => {
    const [plain, late] = [
      {},
      { patches: INSTRUMENTS.map(({ id, pair }) => patch(id, pair.strong, { from: 40 })) },
    ].map((story) => runTo(fromFork(story), 39));
    expect(differences(late, plain)).toEqual([]);
    expect(differences(runTo(late, 40), runTo(plain, 40))).not.toEqual([]);
  });

  test('phase it in by equal steps, the first in the first month and the whole in the last of them', () => {
    const values = course(
      patch('riskSplit', { bankShare: 0.65 }, { from: 37, phaseInMonths: 4 }),
      'riskSplit.bankShare',
      42,
    );
    const steps = [0, 1, 2, 3, 4, 4, 4].map((step) => base + (0.65 - base) * (step / 4));
    expect(values).toEqual(steps);
  });

  test('cut a phase-in short', () => {
    const values = course(
      patch('riskSplit', { bankShare: 0.65 }, { from: 37, until: 38, phaseInMonths: 4 }),
      'riskSplit.bankShare',
      40,
    );
    expect(values).toEqual([base, base + (0.65 - base) / 4, base + (0.65 - base) / 2, base, base]);
  });

  test('phase an instrument out as evenly', () => {
    const values = course(
      patch('riskSplit', { enabled: 0 }, { from: 36, phaseInMonths: 3 }),
      'riskSplit.bankShare',
      39,
    );
    expect(values).toEqual([base + (1 - base) / 3, base + ((1 - base) * 2) / 3, 1, 1]);
  });

  test('of history have passed: every lever stands at its default when 2026 begins', () => {
    const world = runTo(fromFork({}), 36);
    for (const instrument of INSTRUMENTS)
      for (const name of Object.keys(instrument.parameters))
        expect(new Set(world.levers[`${instrument.id}.${name}`])).toEqual(
          new Set([world.input.province.parameters[instrument.parameters[name].record][0]]),
        );
  });
});

describe('the scope of a policy', () => {
  /** Cells where the lever has left its base after one month. */
  const moved = (scope: Scope): number[] => {
    const values = splitOf(
      runTo(fromFork({ patches: [patch('riskSplit', { bankShare: 0.9 }, { scope })] }), 36),
    );
    return Array.from(values.keys()).filter((cell) => values[cell] === 0.9);
  };
  /** Cells whose names fit, told from the order of cells that the province’s input is written in. */
  const named = (
    fits: (prefecture: number, setting: number, sector: number, size: number) => boolean,
  ): number[] => {
    const cells: number[] = [];
    let cell = 0;
    for (let prefecture = 0; prefecture < HUNAN.prefectures.length; prefecture++)
      for (let setting = 0; setting < SETTINGS.length; setting++)
        for (let sector = 0; sector < SECTORS.length; sector++)
          for (let size = 0; size < SIZES.length; size++, cell++)
            if (fits(prefecture, setting, sector, size)) cells.push(cell);
    return cells;
  };

  test('is everyone where none is named', () => {
    expect(moved({})).toEqual(named(() => true));
  });

  test('is the cells named, along each line and where all lines meet', () => {
    expect(moved({ prefectures: [5, 13] })).toEqual(
      named((prefecture) => prefecture === 5 || prefecture === 13),
    );
    expect(moved({ settings: [1] })).toEqual(named((_, setting) => setting === 1));
    expect(moved({ sectors: [0, 7] })).toEqual(named((_, __, sector) => sector === 0 || sector === 7));
    expect(moved({ sizes: [2] })).toEqual(named((_, __, ___, size) => size === 2));
    const all = { prefectures: [5], settings: [1, 2], sectors: [0], sizes: [0, 3] };
    expect(moved(all)).toEqual(
      named(
        (p, setting, sector, size) => p === 5 && setting > 0 && sector === 0 && (size === 0 || size === 3),
      ),
    );
  });

  test('is lenders of the classes named, for what lenders pay', () => {
    const world = runTo(
      fromFork({
        patches: [patch('reserveDiscount', { points: 0.005 }, { scope: { lenders: [CITY, RURAL] } })],
      }),
      36,
    );
    const base = HUNAN.parameters['reserveDiscount.points'][0];
    for (const [lender, points] of world.levers['reserveDiscount.points'].entries()) {
      const concerned = [CITY, RURAL].includes(world.lenders.class[lender]);
      expect({ lender, points }).toEqual({ lender, points: concerned ? 0.005 : base });
    }
  });

  test('is prefectures, for what treasuries and guarantors do', () => {
    const world = runTo(
      fromFork({ patches: [patch('compensation', { arrival: 0 }, { scope: { prefectures: [7, 11, 13] } })] }),
      36,
    );
    const base = HUNAN.parameters['compensation.arrival'][0];
    expect(Array.from(world.levers['compensation.arrival'])).toEqual(
      HUNAN.prefectures.map((_, k) => ([7, 11, 13].includes(k) ? 0 : base)),
    );
  });

  test('may hold one value here and another there', () => {
    const patches = [
      patch('riskSplit', { bankShare: 0.9 }, { scope: { prefectures: [0] } }),
      patch('riskSplit', { bankShare: 0.1 }, { scope: { prefectures: [13] } }),
    ];
    const values = splitOf(runTo(fromFork({ patches }), 36));
    const cells = values.length / HUNAN.prefectures.length;
    expect(new Set(values.slice(0, cells))).toEqual(new Set([0.9]));
    expect(new Set(values.slice(-cells))).toEqual(new Set([0.1]));
    expect(values[cells]).toBe(HUNAN.parameters['riskSplit.bankShare'][0]);
  });

  test('leaves the enterprises of other places alone in the first month: only those in scope are subsidised', () => {
    const scope = { prefectures: [3] };
    const paidIn = (world: World): number[] => {
      const paid = new Array<number>(HUNAN.prefectures.length).fill(0);
      world.now.subsidy.forEach((yuan, i) => {
        if ((world.now.events[i] & EVENT.subsidised) !== 0)
          paid[world.atlas.prefecture[world.enterprises.cell[i]]] += yuan;
      });
      return paid;
    };
    const [plain, dear] = [[], [patch('interestSubsidy', { points: 0.03 }, { scope })]].map((patches) =>
      paidIn(runTo(fromFork({ patches }), 36)),
    );
    expect(dear.filter((_, k) => k !== 3)).toEqual(plain.filter((_, k) => k !== 3));
    expect(dear[3]).toBeGreaterThan(plain[3]);
  });
});
