/** The words of longer questions; they load with the views that ask them. */
import type { Language } from './language.ts';
import { studyEn } from './study.en.ts';
import { studyZh } from './study.zh.ts';
import type { Translated } from './translated.ts';

const WORDS: Record<Language, Translated<typeof studyZh>> = { en: studyEn, zh: studyZh };
export const studyWordsOf = (language: Language) => WORDS[language];
