/** The words of the help; they load when the Overview is usable. */
import { helpEn } from './help.en.ts';
import { helpZh } from './help.zh.ts';
import type { Language } from './language.ts';
import type { Translated } from './translated.ts';

const WORDS: Record<Language, Translated<typeof helpZh>> = { en: helpEn, zh: helpZh };
export const helpWordsOf = (language: Language) => WORDS[language];
