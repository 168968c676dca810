import { describe, expect, test } from 'vitest';
import {
  askWorlds,
  breakingAt,
  type Criterion,
  smallestBreaking,
  soloEngine,
  withSeverity,
} from '../../experiments/index.ts';
import { presetOf } from '../../scenarios/index.ts';

const SETTINGS = { scale: 100, seed: '1', runs: 1 } as const;
const MOST = 3;

/** The smallest flood of June 2027 that breaks by a criterion, and every severity tried. */
async function search(criterion: Criterion) {
  const flood = presetOf('flood-2027');
  const ask = askWorlds(SETTINGS, soloEngine, { audit: 'never' }, () => {});
  const broken = breakingAt(ask, (severity) => withSeverity(flood, 0, severity), 1, criterion);
  return smallestBreaking(MOST, MOST / 8, broken);
}

describe('reverse stress on the lake flood at 1:100', () => {
  test('comes to an answer that its own trials bear out', async () => {
    const found = await search({ kind: 'fund', left: 0.99 });
    const broke = (one: { broken: number; chance: number }) => one.broken > one.chance;
    expect(found.trials.length).toBeGreaterThanOrEqual(5);
    expect(found.smallest).toBe(found.trials.find(broke)?.severity ?? null);
    if (found.smallest !== null && found.largestHeld !== null)
      expect(found.smallest - found.largestHeld).toBeLessThanOrEqual(MOST / 8);
  });

  test('a criterion that any world meets is met without a shock', async () => {
    expect((await search({ kind: 'suspended', count: 0 })).largestHeld).toBeNull();
  });
});
