/** Names for sentences: one enterprise, one lender. */
import type { Text } from '../../sim/index.ts';

export type Language = keyof Text;

/** A sentence in both languages. */
export const both = (en: string, zh: string): Text => ({ en, zh });

const NAMES: Readonly<Record<string, Text>> = {
  urban: both('the city', '城区'),
  county: both('a county town', '县城'),
  township: both('a township', '乡镇'),
  agriculture: both('farm', '农业'),
  manufacturing: both('manufacturing', '制造业'),
  construction: both('construction', '建筑业'),
  trade: both('trading', '批发零售业'),
  transport: both('transport', '交通运输业'),
  'hospitality-tourism': both('hospitality or tourism', '住宿餐饮与旅游业'),
  technology: both('technology', '科技与商务服务业'),
  services: both('service', '居民服务业'),
  individual: both('self-employed', '个体工商户'),
  micro: both('micro', '微型企业'),
  small: both('small', '小型企业'),
  medium: both('medium-sized', '中型企业'),
  state: both('a state bank', '国有大行'),
  'joint-stock': both('a joint-stock bank', '股份制银行'),
  city: both('a city bank', '城商行'),
  rural: both('of the rural credit system', '农信机构'),
  'village-microcredit': both('a village bank or microcredit company', '村镇银行或小贷公司'),
  digital: both('a digital lender', '数字化贷款机构'),
  relationship: both('a relationship bank', '关系型银行'),
};

/** Name of a setting, sector, size or lender class; its id when nobody named it. */
export const nameOf = (id: string): Text => NAMES[id] ?? both(id, id);

/** A whole number in groups of three, with a true minus sign. */
const grouped = (value: number): string =>
  value
    .toFixed(0)
    .replace(/^-0$/, '0')
    .replace('-', '\u2212')
    .replace(/\B(?=(\d{3})+$)/g, ',');

/** Whole yuan: `CNY 120,000`, `120,000元`. */
export const yuan = (value: number): Text => both(`CNY ${grouped(value)}`, `${grouped(value)}元`);

/** A share in percent, two decimals where there are any: `4.82%`, `75%`. */
export const percent = (value: number): string => `${(100 * value).toFixed(2).replace(/\.00$/, '')}%`;

/** Months in words: `1 month`, `14 months`. */
export const months = (count: number): Text =>
  both(`${count} ${count === 1 ? 'month' : 'months'}`, `${count}个月`);

/** Sentences of one paragraph. */
export const paragraph = (sentences: readonly Text[]): Text =>
  both(sentences.map(({ en }) => en).join(' '), sentences.map(({ zh }) => zh).join(''));

/** Items of one sentence. */
export const listed = (items: readonly Text[]): Text =>
  both(items.map(({ en }) => en).join('; '), items.map(({ zh }) => zh).join('；'));
