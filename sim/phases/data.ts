import { DATA, STATUS } from '../agents/enterprises.ts';
import { lever } from '../conditions.ts';
import { drawKey, STREAMS, uniform } from '../random.ts';
import type { World } from '../world.ts';
import type { Phase, Span } from './phase.ts';

/** A status quo that differs by place, moved as far towards 0 or 1 as the lever is from its default; exact at the default. */
export function shifted(base: number, standard: number, value: number): number {
  if (value >= standard) return standard >= 1 ? base : base + ((1 - base) * (value - standard)) / (1 - standard);
  return base + (base * (value - standard)) / standard;
}

function run(world: World, { from, to }: Span): void {
  const { enterprises, atlas, input } = world;
  const { status, cell, id, data } = enterprises;
  const p = input.province.parameters;
  const coverage = lever(world, 'dataSharing.coverage');
  const consent = lever(world, 'dataSharing.consent');
  const onFile = Float64Array.from(coverage, (value, c) =>
    shifted(p['data.onFileBySetting'][atlas.setting[c]], p['dataSharing.coverage'][0], value),
  );
  const agreed = Float64Array.from(consent, (value, c) =>
    shifted(p['data.consentBySetting'][atlas.setting[c]], p['dataSharing.consent'][0], value),
  );
  const fileKey = drawKey(input.seed, STREAMS.dataOnFile, -1);
  const consentKey = drawKey(input.seed, STREAMS.dataConsent, -1);
  const partialKey = drawKey(input.seed, STREAMS.dataPartial, -2);
  const missing = p['data.missingBySetting'];
  for (let i = from; i < to; i++) {
    if (status[i] !== STATUS.active) continue;
    const c = cell[i];
    const usable =
      uniform(fileKey.k0, fileKey.k1, id[i]) < onFile[c] && uniform(consentKey.k0, consentKey.k1, id[i]) < agreed[c];
    data[i] = !usable
      ? DATA.none
      : uniform(partialKey.k0, partialKey.k1, id[i]) < missing[atlas.setting[c]]
        ? DATA.partial
        : DATA.full;
  }
}

export const data: Phase = {
  name: 'data',
  does: {
    en: 'Public records of each enterprise reach the platforms, as far as they are kept, complete and consented to.',
    zh: '企业公共数据归集到平台：取决于是否入库、是否完整、是否授权。',
  },
  steps: [{ over: 'enterprises', run }],
};
