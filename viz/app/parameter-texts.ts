/** What a parameter is, its unit and why it has its value, in the reader's language; loads with the views that show evidence. */

import { PARAMETERS } from '../../sim/index.ts';
import type { Language } from '../text/language.ts';
import { UNITS_ZH } from '../text/parameter-units.ts';
import chinese from '../text/parameters.zh.json' with { type: 'json' };
import type { ParameterFile } from './parameter-files.ts';

export interface ParameterTexts {
  readonly means: string;
  readonly unit: string;
  readonly note: string;
}

const CHINESE: Readonly<Record<string, { readonly means: string; readonly note: string }>> = chinese;

export function parameterTexts({ id, unit, note }: ParameterFile, language: Language): ParameterTexts {
  const means = PARAMETERS[id as keyof typeof PARAMETERS]?.means ?? '';
  const translated = CHINESE[id];
  if (language !== 'zh' || !translated) return { means, unit, note };
  return { ...translated, unit: UNITS_ZH[unit] ?? unit };
}
