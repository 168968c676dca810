/** The words of the lab. A text missing in one language does not compile. */
import { en } from './en.ts';
import type { Language } from './language.ts';
import { zh } from './zh.ts';

type Source = typeof zh;

/** Every text by name; those with arguments are functions. */
export type Words = {
  readonly [K in keyof Source]: Source[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : string;
};

const WORDS: Record<Language, Words> = { en, zh };

/** The words of a language. */
export const wordsOf = (language: Language): Words => WORDS[language];
