/** Months as people write them; inside the lab a month is `2026-07`. */
import type { Language } from './language.ts';

const SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const parts = (month: string): [number, number] => [Number(month.slice(0, 4)), Number(month.slice(5, 7))];

/** `Jul 2026`, `2026年7月`. */
export function writeMonth(month: string, language: Language): string {
  const [year, number] = parts(month);
  return language === 'zh' ? `${year}年${number}月` : `${SHORT[number - 1]} ${year}`;
}

/** The month as a date, for time scales. */
export function dateOf(month: string): Date {
  const [year, number] = parts(month);
  return new Date(Date.UTC(year, number - 1, 1));
}

/** Months from `a` to `b`; 1 for neighbours. */
export function monthsBetween(a: string, b: string): number {
  const [[year, month], [otherYear, otherMonth]] = [parts(a), parts(b)];
  return (otherYear - year) * 12 + otherMonth - month;
}

/** The month `count` months after. */
export function addMonths(month: string, count: number): string {
  const [year, number] = parts(month);
  const index = year * 12 + number - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The day where the person is, `2026-11-24`. */
export function today(now = new Date()): string {
  const number = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${number(now.getMonth() + 1)}-${number(now.getDate())}`;
}

/** True for `2026-07`. */
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
