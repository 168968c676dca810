/** How busy lenders are: files come as they come, staff follow them over years. */
import { remembered, timesUsual } from './decisions/queue.ts';
import { LENDER_CLASSES } from './input.ts';
import { LENDER_ENTRIES, LENDER_ENTRY } from './ledger.ts';
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
