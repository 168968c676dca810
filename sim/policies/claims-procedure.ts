import type { Instrument } from './instrument.ts';

/** How soon a guarantor answers the bank’s claim. */
export const claimsProcedure: Instrument = {
  id: 'claimsProcedure',
  title: { en: 'Settle guarantee claims', zh: '代偿时限' },
  does: {
    en: 'Sets the months from default until the guarantor pays the bank: a guarantee that pays soon is worth more to a bank, which funds a dead loan for less time.',
    zh: '设定从违约到担保机构向银行代偿的月数：赔付越快，担保对银行越有价值，不良占用资金时间越短。',
  },
  parameters: {
    payoutMonths: {
      record: 'guarantee.payoutMonths',
      unit: 'months',
      min: 0,
      max: 24,
      step: 1,
      over: 'prefecture',
      off: 11,
      title: { en: 'Months to payout', zh: '代偿月数' },
    },
  },
  systems: ['H36'],
  evidence: [
    'compensation-response-time.xiangrongtong.2025',
    'npl-ratio.hunan-guarantee-cooperation-loans.2025',
  ],
  pair: {
    weak: { payoutMonths: 12 },
    strong: { payoutMonths: 0 },
    expected: {
      en: 'Banks count cover at more of its value and bring more guaranteed loans; covered bad loans leave the books sooner, and guarantors’ cash goes sooner too.',
      zh: '银行更看重担保、推荐更多担保贷款；受保不良更快出表，担保机构现金也更早流出。',
    },
  },
};
