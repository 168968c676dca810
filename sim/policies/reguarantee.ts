import type { Instrument } from './instrument.ts';

/** What part of a payout the provincial re-guarantor bears. */
export const reguarantee: Instrument = {
  id: 'reguarantee',
  title: { en: 'Share losses with the re-guarantor', zh: '再担保分险' },
  does: {
    en: 'Sets the part of each payout that the re-guarantor bears: a guarantor that keeps less of a loss plans a larger balance, accepts riskier requests, looks less closely, and keeps more of its net assets.',
    zh: '设定每笔代偿中由再担保机构分担的比例：担保机构自担越少，计划的担保余额越大，越愿接受高风险申请、审查越松，净资产消耗也越慢。',
  },
  parameters: {
    share: {
      record: 'guarantee.reguaranteeShare',
      unit: 'ratio',
      min: 0,
      max: 0.5,
      step: 0.05,
      over: 'prefecture',
      off: 0,
      title: { en: 'Part borne', zh: '分担比例' },
    },
  },
  systems: ['H29'],
  evidence: ['reguarantee-partner-count.hunan.2025'],
  pair: {
    weak: { share: 0 },
    strong: { share: 0.5 },
    expected: {
      en: 'The re-guarantor pays more and guarantors lose less of what they guarantee; they accept a higher chance of default, so payouts in all do not fall.',
      zh: '再担保支出上升、担保机构自身损失下降；其接受的违约概率更高，因此代偿总额并不下降。',
    },
  },
};
