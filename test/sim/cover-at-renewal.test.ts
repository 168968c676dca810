// Cover of loans that fall due: when it lapses, when it stays, and what happens where its guarantor has stopped.
import { describe, expect, test, vi } from 'vitest';
import { FORK_MONTH, NO_LENDER, type Patch, type World } from '../../sim/index.ts';
import { fromFork, runTo } from '../laws/worlds.ts';
import { type Changes, patch, smallProvince } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 120_000 });

const UNTIL = FORK_MONTH + 24;

/** A covered loan in good order that fell due, before and after. */
interface Due {
  readonly id: number;
  readonly principal: number;
  /** Most its lender lends without collateral. */
  readonly most: number;
  readonly ending: (typeof ENDINGS)[number];
  readonly covered: boolean;
  readonly guarantor: number;
  readonly pdBin: number;
}

const ENDINGS = ['renewed', 'deferred', 'ended'] as const;

interface Setting {
  readonly patches?: readonly Patch[];
  readonly values?: Changes;
  readonly seed?: string;
  /** Called before loans are serviced. */
  readonly before?: (world: World) => void;
}

/** Covered loans in good order that fall due, row by row, as they stand. */
const dueRows = ({ loans }: World): number[] =>
  [...loans.lender.keys()].filter(
    (row) =>
      loans.lender[row] !== NO_LENDER &&
      loans.guarantor[row] > 0 &&
      loans.left[row] === 1 &&
      loans.arrears[row] === 0,
  );

/** Every covered loan that falls due from 2026 on. */
function watched({ patches = [], values = {}, seed, before }: Setting): Due[] {
  const world = fromFork({ patches, province: smallProvince(values), ...(seed !== undefined && { seed }) });
  const { loans, lenders, input } = world;
  const most = input.province.parameters['lend.maxLoan'];
  const all: Due[] = [];
  let due: { row: number; principal: number; lender: number; guarantor: number }[] = [];
  runTo(world, UNTIL, (phase) => {
    if (phase === 'ration and disburse') {
      before?.(world);
      due = dueRows(world).map((row) => ({
        row,
        principal: loans.principal[row],
        lender: loans.lender[row],
        guarantor: loans.guarantor[row],
      }));
    }
    if (phase !== 'service') return;
    for (const { row, principal, lender, guarantor } of due) {
      const stands = loans.lender[row] === lender && loans.left[row] > 1;
      const renewed = stands && loans.origin[row] === world.month + 1;
      all.push({
        id: row,
        principal,
        most: most[lenders.class[lender]],
        ending: renewed ? 'renewed' : stands ? 'deferred' : 'ended',
        covered: loans.guarantor[row] > 0,
        guarantor,
        pdBin: loans.pdBin[row],
      });
    }
  });
  return all;
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const renewedOf = (all: readonly Due[]) => all.filter(({ ending }) => ending === 'renewed');
const lapsedOf = (all: readonly Due[]) => renewedOf(all).filter(({ covered }) => !covered);
const partLapsed = (all: readonly Due[]) => lapsedOf(all).length / renewedOf(all).length;

const SEEDS = ['law', 'lapse', 'cover'];
const overSeeds = (setting: Setting): Due[] => SEEDS.flatMap((seed) => watched({ ...setting, seed }));
const usual = overSeeds({});

describe('cover that falls due', () => {
  test('lapses on some loans that go on and stays on others', () => {
    expect(lapsedOf(usual).length).toBeGreaterThan(20);
    expect(partLapsed(usual)).toBeLessThan(1);
  });

  test('lapses on safer clients', () => {
    const kept = renewedOf(usual).filter(({ covered }) => covered);
    expect(mean(lapsedOf(usual).map(({ pdBin }) => pdBin))).toBeLessThan(
      mean(kept.map(({ pdBin }) => pdBin)),
    );
  });

  test('never lapses on more than the bank lends without collateral', () => {
    for (const { principal, most } of lapsedOf(usual)) expect(principal).toBeLessThanOrEqual(most);
  });

  test('lapses more often the more it costs', () => {
    const free = overSeeds({ patches: [patch('guaranteeFee', { rate: 0 })] });
    const dear = overSeeds({ patches: [patch('guaranteeFee', { rate: 0.03 })] });
    expect(partLapsed(free)).toBeLessThan(partLapsed(dear));
  });
});

describe('where every guarantor has stopped', () => {
  const stop = ({ guarantors }: World) => guarantors.suspended.fill(1);
  const stopped = overSeeds({ before: stop });

  test('no loan goes on under cover', () => {
    expect(renewedOf(stopped).filter(({ covered }) => covered)).toEqual([]);
  });

  test('banks go on alone with some clients and end the loans of others', () => {
    expect(renewedOf(stopped).length).toBeGreaterThan(20);
    expect(stopped.filter(({ ending }) => ending === 'ended').length).toBeGreaterThan(20);
  });

  test('a loan that ends for want of its guarantor may be deferred', () => {
    const deferred = overSeeds({ before: stop, patches: [patch('deferral', { share: 1 })] });
    const usually = overSeeds({ patches: [patch('deferral', { share: 1 })] });
    const part = (all: readonly Due[]) =>
      all.filter(({ ending }) => ending === 'deferred').length / all.length;
    expect(part(deferred)).toBeGreaterThan(part(usually));
  });
});
