/** What effects read off a world, in both languages, and its unit. */
import type { Text } from '../../sim/index.ts';
import type { Unit } from './numbers.ts';

export interface ReadingWords extends Text {
  readonly unit: Unit;
}

const share = (en: string, zh: string): ReadingWords => ({ en, zh, unit: 'ratio' });
const rate = (en: string, zh: string): ReadingWords => ({ en, zh, unit: 'annual ratio' });
const yuan = (en: string, zh: string): ReadingWords => ({ en, zh, unit: 'yuan' });
const enterprises = (en: string, zh: string): ReadingWords => ({ en, zh, unit: 'enterprises' });

/** By the name of the reading; every one that a claim is judged by is here, or a test fails. */
export const READING_WORDS: Readonly<Record<string, ReadingWords>> = {
  'added-per-guaranteed': yuan('loans added for a yuan guaranteed', '每元担保带来的新增贷款'),
  'added-per-payout': yuan('loans added for a yuan of payouts', '每元代偿带来的新增贷款'),
  'approval-days': { en: 'approval days', zh: '审批天数', unit: 'days' },
  'approval-rate': share('approved of those asked for', '获批率'),
  'balance-with': yuan('loan balance', '贷款余额'),
  borrowers: enterprises('borrowers', '借款企业'),
  'capital-adequacy': share('lenders’ capital over loans', '机构资本占贷款比例'),
  'contacted-first-loans': enterprises('first loans of those contacted', '经对接企业的首贷户'),
  'contacted-ticket': yuan('mean first loan of those contacted', '经对接企业首贷户均金额'),
  'cost-per-loan': yuan('cost of a loan granted', '单笔贷款成本'),
  'default-rate': rate('defaults over borrowers', '违约率'),
  'exit-rate': rate('enterprises that close', '企业退出率'),
  'failing-enterprises': rate('enterprises that default', '违约企业比例'),
  'financing-cost': rate('financing cost', '综合融资成本'),
  'first-loan-premium': rate('rate of first loans above others', '首贷利率溢价'),
  'first-loan-share': share('first loans among loans granted', '新发放贷款中的首贷比例'),
  'first-loans': enterprises('first loans in a year', '全年首贷'),
  'guarantee-balance': yuan('guaranteed balance', '担保余额'),
  'guarantee-multiple': { en: 'guarantee multiple', zh: '担保放大倍数', unit: 'multiple' },
  'guarantee-refusal-rate': share('guarantees refused for lack of information', '因信息不足拒保的比例'),
  'guaranteed-borrowers': enterprises('guaranteed borrowers', '获担保企业'),
  'guaranteed-failures': share('guaranteed loans that fail', '担保贷款违约比例'),
  'guaranteed-over-other-failures': share(
    'failures of guaranteed loans above others',
    '担保贷款与其他贷款违约比例之差',
  ),
  'guarantors-suspended': { en: 'guarantors suspended', zh: '停业担保机构数', unit: 'guarantors' },
  'lender-roa': rate('return of lenders', '机构资产收益率'),
  'lenders-per-borrower': { en: 'lenders a borrower', zh: '每户借款企业的机构数', unit: 'lenders' },
  'loan-balance': yuan('loan balance', '贷款余额'),
  'loan-growth': rate('growth of loans', '贷款增速'),
  'loan-penetration': share('enterprises with a loan', '贷款覆盖率'),
  'loan-rate': rate('loan rate', '贷款利率'),
  'loan-rate-late-over-early': rate(
    'change of the loan rate after the first year, less that in it',
    '首年之后与首年利率变化之差',
  ),
  'loan-share': share('share of loans', '贷款占比'),
  'model-auc': { en: 'AUC', zh: 'AUC', unit: 'AUC' },
  'npl-of-local-only': share('NPL ratio of local lenders above others', '本地机构与其他机构不良率之差'),
  'npl-ratio': share('NPL ratio', '不良率'),
  'overdue-ratio': share('overdue loans', '逾期率'),
  'penetration-gap': share('gap in loan penetration', '贷款覆盖率差距'),
  'private-users': share('enterprises that owe private lenders', '使用民间借贷的企业'),
  'read-pd': rate('mean PD that lenders have read of clients', '机构对客户所读违约概率均值'),
  'renewal-rate': share('renewed of what fell due', '续贷率'),
  'renewed-failures': share('renewed loans that fail', '续贷贷款违约比例'),
  'small-over-micro': share('penetration of small above micro enterprises', '小型与微型企业覆盖率之差'),
  'subsidy-to-newcomers': yuan('subsidies to those younger than two years', '两年内新企业所得贴息'),
  'unit-cost-mean-over-loans': share(
    'cost of a loan over its amount, mean over loans',
    '单笔成本占贷款额比例的均值',
  ),
  'unread-failures': share('failing loans of those without data', '无数据企业贷款违约比例'),
  'unsecured-share': share('unsecured loans', '信用贷款占比'),
  'visited-granted': share('granted among the visited who want credit', '有融资需求的被走访企业获贷比例'),
  'urban-over-township': share('penetration of urban cores above townships', '城区与乡镇覆盖率之差'),
};
