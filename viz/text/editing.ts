/** The words of the editors; they load with them. */
import { editingEn } from './editing.en.ts';
import { editingZh } from './editing.zh.ts';
import type { Language } from './language.ts';
import type { Translated } from './translated.ts';

const WORDS: Record<Language, Translated<typeof editingZh>> = { en: editingEn, zh: editingZh };
export const editingWordsOf = (language: Language) => WORDS[language];
