import type { Instrument } from './instrument.ts';

/** Pledges registered in hours. */
export const onlineMortgage: Instrument = {
  id: 'onlineMortgage',
  title: { en: 'Register mortgages online', zh: '抵押登记线上办理' },
  does: {
    en: 'Registers pledged property online: fewer days until a secured loan is paid out, and less to pay for it.',
    zh: '不动产抵押线上登记：抵押贷款到账更快、费用更低。',
  },
  parameters: {
    days: {
      record: 'onlineMortgage.days',
      unit: 'days',
      min: 0,
      max: 15,
      step: 0.5,
      over: 'cell',
      off: 6,
      title: { en: 'Days of registration', zh: '登记天数' },
    },
    cost: {
      record: 'onlineMortgage.cost',
      unit: 'yuan',
      min: 0,
      max: 3000,
      step: 100,
      over: 'cell',
      off: 1000,
      title: { en: 'Cost of registration', zh: '登记费用' },
    },
  },
  systems: ['S25'],
  evidence: [
    'zjd.mortgage-registration.time-before-local',
    'zjd.mortgage-registration.time-after',
    'zjd.mortgage-registration.cost-saved',
  ],
  pair: {
    weak: { days: 5.5, cost: 900 },
    strong: { days: 0.2, cost: 100 },
    expected: {
      en: 'More owners of collateral ask, small ones most; those without are not touched.',
      zh: '有抵押物的业主申请增多，小额者尤甚；无抵押物者不受影响。',
    },
  },
};
