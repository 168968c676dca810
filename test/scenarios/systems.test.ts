// Every institution, programme and mechanism of the sources has its row, and every row makes a difference.
import { readFileSync } from 'node:fs';
import { resolve as pathTo } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { PRESET_IDS, resolve } from '../../scenarios/index.ts';
import {
  type Change,
  CLAIMS,
  type ClaimId,
  type RepresentedRow,
  SYSTEM_TITLES,
  SYSTEMS,
} from '../../scenarios/systems/index.ts';
import {
  FORK_MONTH,
  INDICATORS,
  instrumentOf,
  MONTH,
  PARAMETERS,
  type ParameterName,
  restoreWorld,
  shockOf,
  type World,
} from '../../sim/index.ts';
import { differences, forkOf, runTo } from '../laws/worlds.ts';
import { type Changes, inputOf, smallProvince } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 60_000 });

const UNTIL = FORK_MONTH + 15;
const represented = SYSTEMS.filter((row): row is RepresentedRow => 'by' in row);

/** A year and a quarter of the small province with a row's change, from the shared past. */
function worldWith({ policies = [], shocks = [], parameters = {} }: Change): World {
  const { patches, shocks: events } = resolve({
    schema: 'headwater/scenario@1',
    id: 'row',
    policies: policies.map((one) => ({ from: '2026-01', ...one })),
    shocks: shocks.map((one) => ({ from: '2026-02', months: 3, ...one })),
  });
  const after = { patches: patches.filter(isNew), shocks: events.filter(isNew) };
  const province = smallProvince(parameters as Changes);
  return runTo(restoreWorld(inputOf({ ...after, province }), forkOf()), UNTIL);
}

const isNew = (one: { readonly from: number }): boolean => one.from > FORK_MONTH;

test('every system of the sources has one row, and no row is of nothing', () => {
  expect(SYSTEMS.map((one) => one.id).toSorted()).toEqual(SYSTEM_TITLES.map((one) => one.id).toSorted());
});

test('every claim of the sources is reproduced by a row', () => {
  const claimed = new Set(represented.flatMap((row) => row.claims));
  expect((Object.keys(CLAIMS) as ClaimId[]).filter((id) => !claimed.has(id))).toEqual([]);
});

test('a row outside enterprise lending says why, in both languages', () => {
  for (const row of SYSTEMS)
    if ('outside' in row) for (const text of Object.values(row.outside)) expect(text).not.toBe('');
});

describe('what implements a row exists', () => {
  const names = {
    lever: (name: string) => instrumentOf(name) !== undefined,
    shock: (name: string) => shockOf(name) !== undefined,
    indicator: (name: string) => INDICATORS.some((one) => one.id === name),
    preset: (name: string) => PRESET_IDS.includes(name),
    phase: (name: string) => MONTH.some((one) => one.name === name),
    agent: (name: string) => name !== '',
    contract: (name: string) => name !== '',
  };
  test.each(represented.map((row) => [row.id, row] as const))('%s', (_, { by, change }) => {
    expect(by.filter(({ kind, name }) => !names[kind](name))).toEqual([]);
    const parameters = Object.keys(change.parameters ?? {});
    expect(parameters.filter((name) => !Object.hasOwn(PARAMETERS, name as ParameterName))).toEqual([]);
  });
});

test.each(represented.map((row) => [row.id, row] as const))('the test that shows %s exists', (_, row) => {
  const source = readFileSync(pathTo(import.meta.dirname, '../..', row.test.file), 'utf8');
  expect(source).toContain(row.test.title);
});

test('rows that share a carrier differ in settings, scope or claim', () => {
  const seen = new Map<string, string>();
  const same: string[] = [];
  for (const { id, by, change, claims } of represented) {
    const key = JSON.stringify([by, change, claims]);
    const other = seen.get(key);
    if (other) same.push(`${id} is ${other}`);
    seen.set(key, id);
  }
  expect(same).toEqual([]);
});

describe('taking a row away changes the result', () => {
  let base: World | undefined;
  test.each(represented.map((row) => [row.id, row] as const))('%s', (_, { change }) => {
    base ??= worldWith({});
    expect(differences(worldWith(change), base)).not.toEqual([]);
  });
});
