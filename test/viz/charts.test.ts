import { scaleLinear } from 'd3';
import { describe, expect, test } from 'vitest';
import { axisOfDifference } from '../../viz/charts/difference.ts';
import { placeEvents } from '../../viz/charts/events.ts';
import { csvOf, jsonOf } from '../../viz/charts/files.ts';
import { inkOn, LOOKS } from '../../viz/charts/look.ts';
import { writeYuan } from '../../viz/charts/matrix.ts';
import { pointAfter, pointAt } from '../../viz/charts/points.ts';
import { tickDecimals } from '../../viz/charts/ticks.ts';
import { displayOf, plainNumber } from '../../viz/text/numbers.ts';

const line = Array.from({ length: 30 }, (_, at) => ({ x: at * 10, y: 5, row: 0, text: `${at}` }));
const grid = [0, 1, 2].flatMap((row) =>
  [0, 1, 2]
    .filter((column) => row !== 1 || column !== 0)
    .map((column) => ({
      x: column * 10,
      y: row * 10,
      row,
      text: `${row}${column}`,
      half: [4, 4] as const,
    })),
);
const textAfter = (points: typeof grid, from: string, key: string, wraps = false) =>
  points[
    pointAfter(
      points,
      points.findIndex((one) => one.text === from),
      key,
      wraps,
    )
  ]?.text;

describe('points of a chart', () => {
  test('are walked with arrows, years with page keys, ends with Home and End', () => {
    expect(pointAfter(line, -1, 'ArrowRight')).toBe(0);
    expect(pointAfter(line, 3, 'ArrowRight')).toBe(4);
    expect(pointAfter(line, 0, 'ArrowLeft')).toBe(0);
    expect(pointAfter(line, 3, 'PageDown')).toBe(15);
    expect(pointAfter(line, 3, 'End')).toBe(29);
    expect(pointAfter(line, 3, 'Tab')).toBe(-1);
  });

  test('of a map lead to the nearest tile above and below, and on to the next row', () => {
    expect(textAfter(grid, '00', 'ArrowDown')).toBe('11');
    expect(textAfter(grid, '12', 'ArrowUp')).toBe('02');
    expect(textAfter(grid, '02', 'ArrowRight', true)).toBe('11');
    expect(textAfter(grid, '02', 'ArrowRight')).toBe('02');
  });

  test('are found under the pointer', () => {
    expect(pointAt(line, 42, 999)).toBe(4);
    expect(grid[pointAt(grid, 11, 19)]?.text).toBe('21');
  });
});

describe('the axis of values', () => {
  const labelsOf = (domain: readonly number[], decimals: number) =>
    scaleLinear([...domain], [0, 1])
      .ticks(5)
      .map((tick) => plainNumber(tick, decimals, 'en'));

  test.each([1, 1.2, 2.5, 4.4, 24, 25, 60, 0.02, 0.19, 1.9])('tells its ticks apart up to %d', (high) => {
    const bands = { mean: [high, 0], p05: [0, 0], p95: [0, 0], low: [0, 0], high: [0, 0], runs: 1 };
    const { domain, decimals } = axisOfDifference(bands, 1);
    const labels = labelsOf(domain, decimals);
    expect(new Set(labels).size, `${labels}`).toBe(labels.length);
    expect(decimals === 0 || labels.some((one) => !one.endsWith('0')), `${labels}`).toBe(true);
  });

  test('reaches over both bands of a difference, and over the line alone in a single run', () => {
    const bands = { mean: [1], p05: [-3], p95: [4], low: [-5], high: [7], runs: 8 };
    expect(axisOfDifference(bands, 1).domain).toEqual([-6, 6]);
    expect(axisOfDifference({ ...bands, runs: 1 }, 1).domain).toEqual([0, 1]);
    expect(axisOfDifference({ ...bands, mean: [0], runs: 1 }, 1)).toEqual({ domain: [-1, 1], decimals: 1 });
  });

  test('has decimals for what is shown, and none where nothing is known', () => {
    expect(tickDecimals([0, 250e6], 5, 1e-8)).toBe(1);
    expect(tickDecimals([0, 0.3], 3)).toBe(1);
    expect(tickDecimals([Number.NaN, Number.NaN], 5)).toBe(0);
  });
});

test('a matrix of money writes nothing for 0 alone, and no amount as 0', () => {
  const display = displayOf('yuan', 'zh', 1e9);
  const written = [0, 1, -1, 9e3, 1e4, 5e5, -2e6, 1.5e9, 1e11].map((yuan) => writeYuan(yuan, display));
  expect(written).toEqual([
    ...['', '+<0.0001', '−<0.0001', '+<0.0001', '+0.0001', '+0.0050', '−0.02', '+15.0', '+1,000'],
  ]);
});

test('labels of events never overlap in one row', () => {
  const events = ['2026-07', '2026-08', '2026-09', '2030-11'].map((from) => ({
    from,
    text: 'a long label of an event',
    family: 'policy' as const,
  }));
  const x = (date: Date) => ((+date - Date.UTC(2026, 0)) / (+Date.UTC(2031, 0) - Date.UTC(2026, 0))) * 600;
  const placed = placeEvents(events, x, 600);
  expect(placed.map((one) => one.row)).toEqual([0, 1, 2, 0]);
  expect(placed.at(-1)?.anchor).toBe('end');
});

describe('files of a figure', () => {
  const tidy = {
    columns: ['month', 'name', 'value'],
    rows: [
      ['2026-01', 'a, "b"', 0.5],
      ['2026-02', '长沙', Number.NaN],
    ],
  };

  test('CSV starts with a byte-order mark, quotes what needs it and leaves undefined values empty', () => {
    expect(csvOf(tidy)).toBe('\ufeffmonth,name,value\n2026-01,"a, ""b""",0.5\n2026-02,长沙,\n');
  });

  test('CSV gives a spreadsheet no formula to run, whatever a shared scenario is called, and leaves numbers alone', () => {
    const rows = [['=HYPERLINK("x")', '+1', '-1', '@a', '＝1', 'a=b', -1]];
    const [, line] = csvOf({ columns: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], rows }).split('\n');
    expect(line).toBe(`"'=HYPERLINK(""x"")",'+1,'-1,'@a,'＝1,a=b,-1`);
    expect(JSON.parse(jsonOf({ columns: ['name'], rows: [['=1']] }))).toEqual([{ name: '=1' }]);
  });

  test('JSON has null for undefined values', () => {
    expect(JSON.parse(jsonOf(tidy))[1]).toEqual({ month: '2026-02', name: '长沙', value: null });
  });
});

describe.each([LOOKS.light, LOOKS.dark])('colours', (look) => {
  test('secondary text and scenario text reach 4.5:1, control borders and lines 3:1', () => {
    for (const ground of [look.paper, look.surface]) {
      for (const text of [look.ink, look.muted, ...look.scenarioText])
        expect(contrast(text, ground), text).toBeGreaterThanOrEqual(4.5);
      expect(contrast(look.border, ground)).toBeGreaterThanOrEqual(3);
    }
    for (const line of look.scenarios.slice(0, 3))
      expect(contrast(line, look.paper), line).toBeGreaterThanOrEqual(3);
  });

  test('numbers on the map reach 4.5:1 at every colour', () => {
    for (let t = -1; t <= 1; t += 0.05) {
      for (const fill of [look.diverging(t), look.sequential(Math.abs(t))])
        expect(contrast(inkOn(fill), fill), fill).toBeGreaterThanOrEqual(4.5);
    }
  });
});

/** Contrast ratio of two CSS colours, WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const hex = /^#(..)(..)(..)$/
    .exec(colour)
    ?.slice(1)
    .map((part) => Number.parseInt(part, 16));
  const rgb = hex ?? colour.match(/[\d.]+/g)!.map(Number);
  const [r, g, b] = rgb.map((one) =>
    one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
