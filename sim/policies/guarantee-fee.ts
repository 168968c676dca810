import type { Instrument } from './instrument.ts';

/** What a guarantee costs the enterprise. */
export const guaranteeFee: Instrument = {
  id: 'guaranteeFee',
  title: { en: 'Set the guarantee fee', zh: '调整担保费率' },
  does: {
    en: 'Sets the yearly fee on a guaranteed loan: the enterprise pays it on the day, the guarantor lives on it and, the more it earns, accepts the more risk.',
    zh: '设定担保贷款年费率：企业于放款时支付，担保机构以此为生，收费越高，可承受的风险越大。',
  },
  parameters: {
    rate: {
      record: 'guarantee.fee',
      unit: 'annual ratio',
      min: 0,
      max: 0.03,
      step: 0.001,
      over: 'cell',
      off: 0,
      title: { en: 'Fee', zh: '担保费率' },
    },
  },
  systems: ['H36'],
  evidence: ['guarantee-fee-rate.xiangrongtong.2025'],
  pair: {
    weak: { rate: 0.02 },
    strong: { rate: 0.002 },
    expected: {
      en: 'Guaranteed borrowers pay less in all; guarantors earn less, keep fewer net assets and accept less risk.',
      zh: '担保贷款企业综合成本下降；担保机构收入减少、净资产更少，承受的风险也更低。',
    },
  },
};
