// Every province the engine knows is drawn: its places, its values, its texts, and what it may be compared with.
import { describe, expect, test, vi } from 'vitest';
import { loadProvince, PROVINCE_IDS, resolve } from '../../scenarios/index.ts';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import { inOneProvince, WITHOUT_SHOCKS } from '../../viz/app/comparators.ts';
import { floodScope } from '../../viz/app/draft.ts';
import { targetRows, validationOf } from '../../viz/app/fit.ts';
import { KeptScenarios } from '../../viz/app/kept-scenarios.ts';
import { presetOf } from '../../viz/app/library.ts';
import { readLink } from '../../viz/app/link-read.ts';
import { schematicOutline } from '../../viz/app/outline.ts';
import { parameterFiles } from '../../viz/app/parameter-files.ts';
import { scenarioFile } from '../../viz/app/scenario-file.ts';
import { usualState } from '../../viz/app/start.ts';

const usual = usualState(LIBRARY, {}, ['en']);
const read = (query: string) => readLink(query, usual, LIBRARY, ['overview', 'regions']);

describe.each(PROVINCE_IDS)('the province %s', (id) => {
  const library = LIBRARY.of(id);
  const pack = loadProvince(id);

  test('has its own name and places, in code order', () => {
    expect(library.province).toMatchObject({ id, title: pack.title });
    expect(library.places.map(({ code, name }) => ({ code, ...name }))).toEqual(
      pack.prefectures.map(({ code, en, zh }) => ({ code, en, zh })),
    );
    const codes = library.places.map((one) => one.code);
    expect(codes).toEqual([...codes].sort());
  });

  test('has a tile for each prefecture, none twice, and a shape for each', async () => {
    expect(new Set(library.places.map((one) => one.tile.join())).size).toBe(pack.prefectures.length);
    const { features } = await schematicOutline(library);
    expect(features.features.map((one) => one.properties.code).sort()).toEqual(
      library.places.map((one) => one.code),
    );
  });

  test('shows the parameters the model runs on, with their grades, notes and sources', () => {
    const shown = parameterFiles(id).map(({ id: name, value, grade, note, evidence }) => [
      name,
      value,
      grade,
      note,
      evidence,
    ]);
    expect(shown).toEqual(
      pack.parameters.map(({ id: name, value, grade, note, evidence }) => [
        name,
        value,
        grade,
        note,
        evidence,
      ]),
    );
  });

  test('has levers and assumptions that stand at its own values', () => {
    const values = new Map(pack.parameters.map((one) => [one.id as string, one]));
    for (const { parameter, value, grade } of library.assumptions)
      expect({ value, grade }, parameter).toEqual({
        value: values.get(parameter)!.value,
        grade: values.get(parameter)!.grade,
      });
    for (const instrument of library.instruments)
      for (const [name, { record }] of Object.entries(instrument.parameters))
        expect(library.factOf(instrument.id, name).value, record).toBe([values.get(record)!.value].flat()[0]);
  });

  test('has a status quo whose file the engine reads as that province', () => {
    const quo = presetOf(library, library.province.statusQuo)!.draft;
    expect(resolve(scenarioFile(quo, library)).scenario).toMatchObject({
      province: id,
      base: library.province.statusQuo,
    });
  });

  test('floods places it has', () => {
    const codes = library.places.map((one) => one.code);
    for (const code of floodScope(library).prefectures ?? []) expect(codes).toContain(code);
  });

  test('claims a fit only where a validation is stored, and lists its published numbers', () => {
    expect(library.province.fitted).toBe(validationOf(id) !== undefined);
    expect(targetRows(id, undefined).map((one) => one.id)).toEqual(pack.targets.map((one) => one.id));
  });
});

test('a scenario kept by a release that drew one province is of Hunan', () => {
  const { province: _, ...draft } = presetOf(LIBRARY, 'risk-split')!.draft;
  const kept = JSON.stringify([{ id: 'own-1', name: 'Mine', date: '2026-11-20', draft }]);
  vi.stubGlobal('localStorage', { getItem: () => kept, setItem: () => {} });
  const library = { ...LIBRARY, presets: [...LIBRARY.presets] };
  new KeptScenarios(library);
  vi.unstubAllGlobals();
  expect(presetOf(library, 'own-1')!.draft).toMatchObject({ province: 'hunan', preset: 'risk-split' });
});

describe('two provinces', () => {
  test('are not compared: the status quo of the scenario’s own stands in, and a link says so', () => {
    const asked = read('v=2&scenario=zhejiang&vs=baseline,risk-split');
    expect(asked.state).toMatchObject({ comparator: 'zhejiang', others: [] });
    expect(asked.problems).toEqual([{ kind: 'province', comparator: 'zhejiang' }]);
    const back = read('v=2&scenario=risk-split&vs=zhejiang');
    expect(back.state.comparator).toBe('baseline');
    expect(back.problems).toEqual([{ kind: 'province', comparator: 'baseline' }]);
  });

  test('need no notice when nothing was asked for', () => {
    expect(read('v=2&scenario=zhejiang')).toMatchObject({
      state: { comparator: 'zhejiang', others: [] },
      problems: [],
    });
  });

  test('keep the comparators that can be paired', () => {
    const draft = presetOf(LIBRARY, 'zhejiang')!.draft;
    const state = { ...usual, draft, comparator: 'baseline', others: [WITHOUT_SHOCKS, 'risk-split'] };
    expect(inOneProvince(state, LIBRARY)).toMatchObject({ comparator: WITHOUT_SHOCKS, others: [] });
    expect(inOneProvince(usual, LIBRARY)).toBe(usual);
  });

  test('know only their own prefectures in a link', () => {
    const shock = 'flood:2027-06:3:1:prefectures=331000';
    expect(read(`v=2&scenario=zhejiang&shock=${shock}`).state.draft.shocks[0]!.scope).toEqual({
      prefectures: ['331000'],
    });
    expect(read(`v=2&scenario=baseline&shock=${shock}`).problems).toEqual([
      { kind: 'unknown', what: `shock=${shock}` },
    ]);
  });
});
