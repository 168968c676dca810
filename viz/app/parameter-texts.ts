/** What a parameter is, its unit and why it has its value, in the reader's language; loads with the views that show evidence. */

import { PARAMETERS } from '../../sim/index.ts';
import type { Language } from '../text/language.ts';
import { UNITS_ZH } from '../text/parameter-units.ts';
import chinese from '../text/parameters.zh.json' with { type: 'json' };
import chineseZhejiang from '../text/parameters-zhejiang.zh.json' with { type: 'json' };
import type { ParameterFile } from './parameter-files.ts';

export interface ParameterTexts {
  readonly means: string;
  readonly unit: string;
  readonly note: string;
}

const CHINESE: Readonly<Record<string, { readonly means: string; readonly note: string }>> = chinese;
const CHINESE_ZHEJIANG: Readonly<Record<string, { readonly note: string }>> = chineseZhejiang;

/** `BORROWED` in Chinese. */
const BORROWED_ZH = '浙江没有相关来源，沿用湖南。湖南：';

export function parameterTexts(
  { id, unit, note }: ParameterFile,
  language: Language,
  province: string,
): ParameterTexts {
  const means = PARAMETERS[id as keyof typeof PARAMETERS]?.means ?? '';
  const translated = CHINESE[id];
  if (language !== 'zh' || !translated) return { means, unit, note };
  const own = province === 'zhejiang' ? CHINESE_ZHEJIANG[id]?.note : translated.note;
  return {
    means: translated.means,
    unit: UNITS_ZH[unit] ?? unit,
    note: own ?? `${BORROWED_ZH}${translated.note}`,
  };
}
