import type { Instrument } from './instrument.ts';

/** How large the inclusive-finance fund is, and how it is shared out over the province. */
export const fundAllocation: Instrument = {
  id: 'fundAllocation',
  title: { en: 'Allocate the fund', zh: '专项资金区域分配' },
  does: {
    en: 'Sets the size of the fund and the share that goes to the west and south: each prefecture pays subsidies until its money of the year, given in January, is used up, and compensation from a purse that follows at once. Common definitions release what is held back of the subsidies.',
    zh: '设定专项资金规模与投向湘西湘南的比例：各市州每年1月获得资金，贴息付至用尽为止，代偿补偿的财力随之即时增减。统一口径可释放贴息中的滞留资金。',
  },
  parameters: {
    fund: {
      record: 'fundAllocation.fund',
      unit: 'yuan a year',
      min: 0,
      max: 5_000_000_000,
      step: 20_000_000,
      over: 'province',
      title: { en: 'Fund', zh: '资金规模' },
    },
    west: {
      record: 'fundAllocation.west',
      unit: 'ratio of the fund',
      min: 0,
      max: 0.6,
      step: 0.02,
      over: 'province',
      title: { en: 'West and south', zh: '湘西湘南占比' },
    },
    heldBack: {
      record: 'fundAllocation.heldBack',
      unit: 'ratio',
      min: 0,
      max: 0.5,
      step: 0.01,
      over: 'province',
      title: { en: 'Held back by unequal definitions', zh: '口径不一滞留比例' },
    },
  },
  systems: ['H44'],
  evidence: [
    'inclusive-finance-fund.hunan-fiscal.2025',
    'inclusive-finance-fund-share.chang-zhu-tan.2025',
    'inclusive-finance-fund-share.underdeveloped-west-and-south.2025',
  ],
  pair: {
    weak: { west: 0.1 },
    strong: { west: 0.4 },
    expected: {
      en: 'Net rates fall and guarantors are paid more of what is owed in the west and south, the reverse elsewhere; applications shift the same way.',
      zh: '湘西湘南贴息后利率下降、担保补偿到位更多，其他地区相反；申请随之转移。',
    },
  },
};
