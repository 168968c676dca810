import { describe, expect, test } from 'vitest';
import { armInput, Harness } from '../../../experiments/validation/experiment-run.ts';
import type { Validation } from '../../../experiments/validation/index.ts';
import { observe } from '../../../experiments/validation/observation.ts';
import { Panel } from '../../../experiments/validation/panel.ts';
import { READING_NAMES, readingOf } from '../../../experiments/validation/readings.ts';
import { EVIDENCE } from '../../../scenarios/evidence/index.ts';
import { InputError, resolvePreset } from '../../../scenarios/index.ts';
import { checkedEffects, isScored } from '../../../scenarios/provinces/effects.ts';
import { effectRegister } from '../../../scenarios/provinces/hunan/effects.ts';
import stored from '../../../scenarios/provinces/hunan/validation.json' with { type: 'json' };
import { INDICATORS, INSTRUMENTS, indicatorValue, SHOCKS } from '../../../sim/index.ts';
import { smallProvince } from '../../support/small-province.ts';

const VALIDATION = stored as unknown as Validation;
const register = effectRegister();
const baseline = resolvePreset('baseline');
const small = { ...baseline, province: smallProvince() };
const setting = { baseline: small, word: 'effects', scale: 1, dimensions: ['lender'] } as const;
const claims = (letter: string, count: number) =>
  Array.from(
    { length: count },
    (_, k) => `${letter}${letter === 'C' ? String(k + 1).padStart(2, '0') : k + 1}`,
  );

describe('the register of effects', () => {
  test('has every effect of the evidence and every claim of the mechanism texts', () => {
    const sources = new Set(register.effects.flatMap((one) => one.sources));
    const missing = EVIDENCE.filter(({ kind, id }) => kind === 'effect' && !sources.has(id));
    expect(missing.map(({ id }) => id)).toEqual([]);
    const ids = new Set(register.effects.map(({ id }) => id.split('.')[0]));
    expect([...claims('M', 31), ...claims('C', 28)].filter((id) => !ids.has(id))).toEqual([]);
  });

  test('names only evidence that exists, and each effect once', () => {
    const known = new Set(EVIDENCE.map(({ id }) => id));
    expect(register.effects.flatMap(({ sources }) => sources).filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(register.effects.map(({ id }) => id)).size).toBe(register.effects.length);
  });

  test('every failure of the stored validation says why, in both languages', () => {
    const silent = VALIDATION.effects.filter(
      ({ verdict, why }) => verdict !== 'right' && !(why?.en && why.zh),
    );
    expect(silent.map(({ id, verdict }) => `${id}: ${verdict}`)).toEqual([]);
  });

  test('reads what can be read', () => {
    const unread = register.effects.filter(isScored).filter(({ read }) => !READING_NAMES.includes(read));
    expect(unread.map(({ id }) => id)).toEqual([]);
  });

  test('moves only levers and shocks that exist, within their ranges', () => {
    const faults = Object.entries(register.experiments).flatMap(([id, { without, with: changed }]) =>
      [without, changed].flatMap(({ policies = [], shocks = [] }) => [
        ...policies.flatMap(({ lever, set = {} }) => {
          const instrument = INSTRUMENTS.find((one) => one.id === lever);
          return Object.entries(set).flatMap(([name, value]) => {
            const parameter = instrument?.parameters[name];
            return parameter && value >= parameter.min && value <= parameter.max
              ? []
              : [`${id}: ${lever}.${name} ${value}`];
          });
        }),
        ...shocks.flatMap(({ kind }) => (SHOCKS.some((one) => one.id === kind) ? [] : [`${id}: ${kind}`])),
      ]),
    );
    expect(faults).toEqual([]);
  });

  test('an unknown experiment or reason is refused with its nearest name', () => {
    const wrong = { ...register, effects: [{ ...register.effects[0], experiment: 'status-qua' }] };
    expect(() => checkedEffects(wrong)).toThrow(InputError);
    expect(() => checkedEffects(wrong)).toThrow('status-quo');
  });
});

describe('the event harness', () => {
  test('what an arm says takes the place of history, and an event can be dropped', () => {
    const { policies } = { policies: [{ lever: 'compensation', from: '2023-01', enabled: false }] };
    const input = armInput(setting, { policies, drop: ['flood'] });
    expect(input.patches.at(-1)).toMatchObject({
      instrument: 'compensation',
      from: 0,
      until: 95,
      set: { enabled: 0 },
    });
    expect(input.shocks.some(({ kind }) => kind === 'flood')).toBe(false);
    expect(armInput(setting, {}).shocks.some(({ kind }) => kind === 'flood')).toBe(true);
  });

  test('arms that leave a shared past say the same as arms run from the start', () => {
    const experiment = {
      title: { en: 'x', zh: '一' },
      until: '2026-01',
      without: {},
      with: { policies: [{ lever: 'riskSplit', from: '2026-01', set: { bankShare: 0.5 } }] },
    };
    const [, changed] = new Harness(setting).run(experiment);
    const straight = observe(armInput(setting, experiment.with), 36, ['lender']);
    expect(changed.recording.counts.at(-1)).toEqual(straight.recording.counts.at(-1));
    expect(changed.census).toEqual(straight.census);
  }, 30_000);
});

describe('readings', () => {
  const observation = observe(armInput(setting, {}), 11, ['lender', 'firstLoan', 'guaranteed']);
  const panel = new Panel(observation, small.province);

  test('agree with the indicators of the same name', () => {
    const names = [
      'loan-penetration',
      'npl-ratio',
      'financing-cost',
      'approval-days',
      'guarantee-multiple',
      'overdue-ratio',
    ];
    for (const id of names) {
      const indicator = INDICATORS.find((one) => one.id === id);
      if (!indicator) throw new Error(id);
      const ours = readingOf(id)?.(panel, {});
      const theirs = indicatorValue(
        indicator,
        observation.recording,
        0,
        observation.recording.months.length - 1,
      );
      expect(ours, id).toBeCloseTo(theirs ?? Number.NaN, 12);
    }
  });

  test('places and classes add up to the province', () => {
    const share = (dimensions: Record<string, string>) => readingOf('loan-share')?.(panel, dimensions) ?? 0;
    const regions = [...new Set(small.province.prefectures.map(({ region }) => region))];
    expect(regions.reduce((sum, region) => sum + share({ region }), 0)).toBeCloseTo(1, 12);
    expect(
      share({ lender: 'state' }) + share({ lender: 'joint-stock+local+digital+relationship' }),
    ).toBeCloseTo(1, 12);
  });
});
