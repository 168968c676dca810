import { describe, expect, test } from 'vitest';
import { faultLine } from '../../scenarios/schema/fault.ts';
import { LARGEST_FILE } from '../../scenarios/schema/limits.ts';
import { readScenario } from '../../scenarios/schema/read.ts';
import { provinces } from '../support/vocabulary.ts';

const head = { schema: 'headwater/scenario@1', id: 'a-test' };
const split = { lever: 'riskSplit', from: '2026-07', set: { bankShare: 0.5 } };
const flood = { kind: 'flood', from: '2027-06', months: 3, severity: 1 };

const lines = (document: unknown): string[] =>
  (readScenario(document, provinces).faults ?? []).map(faultLine);
const policyLines = (...policies: unknown[]): string[] => lines({ ...head, policies });
const shockLines = (...shocks: unknown[]): string[] => lines({ ...head, shocks });

describe('a scenario file', () => {
  test('is filled with defaults', () => {
    const { value } = readScenario({ ...head, policies: [split], shocks: [flood] }, provinces) as {
      value: unknown;
    };
    expect(value).toEqual({
      ...head,
      sources: [],
      base: 'baseline',
      province: 'hunan',
      policies: [{ ...split, until: '2030-12', phaseInMonths: 0, scope: {}, enabled: true }],
      shocks: [{ ...flood, scope: {} }],
      assumptions: {},
    });
  });

  test('means the same after a round trip through text', () => {
    const first = readScenario({ ...head, policies: [split], shocks: [flood] }, provinces);
    expect(first.faults).toBeUndefined();
    const again = readScenario(JSON.stringify('value' in first && first.value), provinces);
    expect(again).toEqual(first);
  });

  test('may start with a byte-order mark', () => {
    expect(lines(`\uFEFF${JSON.stringify(head)}`)).toEqual([]);
  });
});

describe('every fault is one line with kind, name, rule, value and path', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'value out of range',
      policyLines({ ...split, set: { bankShare: 1.4 } }),
      ['invalid riskSplit.bankShare; not in [0, 1]: 1.4 (at policies[0].set)'],
    ],
    [
      'value of the wrong type',
      policyLines({ ...split, set: { bankShare: 'half' } }),
      ['invalid riskSplit.bankShare; not a finite number: "half" (at policies[0].set)'],
    ],
    [
      'unknown lever',
      policyLines({ ...split, lever: 'risk-splt' }),
      ['unknown lever; nearest is riskSplit: "risk-splt" (at policies[0])'],
    ],
    [
      'unknown parameter',
      policyLines({ ...split, set: { bankshare: 0.5 } }),
      ['unknown parameter of riskSplit; nearest is bankShare: "bankshare" (at policies[0].set)'],
    ],
    [
      'unknown key',
      lines({ ...head, polices: [] }),
      ['unknown key; nearest is policies: "polices" (at scenario)'],
    ],
    [
      'unknown key of a policy',
      policyLines({ ...split, untill: '2028-01' }),
      ['unknown key; nearest is until: "untill" (at policies[0])'],
    ],
    [
      'unknown key of a scope',
      policyLines({ ...split, scope: { prefecture: ['430100'] } }),
      ['unknown key; nearest is prefectures: "prefecture" (at policies[0].scope)'],
    ],
    [
      'unknown setting',
      policyLines({ ...split, scope: { settings: ['town'] } }),
      ['unknown settings[0]; nearest is urban: "town" (at policies[0].scope)'],
    ],
    [
      'unknown prefecture',
      policyLines({ ...split, scope: { prefectures: ['430100', '431201'] } }),
      ['unknown prefectures[1]; nearest is 431200: "431201" (at policies[0].scope)'],
    ],
    [
      'empty list',
      policyLines({ ...split, scope: { prefectures: [] } }),
      ['invalid prefectures; empty; leave the list out to mean everyone: [] (at policies[0].scope)'],
    ],
    [
      'scope a parameter cannot tell apart',
      policyLines({ ...split, scope: { lenders: ['city'] } }),
      [
        'invalid riskSplit.bankShare; the same within prefectures, settings, sectors, sizes; cannot be limited by lenders: ["city"] (at policies[0].scope)',
      ],
    ],
    [
      'scope of what is switched off, where it would stop for everyone',
      policyLines({ lever: 'refinancing', from: '2026-07', enabled: false, scope: { settings: ['county'] } }),
      [
        'invalid refinancing.quota; the same within lenders; cannot be limited by settings: ["county"] (at policies[0].scope)',
      ],
    ],
    [
      'month that is none',
      policyLines({ ...split, from: '2026-13' }),
      ['invalid from; not a month YYYY-MM: "2026-13" (at policies[0])'],
    ],
    [
      'start too early',
      policyLines({ ...split, from: '2025-12' }),
      ['invalid from; not in [2026-01, 2030-12]: "2025-12" (at policies[0])'],
    ],
    [
      'end too late',
      policyLines({ ...split, until: '2031-01' }),
      ['invalid until; not in [2026-01, 2030-12]: "2031-01" (at policies[0])'],
    ],
    [
      'end before start',
      policyLines({ ...split, until: '2026-06' }),
      ['invalid until; before from 2026-07: "2026-06" (at policies[0])'],
    ],
    [
      'half a month of phase-in',
      policyLines({ ...split, phaseInMonths: 0.5 }),
      ['invalid phaseInMonths; not a whole number: 0.5 (at policies[0])'],
    ],
    [
      'nothing set',
      policyLines({ ...split, set: {} }),
      ['missing riskSplit.set; a policy sets a parameter or says whether it is enabled (at policies[0])'],
    ],
    ['missing lever', policyLines({ from: '2026-07' }), ['missing lever; required (at policies[0])']],
    [
      'unknown shock',
      shockLines({ ...flood, kind: 'floods' }),
      ['unknown shock; nearest is flood: "floods" (at shocks[0])'],
    ],
    [
      'severity zero',
      shockLines({ ...flood, severity: 0 }),
      ['invalid flood.severity; not in (0, 3]: 0 (at shocks[0])'],
    ],
    [
      'severity above the largest',
      shockLines({ ...flood, severity: 3.01 }),
      ['invalid flood.severity; not in (0, 3]: 3.01 (at shocks[0])'],
    ],
    ['no months', shockLines({ ...flood, months: 0 }), ['invalid months; not in [1, 60]: 0 (at shocks[0])']],
    [
      'unknown assumption',
      lines({ ...head, assumptions: { informationoverlp: 0.3 } }),
      ['unknown assumption; nearest is informationOverlap: "informationoverlp" (at assumptions)'],
    ],
    [
      'assumption out of range',
      lines({ ...head, assumptions: { informationOverlap: 2 } }),
      ['invalid assumption informationOverlap; not in [0, 0.6]: 2 (at assumptions)'],
    ],
    [
      'assumption of the wrong length',
      lines({ ...head, assumptions: { searchCost: [500, 600] } }),
      ['invalid assumption searchCost; not 3 numbers: [500,600] (at assumptions)'],
    ],
    [
      'unknown province',
      lines({ ...head, province: 'hubei' }),
      ['unknown province; nearest is hunan: "hubei" (at scenario)'],
    ],
    ['missing id', lines({ schema: head.schema }), ['missing id; required (at scenario)']],
    [
      'id with spaces',
      lines({ ...head, id: 'a test' }),
      [
        'invalid id; not words of letters and digits joined by hyphens, a letter first: "a test" (at scenario)',
      ],
    ],
    [
      'title in one language',
      lines({ ...head, title: { en: 'A test' } }),
      ['missing zh; required (at title)'],
    ],
    [
      'date that is none',
      lines({ ...head, date: '2026-02-30' }),
      ['invalid date; not a date YYYY-MM-DD: "2026-02-30" (at scenario)'],
    ],
    [
      'policies that are no list',
      lines({ ...head, policies: {} }),
      ['invalid policies; not a list: {} (at scenario)'],
    ],
    ['policy that is no object', policyLines(7), ['invalid policies[0]; not an object: 7 (at scenario)']],
    [
      'missing schema',
      lines({ id: 'a-test' }),
      ['missing schema; required, headwater/scenario@1 (at scenario)'],
    ],
    [
      'schema of a newer release',
      lines({ ...head, schema: 'headwater/scenario@2' }),
      [
        'unknown schema; made by a newer release; this one reads headwater/scenario@0, headwater/scenario@1: "headwater/scenario@2" (at scenario)',
      ],
    ],
    [
      'another schema',
      lines({ ...head, schema: 'headwater/scenarios' }),
      ['unknown schema; nearest is headwater/scenario@0: "headwater/scenarios" (at scenario)'],
    ],
    ['list instead of a scenario', lines([]), ['invalid scenario; not an object: [] (at scenario)']],
    [
      'number beyond the largest',
      lines(`{"a": 1e999}`),
      ['invalid a; not a finite number: Infinity (at scenario)'],
    ],
    [
      'key that would change a prototype',
      lines(`{"schema": "${head.schema}", "id": "x", "__proto__": {}}`),
      ['unknown key; never allowed: "__proto__" (at scenario)'],
    ],
    [
      'file too large',
      lines(' '.repeat(LARGEST_FILE + 1)),
      ['invalid scenario; larger than 1000000 bytes: 1000001 (at scenario)'],
    ],
  ])('%s', (_name, found, expected) => {
    expect(found).toEqual(expected);
  });

  test('text that is no JSON', () => {
    expect(lines('{"schema": ')).toEqual([
      expect.stringMatching(/^invalid scenario; not JSON, .+ \(at scenario\)$/),
    ]);
  });

  test('nesting too deep', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(lines(deep)).toEqual(['invalid scenario; nested deeper than 12 levels (at [0][0][0])']);
  });

  test('all faults are reported, not only the first', () => {
    const found = lines({
      ...head,
      id: '',
      policies: [{ ...split, from: '2024-01', set: { bankShare: -1 } }, { lever: 'x' }],
      shocks: [{ ...flood, severity: 9 }],
      assumptions: { searchCost: 0 },
    });
    expect(found.map((line) => line.slice(0, line.indexOf(';')))).toEqual([
      'invalid id',
      'invalid id',
      'invalid riskSplit.bankShare',
      'invalid from',
      'missing from',
      'unknown lever',
      'invalid flood.severity',
      'invalid assumption searchCost',
    ]);
    expect(found.filter((line) => line.includes('\n'))).toEqual([]);
  });
});

describe('what is right is looked at even where something beside it is not', () => {
  test('in a scope, a list, what is set and what is assumed; an unknown name is told as one, once', () => {
    const found = lines({
      ...head,
      policies: [
        {
          ...split,
          scope: { prefectures: ['999999', 7], sectors: ['farming'], lenders: ['city'] },
          set: { bankShare: 1.4, bankShar: 'x' },
        },
        { ...split, set: { bankShare: 'x' }, scope: { lenders: ['city'] } },
      ],
      shocks: [{ ...flood, scope: { prefectures: ['999999'], settings: ['town'] } }],
      assumptions: { informationOverlap: 5, searchCost: 'x', cashBuffer: 'x' },
    });
    const alike = (by: string, at: number) =>
      `invalid riskSplit.bankShare; the same within prefectures, settings, sectors, sizes; cannot be limited by lenders: ${by} (at policies[${at}].scope)`;
    expect(found).toEqual([
      'invalid prefectures[1]; not text: 7 (at policies[0].scope)',
      'unknown sectors[0]; nearest is trade: "farming" (at policies[0].scope)',
      'invalid riskSplit.bankShare; not in [0, 1]: 1.4 (at policies[0].set)',
      alike('["city"]', 0),
      'unknown parameter of riskSplit; nearest is bankShare: "bankShar" (at policies[0].set)',
      'unknown prefectures[0]; nearest is 430100: "999999" (at policies[0].scope)',
      'invalid riskSplit.bankShare; not a finite number: "x" (at policies[1].set)',
      alike('["city"]', 1),
      'unknown settings[0]; nearest is urban: "town" (at shocks[0].scope)',
      'unknown prefectures[0]; nearest is 430100: "999999" (at shocks[0].scope)',
      'invalid searchCost; not a number or a list of numbers: "x" (at assumptions)',
      'invalid assumption informationOverlap; not in [0, 0.6]: 5 (at assumptions)',
      'unknown assumption; nearest is searchCost: "cashBuffer" (at assumptions)',
    ]);
  });
});

describe('two patches of one parameter', () => {
  const rule =
    'invalid riskSplit.bankShare; overlaps policies[0] in scope and dates: 0.4 (at policies[1].set)';
  const second = { ...split, set: { bankShare: 0.4 } };

  test('may not meet in scope and dates', () => {
    expect(policyLines(split, second)).toEqual([rule]);
    expect(policyLines(split, { ...second, from: '2030-12' })).toEqual([rule]);
    expect(
      policyLines(
        { ...split, scope: { settings: ['county'] } },
        { ...second, scope: { sectors: ['trade'] } },
      ),
    ).toEqual([rule]);
  });

  test('may follow each other, or concern different enterprises or parameters', () => {
    expect(policyLines({ ...split, until: '2027-12' }, { ...second, from: '2028-01' })).toEqual([]);
    expect(
      policyLines(
        { ...split, scope: { settings: ['county'] } },
        { ...second, scope: { settings: ['urban'] } },
      ),
    ).toEqual([]);
    const data = { lever: 'dataSharing', from: '2026-07' };
    expect(policyLines({ ...data, set: { coverage: 0.9 } }, { ...data, set: { consent: 0.9 } })).toEqual([]);
  });

  test('switching a lever off decides all of its parameters', () => {
    const off = { lever: 'riskSplit', from: '2026-07', enabled: false };
    expect(policyLines(split, off)).toEqual([
      'invalid riskSplit.enabled; overlaps policies[0] in scope and dates: false (at policies[1])',
    ]);
  });
});

test('enabled may stand beside set or in it', () => {
  const inside = readScenario(
    { ...head, policies: [{ lever: 'riskSplit', from: '2026-07', set: { enabled: false } }] },
    provinces,
  );
  const beside = readScenario(
    { ...head, policies: [{ lever: 'riskSplit', from: '2026-07', set: {}, enabled: false }] },
    provinces,
  );
  expect(inside).toEqual(beside);
  expect(inside.faults).toBeUndefined();
});

test('a file of the draft schema still works', () => {
  const draft = {
    schema: 'headwater/scenario@0',
    id: 'a-test',
    policies: [{ policy: 'riskSplit', start: '2026-07', end: '2028-12', set: { bankShare: 0.5 } }],
    shocks: [{ shock: 'flood', start: '2027-06', months: 3, severity: 1 }],
  };
  const today = { ...head, policies: [{ ...split, until: '2028-12' }], shocks: [flood] };
  expect(readScenario(draft, provinces)).toEqual(readScenario(today, provinces));
  expect(lines(draft)).toEqual([]);
});
