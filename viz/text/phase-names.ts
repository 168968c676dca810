import type { Language } from './language.ts';

/** 一个月中各步骤的中文名，以英文名为键；缺一个，测试就不通过。 */
export const PHASES_ZH: Readonly<Record<string, string>> = {
  conditions: '环境',
  trade: '经营',
  data: '数据',
  apply: '申请',
  underwrite: '审查',
  guarantee: '担保',
  'ration and disburse': '分配额度与放款',
  service: '还本付息',
  settle: '损失处置',
  support: '财政支持',
  'lenders and guarantors close the month': '贷款机构与担保机构月结',
  turnover: '企业进出',
  record: '记录',
};

/** The name of a step of the month in the reader's language. */
export const phaseName = (name: string, language: Language): string =>
  language === 'zh' ? (PHASES_ZH[name] ?? name) : name;
