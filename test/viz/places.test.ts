// One prefecture without a value leaves the others where they are, and is marked as missing.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import { dumbbellData, slopeData } from '../../viz/app/drawing-regions.ts';
import { mapData } from '../../viz/app/drawings.ts';
import { findingOf } from '../../viz/app/findings.ts';
import { presetOf } from '../../viz/app/library.ts';
import { dumbbellPicture, rowOf } from '../../viz/charts/dumbbell.ts';
import { LOOKS } from '../../viz/charts/look.ts';
import { spread } from '../../viz/charts/measure.ts';
import { paintPlace } from '../../viz/charts/multiples.ts';
import type { PlacesData } from '../../viz/charts/places.ts';
import { slopePicture } from '../../viz/charts/slope.ts';
import { contextOf, pairOf, placeOf } from '../support/answer.ts';
import { elementsOf, stubDocument, textsOf } from '../support/picture.ts';

beforeEach(() => void stubDocument());
afterEach(() => void vi.unstubAllGlobals());

const setting = { width: 640, look: LOOKS.light, language: 'en' as const };
const place = (name: string, scenario: number[], comparator = scenario) => ({
  code: name,
  name,
  tile: [0, 0] as const,
  scenario,
  comparator,
  half: scenario.map(() => 0.001),
});
const data: PlacesData = {
  id: 'npl-ratio',
  title: '',
  subtitle: '',
  unit: 'ratio',
  months: ['2025-12', '2030-12'],
  places: [
    place('A', [0.02, 0.03], [0.02, 0.025]),
    place('B', [Number.NaN, Number.NaN]),
    place('C', [0.03, 0.05], [0.03, 0.04]),
    place('D', [0.02, Number.NaN], [0.02, 0.03]),
  ],
  scenario: 'Mine',
  comparator: 'Status quo',
  same: false,
  runs: 16,
};

/** Nothing that was drawn or written is not a number. */
function isSound(picture: unknown) {
  for (const { name, attributes } of elementsOf(picture))
    for (const [key, value] of Object.entries(attributes))
      expect(value, `${name} ${key}`).not.toMatch(/NaN|Infinity/);
  expect(textsOf(picture).join()).not.toMatch(/NaN|Infinity/);
}

const hatched = (picture: unknown) =>
  elementsOf(picture).filter(({ attributes }) => attributes.fill?.startsWith('url(#')).length;

test('labels keep their distance beside one without a place', () => {
  expect(spread([10, Number.NaN, 11], 15, 0, 100)).toEqual([10, Number.NaN, 25]);
});

test('a slope names such places below its lines, with what is known of them', () => {
  const lines = data.places.map(({ scenario, ...one }) => ({
    place: { ...one, scenario },
    from: scenario[0]!,
    to: scenario[1]!,
    marked: false,
  }));
  const write = (value: number) => (Number.isFinite(value) ? value.toFixed(2) : '–');
  const { picture, places } = slopePicture(lines, setting, ['Dec 2025', 'Dec 2030'], 'hatch', write);
  isSound(picture);
  expect(elementsOf(picture).filter(({ name }) => name === 'circle')).toHaveLength(4);
  expect(textsOf(picture)).toEqual(expect.arrayContaining(['B  –', 'D  0.02 → –']));
  expect(hatched(picture)).toBe(2);
  const tall = Number(elementsOf(picture)[0]!.attributes.height);
  for (const { x, y } of places) {
    expect(x).toBeGreaterThan(0);
    expect(y).toBeLessThan(tall);
  }
});

test('a dumbbell draws what is known, and nothing at its left edge', () => {
  const rows = data.places.map(rowOf);
  const { picture, place: at } = dumbbellPicture(data, rows, setting, 100);
  isSound(picture);
  const dots = elementsOf(picture).filter(({ name }) => name === 'circle');
  expect(dots).toHaveLength(5);
  for (const { attributes } of dots) expect(Number(attributes.cx)).toBeGreaterThan(20);
  expect(textsOf(picture).filter((text) => text === '–')).toHaveLength(2);
  expect(hatched(picture)).toBe(1);
  for (const [k, row] of rows.entries()) expect(at(row, k).x).toBeGreaterThan(20);
});

test('a small multiple without any value is hatched, and one without its last says a dash', () => {
  const cell = { x: 0, y: 0, width: 120, height: 80 };
  const write = (value: number) => (Number.isFinite(value) ? value.toFixed(2) : '–');
  const [whole, none, , cut] = data.places.map((one) =>
    paintPlace(one, cell, [0.02, 0.05], data, setting, write),
  );
  for (const picture of [whole, none, cut]) isSound(picture);
  expect([whole, none, cut].map(hatched)).toEqual([0, 1, 0]);
  expect([whole, none, cut].map((one) => textsOf(one).includes('–'))).toEqual([false, true, true]);
});

describe('titles', () => {
  const [first, second, third] = LIBRARY.places.map((one) => one.code) as [string, string, string];
  const nothing = placeOf(Number.NaN, Number.NaN, Number.NaN);
  const prefecture = {
    [first]: { 'npl-ratio': nothing },
    [second]: { 'npl-ratio': placeOf(0.03, 0.01, 0.001) },
    [third]: { 'npl-ratio': placeOf(0.02, 0, 0.001) },
  };
  const looked = { indicator: 'npl-ratio', draft: presetOf(LIBRARY, 'risk-split')!.draft };
  const province = { 'npl-ratio': pairOf(0.03, 0, 0.001) };

  test('count the places with a value, and say so where there is none', () => {
    const context = contextOf({ province, prefecture }, 'en', looked);
    const finding = findingOf(context, 'npl-ratio');
    expect(dumbbellData(context, finding).title).toMatch(/^1 of 2 prefectures/);
    expect(slopeData(context, finding).title).toMatch(/^0 of 2 prefectures/);
    const empty = contextOf({ province, prefecture: { [first]: { 'npl-ratio': nothing } } }, 'en', looked);
    expect(dumbbellData(empty, finding).title).toBe(empty.words.missing);
    expect(slopeData(empty, finding).title).toBe(empty.words.missing);
  });

  test.each(['en', 'zh'] as const)('tell the same change on the map and beside it (%s)', (language) => {
    const [wide, thin] = [placeOf(0.09, 0.05754, 0.0002), placeOf(0.03, 0.01, 0.00002)];
    const places = { [first]: { 'npl-ratio': wide }, [second]: { 'npl-ratio': thin } };
    const context = contextOf({ province, prefecture: places }, language, looked);
    const finding = findingOf(context, 'npl-ratio');
    const told = [mapData(context, finding, 'difference'), dumbbellData(context, finding)].map(
      ({ title }) => /[+−][\d.]+/.exec(title)?.[0],
    );
    expect(told).toEqual(['+5.75', '+5.75']);
  });

  test('of one and the same world name the highest and lowest of those', () => {
    const context = contextOf({ province, prefecture }, 'en', { indicator: 'npl-ratio' });
    const { title } = dumbbellData(context, findingOf(context, 'npl-ratio'));
    expect(title).not.toContain('–');
    expect(title).not.toContain(context.tell(LIBRARY.places[0]!.name));
  });
});
