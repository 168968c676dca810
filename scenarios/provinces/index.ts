/** Provinces the lab knows. */
import { InputError, unknownName } from '../schema/fault.ts';
import { hunan } from './hunan/index.ts';
import type { ProvincePack } from './pack.ts';
import { zhejiang } from './zhejiang/index.ts';

export * from './pack.ts';
export { type Grade, lengthOf, type ParameterRecord, readParameters } from './parameters.ts';

const PACKS: Readonly<Record<string, () => ProvincePack>> = { hunan, zhejiang };

/** Ids of the provinces, the default first. */
export const PROVINCE_IDS: readonly string[] = Object.keys(PACKS);

const loaded = new Map<string, ProvincePack>();

/** The pack of a province, checked and derived once. Throws InputError for an unknown id or an unsound pack. */
export function loadProvince(id: string): ProvincePack {
  const known = loaded.get(id);
  if (known) return known;
  if (!Object.hasOwn(PACKS, id))
    throw new InputError([unknownName('province', id, PROVINCE_IDS, 'scenario')]);
  const pack = PACKS[id]();
  loaded.set(id, pack);
  return pack;
}
