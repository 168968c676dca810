import type { Instrument } from './instrument.ts';

/** Denser outlets and officers who call. */
export const outlets: Instrument = {
  id: 'outlets',
  title: { en: 'Add outlets and calls', zh: '网点与走访下沉' },
  does: {
    en: 'Denser outlets shorten the way to a bank; officers who call reach enterprises that had not thought of asking. Rural lenders pay for both.',
    zh: '网点加密缩短路途；信贷员上门触达未曾申请的企业。成本由农信机构承担。',
  },
  parameters: {
    density: {
      record: 'outlets.density',
      unit: 'ratio of 2025',
      min: 0.25,
      max: 4,
      step: 0.25,
      over: 'cell',
      off: 1,
      title: { en: 'Outlets', zh: '网点密度' },
    },
    canvassed: {
      record: 'outlets.canvassed',
      unit: 'annual ratio',
      min: 0,
      max: 2,
      step: 0.1,
      over: 'cell',
      off: 0,
      title: { en: 'Called on in a year', zh: '年走访比例' },
    },
  },
  systems: ['H13', 'S08', 'S14', 'S73'],
  evidence: [
    'zjd.outlets.count',
    'outlet-operating-cost.rural-credit-system.2025',
    'townships-without-outlet.hunan.2025',
  ],
  pair: {
    weak: { density: 1, canvassed: 0.05 },
    strong: { density: 3, canvassed: 1 },
    expected: {
      en: 'More enterprises ask, those who never borrowed and those far from a bank most; fewer are discouraged; rural lenders earn less.',
      zh: '申请企业增多，从未借款与偏远者尤甚；不敢申贷减少；农信机构收益下降。',
    },
  },
};
