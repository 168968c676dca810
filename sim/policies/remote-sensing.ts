import type { Instrument } from './instrument.ts';

/** Farms seen from above. */
export const remoteSensing: Instrument = {
  id: 'remoteSensing',
  title: { en: 'Survey farms from space', zh: '涉农遥感' },
  does: {
    en: 'Lets lenders and insurers read satellite and field images of further farms: what grows and stands there is checked without a visit.',
    zh: '使贷款与保险机构可读取更多农场的卫星与田间影像：种养情况无需上门即可核验。',
  },
  parameters: {
    coverage: {
      record: 'remoteSensing.coverage',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Farms covered', zh: '覆盖农场比例' },
    },
  },
  systems: ['S26'],
  evidence: ['zjd.digital-services.visits-required'],
  pair: {
    weak: { coverage: 0.05 },
    strong: { coverage: 0.9 },
    expected: {
      en: 'Lenders tell farms further apart and screen them less by visit; other trades are not touched.',
      zh: '机构对农业企业区分度提高、上门审查减少；其他行业不受影响。',
    },
  },
};
