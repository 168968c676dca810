import type { Instrument } from './instrument.ts';

/** Scorecards made for a line of business. */
export const sectorRiskEngines: Instrument = {
  id: 'sectorRiskEngines',
  title: { en: 'Build sector risk engines', zh: '行业风控引擎' },
  does: {
    en: 'Gives lenders scorecards that read what a general model cannot: machine hours, bookings, images of fields, patents; a sector counts as far as its data are joined up.',
    zh: '为贷款机构提供行业评分模型，读取通用模型读不到的数据：设备工时、预订、田间影像、专利；取决于行业数据是否打通。',
  },
  parameters: {
    lenders: {
      record: 'sectorRiskEngines.lenders',
      unit: 'ratio of lenders',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'lender',
      off: 0,
      needs: 'sectors',
      title: { en: 'Lenders with engines', zh: '使用机构比例' },
    },
    sectors: {
      record: 'sectorRiskEngines.sectors',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      needs: 'lenders',
      title: { en: 'Sector data joined up', zh: '行业数据打通比例' },
    },
  },
  systems: ['H22', 'S30', 'S64'],
  evidence: [
    'model-auc.scenario-models',
    'model-auc.generic-models',
    'policy-start.hunan-vertical-risk-engines',
    'sector-product-coverage.hunan.2030-target',
  ],
  pair: {
    weak: { lenders: 0.1, sectors: 0.1 },
    strong: { lenders: 1, sectors: 1 },
    expected: {
      en: 'Lenders with an engine tell applicants of the sector further apart and rank them better; technology enterprises with patents are read by these instead of collateral.',
      zh: '有引擎的机构对行业申请人区分度与排序提高；有专利的科技企业凭专利而非抵押被识别。',
    },
  },
};
