/** The words of the view Stress; they load with it. */
import type { Language } from './language.ts';
import { stressEn } from './stress.en.ts';
import { stressZh } from './stress.zh.ts';
import type { Translated } from './translated.ts';

export type StressWords = Translated<typeof stressZh>;
const WORDS: Record<Language, StressWords> = { en: stressEn, zh: stressZh };
export const stressWordsOf = (language: Language): StressWords => WORDS[language];
