/** Every parameter record as the province's file has it; loads with the views that show evidence. */
import hunanFile from '../../scenarios/provinces/hunan/parameters.json' with { type: 'json' };
import { overHunan } from '../../scenarios/provinces/zhejiang/borrowed.ts';
import zhejiangFile from '../../scenarios/provinces/zhejiang/parameters.json' with { type: 'json' };
import type { Grade } from './library.ts';
import type { Text } from './state.ts';

/** A parameter record; the worker checks the whole pack before it runs. */
export interface ParameterFile {
  readonly id: string;
  readonly value: number | readonly number[];
  readonly unit: string;
  readonly range: readonly [number, number];
  readonly date: string;
  readonly grade: Grade;
  readonly evidence: readonly string[];
  readonly note: string;
  readonly assumption?: boolean;
  readonly name?: string;
  readonly title?: Text;
}

const hunan = hunanFile as unknown as readonly ParameterFile[];
const zhejiang = hunan.map((record) => overHunan(record, zhejiangFile) as ParameterFile);

/** Every parameter of a province. */
export const parameterFiles = (province: string): readonly ParameterFile[] =>
  province === 'zhejiang' ? zhejiang : hunan;
