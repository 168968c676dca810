/** How numbers, money, shares and months are written in either language. */
import type { Language } from './language.ts';

/** Unit of an indicator or parameter as the catalogue writes it. */
export type Unit = string;

/** One way to write a quantity: shown number = value × factor. */
export interface Display {
  readonly language: Language;
  /** Multiplies the model's value (ratios are fractions, money is yuan). */
  readonly factor: number;
  /** Written before the number, `CNY ` for money in English. */
  readonly prefix: string;
  /** Written after a level. */
  readonly suffix: string;
  /** Written after a difference of two levels; percentage points for ratios. */
  readonly changeSuffix: string;
  /** Name of the unit alone, for axes and table heads. */
  readonly name: string;
}

const MINUS = '\u2212';

interface Step {
  readonly from: number;
  readonly factor: number;
  readonly name: string;
}

const MONEY: Record<Language, readonly Step[]> = {
  en: [
    { from: 1e12, factor: 1e-12, name: 'tn' },
    { from: 1e9, factor: 1e-9, name: 'bn' },
    { from: 1e6, factor: 1e-6, name: 'm' },
    { from: 0, factor: 1, name: '' },
  ],
  zh: [
    { from: 1e12, factor: 1e-12, name: '万亿元' },
    { from: 1e8, factor: 1e-8, name: '亿元' },
    { from: 1e4, factor: 1e-4, name: '万元' },
    { from: 0, factor: 1, name: '元' },
  ],
};

const COUNTED: Record<string, Record<Language, string>> = {
  enterprises: { en: '', zh: '户' },
  days: { en: ' days', zh: '天' },
  months: { en: ' months', zh: '个月' },
  years: { en: ' years', zh: '年' },
  multiple: { en: '×', zh: '倍' },
  'source types': { en: ' types', zh: '类' },
};

/** Percentage points: differences of shares. */
const POINTS: Record<Language, string> = { en: '\u00a0pp', zh: '个百分点' };

/** The unit of values as they are, for files: differences of shares are fractions there. */
export const modelUnit = (unit: Unit): Unit => (unit === 'points' ? 'ratio' : unit);

const isShare = (unit: Unit) => /\bratio\b|^probability$/.test(unit);

/**
 * The way to write quantities of a unit.
 * @param size largest absolute value that will be written, in the model's unit; picks the step of money
 */
export function displayOf(unit: Unit, language: Language, size = 1): Display {
  if (unit === 'points') return pointsDisplay(language);
  if (isShare(unit)) return shareDisplay(unit, language);
  if (/^yuan\b/.test(unit)) return moneyDisplay(language, size);
  const suffix = COUNTED[unit]?.[language] ?? '';
  return { language, factor: 1, prefix: '', suffix, changeSuffix: suffix, name: suffix.trim() };
}

/** Name of the unit of a difference alone, for axes and subtitles: `pp`, `CNY m`; empty for bare counts. */
export const changeUnit = ({ prefix, changeSuffix, name }: Display): string =>
  prefix ? name : changeSuffix.trim();

/** The way to write a sum of money beside its parts: in tenths of it, so that small parts keep digits that count. */
export const displayOfSum = (yuan: number, language: Language): Display =>
  displayOf('yuan', language, yuan / 10);

/** The step of money after bare yuan. */
const FIRST_STEP: Record<Language, number> = { en: 1e6, zh: 1e4 };

/** The way to write quantities on a map, whose tiles have no room for bare yuan. */
export const displayOnMap = (unit: Unit, language: Language, size: number): Display =>
  displayOf(unit, language, Math.max(size, FIRST_STEP[language]));

function shareDisplay(unit: Unit, language: Language): Display {
  const yearly = /^annual ratio$/.test(unit);
  const name = language === 'zh' ? (yearly ? '%，年化' : '%') : yearly ? '% a year' : '%';
  return {
    language,
    factor: 100,
    prefix: '',
    suffix: '%',
    changeSuffix: POINTS[language],
    name,
  };
}

/** Indicators that are themselves differences of shares. */
function pointsDisplay(language: Language): Display {
  const suffix = POINTS[language];
  return { language, factor: 100, prefix: '', suffix, changeSuffix: suffix, name: suffix.trim() };
}

function moneyDisplay(language: Language, size: number): Display {
  const steps = MONEY[language];
  const step = steps.find((one) => Math.abs(size) >= one.from) ?? steps[steps.length - 1]!;
  if (language === 'zh') {
    return {
      language,
      factor: step.factor,
      prefix: '',
      suffix: step.name,
      changeSuffix: step.name,
      name: step.name,
    };
  }
  const suffix = step.name && `\u00a0${step.name}`;
  const name = `CNY${suffix}`;
  return { language, factor: step.factor, prefix: 'CNY\u00a0', suffix, changeSuffix: suffix, name };
}

/** Decimals worth writing when the last one should not be finer than `noise` (in the model's unit). */
export function decimalsFor(noise: number, display: Display, most = 3): number {
  const shown = Math.abs(noise * display.factor);
  if (!(shown > 0)) return Math.min(1, most);
  return Math.max(0, Math.min(most, Math.ceil(-Math.log10(shown))));
}

/** Decimals that tell a value from 0, up to four; more than `decimals` only where those would write it as 0. */
export function decimalsToTell(value: number, decimals: number, display: Display): number {
  const hidden = value !== 0 && Math.abs(value * display.factor) < 0.5 * 10 ** -decimals;
  return hidden && decimals < 4 ? decimalsToTell(value, decimals + 1, display) : decimals;
}

const formats = new Map<string, Intl.NumberFormat>();

/** A bare number with fixed decimals, grouped, with a true minus sign. */
export function plainNumber(value: number, decimals: number, language: Language): string {
  const key = `${language}${decimals}`;
  let format = formats.get(key);
  if (!format) {
    const locale = language === 'zh' ? 'zh-CN' : 'en';
    format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formats.set(key, format);
  }
  const text = format.format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/** `40.5%`, `CNY 1.87 tn`, `18700亿元`; a dash when undefined. */
export function formatLevel(value: number, display: Display, decimals: number): string {
  if (!Number.isFinite(value)) return '–';
  const number = plainNumber(value * display.factor, decimals, display.language);
  return `${display.prefix}${number}${display.suffix}`;
}

/** A difference, always with its sign: `+1.2 pp`, `−3亿元`, `±0.0 pp` when nothing is left after rounding. */
export function formatChange(value: number, display: Display, decimals: number): string {
  if (!Number.isFinite(value)) return '–';
  const number = plainNumber(Math.abs(value) * display.factor, decimals, display.language);
  return `${signOf(value, number)}${display.prefix}${number}${display.changeSuffix}`;
}

/** A signed number without its unit, for the ends of an interval. */
export function formatSigned(value: number, display: Display, decimals: number): string {
  if (!Number.isFinite(value)) return '–';
  const number = plainNumber(Math.abs(value) * display.factor, decimals, display.language);
  return `${signOf(value, number)}${number}`;
}

function signOf(value: number, number: string): string {
  if (!/[1-9]/.test(number)) return '±';
  return value < 0 ? MINUS : '+';
}

/** `+0.9 to +1.5 pp`, `+0.9至+1.5个百分点`. */
export function formatInterval(low: number, high: number, display: Display, decimals: number): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return '–';
  const [from, to] = [low, high].map((end) => formatSigned(end, display, decimals));
  return display.language === 'zh'
    ? `${from}至${to}${display.changeSuffix}`
    : `${from} to ${to}${display.changeSuffix || ''}`;
}

/** `39.8–41.1%`, the spread of levels. */
export function formatRange(low: number, high: number, display: Display, decimals: number): string {
  const [from, to] = [low, high].map((end) =>
    Number.isFinite(end) ? plainNumber(end * display.factor, decimals, display.language) : '–',
  );
  return `${display.prefix}${from}–${to}${display.suffix}`;
}
