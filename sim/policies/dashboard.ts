import type { Instrument } from './instrument.ts';

/** Quarterly rankings tilt compensation, and the special fund, to places that do well. */
export const dashboard: Instrument = {
  id: 'dashboard',
  title: { en: 'Run a dashboard', zh: '政策效果仪表盘' },
  does: {
    en: 'Each quarter compares what guarantors of each prefecture pay out with the province’s mean and moves the compensation rate there up or down by a step, within bounds, and in the same way its part of the inclusive-finance fund: a feedback, not a target met by decree.',
    zh: '每季度比较各市州代偿率与全省均值，在上下限内按步长上调或下调当地补偿比例，并同样调整其专项资金份额：属反馈调节，而非指令达标。',
  },
  parameters: {
    gain: {
      record: 'dashboard.gain',
      unit: 'ratio a quarter',
      min: 0,
      max: 0.2,
      step: 0.01,
      over: 'prefecture',
      off: 0,
      title: { en: 'Step a quarter', zh: '季度步长' },
    },
    fundGain: {
      record: 'dashboard.fundGain',
      unit: 'ratio a quarter',
      min: 0,
      max: 0.2,
      step: 0.01,
      over: 'prefecture',
      off: 0,
      title: { en: 'Step of the fund a quarter', zh: '专项资金季度步长' },
    },
  },
  systems: ['H45'],
  evidence: [
    'index-report-frequency.hunan-target',
    'coordination-index.hunan.2026-target',
    'coordination-index.hunan.2030-target',
  ],
  pair: {
    weak: { gain: 0.01, fundGain: 0.01 },
    strong: { gain: 0.1, fundGain: 0.1 },
    expected: {
      en: 'Compensation rates move apart: up where payouts are below the mean, down where they are above, and guarantors there accept more or less risk. The fund moves the same way and stays as large.',
      zh: '各地补偿比例拉开：代偿低于均值处上升、高于均值处下降，担保机构承担风险的意愿随之增减。专项资金同向移动，总额不变。',
    },
  },
};
