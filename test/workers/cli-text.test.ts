import { expect, test } from 'vitest';
import { breachLines } from '../../workers/cli/breaches.ts';
import { calibrationLoop } from '../../workers/cli/calibration-loop.ts';
import { change, level } from '../../workers/cli/numbers.ts';
import { textTable, width } from '../../workers/cli/text-table.ts';
import { csvText } from '../../workers/tidy.ts';

test.each<[number | null, string, string]>([
  [0.0387, 'ratio', '3.87 %'],
  [0.0528, 'annual ratio', '5.28 %'],
  [1.87e12, 'yuan', '1.87 tn'],
  [980_000_000, 'yuan', '980 m'],
  [9.62e11, 'yuan', '962 bn'],
  [2_770_000, 'enterprises', '2,770,000'],
  [4.3, 'multiple', '4.30'],
  [0, 'count', '0'],
  [1.25, 'count', '1.25'],
  [null, 'ratio', '–'],
])('%d as a level of %s reads %s', (value, unit, text) => {
  expect(level(value, unit)).toBe(text);
});

test.each<[number | null, string, string]>([
  [0.012, 'ratio', '+1.20 pp'],
  [-0.0005, 'annual ratio', '-0.05 pp'],
  [-2.5e9, 'yuan', '-2.50 bn'],
  [0, 'ratio', '0.00 pp'],
  [null, 'yuan', '–'],
])('%d as a change of %s reads %s', (value, unit, text) => {
  expect(change(value, unit)).toBe(text);
});

test('tables count a Chinese character as two columns', () => {
  expect(width('活水 a')).toBe(6);
  expect(
    textTable([
      ['id', 'n'],
      ['活水', '1'],
      ['x', '22'],
    ]),
  ).toBe('id     n\n活水   1\nx     22');
});

test('CSV quotes what needs quotes and leaves undefined values empty', () => {
  const columns = [
    { name: 'month', kind: 'text', values: ['2025-12', 'a,"b"'] },
    { name: 'mean', kind: 'number', values: [0.5, null] },
  ] as const;
  expect(csvText(columns.map((one) => ({ ...one, values: [...one.values] })))).toBe(
    '\uFEFFmonth,mean\r\n2025-12,0.5\r\n"a,""b""",\r\n',
  );
});

test('CSV of the terminal gives a spreadsheet no formula to run either', () => {
  const columns = [
    { name: 'group', kind: 'text' as const, values: ['=1+1'] },
    { name: 'mean', kind: 'number' as const, values: [-0.5] },
  ];
  expect(csvText(columns)).toBe("\uFEFFgroup,mean\r\n'=1+1,-0.5\r\n");
});

test('a breach is told by account, size and month', () => {
  const books = {
    checks: 1,
    maxResidual: 3,
    breaches: [{ account: 'lenders, tills', residual: 3, at: '2026-07 settle' }],
  };
  expect(breachLines(books)).toEqual(['broken lenders, tills; residual not 0: 3 (at 2026-07 settle)']);
});

test('the calibration loop does what it always did', () => {
  expect(calibrationLoop()).toBe(0.4973427147415292);
});
