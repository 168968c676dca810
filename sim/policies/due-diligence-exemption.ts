import type { Instrument } from './instrument.ts';

/** Officers who followed the rules do not answer for defaults: their private cost leaves the hurdle. */
export const dueDiligenceExemption: Instrument = {
  id: 'dueDiligenceExemption',
  title: { en: 'Exempt diligent officers', zh: '尽职免责' },
  does: {
    en: 'Sets the part of defaults an officer does not answer for: the private cost of a loss leaves the hurdle, and where nobody looks into the file, care leaves with it.',
    zh: '设定信贷员免于追责的违约比例：授信门槛不再计入个人责任成本；若无人核查尽职情况，审慎也随之减弱。',
  },
  parameters: {
    exempt: {
      record: 'dueDiligenceExemption.exempt',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Exempt defaults', zh: '免责比例' },
    },
    verified: {
      record: 'dueDiligenceExemption.verified',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Exemptions looked into', zh: '免责核查比例' },
    },
  },
  systems: ['S78'],
  evidence: [],
  pair: {
    weak: { exempt: 0.1 },
    strong: { exempt: 0.9 },
    expected: {
      en: 'Fewer refusals as too risky: borderline enterprises are granted loans, and non-performing loans rise; more of both where exemptions are not looked into.',
      zh: '因风险过高被拒减少，临界企业获批，不良上升；不核查时两者更甚。',
    },
  },
};
