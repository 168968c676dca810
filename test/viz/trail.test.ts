import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { INDICATORS, MONTH } from '../../sim/index.ts';
import { isWithin, targetRows } from '../../viz/app/fit.ts';
import { parameterFiles } from '../../viz/app/parameter-files.ts';
import { shortcomings } from '../../viz/app/shortcomings.ts';
import { parametersIn, STEPS_OF_GROUP, stepsOf } from '../../viz/app/trail.ts';
import { phaseName } from '../../viz/text/phase-names.ts';
import { RULES } from '../../viz/text/rules.ts';

const steps = MONTH.map((one) => one.name);
const all = parameterFiles('hunan');
const groups = [...new Set(all.map(({ id }) => id.slice(0, id.indexOf('.'))))];

describe('the trail of a number', () => {
  test('leads every indicator to steps of the month, and those to parameters', () => {
    for (const { id } of INDICATORS) {
      expect(stepsOf(id).length, id).toBeGreaterThan(0);
      for (const step of stepsOf(id)) expect(steps, id).toContain(step);
      expect(stepsOf(id).flatMap((step) => parametersIn(step, all)).length, id).toBeGreaterThan(0);
    }
  });

  test('knows only steps and groups that there are', () => {
    for (const [group, where] of Object.entries(STEPS_OF_GROUP)) {
      expect(groups).toContain(group);
      for (const step of where) expect(steps, group).toContain(step);
    }
  });

  test('speaks Chinese to Chinese readers: steps have names, equations have no English words', () => {
    for (const step of steps) expect(phaseName(step, 'zh'), step).not.toMatch(/[a-z]/i);
    for (const { equation } of RULES) {
      const words = equation.zh.match(/[a-z]{2,}/gi) ?? [];
      expect(words.filter((one) => !/^(max|min|PD|LGD)$/.test(one))).toEqual([]);
    }
  });

  test('names the functions behind every equation', () => {
    for (const { file, functions, phase } of RULES) {
      const path = new URL(`../../sim/decisions/${file}`, import.meta.url);
      expect(existsSync(path), file).toBe(true);
      const text = readFileSync(path, 'utf8');
      for (const name of functions) expect(text, file).toContain(`export function ${name}(`);
      expect(steps).toContain(phase);
    }
  });
});

describe('fit to published numbers', () => {
  test('is judged by the tolerance of each target', () => {
    expect(isWithin(0.41, 0.4, { kind: 'absolute', value: 0.02 })).toBe(true);
    expect(isWithin(0.43, 0.4, { kind: 'absolute', value: 0.02 })).toBe(false);
    expect(isWithin(108, 100, { kind: 'relative', value: 0.1 })).toBe(true);
    expect(isWithin(95, 100, { kind: 'upper-bound', value: 0 })).toBe(true);
    expect(isWithin(101, 100, { kind: 'lower-bound', value: 0 })).toBe(true);
    expect(isWithin(99, 100, { kind: 'lower-bound', value: 0 })).toBe(false);
  });

  test('lists every target with what was published', () => {
    const rows = targetRows('hunan', undefined);
    expect(rows.length).toBeGreaterThan(40);
    for (const row of rows) expect(Number.isFinite(row.published), row.id).toBe(true);
    expect(rows.find((row) => row.id === 'npl-ratio')?.published).toBeCloseTo(0.0387, 4);
  });
});

test('what the model gets wrong is told in both languages, as the project publishes it', () => {
  for (const language of ['en', 'zh'] as const) {
    const list = shortcomings(language);
    expect(list.length).toBeGreaterThanOrEqual(2);
    for (const one of list) expect(one).not.toMatch(/[`*]|\]\(/);
  }
  expect(shortcomings('zh').join('')).toMatch(/[\u3400-\u9fff]/);
});
