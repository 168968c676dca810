import { describe, expect, test } from 'vitest';
import { INSTRUMENTS } from '../../sim/index.ts';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import { shockOf } from '../../viz/app/draft.ts';
import { assumptionMoves, parameterMoves, severityMoves } from '../../viz/app/foresight.ts';
import { presetOf } from '../../viz/app/library.ts';
import { stepsAround } from '../../viz/app/steps.ts';

const { draft } = presetOf(LIBRARY, 'baseline')!;
const riskSplit = INSTRUMENTS.find((one) => one.id === 'riskSplit')!;

describe('the steps around a value', () => {
  test('are all others of a short range, the nearest first, as a slider writes them', () => {
    expect(stepsAround(0.2, { min: 0, max: 0.5, step: 0.1 })).toEqual([0.1, 0.3, 0, 0.4, 0.5]);
  });

  test('of a long range are the nearest alone', () => {
    const steps = stepsAround(50, { min: 0, max: 100, step: 1 });
    expect(steps).toHaveLength(24);
    expect(steps.every((one) => Math.abs(one - 50) <= 12)).toBe(true);
    expect(stepsAround(0, { min: 0, max: 100, step: 1 })).toEqual(
      Array.from({ length: 24 }, (_, k) => k + 1),
    );
  });

  test('of a value between two steps start with both', () => {
    expect(stepsAround(0.14, { min: 0, max: 1, step: 0.1 }).slice(0, 2)).toEqual([0.1, 0.2]);
  });
});

describe('the drafts that may come next', () => {
  test('of a policy are those its slider makes, the status quo among them', () => {
    const moves = parameterMoves(riskSplit, 'bankShare', 0.25);
    const moved = moves.after(draft)[0]!;
    expect(moved.policies).toEqual([
      expect.objectContaining({ lever: 'riskSplit', set: { bankShare: moved.policies[0]!.set.bankShare } }),
    ]);
    expect(moves.after(moved)).toContainEqual({ ...draft, policies: [] });
  });

  test('of a shock are its other severities, and none once the shock is gone', () => {
    const moves = severityMoves(0, 'flood', { min: 0, max: 3, step: 0.1 });
    expect(moves.after(draft)).toEqual([]);
    const flooded = { ...draft, shocks: [shockOf({ kind: 'flood' })] };
    const severities = moves.after(flooded).map((one) => one.shocks[0]!.severity);
    expect(severities.slice(0, 2).sort()).toEqual([0.9, 1.1]);
    expect(severities).not.toContain(1);
    const weak = { ...draft, shocks: [shockOf({ kind: 'flood', severity: 0.2 })] };
    expect(moves.after(weak).every((one) => one.shocks[0]!.severity > 0)).toBe(true);
    const other = { ...draft, shocks: [shockOf({ kind: 'treasuryArrears' })] };
    expect(moves.after(other)).toEqual([]);
  });

  test('of an assumption are those its slider makes, the province’s own among them', () => {
    const [{ id, value, range }] = LIBRARY.assumptions;
    const [min, max] = range;
    const moves = assumptionMoves(id, value, { min, max, step: (max - min) / 100 });
    const moved = moves.after(draft)[0]!;
    expect(Object.keys(moved.assumptions)).toEqual([id]);
    expect(moved.assumptions[id]).not.toBe(value);
    expect(moves.after(draft).map((one) => one.assumptions[id])).not.toContain(undefined);
    const again = assumptionMoves(id, min, { min, max, step: (max - min) / 100 }).after({
      ...draft,
      assumptions: { [id]: min + (max - min) / 100 },
    });
    expect(again).toContainEqual({ ...draft, assumptions: {} });
  });
});
