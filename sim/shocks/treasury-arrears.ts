import type { ShockKind } from './kind.ts';

/** Treasuries stop paying what they promised. */
export const treasuryArrears: ShockKind = {
  id: 'treasuryArrears',
  title: { en: 'Treasury arrears', zh: '财政欠付' },
  does: {
    en: 'Treasuries of the prefectures in scope pay neither compensation nor subsidies; at a lower severity they pay that much less. Compensation stays owed, subsidies lapse.',
    zh: '范围内市州财政停付代偿补偿与贴息；强度较低时按比例少付。补偿形成欠付，贴息不再补发。',
  },
  expected: {
    en: 'Guarantors count on less and keep claims unpaid, so net assets fall and more stop writing; borrowers pay their interest in full, and those who needed cover are refused.',
    zh: '担保机构预期补偿减少、应收补偿积压，净资产下降、停业增多；借款人须自付全部利息，需要担保者被拒。',
  },
  maxSeverity: 1,
  defaultMonths: 24,
  systems: ['H30'],
  evidence: [
    'compensation-non-payment-duration.hunan-some-counties.2025',
    'compensation-arrival-rate.hunan-guarantors.2025',
  ],
  tail: () => 0,
  act(effects, atlas, cell, _age, _months, severity) {
    const prefecture = atlas.prefecture[cell];
    effects.treasury[prefecture] = Math.min(effects.treasury[prefecture], Math.max(0, 1 - severity));
  },
};
