import type { Instrument } from './instrument.ts';

/** The fund for specialised enterprises asks for registration in a development zone. */
export const zoneRule: Instrument = {
  id: 'zoneRule',
  title: { en: 'Endow a fund for specialised enterprises', zh: '“专精特新”风险补偿基金' },
  does: {
    en: 'A fund refunds part of the loss on loans to specialised manufacturers and technology enterprises; the zone rule admits only those in the cities’ development zones, the lever admits a share of the others.',
    zh: '基金对“专精特新”企业贷款损失按比例补偿；按园区注册限制，只有城区国家级开发区内的企业可获补偿，本政策按比例放开其余企业。',
  },
  parameters: {
    outside: {
      record: 'zoneRule.outside',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Admitted outside zones', zh: '园区外准入比例' },
    },
    share: {
      record: 'specialisedFund.share',
      unit: 'ratio',
      min: 0,
      max: 0.8,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Loss refunded', zh: '补偿比例' },
    },
  },
  systems: ['H32'],
  evidence: ['credit-line-coverage.hunan-tech-sme.2025'],
  pair: {
    weak: { outside: 0, share: 0.8 },
    strong: { outside: 1, share: 0.8 },
    expected: {
      en: 'Specialised enterprises in counties and townships are backed and granted more loans; the fund is used up sooner.',
      zh: '县乡“专精特新”企业获得补偿支持、获贷增多；基金消耗更快。',
    },
  },
};
