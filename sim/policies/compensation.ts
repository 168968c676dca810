import type { Instrument } from './instrument.ts';

/** Treasuries owe guarantors part of each payout, and pay part of what they owe. */
export const compensation: Instrument = {
  id: 'compensation',
  title: { en: 'Compensate guarantors', zh: '代偿风险补偿' },
  does: {
    en: 'Refunds part of each guarantee payout; what does not arrive eats the guarantor’s net assets until it must stop.',
    zh: '财政返还部分代偿支出；未到位部分侵蚀担保机构净资产，直至其停办业务。',
  },
  parameters: {
    rate: {
      record: 'compensation.rate',
      unit: 'ratio',
      min: 0,
      max: 0.8,
      step: 0.05,
      over: 'prefecture',
      off: 0,
      title: { en: 'Rate owed', zh: '补偿比例' },
    },
    arrival: {
      record: 'compensation.arrival',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'prefecture',
      off: 0,
      title: { en: 'Arrival', zh: '到位率' },
    },
  },
  systems: ['H30', 'H52'],
  evidence: [
    'compensation-ratio-cap.hunan-guarantee.2025',
    'compensation-arrival-rate.hunan-guarantors.2025',
  ],
  pair: {
    weak: { arrival: 0 },
    strong: { arrival: 1 },
    expected: {
      en: 'Guarantors’ net assets last longer, fewer stop writing business, more guaranteed loans and less private lending; treasuries pay more.',
      zh: '担保机构净资产更持久，停业更少，担保贷款更多、民间借贷更少；财政支出更多。',
    },
  },
};
