import type { Instrument } from './instrument.ts';

/** Lenders that query the provincial platform. */
export const platformConnection: Instrument = {
  id: 'platformConnection',
  title: { en: 'Connect lenders to the platform', zh: '贷款机构接入平台' },
  does: {
    en: 'Sets which share of lenders can query public records: an unconnected lender gathers papers by hand, reads less and decides later.',
    zh: '设定可查询公共数据的机构比例：未接入机构需人工收集材料，看得少、批得慢。',
  },
  parameters: {
    share: {
      record: 'platformConnection.share',
      unit: 'ratio of lenders',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'lender',
      off: 0,
      title: { en: 'Lenders connected', zh: '接入机构比例' },
    },
  },
  systems: ['H2', 'S17', 'S27'],
  evidence: [
    'departments-connected.xiangxintong.2025',
    'banks-connected.xiangrongtong.2025',
    'zjd.platform.departments-connected',
  ],
  pair: {
    weak: { share: 0.3 },
    strong: { share: 1 },
    expected: {
      en: 'Connected lenders decide sooner and at less cost, and rank applicants on file better.',
      zh: '接入机构审批更快更省，对入库申请人排序更准。',
    },
  },
};
