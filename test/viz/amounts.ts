/** Amounts in texts of either language, to see that a translation says the same ones. */

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  bn: 1e9,
  tn: 1e12,
  万: 1e4,
  亿: 1e8,
  万亿: 1e12,
};
/** A word may stand apart from its number; a letter or two mean a scale only where they touch it: `0.28m`, `CNY 30bn`. */
const AMOUNT = /(\d+(?:\.\d+)?)(?:\s*(thousand|million|billion|trillion|万亿|亿|万)|(m|bn|tn)\b)?/g;
const MONTHS = ['January', 'May'];
const NUMBER_OF_MONTH: Readonly<Record<string, number>> = { January: 1, May: 5 };

/**
 * Amounts of a text in order of size, `CNY 36.5 billion` and `365亿元` alike; months before a year are numbers too,
 * and a unit named alone, `单位：亿元`, is one of it, as in `(CNY 100m)`.
 */
export function amounts(text: string): number[] {
  const months = text.replace(
    new RegExp(`(${MONTHS.join('|')})(?= \\d{4})`, 'g'),
    (name) => `${NUMBER_OF_MONTH[name]}`,
  );
  const plain = months.replace(/(\d),(?=\d{3})/g, '$1').replace(/单位：(?=[万亿])/g, '单位：1');
  return [...plain.matchAll(AMOUNT)]
    .map(([, digits, word, letters]) => Number(digits) * (SCALES[word ?? letters ?? ''] ?? 1))
    .map((amount) => Number(amount.toPrecision(10)))
    .sort((a, b) => a - b);
}

/** English steps of number put into Chinese word for word, `908十亿元` or `0.28百万`; `三百万户次` and `几十亿元` are Chinese. */
export const CALQUE =
  /(?:\d\s*|单位：)(?:十亿|百万)|(?<![一二两三四五六七八九几数])(?:十亿|百万)(?=[元户家个])/;
