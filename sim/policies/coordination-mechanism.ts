import type { Instrument } from './instrument.ts';

/** Officials visit enterprises without a loan and put them before a bank that must answer in time. */
export const coordinationMechanism: Instrument = {
  id: 'coordinationMechanism',
  title: { en: 'Visit and coordinate', zh: '融资协调走访' },
  does: {
    en: 'Visits enterprises without a loan, whether they have borrowed before or not: they learn how often their peers are approved, save search cost, and get an answer within set days. A model may first screen by their records whom to call on.',
    zh: '走访无贷企业（不论是否曾贷款）：企业了解同类获批机会、节省搜寻成本，并在限定天数内得到答复。可先由模型凭数据预筛走访对象。',
  },
  parameters: {
    visits: {
      record: 'coordinationMechanism.visits',
      unit: 'annual ratio',
      min: 0,
      max: 0.6,
      step: 0.02,
      over: 'cell',
      off: 0,
      title: { en: 'Visited in a year', zh: '年走访比例' },
    },
    decisionDays: {
      record: 'coordinationMechanism.decisionDays',
      unit: 'days',
      min: 1,
      max: 90,
      step: 1,
      over: 'cell',
      off: 30,
      needs: 'visits',
      title: { en: 'Answer within', zh: '答复时限' },
    },
    screened: {
      record: 'coordinationMechanism.screened',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      needs: 'visits',
      title: { en: 'Screened by a model first', zh: '先由模型预筛' },
    },
  },
  systems: ['S51', 'S53', 'H42'],
  evidence: [
    'ed26.coordination-mechanism.launch-year',
    'ed26.coordination-mechanism.credit-decision-time',
    'ed26.zhejiang.coordination.visited',
    'ed26.zhejiang.coordination.recommended',
    'ed26.zhejiang.coordination.credited',
  ],
  pair: {
    weak: { visits: 0.02, decisionDays: 30 },
    strong: { visits: 0.4, decisionDays: 3 },
    expected: {
      en: 'Fewer discouraged enterprises and more applications from enterprises without a loan, through the expected chance and the search cost; visited applicants wait less.',
      zh: '通过预期获贷机会与搜寻成本，不敢申贷企业减少、无贷企业申请增多；被走访企业等待更短。',
    },
  },
};
