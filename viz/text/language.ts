/** The two languages of the lab. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Value of the `lang` attribute. */
export const TAGS: Record<Language, string> = { en: 'en', zh: 'zh-CN' };

/** The language the browser asks for; English when it asks for neither. */
export function preferredLanguage(wanted: readonly string[]): Language {
  const first = wanted.find((one) => /^(en|zh)\b/i.test(one));
  return first && /^zh/i.test(first) ? 'zh' : 'en';
}
