/** How long enterprises wait: lenders are as busy as files come and staff follow, and money comes when papers are done. */
import { lever } from './conditions.ts';
import { delayMonths } from './decisions/delay.ts';
import { remembered, timesUsual } from './decisions/queue.ts';
import { LENDER_CLASSES } from './input.ts';
import { LENDER_ENTRIES, LENDER_ENTRY } from './ledger.ts';
import { type DrawKey, drawKey, STREAMS, uniform } from './random.ts';
import type { World } from './world.ts';

/**
 * Days of a file with full documents by lender class, at the load of the last months. Lenders of a class share a load:
 * a small one has a handful of simulated files at coarse scales.
 */
export function fileTimes({ province, input }: World): Float64Array {
  const p = input.province.parameters;
  const { filesLately, filesUsually } = province;
  return Float64Array.from(p['lend.days'], (days, c) => {
    const load = filesUsually[c] > 0 ? filesLately[c] / filesUsually[c] : 1;
    return days * timesUsual(load, p['lend.busy'][c], p['lend.busiest'][0]);
  });
}

/** Each class remembers this month's files, for a while as its load and for longer as what it is staffed for. */
export function rememberFiles(world: World): void {
  const { lenders, open, shape, province, input } = world;
  const p = input.province.parameters;
  const files = new Float64Array(LENDER_CLASSES.length);
  for (let l = 0; l < shape.licensed; l++)
    files[lenders.class[l]] += open.lenders[l * LENDER_ENTRIES.length + LENDER_ENTRY.applications];
  const months = world.month + 2;
  for (let c = 0; c < files.length; c++) {
    province.filesLately[c] = remembered(province.filesLately[c], files[c], months, p['lend.loadMonths'][0]);
    province.filesUsually[c] = remembered(
      province.filesUsually[c],
      files[c],
      months,
      p['lend.staffMonths'][0],
    );
  }
}

/** The draw that says whose money comes in time, and the days it takes to register what is pledged, by cell. */
export interface Delays {
  readonly world: World;
  readonly key: DrawKey;
  readonly mortgageDays: Float64Array;
}

export const openDelays = (world: World): Delays => ({
  world,
  key: drawKey(world.input.seed, STREAMS.moneyDelay, world.month + 1),
  mortgageDays: lever(world, 'onlineMortgage.days'),
});

/**
 * Whether the money of an application comes only after what the enterprise has to pay this month: for as many as the days
 * of the answer and of the registration are of a month.
 */
export function comesLate({ world, key, mortgageDays }: Delays, row: number): boolean {
  const { applications: a, enterprises: e } = world;
  const i = a.enterprise[row];
  const days = a.days[row] + (a.secured[row] === 1 ? mortgageDays[e.cell[i]] : 0);
  return delayMonths(days, uniform(key.k0, key.k1, e.id[i])) > 0;
}
