import type { Instrument } from './instrument.ts';

/** Guarantors ask for somebody or something that stands good to them. */
export const counterGuarantee: Instrument = {
  id: 'counterGuarantee',
  title: { en: 'Ask for counter-guarantees', zh: '要求反担保' },
  does: {
    en: 'Guarantors ask a share of the enterprises they newly look at for a counter-guarantee: property, or a third person that stands good to them. Who has none to offer is refused; where there is one the guarantor sees part of a payout again from the owner’s own means, so it accepts more risk and looks less; the papers take days.',
    zh: '担保机构对部分新审查的企业要求反担保：以财产或第三人向担保机构作保。无法提供者被拒保；有反担保的，代偿后可从业主自有财产追回一部分，故可接受更高风险、审查从简；办理手续需时。',
  },
  parameters: {
    asked: {
      record: 'counterGuarantee.asked',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Asked for a counter-guarantee', zh: '要求反担保比例' },
    },
  },
  systems: ['H29'],
  evidence: [],
  pair: {
    weak: { asked: 0.1 },
    strong: { asked: 0.9 },
    expected: {
      en: 'Owners pay guarantors part of what these have paid out; who has nothing to offer is refused; those accepted may be riskier, take longer and cost treasuries less.',
      zh: '业主向担保机构偿付部分代偿款；无反担保者被拒；获担保者风险可更高、耗时更长，财政补偿减少。',
    },
  },
};
