import type { Instrument } from './instrument.ts';

/** Officers who know a line of business. */
export const industryOfficers: Instrument = {
  id: 'industryOfficers',
  title: { en: 'Train industry officers', zh: '行业专家客户经理' },
  does: {
    en: 'Adds what officers know of a line of business to every reading in scope; what a study has wrong, it has wrong about the whole cluster for a year.',
    zh: '为范围内每笔审核增加行业知识；研判失误则一年内对整个集群同向偏差。',
  },
  parameters: {
    precision: {
      record: 'industryOfficers.precision',
      unit: 'precision',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Precision of sector knowledge', zh: '行业知识精度' },
    },
  },
  systems: ['S15', 'S16'],
  evidence: ['zjd.relationship-officers.industries-covered'],
  pair: {
    weak: { precision: 0.02 },
    strong: { precision: 0.5 },
    expected: {
      en: 'Lenders tell enterprises of a sector further apart; the answers within a cluster err together.',
      zh: '机构对行业内企业的区分度提高；集群内误差同向。',
    },
  },
};
