/** The words of the view Report; they load with it. */
import type { Language } from './language.ts';
import { reportEn } from './report.en.ts';
import { reportZh } from './report.zh.ts';

export type ReportWords = typeof reportEn;
const WORDS: Record<Language, ReportWords> = { en: reportEn, zh: reportZh };
export const reportWordsOf = (language: Language): ReportWords => WORDS[language];
