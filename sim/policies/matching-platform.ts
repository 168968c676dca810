import type { Instrument } from './instrument.ts';

/** Offers of all lenders side by side. */
export const matchingPlatform: Instrument = {
  id: 'matchingPlatform',
  title: { en: 'Run a matching platform', zh: '融资撮合平台' },
  does: {
    en: 'Shows further enterprises the offers of all lenders side by side: they choose by rate and fit, not by who is near and known, and need not travel.',
    zh: '使更多企业并列比较各机构报价：按利率与适配选择而非远近与知名度，且无需奔波。',
  },
  parameters: {
    connected: {
      record: 'matchingPlatform.connected',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Enterprises connected', zh: '接入企业比例' },
    },
  },
  systems: ['H3'],
  evidence: ['credit-platform-coverage.hunan-sme.2025-registered', 'ed26.jiangsu.matching-events'],
  pair: {
    weak: { connected: 0.05 },
    strong: { connected: 0.8 },
    expected: {
      en: 'Enterprises far from lenders ask more; applications move to lenders with lower posted rates.',
      zh: '偏远企业申请增多；申请转向挂牌利率较低的机构。',
    },
  },
};
