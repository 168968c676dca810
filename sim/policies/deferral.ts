import type { Instrument } from './instrument.ts';

/** What falls due and cannot be paid may wait. */
export const deferral: Instrument = {
  id: 'deferral',
  title: { en: 'Defer what falls due', zh: '延期还本付息' },
  does: {
    en: 'A borrower whose loan would be called, or who cannot bridge it or pay the interest due, may wait some months, once.',
    zh: '贷款将被收回、无力过桥或无力付息的企业可延期数月，限一次。',
  },
  parameters: {
    share: {
      record: 'deferral.share',
      unit: 'ratio of borrowers',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Borrowers that may defer', zh: '可延期比例' },
    },
  },
  systems: ['S49'],
  evidence: [],
  pair: {
    weak: { share: 0.05 },
    strong: { share: 0.9 },
    expected: {
      en: 'Fewer enterprises close and fewer loans are overdue at first; part of the bad loans comes later.',
      zh: '起初倒闭与逾期减少，部分不良推迟暴露。',
    },
  },
};
