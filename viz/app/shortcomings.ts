/** What the model gets wrong, as the README of the project lists it: one list, published once. */
import english from '../../README.md?raw';
import chinese from '../../README.zh.md?raw';
import type { Language } from '../text/language.ts';

const HEADS: Record<Language, readonly [text: string, head: string]> = {
  en: [english, '## What it gets wrong'],
  zh: [chinese, '## 模型的不足'],
};

/** Lines of the section under a heading, up to the next one. */
function sectionOf(text: string, head: string): string[] {
  const lines = text.split('\n');
  const from = lines.indexOf(head);
  if (from < 0) return [];
  const length = lines.slice(from + 1).findIndex((line) => line.startsWith('## '));
  return lines.slice(from + 1, length < 0 ? undefined : from + 1 + length);
}

/** Words without the marks of Markdown. */
const plain = (line: string): string =>
  line
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .trim();

/** The list; sentences of its introduction where it has no items. */
export function shortcomings(language: Language): readonly string[] {
  const lines = sectionOf(...HEADS[language]);
  const items = lines.filter((line) => line.startsWith('- ')).map((line) => plain(line.slice(2)));
  return items.length > 0
    ? items
    : lines.flatMap((line) => plain(line).split(/(?<=。)/)).filter((line) => line !== '');
}
