import { DATA, STATUS } from '../agents/enterprises.ts';
import { lever } from '../conditions.ts';
import { drawKey, STREAMS, uniform } from '../random.ts';
import type { World } from '../world.ts';
import type { Phase, Span } from './phase.ts';

/** A status quo that differs by place, moved as far towards 0 or 1 as the lever is from its default; exact at the default. */
export function shifted(base: number, standard: number, value: number): number {
  if (value >= standard)
    return standard >= 1 ? base : base + ((1 - base) * (value - standard)) / (1 - standard);
  return base + (base * (value - standard)) / standard;
}

/** Shares of enterprises on file and consenting in each cell; says whether they differ from last month's. */
function setShares(world: World): void {
  const { dataShares, atlas, input } = world;
  const p = input.province.parameters;
  const coverage = lever(world, 'dataSharing.coverage');
  const consent = lever(world, 'dataSharing.consent');
  let changed = dataShares.fresh[0] === 0;
  for (let c = 0; c < coverage.length; c++) {
    const setting = atlas.setting[c];
    const onFile = shifted(p['data.onFileBySetting'][setting], p['dataSharing.coverage'][0], coverage[c]);
    const agreed = shifted(p['data.consentBySetting'][setting], p['dataSharing.consent'][0], consent[c]);
    changed ||= onFile !== dataShares.onFile[c] || agreed !== dataShares.agreed[c];
    dataShares.onFile[c] = onFile;
    dataShares.agreed[c] = agreed;
  }
  dataShares.fresh[0] = 1;
  dataShares.changed[0] = changed ? 1 : 0;
}

/** An enterprise's record changes when the shares do; otherwise only the newly founded have to be looked at. */
function run(world: World, { from, to }: Span): void {
  const { enterprises, atlas, input, dataShares } = world;
  const { status, cell, id, data, founded } = enterprises;
  const { onFile, agreed } = dataShares;
  const newest = dataShares.changed[0] === 1 ? -32768 : world.month;
  const file = drawKey(input.seed, STREAMS.dataOnFile, -1);
  const consent = drawKey(input.seed, STREAMS.dataConsent, -1);
  const partial = drawKey(input.seed, STREAMS.dataPartial, -2);
  const missing = input.province.parameters['data.missingBySetting'];
  for (let i = from; i < to; i++) {
    if (founded[i] < newest || status[i] !== STATUS.active) continue;
    const c = cell[i];
    if (uniform(file.k0, file.k1, id[i]) >= onFile[c] || uniform(consent.k0, consent.k1, id[i]) >= agreed[c])
      data[i] = DATA.none;
    else
      data[i] = uniform(partial.k0, partial.k1, id[i]) < missing[atlas.setting[c]] ? DATA.partial : DATA.full;
  }
}

export const data: Phase = {
  name: 'data',
  does: {
    en: 'Public records of each enterprise reach the platforms, as far as they are kept, complete and consented to.',
    zh: '企业公共数据归集到平台：取决于是否入库、是否完整、是否授权。',
  },
  steps: [
    { over: 'institutions', run: setShares },
    { over: 'enterprises', run },
  ],
};
