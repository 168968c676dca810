import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultLine, LIBRARY, resolveScenario } from '../../scenarios/index.ts';
import { readScenario } from '../../scenarios/schema/read.ts';
import { INSTRUMENTS } from '../../sim/index.ts';
import { provinces } from '../support/vocabulary.ts';

const GRAMMAR = /^(invalid|unknown|missing) .+; .+ \(at .+\)$/;

const anything = fc.anything({
  maxDepth: 4,
  withBigInt: true,
  withDate: true,
  withNullPrototype: true,
  withSparseArray: true,
});
const json = fc.jsonValue({ maxDepth: 6 });
const odd = fc.oneof(
  json,
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0, null, undefined, '', '__proto__', 1e308),
);
const orOdd = <T>(good: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: good as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: odd });

const date = orOdd(
  fc.oneof(fc.constantFrom('2026-07', '2025-12', '2031-01', '2026-00', '2026-7'), fc.string()),
);
const scope = orOdd(
  fc.record(
    {
      prefectures: orOdd(fc.array(fc.constantFrom('430100', '430600', '999999'))),
      settings: orOdd(fc.array(fc.constantFrom('urban', 'county', 'rural'))),
      lenders: orOdd(fc.array(fc.constantFrom('city', 'bank'))),
      [Symbol.for('x') as unknown as string]: odd,
    },
    { requiredKeys: [] },
  ),
);
const set = orOdd(
  fc.dictionary(
    fc.oneof(fc.constantFrom('bankShare', 'points', 'enabled', '__proto__'), fc.string()),
    orOdd(fc.double()),
  ),
);
const policy = orOdd(
  fc.record(
    {
      lever: orOdd(fc.constantFrom('riskSplit', 'interestSubsidy', 'x')),
      from: date,
      until: date,
      phaseInMonths: orOdd(fc.integer()),
      scope,
      set,
      enabled: orOdd(fc.boolean()),
    },
    { requiredKeys: [] },
  ),
);
const shock = orOdd(
  fc.record(
    {
      kind: orOdd(fc.constantFrom('flood', 'demandFall', 'storm')),
      from: date,
      months: orOdd(fc.integer()),
      severity: orOdd(fc.double()),
      scope,
    },
    { requiredKeys: [] },
  ),
);
const scenario = fc.record(
  {
    schema: orOdd(fc.constantFrom('headwater/scenario@1', 'headwater/scenario@0', 'headwater/scenario@9')),
    id: orOdd(fc.string()),
    title: odd,
    base: odd,
    province: orOdd(fc.constant('hunan')),
    sources: odd,
    policies: orOdd(fc.array(policy, { maxLength: 5 })),
    shocks: orOdd(fc.array(shock, { maxLength: 5 })),
    assumptions: orOdd(fc.dictionary(fc.string(), odd)),
  },
  { requiredKeys: [] },
);

/** Reads and demands either a scenario or lines in the grammar, and nothing else. */
function holds(input: unknown): void {
  const { faults } = readScenario(input, provinces);
  if (!faults) return;
  expect(faults.length).toBeGreaterThan(0);
  for (const fault of faults) {
    const line = faultLine(fault);
    expect(line).toMatch(GRAMMAR);
    expect(line).not.toMatch(/[\n\r]/);
    expect(line.length).toBeLessThan(600);
  }
}

test('whatever comes in, only faults come out', () => {
  fc.assert(fc.property(anything, holds), { numRuns: 500 });
});

test('whatever text comes in, only faults come out', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        scenario.map((one) => JSON.stringify(one) ?? ''),
      ),
      holds,
    ),
    { numRuns: 500 },
  );
});

test('scenarios with something wrong anywhere give faults, never an exception', () => {
  fc.assert(fc.property(scenario, holds), { numRuns: 1500 });
});

const ranged = INSTRUMENTS.flatMap((instrument) =>
  Object.entries(instrument.parameters).map(([name, { min, max }]) => ({
    lever: instrument.id,
    name,
    min,
    max,
  })),
);

test('a value is refused exactly when it lies outside the range of its lever', () => {
  const value = fc.oneof(fc.double({ noNaN: true, min: -20, max: 60 }), fc.constantFrom(0, 1, 15, 40));
  fc.assert(
    fc.property(fc.constantFrom(...ranged), value, ({ lever, name, min, max }, given) => {
      const document = {
        schema: 'headwater/scenario@1',
        id: 'x',
        policies: [{ lever, from: '2026-07', set: { [name]: given } }],
      };
      const { faults } = readScenario(document, provinces);
      expect(faults === undefined).toBe(given >= min && given <= max);
    }),
  );
});

test('resolving gives indices or faults, never an exception', () => {
  fc.assert(
    fc.property(scenario, (document) => {
      const { faults } = resolveScenario(document, LIBRARY);
      for (const fault of faults ?? []) expect(faultLine(fault)).toMatch(GRAMMAR);
    }),
    { numRuns: 300 },
  );
});

test('huge and deep files are refused quickly', () => {
  const started = performance.now();
  holds(`{"a":${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}}`);
  holds(
    JSON.stringify({
      schema: 'headwater/scenario@1',
      id: 'x',
      policies: Array.from({ length: 60_000 }, () => ({})),
    }),
  );
  holds(JSON.stringify({ schema: 'headwater/scenario@1', id: 'x', ['k'.repeat(900_000)]: 1 }));
  holds({
    schema: 'headwater/scenario@1',
    id: 'x',
    policies: [{ lever: 'x'.repeat(900_000), from: '2026-07', set: { a: 1 } }],
  });
  expect(performance.now() - started).toBeLessThan(2000);
});

test('a document that contains itself is refused', () => {
  const loop: Record<string, unknown> = { schema: 'headwater/scenario@1', id: 'x' };
  loop.policies = [loop];
  holds(loop);
});
