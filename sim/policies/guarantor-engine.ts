import type { Instrument } from './instrument.ts';

/** Bank and guarantor work from one profile of the enterprise. */
export const guarantorEngine: Instrument = {
  id: 'guarantorEngine',
  title: { en: 'Link bank and guarantor', zh: '银担智能引擎' },
  does: {
    en: 'Gives the guarantor the bank’s own reading of a connected request: it need not refuse what it cannot read, and answers within a day.',
    zh: '接入后担保机构直接采用银行的审查结果：不再因信息不足而拒保，并在约一天内答复。',
  },
  parameters: {
    connected: {
      record: 'guarantorEngine.connected',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Requests through the engine', zh: '接入比例' },
    },
  },
  systems: ['H35', 'H36'],
  evidence: [
    'transactions.smart-bank-guarantee-engine.2025',
    'banks-connected.xiangrongtong.2025',
    'approval-time.xiangrongtong.2025',
  ],
  pair: {
    weak: { connected: 0.1 },
    strong: { connected: 0.9 },
    expected: {
      en: 'Guarantors refuse less for lack of information and decisions come sooner; guaranteed balance rises.',
      zh: '担保机构因信息不足的拒保减少、审批更快；担保余额上升。',
    },
  },
};
