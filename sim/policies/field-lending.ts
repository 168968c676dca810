import type { Instrument } from './instrument.ts';

/** The credit technique of the Taizhou banks in the hands of lenders that exist. */
export const fieldLending: Instrument = {
  id: 'fieldLending',
  title: { en: 'Lend on field work', zh: '下户调查与现金流信贷' },
  does: {
    en: 'Officers visit, build the accounts themselves and cross-check: small enterprises without books become readable, at a cost in money and days; lending on cash flow overlooks missing collateral, and a credit factory saves cost and some of the knowledge.',
    zh: '信贷员下户、自编报表、交叉检验：无账企业变得可读，代价是费用与时间；以现金流放贷不苛求抵押，信贷工厂省成本也损失部分信息。',
  },
  parameters: {
    visited: {
      record: 'fieldLending.visited',
      unit: 'ratio of files',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'lender',
      off: 0,
      title: { en: 'Files worked in the field', zh: '下户调查比例' },
    },
    cashFlow: {
      record: 'fieldLending.cashFlow',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'lender',
      off: 0,
      title: { en: 'Missing security overlooked', zh: '抵押不足放宽' },
    },
    factory: {
      record: 'fieldLending.factory',
      unit: 'ratio of files',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'lender',
      off: 0,
      title: { en: 'Files in a credit factory', zh: '信贷工厂比例' },
    },
  },
  systems: ['S03', 'S04', 'S05', 'S06', 'S10', 'S11', 'S54'],
  evidence: [
    'tz.specialised-city-banks.count',
    'zjd.small-local-banks.share-inclusive-mse',
    'ed26.pingyang.mse-parks-served',
  ],
  pair: {
    weak: { visited: 0.05, cashFlow: 0 },
    strong: { visited: 1, cashFlow: 0.5 },
    expected: {
      en: 'Lenders tell individual and micro enterprises further apart and grant more loans without collateral; a check costs more and takes longer.',
      zh: '机构对个体与微型企业的区分度提高，无抵押获批增多；单笔审核更贵、更久。',
    },
  },
};
