/** Named scenarios: files, and a weak and a strong one for every policy lever, made from the lever's own pair. */
import { INSTRUMENTS, type Instrument } from '../../sim/index.ts';
import { SCHEMA } from '../schema/scenario.ts';
import baseline from './baseline.json' with { type: 'json' };
import compensationArrears from './compensation-arrears.json' with { type: 'json' };
import dataSharing from './data-sharing.json' with { type: 'json' };
import demandShock2027 from './demand-shock-2027.json' with { type: 'json' };
import flood2027 from './flood-2027.json' with { type: 'json' };
import fullPackage from './full-package.json' with { type: 'json' };
import hunanZhejiangPlatform from './hunan-zhejiang-platform.json' with { type: 'json' };
import interestSubsidy from './interest-subsidy.json' with { type: 'json' };
import riskSplit from './risk-split.json' with { type: 'json' };
import taizhouRelationshipBanks from './taizhou-relationship-banks.json' with { type: 'json' };
import zhejiang from './zhejiang.json' with { type: 'json' };

const FILES = [
  baseline,
  interestSubsidy,
  dataSharing,
  riskSplit,
  flood2027,
  demandShock2027,
  fullPackage,
  compensationArrears,
  taizhouRelationshipBanks,
  hunanZhejiangPlatform,
  zhejiang,
] as const;

const SIDES = { weak: { en: 'weak', zh: '弱' }, strong: { en: 'strong', zh: '强' } } as const;

function presetOfPair(instrument: Instrument, side: keyof typeof SIDES) {
  const { en, zh } = instrument.title;
  return {
    schema: SCHEMA,
    id: `${instrument.id}-${side}`,
    title: { en: `${en}: ${SIDES[side].en}`, zh: `${zh}（${SIDES[side].zh}）` },
    question: instrument.pair.expected,
    author: 'Headwater contributors',
    date: '2026-11-22',
    sources: instrument.evidence,
    base: 'baseline',
    province: 'hunan',
    policies: [{ lever: instrument.id, from: '2026-07', set: instrument.pair[side] }],
  };
}

const pairs = INSTRUMENTS.flatMap((one) => [presetOfPair(one, 'weak'), presetOfPair(one, 'strong')]);

/** Preset id -> its document, as a file would hold it. */
export const PRESETS: ReadonlyMap<string, unknown> = new Map(
  [...FILES, ...pairs].map((preset) => [preset.id, preset]),
);
