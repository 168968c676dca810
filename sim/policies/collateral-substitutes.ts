import type { Instrument } from './instrument.ts';

/** Receivables, patents, orders, herds and stock count as security. */
export const collateralSubstitutes: Instrument = {
  id: 'collateralSubstitutes',
  title: { en: 'Accept other collateral', zh: '新型抵质押' },
  does: {
    en: 'Lets further enterprises without real estate pledge receivables, patents, orders, herds or stock: a default costs the lender less by what the pledge fetches after haircut and delay.',
    zh: '使更多无房产企业可质押应收账款、专利、订单、活体或存货：违约损失因押品变现而减少（扣除折价并计处置时滞）。',
  },
  parameters: {
    share: {
      record: 'collateralSubstitutes.share',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Owners who can pledge', zh: '可质押业主比例' },
    },
    haircut: {
      record: 'collateralSubstitutes.haircut',
      unit: 'ratio',
      min: 0,
      max: 0.9,
      step: 0.05,
      over: 'cell',
      off: 0.5,
      needs: 'share',
      title: { en: 'Haircut', zh: '折价率' },
    },
    lagMonths: {
      record: 'collateralSubstitutes.lagMonths',
      unit: 'months',
      min: 0,
      max: 24,
      step: 1,
      over: 'cell',
      off: 11,
      needs: 'share',
      title: { en: 'Months until it is sold', zh: '处置月数' },
    },
  },
  systems: ['H9', 'H27', 'S39', 'S62', 'S65'],
  evidence: [
    'movable-asset-registrations.hunan-sme.2024',
    'movable-asset-loan-conversion.hunan-sme.2024',
    'credit-loan-access.hunan-tech-sme.2025',
  ],
  pair: {
    weak: { share: 0.05, haircut: 0.5, lagMonths: 11 },
    strong: { share: 0.9, haircut: 0.2, lagMonths: 3 },
    expected: {
      en: 'Asset-light enterprises that own such things are granted more loans, and at lower rates; those with real estate are not touched.',
      zh: '拥有此类资产的轻资产企业获贷增多、利率降低；有房产者不受影响。',
    },
  },
};
