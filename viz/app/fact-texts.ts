/** A fact of the register as its reader reads it: figure, time, and what its document says. Loads with the evidence. */
import { type Fact, quantityText } from '../../scenarios/evidence/index.ts';
import { FACT_DATES_ZH, FACT_UNITS_ZH } from '../text/fact-words.ts';
import chinese from '../text/facts.zh.json' with { type: 'json' };
import type { Language } from '../text/language.ts';

export interface FactTexts {
  readonly quantity: string;
  readonly asOf: string;
  readonly summary: string;
}

const CHINESE: Readonly<Record<string, { readonly summary: string }>> = chinese;
const SIGNS_ZH = { '<': '低于', '<=': '不超过', '>': '高于', '>=': '不低于', '~': '约' } as const;
/** Units of things counted from ten thousand on are written with separators, years never. */
const YEAR = /year$/;

function quantityZh({ value, unit }: Pick<Fact, 'value' | 'unit'>): string {
  const { name, factor = 1 } = FACT_UNITS_ZH[unit] ?? { name: unit };
  const write = (figure: number) =>
    Number((figure * factor).toPrecision(12)).toLocaleString('en', {
      useGrouping: !YEAR.test(unit),
      maximumFractionDigits: 6,
    });
  if (typeof value === 'number') return `${write(value)}${name}`;
  if ('min' in value) return `${write(value.min)}至${write(value.max)}${name}`;
  return `${SIGNS_ZH[value.operator]}${write(value.value)}${name}`;
}

export function factTexts(fact: Fact, language: Language): FactTexts {
  if (language !== 'zh') return { quantity: quantityText(fact), asOf: fact.asOf, summary: fact.summary };
  return {
    quantity: quantityZh(fact),
    asOf: FACT_DATES_ZH[fact.asOf] ?? fact.asOf,
    summary: CHINESE[fact.id]?.summary ?? fact.summary,
  };
}
