import type { Instrument } from './instrument.ts';

/** Tax and invoice records go to lenders directly, for those who file them. */
export const bankTax: Instrument = {
  id: 'bankTax',
  title: { en: 'Link banks to tax records', zh: '银税互动' },
  does: {
    en: 'Sends the tax and invoice records of further taxpayers to lenders directly, without the detour of the platform: their sales can be read although no platform has them on file. It can be kept to those with an A in the rating of taxpayers, as in its first years.',
    zh: '使更多纳税人的税务与发票数据直达贷款机构，无需经平台归集：未入库企业的销售也可读。可限于纳税信用A级企业，如推行之初。',
  },
  parameters: {
    coverage: {
      record: 'bankTax.coverage',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Taxpayers linked', zh: '直连纳税人比例' },
    },
    unrated: {
      record: 'bankTax.unrated',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 1,
      needs: 'coverage',
      title: { en: 'Served without an A rating', zh: '非A级纳税人纳入比例' },
    },
  },
  systems: ['S28'],
  evidence: ['zjd.platform.departments-connected', 'due-diligence-extra-cost.hunan-sme-loan.2025'],
  pair: {
    weak: { coverage: 0.05 },
    strong: { coverage: 0.8 },
    expected: {
      en: 'Lenders rank the newly readable better, decide sooner and at less cost; access moves before rates; small enterprises, who file taxes, gain more than the self-employed, and those without a loan more than clients.',
      zh: '新可读企业的排序更准、审批更快更省；可得性先于利率变化；申报纳税的小型企业受益大于个体户，无贷户受益大于老客户。',
    },
  },
};
