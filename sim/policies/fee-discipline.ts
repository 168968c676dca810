import type { Instrument } from './instrument.ts';

/** Inspection of charges tied to loans. */
export const feeDiscipline: Instrument = {
  id: 'feeDiscipline',
  title: { en: 'Inspect tied charges', zh: '服务收费整治' },
  does: {
    en: 'Tied charges that are found out are paid back; as detection rises, more lenders find them not worth while.',
    zh: '被查出的捆绑收费予以退还；查处率上升，更多机构不再收取。',
  },
  parameters: {
    detection: {
      record: 'feeDiscipline.detection',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.01,
      over: 'lender',
      off: 0,
      title: { en: 'Charges found out', zh: '查处率' },
    },
  },
  systems: ['S47'],
  evidence: ['zj41.inclusive-mse.all-in-cost-reduction-target'],
  pair: {
    weak: { detection: 0.02 },
    strong: { detection: 0.2 },
    expected: {
      en: 'Borrowers pay fewer charges beside the rate, and lenders earn less from them.',
      zh: '企业在利率之外的付费减少，机构相应收入下降。',
    },
  },
};
