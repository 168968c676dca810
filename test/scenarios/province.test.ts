import { describe, expect, test } from 'vitest';
import { PUBLIC_STATISTICS } from '../../scenarios/evidence/index.ts';
import { vocabularyOf } from '../../scenarios/library.ts';
import { wholeParts } from '../../scenarios/provinces/derive/apportion.ts';
import type { Margins, Tilts } from '../../scenarios/provinces/derive/margins.ts';
import { derivePopulation, STOCK_GROWTH } from '../../scenarios/provinces/derive/population.ts';
import rawMargins from '../../scenarios/provinces/hunan/margins.json' with { type: 'json' };
import rawParameters from '../../scenarios/provinces/hunan/parameters.json' with { type: 'json' };
import reference from '../../scenarios/provinces/hunan/targets.json' with { type: 'json' };
import rawTilts from '../../scenarios/provinces/hunan/tilts.json' with { type: 'json' };
import {
  assumptionsOf,
  loadProvince,
  type ProvincePack,
  readParameters,
  toInput,
} from '../../scenarios/provinces/index.ts';
import { InputError } from '../../scenarios/schema/fault.ts';
import { PAST, readChanges } from '../../scenarios/schema/read.ts';
import { LENDER_CLASSES, PARAMETERS, SECTORS, SETTINGS, SIZES } from '../../sim/index.ts';

const pack = loadProvince('hunan');
const margins: Margins = rawMargins;
const tilts = rawTilts as Tilts;
const derived = derivePopulation(margins, tilts);
const PUBLISHED_TOTAL = 2_770_000;
const PUBLISHED_COUNTY = 1_864_000;

const place = (cell: number) => ({
  prefecture: Math.floor(cell / 96),
  setting: Math.floor(cell / 32) % 3,
  sector: Math.floor(cell / 4) % 8,
  size: cell % 4,
});

/** Enterprises (or what `weight` makes of them) by one dimension of the table. */
function by(
  table: ArrayLike<number>,
  dimension: keyof ReturnType<typeof place>,
  weight = (_cell: number) => 1,
): number[] {
  const sums: number[] = [];
  for (let cell = 0; cell < table.length; cell++) {
    const k = place(cell)[dimension];
    sums[k] = (sums[k] ?? 0) + table[cell] * weight(cell);
  }
  return sums;
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, one) => total + one, 0);

/** Every line of the InputError `act` throws. */
function lines(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n');
    throw error;
  }
  return [];
}

/** What is wrong with a derived population; empty when it meets its margins. */
function breaches({ atMargins, atStart }: { atMargins: Float64Array; atStart: Float64Array }): string[] {
  const found: string[] = [];
  if (sum(atMargins) !== PUBLISHED_TOTAL) found.push(`total ${sum(atMargins)}`);
  const start = Math.round(PUBLISHED_TOTAL / (1 + STOCK_GROWTH) ** 3);
  if (sum(atStart) !== start) found.push(`start ${sum(atStart)} instead of ${start}`);
  if (![...atMargins, ...atStart].every((one) => Number.isInteger(one) && one >= 0)) found.push('not whole');
  for (const [k, enterprises] of by(atMargins, 'prefecture').entries()) {
    if (enterprises !== margins.prefectures[k].enterprises)
      found.push(`${margins.prefectures[k].code} ${enterprises}`);
  }
  const [, county, township] = by(atMargins, 'setting');
  if (county + township !== PUBLISHED_COUNTY) found.push(`outside the cities ${county + township}`);
  return found;
}

describe('the enterprises of Hunan', () => {
  test('sum to the published total, by prefecture and outside the cities, in whole enterprises', () => {
    expect(breaches(derived)).toEqual([]);
  });

  test('are found out when one is counted twice', () => {
    const atMargins = derived.atMargins.slice();
    atMargins[40] += 1;
    const total = by(atMargins, 'prefecture')[0];
    expect(breaches({ ...derived, atMargins })).toEqual([
      'total 2770001',
      `430100 ${total}`,
      'outside the cities 1864001',
    ]);
  });

  test('are 67.3 % outside the urban cores', () => {
    const [, county, township] = by(derived.atMargins, 'setting');
    expect((county + township) / PUBLISHED_TOTAL).toBeCloseTo(0.673, 3);
  });

  test('are the same mix three years earlier', () => {
    const later = by(derived.atMargins, 'prefecture').map((one) => one / PUBLISHED_TOTAL);
    const start = by(derived.atStart, 'prefecture').map((one) => one / sum(derived.atStart));
    for (const [k, share] of start.entries()) expect(share).toBeCloseTo(later[k], 5);
    expect(pack.population).toEqual(derived.atStart);
  });

  test('meet the sector and size margins within two in ten thousand of all', () => {
    const sectors = by(derived.atMargins, 'sector');
    const sizes = by(derived.atMargins, 'size');
    for (const [k, one] of margins.sectors.entries())
      expect(Math.abs(sectors[k] - one.enterprises)).toBeLessThan(554);
    for (const [k, one] of margins.sizes.entries())
      expect(Math.abs(sizes[k] - one.enterprises)).toBeLessThan(554);
    expect(margins.sectors.map((one) => one.id)).toEqual([...SECTORS]);
    expect(margins.sizes.map((one) => one.id)).toEqual([...SIZES]);
    expect(margins.settings.map((one) => one.id)).toEqual([...SETTINGS]);
  });

  test('hold 73.2 % in the traditional sectors', () => {
    const sectors = by(derived.atMargins, 'sector');
    const block = ['trade', 'hospitality-tourism', 'transport', 'services'].map((id) =>
      SECTORS.indexOf(id as 'trade'),
    );
    expect(sum(block.map((k) => sectors[k])) / PUBLISHED_TOTAL).toBeCloseTo(0.732, 3);
  });

  test('owe the loan shares of settings and regions at the mean debts of their class', () => {
    const debt = (cell: number) =>
      derived.penetration[cell] *
      margins.sizes[cell % 4].meanDebtYuan *
      derived.debtTilt[place(cell).prefecture];
    const settings = by(derived.atMargins, 'setting', debt);
    const prefectures = by(derived.atMargins, 'prefecture', debt);
    const total = sum(prefectures);
    expect(total).toBeGreaterThan(1.86e12);
    for (const [k, share] of [0.75, 0.2, 0.05].entries())
      expect(Math.abs(settings[k] / total - share)).toBeLessThan(0.01);
    for (const [region, share] of Object.entries({
      'chang-zhu-tan': 0.627,
      'dongting-lake': 0.152,
      'xiang-zhong': 0.068,
      'xiang-xi-nan-five': 0.139,
      zhangjiajie: 0.014,
    })) {
      const own = pack.prefectures.flatMap((one, k) => (one.region === region ? [prefectures[k]] : []));
      expect(Math.abs(sum(own) / total - share), region).toBeLessThan(0.002);
    }
  });

  test('borrow as often as published in the core and in the periphery', () => {
    const borrowers = by(derived.atMargins, 'prefecture', (cell) => derived.penetration[cell]);
    const enterprises = by(derived.atMargins, 'prefecture');
    for (const [region, share] of [
      ['chang-zhu-tan', 0.572],
      ['xiang-xi-nan-five', 0.298],
    ] as const) {
      const own = pack.prefectures.flatMap((one, k) => (one.region === region ? [k] : []));
      expect(sum(own.map((k) => borrowers[k])) / sum(own.map((k) => enterprises[k])), region).toBeCloseTo(
        share,
        2,
      );
    }
  });

  test('are placed by the root of census population times GDP', () => {
    const assumed: Readonly<Record<string, number>> = rawMargins.assumedGdp2023;
    const weights = PUBLIC_STATISTICS.map(({ code, population2020, gdp2023 }) =>
      Math.sqrt(population2020 * (gdp2023 ?? assumed[code])),
    );
    const expected = wholeParts(weights, PUBLISHED_TOTAL);
    for (const [k, one] of margins.prefectures.entries()) {
      expect(Math.abs(one.enterprises - expected[k]), one.code).toBeLessThanOrEqual(1);
    }
    const gdp = PUBLIC_STATISTICS.map(({ code, gdp2023 }) => gdp2023 ?? assumed[code]);
    expect(sum(gdp)).toBeCloseTo(50012.85, 2);
  });
});

describe('the places of Hunan', () => {
  test('are 14 prefectures in five regions, in the order of their codes, each on a tile of its own', () => {
    const codes = pack.prefectures.map((one) => one.code);
    expect(codes).toEqual([...codes].sort());
    expect(codes).toEqual(margins.prefectures.map((one) => one.code));
    expect(new Set(pack.prefectures.map((one) => one.tile.join())).size).toBe(14);
    expect(new Set(pack.prefectures.map((one) => one.region))).toEqual(
      new Set(pack.regions.map((one) => one.id)),
    );
  });

  test('have one core, Changsha, Zhuzhou and Xiangtan', () => {
    const core = toInput(pack).prefectures.flatMap((one) => (one.core ? [one.code] : []));
    expect(core).toEqual(['430100', '430200', '430300']);
  });
});

const count = <T>(items: readonly T[], holds: (item: T) => boolean) => items.filter(holds).length;

describe('the institutions of Hunan', () => {
  test('are 217 licensed lenders with ids of their own, 67 with a risk-sharing agreement', () => {
    expect(pack.lenders).toHaveLength(217);
    expect(new Set(pack.lenders.map((one) => one.id)).size).toBe(217);
    expect(count(pack.lenders, (one) => one.agreement === 1)).toBe(67);
    expect(new Set(pack.lenders.map((one) => one.class))).toEqual(new Set(LENDER_CLASSES.slice(0, 6)));
  });

  test('serve every prefecture by every class, rural and village lenders from at least two homes', () => {
    for (const k of pack.prefectures.keys()) {
      for (const name of LENDER_CLASSES.slice(0, 6)) {
        expect(
          count(pack.lenders, (one) => one.class === name && [-1, k].includes(one.prefecture)),
        ).toBeGreaterThan(0);
      }
      for (const name of ['rural', 'village-microcredit']) {
        expect(
          count(pack.lenders, (one) => one.class === name && one.prefecture === k),
        ).toBeGreaterThanOrEqual(2);
      }
    }
  });

  test('are 37 guarantors with 11.84bn of net assets, at least two in each prefecture', () => {
    expect(pack.guarantors).toHaveLength(37);
    expect(sum(pack.guarantors.map((one) => one.netAssets))).toBe(11_840_000_000);
    for (const k of pack.prefectures.keys()) {
      expect(count(pack.guarantors, (one) => one.prefecture === k)).toBeGreaterThanOrEqual(2);
    }
  });

  test('receive 46.3 % of what is owed on average, and nothing at nine of the 37', () => {
    const arrival = toInput(pack).parameters['compensation.arrival'][0];
    const arriving = sum(pack.guarantors.map((one) => one.netAssets * one.arrivalFactor * arrival));
    expect(arriving / 11_840_000_000).toBeCloseTo(0.463, 9);
    expect(count(pack.guarantors, (one) => one.arrivalFactor === 0)).toBe(9);
    for (const one of pack.guarantors) expect(one.arrivalFactor * arrival).toBeLessThan(1);
  });
});

type Raw = Record<string, unknown>;
const records = rawParameters as unknown as readonly Raw[];
const changed = (id: string, change: Raw): Raw[] =>
  records.map((one) => (one.id === id ? { ...one, ...change } : one));
const faults = (raw: readonly unknown[]): string[] => lines(() => readParameters(raw, 14));

describe('the parameters of Hunan', () => {
  test('are one record for each name of the engine, in its order and units', () => {
    expect(pack.parameters.map((one) => one.id)).toEqual(Object.keys(PARAMETERS));
    for (const one of pack.parameters) expect(one.unit, one.id).toBe(PARAMETERS[one.id].unit);
  });

  test('have each a range, a date, a grade and a reason', () => {
    for (const { id, range, date, grade, note } of pack.parameters) {
      expect(range[0], id).toBeLessThan(range[1]);
      expect(date, id).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(['measured', 'reported', 'estimated', 'assumed'], id).toContain(grade);
      expect(note.length, id).toBeGreaterThan(10);
    }
  });

  test('are refused when one is missing', () => {
    expect(faults(records.filter((one) => one.id !== 'trade.growth'))).toEqual([
      'missing parameter trade.growth; the engine needs it (at parameters)',
    ]);
  });

  test('are refused when one is an orphan', () => {
    const at = records.length;
    expect(faults([...records, { ...records[0], id: 'trade.grwth' }])).toEqual([
      `unknown parameter; nearest is trade.growth: "trade.grwth" (at parameters[${at}])`,
    ]);
  });

  test('are refused when one stands twice, is too short, out of range or without its source', () => {
    const at = (id: string) => records.findIndex((one) => one.id === id);
    expect(faults([...records, records[0]])[0]).toMatch(/^invalid parameter .*; there is one already/);
    expect(faults(changed('trade.margin', { value: [0.05] }))).toEqual([
      `invalid parameter trade.margin; not 8 numbers: 1 (at parameters[${at('trade.margin')}].value)`,
    ]);
    expect(faults(changed('compensation.arrival', { value: 1.4 }))).toEqual([
      `invalid parameter compensation.arrival; not in [0, 1]: 1.4 (at parameters[${at('compensation.arrival')}].value)`,
    ]);
    expect(faults(changed('compensation.arrival', { evidence: [] }))).toEqual([
      `invalid parameter compensation.arrival; reported without a source: [] (at parameters[${at('compensation.arrival')}].evidence)`,
    ]);
    expect(faults(changed('trade.growth', { range: [0, Number.NaN] }))).toEqual([
      `invalid range[1]; not a finite number: NaN (at parameters[${at('trade.growth')}])`,
    ]);
  });
});

describe('the assumptions of Hunan', () => {
  const assumptions = assumptionsOf(pack.parameters);

  test('are single numbers with a short name and a title in both languages', () => {
    expect(assumptions.length).toBeGreaterThanOrEqual(15);
    expect(new Set(assumptions.map((one) => one.id)).size).toBe(assumptions.length);
    for (const { id, title } of assumptions)
      expect(`${id}: ${title.en}, ${title.zh}`).toMatch(/^[a-z][a-zA-Z]+: .+, .+$/);
  });

  test('replace the value of their parameter and leave all others', () => {
    const [before, after] = [toInput(pack), toInput(pack, { informationOverlap: 0.45 })];
    expect(after.parameters['lend.informationOverlap']).toEqual([0.45]);
    expect({
      ...after.parameters,
      'lend.informationOverlap': before.parameters['lend.informationOverlap'],
    }).toEqual(before.parameters);
  });

  test('are refused when unknown or out of range', () => {
    expect(
      lines(() => toInput(pack, { informationOverlp: 0.3, demandGrowth: 5, courtMonths: Number.NaN })),
    ).toEqual([
      'unknown assumption; nearest is informationOverlap: "informationOverlp" (at assumptions)',
      'invalid assumption demandGrowth; not in [0, 0.09]: 5 (at assumptions)',
      'invalid assumption courtMonths; not in [5, 24]: NaN (at assumptions)',
    ]);
  });
});

const past = (history: ProvincePack['history']) => readChanges({ ...history }, vocabularyOf('hunan'), PAST);

describe('the history of Hunan', () => {
  test('is a list of sound policies and shocks between 2023-01 and 2025-12', () => {
    expect(past(pack.history)).toEqual({ value: pack.history });
  });

  test('is refused when a change reaches into the future', () => {
    const [first, ...others] = pack.history.policies;
    const { faults: found } = past({
      ...pack.history,
      policies: [{ ...first, until: '2026-03' }, ...others],
    });
    expect(found?.map((one) => one.rule)).toContain('not in [2023-01, 2025-12]');
  });

  test('is over at the fork, where every lever stands at its default', () => {
    for (const { until } of pack.history.policies) expect(until < '2025-12').toBe(true);
  });

  test('names grade and source of every change', () => {
    const { policies, shocks } = pack.historySources;
    expect([policies.length, shocks.length]).toEqual([
      pack.history.policies.length,
      pack.history.shocks.length,
    ]);
    for (const one of [...policies, ...shocks])
      expect(one.grade === 'assumed' || one.evidence.length > 0).toBe(true);
  });
});

describe('the targets of Hunan', () => {
  test('are the 87 of the baseline, each with one role and a tolerance above zero', () => {
    expect(pack.targets).toHaveLength(87);
    for (const one of pack.targets) {
      expect(['fit', 'held-out', 'input'], one.id).toContain(one.role);
      expect(one.tolerance.value, one.id).toBeGreaterThan(0);
    }
  });

  test('agree with each other: sixteen identities hold', () => {
    expect(reference.identities).toHaveLength(16);
    for (const { identity, left, right, tolerance } of reference.identities) {
      expect(Math.abs(left - right), identity).toBeLessThanOrEqual(tolerance + 1e-9);
    }
  });

  test('name a published fact wherever they are scored', () => {
    for (const { id, scored, basis } of pack.targets) {
      if (scored)
        expect(
          basis.some((one) => one.includes('.')),
          id,
        ).toBe(true);
    }
  });
});

test('a province nobody knows is refused with the nearest one', () => {
  expect(lines(() => loadProvince('hunnan'))).toEqual([
    'unknown province; nearest is hunan: "hunnan" (at scenario)',
  ]);
});
