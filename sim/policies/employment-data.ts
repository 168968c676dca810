import type { Instrument } from './instrument.ts';

/** Social-security records stand in for statements. */
export const employmentData: Instrument = {
  id: 'employmentData',
  title: { en: 'Link employment records', zh: '就业数据增信' },
  does: {
    en: 'Sends social-security records of further employers to lenders directly: the number and stability of employees becomes a signal.',
    zh: '使更多用人单位的社保数据直达贷款机构：用工人数与稳定性成为信号。',
  },
  parameters: {
    coverage: {
      record: 'employmentData.coverage',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Employers linked', zh: '直连用人单位比例' },
    },
  },
  systems: ['S29'],
  evidence: [
    'ed26.jiangsu.employment-data-lending.banks',
    'ed26.jiangsu.employment-data-lending.firms',
    'ed26.jiangsu.employment-data-lending.loans',
  ],
  pair: {
    weak: { coverage: 0.05 },
    strong: { coverage: 0.9 },
    expected: {
      en: 'Enterprises that employ, formerly unread, are read with more precision and at less cost; the self-employed gain little.',
      zh: '原先不可读的用人企业判断更准、审查更省；个体户获益有限。',
    },
  },
};
