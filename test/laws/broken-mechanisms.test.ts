import { beforeAll, describe, expect, test, vi } from 'vitest';
import { mean } from '../../experiments/index.ts';
import * as engine from '../../sim/index.ts';
import {
  DATA_SHARING,
  DEMAND_FALL,
  FIRST_LOANS,
  FLOOD,
  MULTIPLE,
  RISK_SPLIT,
  SUBSIDY,
} from './mechanisms.ts';
import type { Engine } from './observe.ts';
import { effects, LUCKS, type Mechanism } from './paired.ts';
import { engineWith, type Replacement } from './taken-apart.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Few enough to be quick: an effect that is gone is gone with any luck. */
const FEW = LUCKS.slice(0, 3);

interface Breakage extends Replacement {
  readonly broken: string;
  readonly mechanism: Mechanism;
  /** The claim that must go with it. */
  readonly claim: string;
  /** Lucks, where a few do not tell the effect from chance. */
  readonly lucks?: readonly string[];
}

const called = (part: unknown) => part as (...values: unknown[]) => unknown;

const BREAKAGES: readonly Breakage[] = [
  {
    broken: 'screening never pays',
    module: '../../sim/decisions/effort.ts',
    replace: () => ({ bestPrecision: () => 0 }),
    mechanism: RISK_SPLIT,
    claim: 'a bank that bears more screens more',
  },
  {
    broken: 'a price that forgets who bears the loss',
    module: '../../sim/decisions/price.ts',
    replace: ({ breakEvenRate }) => ({
      breakEvenRate: (cost: object) => called(breakEvenRate)({ ...cost, ownShare: 1 }),
    }),
    mechanism: RISK_SPLIT,
    claim: 'and asks more for it',
  },
  {
    broken: 'lenders without market power',
    module: '../../sim/decisions/price.ts',
    replace: () => ({
      contractRate: (floor: number, _worth: number, _power: number, cap: number) => Math.min(floor, cap),
    }),
    mechanism: SUBSIDY,
    claim: 'lenders take their part in the rate',
    lucks: LUCKS,
  },
  {
    broken: 'lenders who learn nothing from what they see',
    module: '../../sim/decisions/signal.ts',
    replace: () => ({
      jointPrecision: () => 0.3,
      observed: (_index: number, _r: number, noise: number) => noise,
    }),
    mechanism: DATA_SHARING,
    claim: 'lenders read those they see better',
  },
  {
    broken: 'a flood without water',
    module: '../../sim/shocks/flood.ts',
    replace: ({ flood }) => ({ flood: { ...(flood as engine.ShockKind), act: () => undefined } }),
    mechanism: FLOOD,
    claim: 'farms of the lake fall overdue',
  },
  {
    broken: 'costs that fall with sales',
    module: '../../sim/decisions/cash-flow.ts',
    replace: () => ({
      operatingSurplus: (normal: number, _sales: number, margin: number) => normal * margin,
    }),
    mechanism: DEMAND_FALL,
    claim: 'tills are emptier',
  },
  {
    broken: 'owners without fear',
    module: '../../sim/decisions/demand.ts',
    replace: () => ({
      gainFromAsking: (amount: number, worth: number, rate: number) => amount * (worth - rate - 0.05),
    }),
    mechanism: FIRST_LOANS,
    claim: 'for the contacted dare to ask',
  },
  {
    broken: 'a multiple nobody reads',
    module: '../../sim/conditions.ts',
    replace: ({ lever }) => ({
      lever: (world: engine.World, name: string) =>
        name === 'guaranteeCapital.multiple'
          ? new Float64Array(world.shape.prefectures).fill(10)
          : called(lever)(world, name),
    }),
    mechanism: MULTIPLE,
    claim: 'less can be guaranteed',
  },
];

/** Size of what a claim is about, over a few lucks. */
function sizeOf(of: Engine, { mechanism, claim, lucks = FEW }: Breakage): number {
  const told = mechanism.claims.find(({ says }) => says === claim);
  if (!told) throw new Error(`no such claim: ${claim}`);
  const size = mean(effects(of, { ...mechanism, until: 47 }, told, lucks)) ?? Number.NaN;
  return told.side === 'above' ? size : -size;
}

const named = (...names: string[]): readonly Breakage[] =>
  BREAKAGES.filter(({ broken }) => names.includes(broken));

/** Parts broken together, so that fewer worlds have to be run; no part is needed for the effect of another. */
const TOGETHER = [
  named(
    'screening never pays',
    'lenders without market power',
    'a flood without water',
    'costs that fall with sales',
  ),
  named(
    'a price that forgets who bears the loss',
    'lenders who learn nothing from what they see',
    'owners without fear',
    'a multiple nobody reads',
  ),
];

/** Half, not all: an effect may have a second way, as a subsidy that also draws in riskier borrowers, who pay more. */
describe.each(TOGETHER.map((breakages) => ({ breakages })))(
  'an engine with parts broken on purpose',
  ({ breakages }) => {
    let broken: Engine;
    beforeAll(async () => {
      broken = await engineWith(breakages);
    });

    test.each(breakages)('loses more than half of an effect: $broken', (breakage) => {
      const whole = sizeOf(engine, breakage);
      expect(whole).toBeGreaterThan(0);
      expect(sizeOf(broken, breakage) / whole).toBeLessThan(1 / 2);
    });
  },
);

test('an engine that is only taken apart and put together loses nothing', async () => {
  const [first] = BREAKAGES;
  const rebuilt = await engineWith([{ module: first.module, replace: () => ({}) }]);
  expect(rebuilt.restoreWorld).not.toBe(engine.restoreWorld);
  expect(sizeOf(rebuilt, first)).toBe(sizeOf(engine, first));
});

test('every breakage is tried', () => {
  expect(TOGETHER.flat()).toHaveLength(BREAKAGES.length);
});
