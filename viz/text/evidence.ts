/** The words of the view Evidence and the inspector; they load with them. */
import { evidenceEn } from './evidence.en.ts';
import { evidenceZh } from './evidence.zh.ts';
import type { Language } from './language.ts';

export type EvidenceWords = typeof evidenceEn;
const WORDS: Record<Language, EvidenceWords> = { en: evidenceEn, zh: evidenceZh };
export const evidenceWordsOf = (language: Language): EvidenceWords => WORDS[language];
