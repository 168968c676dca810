import type { Instrument } from './instrument.ts';

/** Renewal at one counter, by lists. */
export const renewalCentre: Instrument = {
  id: 'renewalCentre',
  title: { en: 'Open a renewal centre', zh: '线上续贷中心' },
  does: {
    en: 'A list decides who is spared the repayment: sound clients always, weak ones never and without leniency; the rest bridge fewer days.',
    zh: '由清单决定免还本对象：优质客户必免，弱客户不免且不再迁就；其余企业过桥天数缩短。',
  },
  parameters: {
    connected: {
      record: 'renewalCentre.connected',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Loans through the centre', zh: '接入比例' },
    },
    daysLeft: {
      record: 'renewalCentre.daysLeft',
      unit: 'ratio',
      min: 0.1,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 1,
      needs: 'connected',
      title: { en: 'Bridge time left', zh: '剩余过桥时间' },
    },
  },
  systems: ['S44'],
  evidence: ['zj41.renewal.accounts-target', 'zj41.renewal.balance-target'],
  pair: {
    weak: { connected: 0.05 },
    strong: { connected: 1 },
    expected: {
      en: 'Less is paid for bridge loans, and fewer loans end for want of a bridge.',
      zh: '过桥支出减少，因无力过桥而终止的贷款减少。',
    },
  },
};
