// A picture of its own holds all of its key, however narrow it is.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textWidth } from '../../viz/charts/measure.ts';
import { keyOf } from '../../viz/charts/picture-file.ts';
import { elementsOf, stubDocument } from '../support/picture.ts';

beforeEach(() => void stubDocument());
afterEach(() => void vi.unstubAllGlobals());

/** A key on the page, as far as it is read. */
const keyWith = (...texts: string[]) => {
  const items = texts.map((textContent) => ({ textContent, children: [], querySelector: () => null }));
  return { children: items } as unknown as Element;
};

const LONG = 'Band: where nine in ten of the paired differences of single runs lie, month by month';

test.each([
  [240, LONG],
  [240, '色带：成对运行的差异中九成所在的范围，逐月计算，仅为偶然波动，不含参数的不确定性'],
])('a long text of the key is broken to fit into %i px, and nothing overlaps', (width, text) => {
  const { drawn, below } = keyOf(keyWith('A', text, 'B'), 100, width, '#000');
  const lines = drawn
    .flatMap((one) => elementsOf(one))
    .map(({ attributes, children }) => ({
      x: Number(attributes.x),
      y: Number(attributes.y),
      text: String(children[0]),
    }));
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    expect(line.x + textWidth(line.text, 11.5)).toBeLessThanOrEqual(width);
    expect(line.y).toBeLessThan(below);
  }
  expect(new Set(lines.map(({ y }) => y)).size).toBe(lines.length);
  expect(
    lines
      .map((one) => one.text)
      .join('')
      .replace(/\s/g, ''),
  ).toBe(`A${text}B`.replace(/\s/g, ''));
});

test('short ones stand side by side', () => {
  const { drawn, below } = keyOf(keyWith('A', 'B'), 100, 400, '#000');
  expect(new Set(drawn.flatMap((one) => elementsOf(one)).map(({ attributes }) => attributes.y)).size).toBe(1);
  expect(below).toBe(120);
});
