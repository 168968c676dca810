import { describe, expect, test } from 'vitest';
import { hashOf } from '../../../experiments/hash.ts';
import { armInput, Harness } from '../../../experiments/validation/experiment-run.ts';
import type { Validation } from '../../../experiments/validation/index.ts';
import { type Cohorts, type Observation, observe } from '../../../experiments/validation/observation.ts';
import { Panel } from '../../../experiments/validation/panel.ts';
import { READING_NAMES, readingOf } from '../../../experiments/validation/readings.ts';
import { roundsOf, runTrial } from '../../../experiments/validation/trial.ts';
import { EVIDENCE } from '../../../scenarios/evidence/index.ts';
import { InputError, resolvePreset } from '../../../scenarios/index.ts';
import { type AskedEffect, checkedEffects, isAsked, judged } from '../../../scenarios/provinces/effects.ts';
import { effectRegister } from '../../../scenarios/provinces/hunan/effects.ts';
import stored from '../../../scenarios/provinces/hunan/validation.json' with { type: 'json' };
import {
  COUNTERS,
  createWorld,
  EVENT,
  INDICATORS,
  INSTRUMENTS,
  indicatorValue,
  SHOCKS,
  stepMonth,
} from '../../../sim/index.ts';
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

  test('has no experiment that no effect reads', () => {
    const read = new Set(register.effects.filter(isAsked).map(({ experiment }) => experiment));
    expect(Object.keys(register.experiments).filter((id) => !read.has(id))).toEqual([]);
  });

  test('is the one the stored validation was made with, its reasons for failures included', () => {
    expect(VALIDATION.made.effectsHash).toBe(hashOf(judged(register)));
    const known = new Map(register.effects.map(({ id, missing }) => [id, missing]));
    const { lostInChance } = register.reasons;
    for (const { id, verdict, why } of VALIDATION.effects)
      if (verdict !== 'right' && verdict !== 'notScored')
        expect(why, id).toEqual(known.get(id) ?? (verdict === 'tooSmallToTell' ? lostInChance : undefined));
  });

  test('is told in rounds of as many pairs as its experiments need, each effect in one', () => {
    const rounds = roundsOf(register, 16);
    expect(rounds.map(({ pairs }) => pairs)).toEqual([16, 32]);
    const scored = register.effects.filter(isAsked);
    expect(rounds.flatMap(({ effects }) => effects).sort()).toEqual(scored.map(({ id }) => id).sort());
    for (const { pairs, effects } of rounds)
      for (const id of effects) {
        const { experiment } = scored.find((one) => one.id === id)!;
        expect(register.experiments[experiment].worlds ?? 16, id).toBe(pairs);
      }
    expect(roundsOf(register, 1).map(({ pairs }) => pairs)).toEqual([1]);
    expect(roundsOf(register, 16, (id) => id === 'M5')).toEqual([{ pairs: 16, effects: ['M5'] }]);
  });

  test('reads what can be read', () => {
    const unread = register.effects.filter(isAsked).filter(({ read }) => !READING_NAMES.includes(read));
    expect(unread.map(({ id }) => id)).toEqual([]);
  });

  test('moves only levers and shocks that exist, within their ranges', () => {
    const arms = [
      ...Object.entries(register.experiments).flatMap(([id, one]) =>
        [one.without, one.with].map((arm) => [id, arm] as const),
      ),
      ...register.effects.flatMap(({ id, base }) => (base ? [[id, base] as const] : [])),
    ];
    const faults = arms.flatMap(([id, { policies = [], shocks = [] }]) => [
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
    ]);
    expect(faults).toEqual([]);
  });

  test('an unknown experiment or reason is refused with its nearest name', () => {
    const wrong = { ...register, effects: [{ ...register.effects[0], experiment: 'status-qua' }] };
    expect(() => checkedEffects(wrong)).toThrow(InputError);
    expect(() => checkedEffects(wrong)).toThrow('status-quo');
  });
});

/** A province of a simulated enterprise for every hundred, with so many yuan of loans and of payouts a month, for three years. */
function panelOf(loans: number, payouts: number): Panel {
  const counts = Float64Array.from(COUNTERS, (name) =>
    name === 'balance' ? loans : name === 'payoutsReal' ? payouts : 0,
  );
  const months = Array.from({ length: 36 }, (_, k) => k);
  const recording = { groups: [], months, counts: months.map(() => counts), scale: 100 };
  return new Panel({ recording } as unknown as Observation, small.province);
}

describe('what cover adds for a yuan of payouts', () => {
  const read = readingOf('added-per-payout')!;

  test('is real loans over real payouts, both beyond those of the third world', () => {
    // 50 simulated yuan more stand for 5,000; 2 real yuan a month more for 72 in three years
    expect(read(panelOf(150, 5), {}, panelOf(100, 3))).toBeCloseTo(5000 / 72, 10);
    expect(read(panelOf(90, 5), {}, panelOf(100, 3))).toBeCloseTo(-1000 / 72, 10);
  });

  test('is nothing where no more is paid out, and is refused where there is no third world', () => {
    expect(read(panelOf(150, 3), {}, panelOf(100, 3))).toBeNull();
    expect(() => read(panelOf(150, 3), {})).toThrow('third world');
    const against = register.effects.filter((one) => one.read === 'added-per-payout');
    expect(against.map(({ base }) => base === undefined)).toEqual([false]);
  });
});

describe('what cover adds for a yuan guaranteed', () => {
  const read = readingOf('added-per-guaranteed')!;
  const guaranteed = (loans: number, real: number): Panel => {
    const counts = Float64Array.from(COUNTERS, (name) =>
      name === 'balance' ? loans : name === 'guaranteeReal' ? real : 0,
    );
    return new Panel(
      { recording: { groups: [], months: [0], counts: [counts], scale: 100 } } as unknown as Observation,
      small.province,
    );
  };

  test('is real loans over real guarantees, both beyond those of the third world', () => {
    expect(read(guaranteed(150, 9000), {}, guaranteed(100, 3000))).toBeCloseTo(5000 / 6000, 10);
    expect(read(guaranteed(90, 9000), {}, guaranteed(100, 3000))).toBeCloseTo(-1000 / 6000, 10);
  });

  test('is nothing where no more is guaranteed, and is refused where there is no third world', () => {
    expect(read(guaranteed(150, 3000), {}, guaranteed(100, 3000))).toBeNull();
    expect(() => read(guaranteed(150, 3000), {})).toThrow('third world');
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

  test('a third world is run with the luck of the two, and each of them read against it', () => {
    const cover = (bankShare: number) => ({
      policies: [{ lever: 'riskSplit', from: '2026-01', set: { bankShare } }],
    });
    const title = { en: 'cover', zh: '担保' };
    const experiment = { title, until: '2028-12', without: cover(1), with: cover(0.2) };
    const added: AskedEffect = {
      id: 'added',
      sources: [],
      claim: title,
      experiment: 'cover',
      read: 'added-per-payout',
      base: cover(1),
      as: 'difference',
      sign: 1,
    };
    const only = { ...register, experiments: { cover: experiment }, effects: [added] };
    const [pair] = runTrial({ setting, register: only, effects: [added.id] });
    // the first of the two is the third: it adds nothing for nothing
    expect(pair?.[0]).toBeNull();
    expect(pair?.[1]).toBeGreaterThan(0);
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

describe('readings of groups apart', () => {
  const dimensions = ['setting', 'size', 'lender', 'firstLoan'] as const;
  const panel = new Panel(observe(armInput(setting, {}), 23, dimensions), small.province);
  const penetration = (one: Record<string, string>) =>
    readingOf('loan-penetration')?.(panel, one) ?? Number.NaN;

  test('small enterprises against micro ones, urban cores against townships, are differences of penetration', () => {
    expect(readingOf('small-over-micro')?.(panel, {})).toBe(
      penetration({ size: 'small' }) - penetration({ size: 'micro' }),
    );
    expect(readingOf('urban-over-township')?.(panel, {})).toBe(
      penetration({ setting: 'urban' }) - penetration({ setting: 'township' }),
    );
  });

  test('lenders of one place and lenders of all places are told apart where a flood was', () => {
    const place = { prefecture: '430600+430700' };
    const all = readingOf('balance-with')?.(panel, place) ?? Number.NaN;
    const large = readingOf('balance-with')?.(panel, { ...place, lender: 'state+joint-stock' }) ?? Number.NaN;
    expect(large).toBeGreaterThan(0);
    expect(large).toBeLessThan(all);
    expect(Math.abs(readingOf('npl-of-local-only')?.(panel, place) ?? Number.NaN)).toBeLessThan(1);
  });
});

describe('cohorts of loans', () => {
  const { cohorts, recording } = observe(armInput(setting, {}), 30, ['guaranteed']);
  const { guaranteed } = cohorts;

  test('count every guaranteed loan in the month it was granted, and each failure once, in its loan’s month', () => {
    expect(guaranteed.granted.length).toBe(31);
    const granted = guaranteed.granted.reduce((sum, one) => sum + one, 0);
    const failed = guaranteed.failed.reduce((sum, one) => sum + one, 0);
    expect(failed).toBeGreaterThan(0);
    expect(failed).toBeLessThan(granted);
    guaranteed.failed.forEach((one, month) => {
      expect(one).toBeLessThanOrEqual(guaranteed.granted[month]!);
    });
  });

  test('take every loan as guaranteed or not, and as unread where no public record tells of its enterprise', () => {
    const total = ({ granted, failed }: Cohorts) =>
      [granted, failed].map((counts) => counts.reduce((sum, one) => sum + one, 0));
    const [lent, lost] = total(cohorts.unguaranteed);
    const [unread, unreadLost] = total(cohorts.unread);
    expect(lent).toBeGreaterThan(total(guaranteed)[0]);
    expect(unread).toBeGreaterThan(0);
    expect(unread).toBeLessThan(lent + total(guaranteed)[0]);
    expect(unreadLost).toBeGreaterThan(0);
    expect(unreadLost).toBeLessThan(lost + total(guaranteed)[1]);
  });

  test('take as renewed the loans that fell due and go on, one or two of each enterprise that renewed', () => {
    const world = createWorld(armInput(setting, {}), { dimensions: ['guaranteed'] });
    const going: number[] = [];
    while (world.month < 30) {
      stepMonth(world);
      going.push(world.now.events.filter((event) => (event & EVENT.renewed) !== 0).length);
    }
    const { granted, failed } = cohorts.renewed;
    const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0);
    // one loan or two of an enterprise go on; one that fails the same day may be gone
    expect(sum(granted)).toBeGreaterThan(0.97 * sum(going));
    granted.forEach((count, month) => {
      expect(count, `month ${month}`).toBeLessThanOrEqual(2 * going[month]!);
    });
    expect(sum(failed)).toBeGreaterThan(0);
    expect(sum(failed)).toBeLessThan(sum(granted));
  });

  test('the loans of the year before the last make the share of failures', () => {
    const failed = guaranteed.granted.map((one, month) =>
      month > 30 - 24 && month <= 30 - 12 ? one / 4 : one,
    );
    const known = { recording, cohorts: { ...cohorts, guaranteed: { ...guaranteed, failed } } };
    const panel = new Panel({ ...observe(armInput(setting, {}), 0), ...known }, small.province);
    expect(readingOf('guaranteed-failures')?.(panel, {})).toBeCloseTo(0.25, 12);
  });
});

describe('visits', () => {
  const called = (set: Record<string, number>) =>
    new Panel(
      observe(
        armInput(setting, { policies: [{ lever: 'coordinationMechanism', from: '2023-01', set }] }),
        11,
      ),
      small.province,
    );

  test('are read off those who want credit, and off nobody where there are none', () => {
    expect(readingOf('visited-granted')?.(called({ visits: 0 }), {})).toBeNull();
    const many = called({ visits: 0.6 });
    expect(many.flow('visited')).toBeGreaterThan(100);
    expect(many.flow('visitedGranted')).toBeGreaterThan(0);
    expect(many.flow('visitedGranted')).toBeLessThan(many.flow('visited'));
    expect(readingOf('visited-granted')?.(many, {})).toBe(many.flow('visitedGranted') / many.flow('visited'));
  });

  test('are fewer where a model screens them', () => {
    const screened = called({ visits: 0.6, screened: 1 });
    expect(screened.flow('visited')).toBeLessThan(called({ visits: 0.6 }).flow('visited'));
  });
});
