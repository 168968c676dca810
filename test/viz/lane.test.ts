// The time lane: what is moved keeps its length, and nothing leaves 2026–2030.
import { describe, expect, test } from 'vitest';
import { INSTRUMENTS } from '../../sim/index.ts';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import { editPatch, moveShock, policyOf, shockOf } from '../../viz/app/draft.ts';
import { presetOf } from '../../viz/app/library.ts';
import { isAskedFirst, policyGroups } from '../../viz/app/policy-groups.ts';
import { shifted } from '../../viz/app/spans.ts';

const flood = shockOf({ kind: 'flood', from: '2027-06', months: 3 });

describe('a shock whose start is typed', () => {
  test('moves with its length', () => {
    expect(moveShock(flood, '2027-07')).toEqual({ ...flood, from: '2027-07', months: 3 });
    expect(moveShock(flood, '2026-01').months).toBe(3);
  });

  test('is cut where the lab ends', () => {
    expect(moveShock(flood, '2030-10').months).toBe(3);
    expect(moveShock(flood, '2030-11').months).toBe(2);
    expect(moveShock(flood, '2030-12').months).toBe(1);
  });
});

describe('a bar of the lane', () => {
  const bar = { from: '2027-06', until: '2027-08' };

  test('goes as a whole, or by one end', () => {
    expect(shifted(bar, 'both', 5)).toEqual({ from: '2027-11', until: '2028-01' });
    expect(shifted(bar, 'from', -2)).toEqual({ from: '2027-04', until: '2027-08' });
    expect(shifted(bar, 'until', 12)).toEqual({ from: '2027-06', until: '2028-08' });
  });

  test('goes as far as there is room and keeps its length', () => {
    expect(shifted(bar, 'both', 500)).toEqual({ from: '2030-10', until: '2030-12' });
    expect(shifted(bar, 'both', -500)).toEqual({ from: '2026-01', until: '2026-03' });
  });

  test('never ends before it starts', () => {
    expect(shifted(bar, 'from', 12)).toEqual({ from: '2027-08', until: '2027-08' });
    expect(shifted(bar, 'until', -12)).toEqual({ from: '2027-06', until: '2027-06' });
  });

  test('that ends after the last month can go back, and no further on', () => {
    const late = { from: '2030-06', until: '2031-05' };
    expect(shifted(late, 'both', 3)).toEqual(late);
    expect(shifted(late, 'both', -1)).toEqual({ from: '2030-05', until: '2031-04' });
  });
});

test('a patch is found by its lever and number, whatever policies stand before it', () => {
  const draft = {
    ...presetOf(LIBRARY, 'baseline')!.draft,
    policies: [
      policyOf({ lever: 'courtSpeed', set: { months: 4 } }),
      policyOf({ lever: 'riskSplit', until: '2027-12', set: { bankShare: 0.4 } }),
      policyOf({ lever: 'riskSplit', from: '2028-01', set: { bankShare: 0.6 } }),
    ],
  };
  const edited = editPatch(draft, 'riskSplit', 1, (one) => ({ ...one, phaseInMonths: 6 }));
  expect(edited.policies.map((one) => one.phaseInMonths)).toEqual([0, 0, 6]);
  expect(editPatch(draft, 'riskSplit', 2, (one) => ({ ...one, phaseInMonths: 6 }))).toBe(draft);
});

test('every policy stands in one family, those asked for first above them', () => {
  const grouped = policyGroups(INSTRUMENTS, (one) => !isAskedFirst(one)).flatMap((one) => one.instruments);
  const first = INSTRUMENTS.filter(isAskedFirst);
  expect(first).toHaveLength(4);
  expect(new Set([...first, ...grouped])).toEqual(new Set(INSTRUMENTS));
  expect(first.length + grouped.length).toBe(INSTRUMENTS.length);
});
