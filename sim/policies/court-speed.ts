import type { Instrument } from './instrument.ts';

/** How long courts, arbitration and enforcement take to bring money back. */
export const courtSpeed: Instrument = {
  id: 'courtSpeed',
  title: { en: 'Speed up recovery', zh: '加快司法追偿' },
  does: {
    en: 'Sets the months from default to recovery, in court or by arbitration and quick enforcement: bad loans leave the books sooner, guarantors see their payouts again sooner, and claims that must wait for the court are filed sooner.',
    zh: '设定从违约到追回的月数（诉讼、仲裁或快速执行）：不良更快出清，担保机构更早收回代偿款，须先追偿的补偿申请更早提出。',
  },
  parameters: {
    months: {
      record: 'lend.courtMonths',
      unit: 'months',
      min: 2,
      max: 24,
      step: 1,
      over: 'prefecture',
      off: 11,
      title: { en: 'Months to recovery', zh: '追偿月数' },
    },
  },
  systems: ['H30'],
  evidence: ['judicial-recovery-time.hunan-guaranteed-loans.2025'],
  pair: {
    weak: { months: 20 },
    strong: { months: 4 },
    expected: {
      en: 'Non-performing loans stand for less time, guarantors get more back of what they paid within the period and keep more net assets; nobody defaults less at first.',
      zh: '不良停留时间缩短，担保机构期内收回更多代偿款、净资产更高；起初违约本身并不减少。',
    },
  },
};
