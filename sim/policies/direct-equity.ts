import type { Instrument } from './instrument.ts';

/** Investors take stakes in enterprises they think good. */
export const directEquity: Instrument = {
  id: 'directEquity',
  title: { en: 'Widen direct equity', zh: '股权直接融资' },
  does: {
    en: 'Investors put money into small and medium enterprises they read as good; nobody has to repay it.',
    zh: '投资方向其判断优质的中小企业注入无需偿还的资金。',
  },
  parameters: {
    flow: {
      record: 'directEquity.flow',
      unit: 'annual ratio',
      min: 0,
      max: 0.3,
      step: 0.01,
      over: 'cell',
      off: 0,
      title: { en: 'Taken in a year', zh: '年投资比例' },
    },
  },
  systems: ['H20', 'S89'],
  evidence: [
    'equity-financing.hunan-equity-exchange.2025',
    'equity-financing.zhejiang.2025',
    'tz.direct-financing.equity-2019',
  ],
  pair: {
    weak: { flow: 0.01 },
    strong: { flow: 0.25 },
    expected: {
      en: 'Small and medium enterprises have more capital of their own and fewer of them fall behind.',
      zh: '中小企业自有资本增加，逾期减少。',
    },
  },
};
