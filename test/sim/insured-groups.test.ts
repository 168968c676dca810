// Who counts as insured in a breakdown: farms and others alike, each by the policy that insures them.
import { expect, test, vi } from 'vitest';
import { STATUS } from '../../sim/agents/enterprises.ts';
import { COUNTERS, FORK_MONTH, SECTORS } from '../../sim/index.ts';
import { fromFork, runTo } from '../laws/worlds.ts';
import { patch } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 60_000 });

test.each([
  ['interruptionInsurance', (sector: string) => sector === 'agriculture'],
  ['partnerInsurance', (sector: string) => sector !== 'agriculture'],
] as const)('all whom %s covers are insured, and nobody else', (lever, isCovered) => {
  const others = lever === 'partnerInsurance' ? 'interruptionInsurance' : 'partnerInsurance';
  const patches = [patch(lever, { coverage: 1 }), patch(others, { coverage: 0 })];
  const world = runTo(fromFork({ patches }, { dimensions: ['insured'] }), FORK_MONTH + 2);
  const { enterprises: e, atlas } = world;
  const covered = Array.from(e.status.keys()).filter(
    (i) => e.status[i] === STATUS.active && isCovered(SECTORS[atlas.sector[e.cell[i]]]),
  ).length;
  const group = world.groups.findIndex(({ dimension, id }) => dimension === 'insured' && id === 'yes');
  expect(covered).toBeGreaterThan(0);
  expect(world.counts[group * COUNTERS.length + COUNTERS.indexOf('active')]).toBe(covered);
});
