import type { Instrument } from './instrument.ts';

/** How much guarantors may write on their net assets, and fresh capital. */
export const guaranteeCapital: Instrument = {
  id: 'guaranteeCapital',
  title: { en: 'Capitalise guarantors', zh: '充实担保资本' },
  does: {
    en: 'Sets the largest multiple of net assets and adds capital each year: capacity to guarantee grows, nothing else.',
    zh: '设定净资产放大倍数上限并逐年注资：只增加担保能力。',
  },
  parameters: {
    multiple: {
      record: 'guaranteeCapital.multiple',
      unit: 'multiple',
      min: 1,
      max: 15,
      step: 0.5,
      over: 'prefecture',
      off: 1,
      title: { en: 'Largest multiple', zh: '放大倍数上限' },
    },
    injection: {
      record: 'guaranteeCapital.injection',
      unit: 'annual ratio of net assets',
      min: 0,
      max: 0.3,
      step: 0.01,
      over: 'prefecture',
      off: 0,
      title: { en: 'Yearly injection', zh: '年注资率' },
    },
  },
  systems: ['H29'],
  evidence: [
    'average-capital.hunan-government-guarantors.2025',
    'guarantee-multiple.hunan-government-guarantors.2025-section-2',
  ],
  pair: {
    weak: { multiple: 4 },
    strong: { multiple: 12 },
    expected: {
      en: 'More guarantees outstanding where capital binds; later suspension with injections.',
      zh: '资本受限处担保余额增加；注资使停业推迟。',
    },
  },
};
