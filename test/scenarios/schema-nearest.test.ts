import { expect, test } from 'vitest';
import { show } from '../../scenarios/schema/fault.ts';
import { utf8Length } from '../../scenarios/schema/limits.ts';
import { nearest } from '../../scenarios/schema/nearest.ts';

const levers = ['interestSubsidy', 'dataSharing', 'riskSplit', 'guaranteeCapital'];

test.each([
  ['risk-split', 'riskSplit'],
  ['RiskSplit', 'riskSplit'],
  ['riksSplit', 'riskSplit'],
  ['subsidy', 'interestSubsidy'],
  ['guarantee', 'guaranteeCapital'],
  ['data_shraing', 'dataSharing'],
])('%s is nearest to %s', (word, expected) => {
  expect(nearest(word, levers)).toBe(expected);
});

test('nothing is near when nothing is known', () => {
  expect(nearest('a', [])).toBeUndefined();
});

test('values are shown on one short line', () => {
  expect([show('a\nb'), show(1.4), show(Number.NaN), show(undefined), show(7n), show({ a: [1] })]).toEqual([
    '"a\\nb"',
    '1.4',
    'NaN',
    'undefined',
    'bigint',
    '{"a":[1]}',
  ]);
  expect(show('x'.repeat(1000))).toHaveLength(60);
});

test.each(['', 'abc', 'é', '活水', '🌊'])('the size of %j is counted as UTF-8', (text) => {
  expect(utf8Length(text)).toBe(Buffer.byteLength(text, 'utf8'));
});
