import type { Scale } from '../input.ts';
import type { World } from '../world.ts';
import type { Group } from './groups.ts';
import { History, type Indicator } from './indicator.ts';

/** The counts of consecutive months. The first may be the start (-1). */
export interface Recording {
  readonly groups: readonly Group[];
  readonly months: number[];
  readonly counts: Float64Array[];
  readonly scale: Scale;
}

export function newRecording(world: World): Recording {
  return { groups: world.groups, months: [], counts: [], scale: world.input.scale };
}

/** Adds the world's last month to a recording. */
export function addMonth(recording: Recording, world: World): void {
  recording.months.push(world.month);
  recording.counts.push(world.counts.slice());
}

/** Histories at one position of a recording: of every group, and of the prefectures among them. */
export interface Histories {
  readonly groups: readonly History[];
  readonly prefectures: readonly History[];
}

export function historiesAt({ groups, counts, scale }: Recording, at: number): Histories {
  const all = groups.map(({ standing }, group) => new History(counts, at, group, scale, standing));
  return { groups: all, prefectures: all.filter((_, k) => groups[k].dimension === 'prefecture') };
}

/** Whether an indicator can be told for a group at all. */
export function appliesTo(indicator: Indicator, group: Group): boolean {
  if (group.dimension === 'province') return true;
  if (indicator.of === 'province') return indicator.id === 'model-auc' && group.dimension === 'lender';
  if (indicator.of === 'institutions') return group.dimension === 'prefecture';
  return indicator.id !== 'model-auc' || group.dimension === 'lender';
}

/** Value of an indicator for every group at one position; null where undefined or coarser than it means something. */
export function valuesAt(
  indicator: Indicator,
  recording: Recording,
  at: number,
  histories = historiesAt(recording, at),
): (number | null)[] {
  const { groups, prefectures } = histories;
  return groups.map((history, k) =>
    recording.scale > indicator.coarsestScale || !appliesTo(indicator, recording.groups[k])
      ? null
      : indicator.value(history, groups[0], prefectures),
  );
}

/** Value of an indicator for one group at one position of a recording. */
export function indicatorValue(
  indicator: Indicator,
  recording: Recording,
  groupIndex: number,
  at: number,
): number | null {
  return valuesAt(indicator, recording, at)[groupIndex];
}
