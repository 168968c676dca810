/** What the page knows of each province before the model runs: its places, and its parameters without notes and sources. */
/// <reference path="../brief.d.ts" />

import hunanParameters from '../../scenarios/provinces/hunan/parameters.json?brief';
import hunanStructure from '../../scenarios/provinces/hunan/structure.json' with { type: 'json' };
import { overHunan } from '../../scenarios/provinces/zhejiang/borrowed.ts';
import zhejiangParameters from '../../scenarios/provinces/zhejiang/parameters.json?brief';
import zhejiangStructure from '../../scenarios/provinces/zhejiang/structure.json' with { type: 'json' };
import { rootOf } from '../../scenarios/schema/root.ts';
import type { Place, Province } from './library.ts';
import type { ParameterFile } from './parameter-files.ts';

/** A parameter without its sources; `parameter-files.ts` has all of it. */
export type Brief = Omit<ParameterFile, 'note' | 'evidence' | 'date'>;

export interface ProvinceFiles extends Province {
  readonly records: readonly Brief[];
  /** In official code order. */
  readonly places: readonly Place[];
}

interface Structure {
  readonly prefectures: readonly {
    readonly code: string;
    readonly en: string;
    readonly zh: string;
    readonly tile: readonly number[];
  }[];
}

const placesOf = ({ prefectures }: Structure): Place[] =>
  prefectures
    .map(({ code, en, zh, tile }) => ({ code, name: { en, zh }, tile: [tile[0]!, tile[1]!] as const }))
    .sort((a, b) => a.code.localeCompare(b.code, 'en'));

const hunan = hunanParameters as readonly Brief[];
const zhejiang = zhejiangParameters as readonly Brief[];

export const DEFAULT_PROVINCE = 'hunan';

/** Every province the lab draws, the default first. */
export const PROVINCES: readonly ProvinceFiles[] = [
  {
    id: DEFAULT_PROVINCE,
    title: { en: 'Hunan', zh: '湖南' },
    statusQuo: rootOf(DEFAULT_PROVINCE),
    fitted: true,
    floodPlaces: ['430600', '430700'],
    records: hunan,
    places: placesOf(hunanStructure),
  },
  {
    id: 'zhejiang',
    title: { en: 'Zhejiang', zh: '浙江' },
    statusQuo: rootOf('zhejiang'),
    fitted: false,
    floodPlaces: [],
    records: hunan.map((record) => overHunan(record, zhejiang) as Brief),
    places: placesOf(zhejiangStructure),
  },
];
