import type { Instrument } from './instrument.ts';

/** Banks of the Taizhou kind: officers who know their clients, small tickets, many visits. */
export const relationshipBanks: Instrument = {
  id: 'relationshipBanks',
  title: { en: 'Found relationship banks', zh: '设立关系型银行' },
  does: {
    en: 'Founds one bank a prefecture that lives on knowing its clients: officers build the accounts of who asks, know old clients well and lend small sums; while neither files nor clients take all their time they walk their patch and call on enterprises without a loan. Enterprises find it as far as it is present.',
    zh: '每个市州设立一家以熟悉客户为本的银行：客户经理为申请者自编账表、熟悉老客户、发放小额贷款；申请与存量客户未占满其时间时，走访片区内无贷企业。其可及程度取决于布局。',
  },
  parameters: {
    presence: {
      record: 'relationshipBanks.presence',
      unit: 'ratio of a full network',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'prefecture',
      off: 0,
      title: { en: 'Presence', zh: '布局程度' },
    },
    turnover: {
      record: 'relationshipBanks.turnover',
      unit: 'annual ratio',
      min: 0,
      max: 0.6,
      step: 0.02,
      over: 'province',
      off: 0,
      needs: 'presence',
      title: { en: 'Officers who leave', zh: '客户经理流失率' },
    },
    hiring: {
      record: 'relationshipBanks.hiring',
      unit: 'annual ratio',
      min: 0.05,
      max: 2,
      step: 0.05,
      over: 'province',
      off: 0.05,
      needs: 'presence',
      title: { en: 'Officers hired', zh: '客户经理增速' },
    },
  },
  systems: ['S01', 'S02', 'S07', 'S12'],
  evidence: [
    'tz.specialised-city-banks.count',
    'zjd.relationship-officers.industries-covered',
    'zjd.small-local-banks.share-inclusive-mse',
  ],
  pair: {
    weak: { presence: 0.1 },
    strong: { presence: 1 },
    expected: {
      en: 'More small loans without collateral from relationship banks, first loans among them: officers bring in who had not thought of asking, and read who has no books; other lenders lose some applicants and power over rates.',
      zh: '关系型银行发放的小额无抵押贷款（含首贷）增多：客户经理带来原未申请者、能评估无账企业；其他机构失去部分客户与定价能力。',
    },
  },
};
