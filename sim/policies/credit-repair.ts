import type { Instrument } from './instrument.ts';

/** A written-off enterprise may ask again once its bad record is corrected. */
export const creditRepair: Instrument = {
  id: 'creditRepair',
  title: { en: 'Repair credit', zh: '信用修复' },
  does: {
    en: 'Clears the record of a written-off enterprise after a number of months: lenders read it again, and its owner starts to hope afresh.',
    zh: '核销记录经若干月后得以修复：贷款机构重新审查该企业，业主对获贷的预期也重新开始。',
  },
  parameters: {
    months: {
      record: 'creditRepair.months',
      unit: 'months',
      min: 6,
      max: 120,
      step: 6,
      over: 'cell',
      off: 255,
      title: { en: 'Months until repair', zh: '修复所需月数' },
    },
  },
  systems: ['H6'],
  evidence: ['credit-repair-firms.hunan.2025', 'credit-regained-after-repair.hunan.2025'],
  pair: {
    weak: { months: 60 },
    strong: { months: 12 },
    expected: {
      en: 'Fewer applications are refused for a bad record and some of these enterprises borrow again; their loans default more often than others.',
      zh: '因不良记录被拒的申请减少，部分企业重新获贷；其违约率高于其他借款企业。',
    },
  },
};
