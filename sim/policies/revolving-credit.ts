import type { Instrument } from './instrument.ts';

/** Lines drawn and paid back at will, reviewed once a year. */
export const revolvingCredit: Instrument = {
  id: 'revolvingCredit',
  title: { en: 'Offer revolving lines', zh: '循环贷与年审制' },
  does: {
    en: 'Borrowers pay interest on what they draw, and the yearly review asks for no repayment; lenders charge more on what is drawn.',
    zh: '企业仅就已用额度付息，年审无需还本；机构对已用部分收取更高利率。',
  },
  parameters: {
    share: {
      record: 'revolvingCredit.share',
      unit: 'ratio of loans',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Lines drawn at will', zh: '循环贷比例' },
    },
  },
  systems: ['S43'],
  evidence: ['zjd.renewal.continuous-flexible-share'],
  pair: {
    weak: { share: 0.05 },
    strong: { share: 0.8 },
    expected: {
      en: 'Less is paid for bridge loans; borrowers with idle money pay less interest, and the contract rate rises.',
      zh: '过桥支出减少；有闲置资金的企业付息减少，合同利率上升。',
    },
  },
};
