import type { Language } from './language.ts';

/** 指标的统计窗口与无值条件的中文，以英文为键；缺一条，测试就不通过。 */
export const RULES_ZH: Readonly<Record<string, string>> = {
  'month end': '月末',
  month: '当月',
  'three months': '三个月',
  'twelve months': '十二个月',
  'thirty-six months': '三十六个月',
  never: '无此情形',
  'a breakdown': '分组时',
  'a breakdown other than prefecture': '按市州以外分组时',
  'a breakdown, or a province without these regions': '分组时，或省内没有这些区域',
  'a breakdown, or nothing was asked or due in twelve months': '分组时，或十二个月内无申请、无到期',
  'a breakdown other than lender, or no default or no payer':
    '按机构以外分组时，或没有违约者或没有正常还款者',
  'a breakdown other than prefecture, or all who wanted credit asked':
    '按市州以外分组时，或需要信贷者全部申请',
  'a breakdown other than prefecture, or no inclusive balance': '按市州以外分组时，或没有普惠余额',
  'a breakdown other than prefecture, or no net assets': '按市州以外分组时，或没有净资产',
  'a breakdown other than prefecture, or no request': '按市州以外分组时，或没有担保申请',
  'a breakdown other than prefecture, or nothing outstanding': '按市州以外分组时，或没有在保余额',
  'no active enterprise': '没有存续企业',
  'no balance': '没有余额',
  'no borrower': '没有借款人',
  'no debt': '没有债务',
  'no private debt': '没有民间借款',
  'no enterprise has finance': '没有企业获得融资',
  'nobody applied': '无人申请',
  'nobody wanted credit': '无人需要信贷',
  'nothing matured': '没有到期贷款',
  'nothing was decided': '没有审批决定',
  'nothing was lent': '没有放款',
  'the record does not reach back': '记录不够长',
};

/** An indicator's window or the reason why it has no value, in the reader's language. */
export const ruleText = (text: string, language: Language): string =>
  language === 'zh' ? (RULES_ZH[text] ?? text) : text;
