import type { Instrument } from './instrument.ts';

/** Bank and guarantor list together enterprises just below the bank’s own line. */
export const middleLayerList: Instrument = {
  id: 'middleLayerList',
  title: { en: 'List the middle layer', zh: '“中间层”企业清单' },
  does: {
    en: 'Of enterprises that never borrowed and that the bank would lend to only with cover, lists a share with the guarantor: it takes the bank’s reading, need not refuse for lack of information, and serves the list first.',
    zh: '从未借款、银行仅在有担保时才愿放贷的企业中，部分由银担共同列入清单：担保机构采用银行审查结果，不因信息不足拒保，并优先办理。',
  },
  parameters: {
    share: {
      record: 'middleLayerList.share',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Listed', zh: '列入比例' },
    },
  },
  systems: ['S34'],
  evidence: [],
  pair: {
    weak: { share: 0.05 },
    strong: { share: 0.9 },
    expected: {
      en: 'More of guaranteed loans are first loans, and fewer first-time requests are refused for lack of information.',
      zh: '担保贷款中首贷占比上升，首贷申请因信息不足被拒减少。',
    },
  },
};
