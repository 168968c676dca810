import { describe, expect, test } from 'vitest';
import {
  isNearGround,
  isSameGround,
  keptScores,
  keptSpreads,
  standing,
} from '../../../experiments/validation/kept.ts';
import { reduceTrials } from '../../../experiments/validation/reduce.ts';
import type { Made } from '../../../experiments/validation/result.ts';
import type { Trial } from '../../../experiments/validation/trial.ts';
import { loadProvince } from '../../../scenarios/index.ts';
import type { AskedEffect, EffectRegister } from '../../../scenarios/provinces/effects.ts';
import stored from '../../../scenarios/provinces/hunan/validation.json' with { type: 'json' };
import { checkValidation } from '../../../scenarios/schema/validation.ts';
import { made } from './made.ts';

const rises: AskedEffect = {
  id: 'rises',
  sources: [],
  claim: { en: 'It rises', zh: '上升' },
  experiment: 'one',
  read: 'npl-ratio',
  as: 'difference',
  sign: 1,
};
const falls: AskedEffect = { ...rises, id: 'falls', experiment: 'two', sign: -1 };

const world = (rate: number) => ({
  title: { en: 'a rate', zh: '利率' },
  until: '2026-12',
  without: {},
  with: { policies: [{ lever: 'riskSplit', from: '2026-01', set: { bankShare: rate } }] },
});

const register = (effects: readonly AskedEffect[] = [rises, falls]): EffectRegister => ({
  experiments: { one: world(0.1), two: world(0.2) },
  reasons: { lostInChance: { en: 'chance', zh: '偶然' } },
  effects,
});

/** Four pairs of worlds, each with an answer to every effect but those not asked. */
const trials = (...changes: readonly (number | null)[]): Trial[] =>
  Array.from({ length: 4 }, (_, k) =>
    changes.map((change) => (change === null ? null : ([k, k + change] as const))),
  );

const scored = (asked: EffectRegister, ...changes: readonly number[]) =>
  reduceTrials([], { first: trials(...changes) }, [], asked, [], made);

describe('a validation that keeps what an earlier one has the answer to', () => {
  const before = scored(register(), 1, 1);

  test('keeps an effect whose words change', () => {
    const words = {
      claim: { en: 'Up', zh: '升' },
      missing: { en: 'a rule', zh: '规则' },
      literature: 'A paper',
    };
    const renamed = register([
      { ...rises, ...words },
      { ...falls, ...words },
    ]);
    expect([...keptScores(before, renamed).keys()]).toEqual(['rises', 'falls']);
    const after = reduceTrials([], { first: [] }, [], renamed, [], made, before);
    expect(after.effects.map(({ ours, verdict }) => [ours, verdict])).toEqual([
      [1, 'right'],
      [1, 'wrongSign'],
    ]);
    expect(after.effects[1]).toMatchObject({ claim: words.claim, why: words.missing });
  });

  const others: readonly [string, EffectRegister][] = [
    ['a world', { ...register(), experiments: { one: world(0.3), two: world(0.2) } }],
    [
      'the last month',
      { ...register(), experiments: { one: { ...world(0.1), until: '2027-12' }, two: world(0.2) } },
    ],
    ['the reading', register([{ ...rises, read: 'loan-rate' }, falls])],
    ['the place', register([{ ...rises, dimensions: { setting: 'county' } }, falls])],
    ['the third world', register([{ ...rises, base: {} }, falls])],
    ['the comparison', register([{ ...rises, as: 'relative' }, falls])],
    ['the published direction', register([{ ...rises, sign: -1 }, falls])],
    ['the published size', register([{ ...rises, size: { low: 1, high: 2, unit: 'ratio' } }, falls])],
  ];

  test.each(others)('asks again when %s is another', (_, changed) => {
    expect([...keptScores(before, changed).keys()]).toEqual(['falls']);
  });

  test('says the same as one that asks everything', () => {
    const changed: EffectRegister = {
      ...register(),
      experiments: { one: world(0.3), two: world(0.2) },
    };
    const kept = reduceTrials([], { first: trials(2, null) }, [], changed, [], made, before);
    expect(kept).toEqual(scored(changed, 2, 1));
  });

  test('keeps nothing of an effect without a question, or that does not say in how many pairs it was told', () => {
    const { question: _, ...old } = before.effects[0];
    const { pairs: __, ...untold } = before.effects[0];
    for (const one of [old, untold])
      expect([...keptScores({ ...before, effects: [one] }, register()).keys()]).toEqual([]);
  });

  test('stands on the same ground: all that made it but effects and targets', () => {
    expect(isSameGround(before, { ...made, effectsHash: 'other', targetsHash: 'other' })).toBe(true);
    const others: readonly Partial<Made>[] = [
      { engine: '2' },
      { method: 2 },
      { drawsHash: 'other' },
      { parameters: 'plausible' },
      { scale: 10 },
      { seed: '2' },
      { runs: 5 },
      { levels: { scale: 10, runs: 13 } },
      { dataHash: 'other' },
    ];
    for (const other of others)
      expect(isSameGround(before, { ...made, ...other }), JSON.stringify(other)).toBe(false);
  });
});

describe('an earlier validation on other ground', () => {
  const { targets } = loadProvince('hunan');
  const told = targets.map((_, k) => k);
  const earlier = reduceTrials([told], { first: trials(1, 1) }, targets, register(), [], made);
  const now: Made = { ...made, engine: '2', dataHash: 'other' };
  const pair = (...changes: readonly (number | null)[]) => trials(...changes).slice(0, 1);
  const left = (levels: readonly (number | null)[], first: readonly Trial[], before = earlier) =>
    standing(before, register(), targets, { levels, trials: first }, now);

  test('is near when engine and data alone are others', () => {
    expect(isNearGround(earlier, now)).toBe(true);
    for (const other of [{ method: 2 }, { drawsHash: 'other' }, { seed: '2' }, { runs: 5 }])
      expect(isNearGround(earlier, { ...now, ...other }), JSON.stringify(other)).toBe(false);
  });

  test('stands where first worlds say the same to the digit, and says which engine told it', () => {
    const { targets: levels, effects } = left(told, pair(1, 1));
    expect(effects.map(({ id, engine, ours }) => [id, engine, ours])).toEqual([
      ['rises', '1', 1],
      ['falls', '1', 1],
    ]);
    expect(levels.map(({ ours, engine }) => [ours, engine])).toEqual(told.map((value) => [value, '1']));
  });

  test('falls effect by effect where a first pair says something else, or is not there', () => {
    expect(left(told, pair(1, 1 + 1e-12)).effects.map(({ id }) => id)).toEqual(['rises']);
    expect(left(told, pair(null, 1)).effects.map(({ id }) => id)).toEqual(['falls']);
  });

  test('keeps no target when one of them says something else in the first world', () => {
    const { targets: levels, effects } = left([...told.slice(0, -1), null], pair(1, 1));
    expect([levels, effects.length]).toEqual([[], 2]);
  });

  test('keeps nothing that does not say what its first worlds said', () => {
    const { first: _, ...silent } = earlier.effects[0]!;
    const [, second] = earlier.effects;
    const before = { ...earlier, effects: [silent, second!] };
    expect(left(told, pair(1, 1), before).effects.map(({ id }) => id)).toEqual(['falls']);
  });

  test('is taken up, with what was asked anew beside it', () => {
    const kept = left(told, pair(1, 2));
    const after = reduceTrials([], { first: trials(null, 2) }, targets, register(), [], now, kept);
    expect(after.effects.map(({ id, ours, engine, first }) => [id, ours, engine, first])).toEqual([
      ['rises', 1, '1', [0, 1]],
      ['falls', 2, undefined, [0, 2]],
    ]);
    expect(after.targets.every(({ engine }) => engine === '1')).toBe(true);
  });

  test('learns on the same ground what first worlds say, and changes nothing else', () => {
    const silent = {
      ...earlier,
      targets: earlier.targets.map(({ first: _, ...rest }) => rest),
      effects: earlier.effects.map(({ first: _, ...rest }) => rest),
    };
    const first = { levels: told, trials: pair(1, 1) };
    expect(standing(silent, register(), targets, first, made)).toEqual(earlier);
  });
});

describe('a validation that keeps what was measured of targets', () => {
  const { targets } = loadProvince('hunan');
  const [first] = targets;
  const before = reduceTrials([targets.map((_, k) => k)], { first: [] }, targets, register([]), [], made);

  test('takes their roles, tolerances and words from the targets of today', () => {
    const changed = targets.map((one, k) =>
      k === 0 ? { ...one, role: 'input' as const, note: 'goes into the model' } : one,
    );
    const after = reduceTrials([], { first: [] }, changed, register([]), [], made, before);
    expect(after).toEqual(
      reduceTrials([targets.map((_, k) => k)], { first: [] }, changed, register([]), [], made),
    );
    expect(after.targets[0]).toMatchObject({ role: 'input', note: 'goes into the model', ours: 0 });
  });

  test('keeps nothing when one of them asks for something else', () => {
    const other = { ...first!, dimensions: { ...first!.dimensions, lender: 'rural' } };
    expect(keptSpreads(before, targets)).toHaveLength(targets.length);
    expect(keptSpreads(before, [other, ...targets.slice(1)])).toBe(undefined);
  });
});

describe('a validation that is handed back', () => {
  const before = scored(register(), 1, 1);
  const [effect] = before.effects;

  test('is read when it is whole', () => {
    const whole = { ...before, targets: stored.targets };
    expect(checkValidation(JSON.parse(JSON.stringify(whole))).faults).toBeUndefined();
  });

  const broken: readonly [string, unknown, string][] = [
    ['is a list', [before], 'validation'],
    ['has another schema', { ...before, schema: 'headwater/validation@2' }, 'schema'],
    ['does not say how it was made', { ...before, made: undefined }, 'made'],
    ['has no targets', { ...before, targets: [] }, 'targets'],
    ['has effects that are no list', { ...before, effects: {} }, 'effects'],
    ['has an effect that is nothing', { ...before, effects: [null] }, 'effects[0]'],
    ['has words for a number', { ...before, effects: [{ ...effect, ours: 'x' }] }, 'ours'],
    ['has a verdict nobody knows', { ...before, effects: [{ ...effect, verdict: 'fine' }] }, 'verdict'],
  ];

  test.each(broken)('is refused when it %s, by name', (_, document, name) => {
    expect(checkValidation(document).faults?.map((fault) => fault.name)).toContain(name);
  });
});
