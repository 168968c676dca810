/** The words of the view One enterprise; they load with it. */
import type { Language } from './language.ts';
import { oneEn } from './one.en.ts';
import { oneZh } from './one.zh.ts';
import type { Translated } from './translated.ts';

export type OneWords = Translated<typeof oneZh>;
const WORDS: Record<Language, OneWords> = { en: oneEn, zh: oneZh };
export const oneWordsOf = (language: Language): OneWords => WORDS[language];
