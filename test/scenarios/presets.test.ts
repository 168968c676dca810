import { describe, expect, test } from 'vitest';
import { EVIDENCE } from '../../scenarios/evidence/index.ts';
import {
  LIBRARY,
  loadProvince,
  PRESET_IDS,
  presetOf,
  resolve,
  resolvePreset,
} from '../../scenarios/index.ts';
import { INSTRUMENTS, monthIndex } from '../../sim/index.ts';

const facts = new Set(EVIDENCE.map((fact) => fact.id));
const named = PRESET_IDS.filter((id) => !/-(weak|strong)$/.test(id));
const statusQuo = (record: string) =>
  [loadProvince('hunan').parameters.find(({ id }) => id === record)?.value].flat()[0] as number;

describe.each(PRESET_IDS)('preset %s', (id) => {
  const preset = presetOf(id);

  test('is valid, carries its own id, and is signed', () => {
    expect(preset.id).toBe(id);
    expect(preset.author).toBeTruthy();
    expect(preset.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(preset.title?.en).toBeTruthy();
    expect(preset.title?.zh).toMatch(/\p{Script=Han}/u);
    expect(preset.question?.zh).toMatch(/\p{Script=Han}/u);
  });

  test('names only facts of the register', () => {
    expect(preset.sources.filter((source) => !facts.has(source))).toEqual([]);
  });

  test('resolves, and to the same whatever way it comes in', () => {
    const resolved = resolvePreset(id);
    expect(resolve(JSON.stringify(LIBRARY.presets.get(id)))).toEqual(resolved);
    expect(resolve(resolved.scenario)).toEqual(resolved);
    const own = resolved.patches.filter((patch) => patch.from > 35);
    expect(own.length).toBe(preset.policies.length);
  });
});

test('the presets of the contract are there', () => {
  const wanted = [
    'baseline',
    'interest-subsidy',
    'data-sharing',
    'risk-split',
    'flood-2027',
    'demand-shock-2027',
    'full-package',
    'compensation-arrears',
    'taizhou-relationship-banks',
    'hunan-zhejiang-platform',
    'zhejiang',
  ];
  expect(named).toEqual(wanted);
});

test('every policy lever has a weak and a strong preset that set its pair from 2026-07', () => {
  for (const { id, pair } of INSTRUMENTS)
    for (const side of ['weak', 'strong'] as const) {
      const { policies } = presetOf(`${id}-${side}`);
      expect(policies).toEqual([
        {
          lever: id,
          from: '2026-07',
          until: '2030-12',
          phaseInMonths: 0,
          scope: {},
          set: pair[side],
          enabled: true,
        },
      ]);
    }
});

test('baseline holds the history and nothing else', () => {
  const { patches, shocks } = resolvePreset('baseline');
  expect(patches.filter((patch) => patch.until > 35)).toEqual([]);
  expect(shocks.filter((shock) => shock.from > 35)).toEqual([]);
});

test('interest-subsidy adds one point to the status quo of county and township enterprises', () => {
  const [patch] = resolvePreset('interest-subsidy').patches.filter((one) => one.from > 35);
  expect(patch.scope).toEqual({ settings: [1, 2] });
  expect(patch.set.points - statusQuo('interestSubsidy.points')).toBeCloseTo(0.01, 12);
});

test('full-package is the three instruments and a first-loan list together', () => {
  const whole = presetOf('full-package').policies;
  for (const id of ['interest-subsidy', 'data-sharing', 'risk-split'])
    expect(whole).toEqual(expect.arrayContaining(presetOf(id).policies));
  expect(whole.map((one) => one.lever)).toEqual([
    'interestSubsidy',
    'dataSharing',
    'riskSplit',
    'firstLoanList',
  ]);
});

test('compensation-arrears stops arrival in western prefectures for 24 months', () => {
  const [patch] = resolvePreset('compensation-arrears').patches.filter((one) => one.from > 35);
  expect(patch.until - patch.from + 1).toBe(24);
  expect(patch.from).toBe(monthIndex('2026-07'));
  expect(patch.set).toEqual({ arrival: 0 });
  const { prefectures } = loadProvince('hunan');
  expect(patch.scope.prefectures?.map((at) => prefectures[at].code)).toEqual(['430800', '431200', '433100']);
});
