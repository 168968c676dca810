import type { Instrument } from './instrument.ts';

/** AI agents prepare files, with or without controls. */
export const aiAgents: Instrument = {
  id: 'aiAgents',
  title: { en: 'Let AI agents prepare files', zh: '信贷智能体' },
  does: {
    en: 'Agents make a check cheaper and quicker, and add an error that all files of a lender share for a quarter; controls cost money and days and catch most of it.',
    zh: '智能体使审核更省更快，但带来一家机构全部申请件在一个季度内共有的误差；管控要花钱花时间，可消除其大部分。',
  },
  parameters: {
    use: {
      record: 'aiAgents.use',
      unit: 'ratio of files',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'lender',
      off: 0,
      title: { en: 'Files prepared by agents', zh: '智能体处理比例' },
    },
    controls: {
      record: 'aiAgents.controls',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'lender',
      off: 0,
      needs: 'use',
      title: { en: 'Controls', zh: '管控程度' },
    },
  },
  systems: ['S87', 'S88', 'S21'],
  evidence: [
    'ed26.ai-agents.joint-opinion-date',
    'ed26.ai-agents.bank-project-share',
    'ed26.ai-agents.security-standard-date',
    'ed26.digital-finance-plan.date',
  ],
  pair: {
    weak: { use: 0.05 },
    strong: { use: 1 },
    expected: {
      en: 'Decisions come sooner and cost less; lenders’ readings err together, so that approval varies more between lenders and quarters.',
      zh: '决策更快、成本更低；机构内误差同向，不同机构、季度之间获批率差异扩大。',
    },
  },
};
