/** The words of the view Why; they load with it. */
import type { Language } from './language.ts';
import type { Translated } from './translated.ts';
import { whyEn } from './why.en.ts';
import { whyZh } from './why.zh.ts';

export type WhyWords = Translated<typeof whyZh>;
const WORDS: Record<Language, WhyWords> = { en: whyEn, zh: whyZh };
export const whyWordsOf = (language: Language): WhyWords => WORDS[language];
