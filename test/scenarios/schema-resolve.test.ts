import { describe, expect, test } from 'vitest';
import { faultLine, InputError, LIBRARY, resolve, resolveScenario } from '../../scenarios/index.ts';

const head = { schema: 'headwater/scenario@1', id: 'a-test' };
const split = { lever: 'riskSplit', from: '2026-07', set: { bankShare: 0.5 } };
const data = {
  lever: 'dataSharing',
  from: '2027-01',
  set: { consent: 0.8, coverage: 0.9 },
  scope: { settings: ['township', 'county'], prefectures: ['433100', '430100'] },
};
const flood = {
  kind: 'flood',
  from: '2027-06',
  months: 3,
  severity: 1,
  scope: { prefectures: ['430700', '430600'] },
};
const fall = { kind: 'demandFall', from: '2027-06', months: 3, severity: 0.5 };

const own = <T extends { readonly from: number }>(all: readonly T[]) => all.filter((one) => one.from > 35);
const lines = (document: unknown, library = LIBRARY) =>
  (resolveScenario(document, library).faults ?? []).map(faultLine);

describe('a resolved scenario', () => {
  test('has indices for names, in the order of the province and the engine', () => {
    const { patches, shocks } = resolve({ ...head, policies: [data], shocks: [flood] });
    expect(own(patches)).toEqual([
      {
        instrument: 'dataSharing',
        from: 48,
        until: 95,
        phaseInMonths: 0,
        scope: { prefectures: [0, 13], settings: [1, 2] },
        set: { consent: 0.8, coverage: 0.9 },
      },
    ]);
    expect(own(shocks)).toEqual([
      { kind: 'flood', from: 53, months: 3, severity: 1, scope: { prefectures: [5, 6] } },
    ]);
  });

  test('does not depend on the order of policies, shocks, names and parameters', () => {
    const shuffled = {
      ...data,
      set: { coverage: 0.9, consent: 0.8 },
      scope: { prefectures: ['430100', '433100', '430100'], settings: ['county', 'township'] },
    };
    const one = resolve({ ...head, policies: [split, data], shocks: [flood, fall] });
    const other = resolve({ ...head, policies: [shuffled, split], shocks: [fall, flood] });
    expect(JSON.stringify(own(other.patches))).toBe(JSON.stringify(own(one.patches)));
    expect(JSON.stringify(own(other.shocks))).toBe(JSON.stringify(own(one.shocks)));
  });

  test('turns a lever off with enabled 0 and leaves nothing of its other values', () => {
    const { patches } = resolve({ ...head, policies: [{ ...split, enabled: false }] });
    expect(own(patches).map((patch) => patch.set)).toEqual([{ enabled: 0 }]);
  });

  test('a lever that is said to be enabled, and no more, is left at its default', () => {
    for (const policy of [
      { ...split, set: { enabled: true } },
      { ...split, set: {}, enabled: true },
    ])
      expect(resolve({ ...head, policies: [policy] }).patches).toEqual(resolve(head).patches);
  });

  test('carries the history of the province in every scenario', () => {
    const past = (document: unknown) => {
      const { patches, shocks } = resolve(document);
      return {
        patches: patches.filter((one) => one.from <= 35),
        shocks: shocks.filter((one) => one.from <= 35),
      };
    };
    expect(past({ ...head, policies: [split] })).toEqual(past({ schema: head.schema, id: 'other' }));
  });

  test('puts assumptions into the province, and leaves the data behind it as they are', () => {
    const plain = resolve(head);
    const assumed = resolve({ ...head, assumptions: { informationOverlap: 0.5 } });
    expect(assumed.province.parameters['lend.informationOverlap']).toEqual([0.5]);
    expect(assumed.data).toEqual(plain.data);
  });
});

describe('a base', () => {
  const packaged = { ...head, base: 'full-package' };

  test('gives its policies first', () => {
    const extra = { lever: 'guaranteeCapital', from: '2027-01', set: { multiple: 10 } };
    const { scenario } = resolve({ ...packaged, policies: [extra] });
    expect(scenario.policies.map((one) => one.lever)).toEqual([
      'interestSubsidy',
      'dataSharing',
      'riskSplit',
      'firstLoanList',
      'guaranteeCapital',
    ]);
    expect(scenario.base).toBe('baseline');
    expect(resolve(scenario).patches).toEqual(resolve({ ...packaged, policies: [extra] }).patches);
  });

  test('may not be contradicted', () => {
    expect(lines({ ...packaged, policies: [split] })).toEqual([
      'invalid riskSplit.bankShare; overlaps full-package.policies[2] in scope and dates: 0.5 (at policies[0].set)',
    ]);
  });

  test('must be a preset', () => {
    expect(lines({ ...head, base: 'ful-package' })).toEqual([
      'unknown base; nearest is full-package: "ful-package" (at scenario)',
    ]);
  });

  test('may not lead back to itself', () => {
    const loop = { ...LIBRARY, presets: new Map([['loop', { ...head, id: 'loop', base: 'loop' }]]) };
    expect(lines({ ...head, base: 'loop' }, loop)).toEqual([
      'invalid base; leads back to itself: "loop" (at scenario)',
    ]);
  });
});

test('every fault of a file is told at once, each in one line, an unknown name with the nearest that is known', () => {
  const found = lines({
    ...head,
    base: 'basline',
    policies: [
      {
        ...split,
        scope: { prefectures: ['999999'], sectors: ['farming'] },
        set: { bankShare: 1.4, bankShar: 'x' },
      },
    ],
    assumptions: { informationOverlap: 5, cashBuffer: 'x' },
  });
  expect(found).toEqual([
    'unknown sectors[0]; nearest is trade: "farming" (at policies[0].scope)',
    'invalid riskSplit.bankShare; not in [0, 1]: 1.4 (at policies[0].set)',
    'unknown parameter of riskSplit; nearest is bankShare: "bankShar" (at policies[0].set)',
    'unknown prefectures[0]; nearest is 430900: "999999" (at policies[0].scope)',
    'invalid cashBuffer; not a number or a list of numbers: "x" (at assumptions)',
    'invalid assumption informationOverlap; not in [0, 0.8]: 5 (at assumptions)',
    'unknown base; nearest is baseline: "basline" (at scenario)',
  ]);
});

test('a base of another province is told beside other faults', () => {
  expect(lines({ ...head, base: 'zhejiang', policies: [{ ...split, lever: 'risksplit' }] })).toEqual([
    'unknown lever; nearest is riskSplit: "risksplit" (at policies[0])',
    'invalid province; not the province of its base zhejiang, zhejiang: "hunan" (at scenario)',
  ]);
});

test('switching off what the status quo leaves at nothing may be limited', () => {
  const off = { from: '2026-07', enabled: false, scope: { settings: ['county'] } };
  expect(lines({ ...head, policies: [{ lever: 'riskPool', ...off }] })).toEqual([]);
  expect(lines({ ...head, policies: [{ lever: 'techRiskSharing', ...off }] })).toEqual([
    'invalid techRiskSharing.budget; the same everywhere; cannot be limited by settings: ["county"] (at policies[0].scope)',
  ]);
});

test('resolve throws every fault at once', () => {
  const bad = { ...head, policies: [{ ...split, lever: 'x' }], shocks: [{ ...flood, severity: 9 }] };
  expect(() => resolve(bad)).toThrow(InputError);
  expect(() => resolve(bad)).toThrow(lines(bad).join('\n'));
  expect(lines(bad)).toHaveLength(2);
});
