/** Every indicator: what is divided by what, over which window, and the coarsest scale at which it means something. */
import { concentration } from './concentration.ts';
import { type History, type Indicator, known, ratio } from './indicator.ts';

type Row = Omit<Indicator, 'title' | 'numerator' | 'denominator'> & {
  title: readonly [string, string];
  numerator: readonly [string, string];
  denominator: readonly [string, string];
};
const text = ([en, zh]: readonly [string, string]) => ({ en, zh });
const indicator = (row: Row): Indicator => ({
  ...row,
  title: text(row.title),
  numerator: text(row.numerator),
  denominator: text(row.denominator),
});

const ACTIVE = ['active enterprises', '存续企业数'] as const;
const BALANCE = ['formal loan balance', '正规贷款余额'] as const;
const NONE = ['', ''] as const;

/** Loan penetration and NPL ratio of a set of prefectures taken together. */
const pooled = (places: readonly History[], a: Parameters<History['now']>[0], b: Parameters<History['now']>[0]): number | null =>
  ratio(
    places.reduce((sum, one) => sum + one.now(a), 0),
    places.reduce((sum, one) => sum + one.now(b), 0),
  );

/** Core and periphery by position in the province’s list of prefectures. */
const CORE = [0, 1, 2];
const PERIPHERY = [4, 9, 10, 11, 13];

function gap(places: readonly History[], a: Parameters<History['now']>[0], b: Parameters<History['now']>[0]): number | null {
  if (places.length < 14) return null;
  const core = pooled(CORE.map((k) => places[k]), a, b);
  const far = pooled(PERIPHERY.map((k) => places[k]), a, b);
  return core === null || far === null ? null : core - far;
}

export const INDICATORS: readonly Indicator[] = [
  indicator({
    id: 'enterprises', title: ['Enterprises', '企业数'], unit: 'enterprises', window: 'month end', coarsestScale: 1000, of: 'enterprises',
    numerator: ACTIVE, denominator: NONE, nullWhen: 'never', value: (g) => known(g.now('active') * g.scale),
  }),
  indicator({
    id: 'entries', title: ['Entries', '新设企业'], unit: 'enterprises', window: 'month', coarsestScale: 1000, of: 'enterprises',
    numerator: ['enterprises founded in the month', '当月新设企业'], denominator: NONE, nullWhen: 'never', value: (g) => known(g.now('entries') * g.scale),
  }),
  indicator({
    id: 'exits', title: ['Exits', '退出企业'], unit: 'enterprises', window: 'month', coarsestScale: 1000, of: 'enterprises',
    numerator: ['enterprises closed in the month', '当月关闭企业'], denominator: NONE, nullWhen: 'never', value: (g) => known(g.now('exits') * g.scale),
  }),
  indicator({
    id: 'loan-penetration', title: ['Loan penetration', '贷款覆盖率'], unit: 'ratio', window: 'month end', coarsestScale: 1000, of: 'enterprises',
    numerator: ['active enterprises with a formal loan', '有正规贷款的存续企业'], denominator: ACTIVE, nullWhen: 'no active enterprise',
    value: (g) => ratio(g.now('borrowers'), g.now('active')),
  }),
  indicator({
    id: 'no-record-share', title: ['Without a credit file', '无信用记录占比'], unit: 'ratio', window: 'month end', coarsestScale: 1000, of: 'enterprises',
    numerator: ['active enterprises that never had a formal loan', '从未获得正规贷款的存续企业'], denominator: ACTIVE, nullWhen: 'no active enterprise',
    value: (g) => ratio(g.now('active') - g.now('recorded'), g.now('active')),
  }),
  indicator({
    id: 'application-rate', title: ['Application rate', '申请率'], unit: 'ratio', window: 'month', coarsestScale: 1000, of: 'enterprises',
    numerator: ['applications in the month', '当月申请'], denominator: ACTIVE, nullWhen: 'no active enterprise',
    value: (g) => ratio(g.now('applications'), g.now('active')),
  }),
  indicator({
    id: 'approval-rate', title: ['Approval rate', '获批率'], unit: 'ratio', window: 'twelve months', coarsestScale: 1000, of: 'enterprises',
    numerator: ['approvals', '获批数'], denominator: ['applications', '申请数'], nullWhen: 'nobody applied',
    value: (g) => ratio(g.sum('approvals', 12), g.sum('applications', 12)),
  }),
  indicator({
    id: 'discouraged-share', title: ['Discouraged', '不敢贷占比'], unit: 'ratio', window: 'twelve months', coarsestScale: 1000, of: 'enterprises',
    numerator: ['wanted credit, would have been granted it, did not ask', '有需求、可获批但未申请'], denominator: ['enterprises that wanted credit', '有信贷需求企业'], nullWhen: 'nobody wanted credit',
    value: (g) => ratio(g.sum('discouraged', 12), g.sum('wanted', 12)),
  }),
  indicator({
    id: 'financing-satisfaction', title: ['Financing satisfaction', '融资满足率'], unit: 'ratio', window: 'twelve months', coarsestScale: 1000, of: 'enterprises',
    numerator: ['formal credit granted, yuan', '获批正规信贷金额'], denominator: ['credit wanted by applicants and discouraged, yuan', '申请者与不敢贷者所需金额'], nullWhen: 'nobody wanted credit',
    value: (g) => ratio(g.sum('grantedYuan', 12), g.sum('wantedYuan', 12)),
  }),
  indicator({
    id: 'first-loans', title: ['First loans', '首贷户'], unit: 'enterprises', window: 'month', coarsestScale: 1000, of: 'enterprises',
    numerator: ['enterprises with their first formal loan', '首次获得正规贷款的企业'], denominator: NONE, nullWhen: 'never', value: (g) => known(g.now('firstLoans') * g.scale),
  }),
  indicator({
    id: 'loan-balance', title: ['Loan balance', '贷款余额'], unit: 'yuan', window: 'month end', coarsestScale: 1000, of: 'loans',
    numerator: BALANCE, denominator: NONE, nullWhen: 'never', value: (g) => known(g.now('balance') * g.scale),
  }),
  indicator({
    id: 'inclusive-balance', title: ['Inclusive balance', '普惠贷款余额'], unit: 'yuan', window: 'month end', coarsestScale: 1000, of: 'loans',
    numerator: ['balance of borrowers with lines up to CNY 10 million', '单户授信一千万元以下余额'], denominator: NONE, nullWhen: 'never', value: (g) => known(g.now('inclusive') * g.scale),
  }),
  indicator({
    id: 'unsecured-share', title: ['Unsecured share', '信用贷款占比'], unit: 'ratio', window: 'month end', coarsestScale: 1000, of: 'loans',
    numerator: ['balance without collateral or guarantee', '无抵押无担保余额'], denominator: BALANCE, nullWhen: 'no balance',
    value: (g) => ratio(g.now('unsecured'), g.now('balance')),
  }),
  indicator({
    id: 'guaranteed-share', title: ['Guaranteed share', '担保贷款占比'], unit: 'ratio', window: 'month end', coarsestScale: 100, of: 'loans',
    numerator: ['balance under government guarantee', '政府性担保项下余额'], denominator: BALANCE, nullWhen: 'no balance',
    value: (g) => ratio(g.now('guaranteed'), g.now('balance')),
  }),
  indicator({
    id: 'private-lending-share', title: ['Private lending share', '民间借贷占比'], unit: 'ratio', window: 'month end', coarsestScale: 1000, of: 'loans',
    numerator: ['private debt', '民间借贷余额'], denominator: ['formal balance and private debt', '正规与民间余额合计'], nullWhen: 'no debt',
    value: (g) => ratio(g.now('private'), g.now('private') + g.now('balance')),
  }),
  indicator({
    id: 'channel-share', title: ['Principal source of finance', '主要融资渠道占比'], unit: 'ratio', window: 'month end', coarsestScale: 1000, of: 'enterprises',
    numerator: ['enterprises of the group with any finance', '组内有融资企业'], denominator: ['all enterprises with any finance', '全部有融资企业'], nullWhen: 'no enterprise has finance',
    value: (g, province) => ratio(g.now('financed'), province.now('financed')),
  }),
  indicator({
    id: 'loan-rate', title: ['Contract rate', '合同利率'], unit: 'annual ratio', window: 'month end', coarsestScale: 1000, of: 'loans',
    numerator: ['balance-weighted contract rate', '按余额加权的合同利率'], denominator: BALANCE, nullWhen: 'no balance',
    value: (g) => ratio(g.now('rateYuan'), g.now('balance')),
  }),
  indicator({
    id: 'financing-cost', title: ['Financing cost', '综合融资成本'], unit: 'annual ratio', window: 'month end', coarsestScale: 1000, of: 'loans',
    numerator: ['interest and fees less subsidy, a year', '年利息与费用扣除贴息'], denominator: BALANCE, nullWhen: 'no balance',
    value: (g) => ratio(g.now('costYuan'), g.now('balance')),
  }),
  indicator({
    id: 'approval-days', title: ['Approval days', '审批天数'], unit: 'days', window: 'three months', coarsestScale: 1000, of: 'enterprises',
    numerator: ['days from application to decision, refusals included', '申请到决定的天数（含拒绝）'], denominator: ['decisions', '决定数'], nullWhen: 'nothing was decided',
    value: (g) => ratio(g.sum('days', 3) / 10, g.sum('decisions', 3)),
  }),
  indicator({
    id: 'overdue-ratio', title: ['Overdue ratio', '逾期率'], unit: 'ratio', window: 'month end', coarsestScale: 1000, of: 'loans',
    numerator: ['balance overdue one day or more', '逾期一天以上余额'], denominator: BALANCE, nullWhen: 'no balance',
    value: (g) => ratio(g.now('overdue'), g.now('balance')),
  }),
  indicator({
    id: 'npl-ratio', title: ['NPL ratio', '不良率'], unit: 'ratio', window: 'month end', coarsestScale: 1000, of: 'loans',
    numerator: ['non-performing balance', '不良余额'], denominator: BALANCE, nullWhen: 'no balance',
    value: (g) => ratio(g.now('nonPerforming'), g.now('balance')),
  }),
  indicator({
    id: 'default-rate', title: ['Default rate', '违约率'], unit: 'ratio', window: 'month', coarsestScale: 1000, of: 'enterprises',
    numerator: ['borrowers newly ninety days late', '新增逾期九十天借款企业'], denominator: ['borrowers', '借款企业'], nullWhen: 'no borrower',
    value: (g) => ratio(g.now('newDefaults'), g.now('borrowers')),
  }),
  indicator({
    id: 'renewal-rate', title: ['Renewal rate', '续贷率'], unit: 'ratio', window: 'three months', coarsestScale: 1000, of: 'enterprises',
    numerator: ['balance renewed', '续贷余额'], denominator: ['balance matured', '到期余额'], nullWhen: 'nothing matured',
    value: (g) => ratio(g.sum('renewedYuan', 3), g.sum('maturedYuan', 3)),
  }),
  indicator({
    id: 'loan-share', title: ['Loan share', '贷款份额'], unit: 'ratio', window: 'month end', coarsestScale: 1000, of: 'loans',
    numerator: ['balance of the group', '组内余额'], denominator: ['provincial balance', '全省余额'], nullWhen: 'no balance',
    value: (g, province) => ratio(g.now('balance'), province.now('balance')),
  }),
  indicator({
    id: 'penetration-gap', title: ['Penetration gap', '覆盖率差距'], unit: 'ratio', window: 'month end', coarsestScale: 1000, of: 'province',
    numerator: ['loan penetration of Chang-Zhu-Tan', '长株潭贷款覆盖率'], denominator: ['less that of the five western and southern prefectures', '减湘西湘南五市州'], nullWhen: 'a breakdown, or a province without these regions',
    value: (_g, _p, places) => gap(places, 'borrowers', 'active'),
  }),
  indicator({
    id: 'npl-gap', title: ['NPL gap', '不良率差距'], unit: 'ratio', window: 'month end', coarsestScale: 1000, of: 'province',
    numerator: ['NPL ratio of the five western and southern prefectures', '湘西湘南五市州不良率'], denominator: ['less that of Chang-Zhu-Tan', '减长株潭'], nullWhen: 'a breakdown, or a province without these regions',
    value: (_g, _p, places) => {
      const difference = gap(places, 'nonPerforming', 'balance');
      return difference === null ? null : -difference;
    },
  }),
  indicator({
    id: 'loan-theil', title: ['Concentration of loans (Theil)', '贷款集中度（泰尔）'], unit: 'index', window: 'month end', coarsestScale: 1000, of: 'province',
    numerator: ['loans per enterprise over prefectures', '各市州户均贷款'], denominator: ['weighted by enterprises', '按企业数加权'], nullWhen: 'a breakdown',
    value: (_g, _p, places) => concentration(places.map((one) => one.now('balance')), places.map((one) => one.now('active'))).theil,
  }),
  indicator({
    id: 'loan-gini', title: ['Concentration of loans (Gini)', '贷款集中度（基尼）'], unit: 'index', window: 'month end', coarsestScale: 1000, of: 'province',
    numerator: ['loans per enterprise over prefectures', '各市州户均贷款'], denominator: ['weighted by enterprises', '按企业数加权'], nullWhen: 'a breakdown',
    value: (_g, _p, places) => concentration(places.map((one) => one.now('balance')), places.map((one) => one.now('active'))).gini,
  }),
  indicator({
    id: 'guarantee-balance', title: ['Guarantee balance', '担保余额'], unit: 'yuan', window: 'month end', coarsestScale: 100, of: 'institutions',
    numerator: ['loans under guarantee', '在保贷款余额'], denominator: NONE, nullWhen: 'a breakdown other than prefecture', value: (g) => known(g.now('guaranteeReal')),
  }),
  indicator({
    id: 'guarantee-multiple', title: ['Guarantee multiple', '担保放大倍数'], unit: 'multiple', window: 'month end', coarsestScale: 100, of: 'institutions',
    numerator: ['loans under guarantee', '在保贷款余额'], denominator: ['net assets of guarantors', '担保机构净资产'], nullWhen: 'no net assets',
    value: (g) => (g.now('guarantorAssetsReal') > 0 ? ratio(g.now('guaranteeReal'), g.now('guarantorAssetsReal')) : null),
  }),
  indicator({
    id: 'guarantee-coverage', title: ['Guarantee coverage', '担保覆盖率'], unit: 'ratio', window: 'month end', coarsestScale: 100, of: 'institutions',
    numerator: ['loans under guarantee', '在保贷款余额'], denominator: ['inclusive balance', '普惠贷款余额'], nullWhen: 'no inclusive balance',
    value: (g) => ratio(g.now('guaranteeReal'), g.now('inclusive') * g.scale),
  }),
  indicator({
    id: 'guarantee-compensation-rate', title: ['Payout rate', '代偿率'], unit: 'ratio', window: 'twelve months', coarsestScale: 100, of: 'institutions',
    numerator: ['payouts of guarantors', '担保机构代偿支出'], denominator: ['their part of guarantees outstanding', '担保责任余额'], nullWhen: 'nothing outstanding',
    value: (g) => ratio(g.sum('payoutsReal', 12), g.now('guaranteeLiabilityReal')),
  }),
  indicator({
    id: 'guarantee-refusal-rate', title: ['Refused for lack of information', '因信息不足拒保率'], unit: 'ratio', window: 'twelve months', coarsestScale: 100, of: 'institutions',
    numerator: ['requests refused for lack of information', '因信息不足拒保'], denominator: ['requests', '担保申请'], nullWhen: 'no request',
    value: (g) => ratio(g.sum('guaranteeRefusedInfo', 12), g.sum('guaranteeRequests', 12)),
  }),
  indicator({
    id: 'guarantors-suspended', title: ['Guarantors suspended', '停业担保机构'], unit: 'count', window: 'month end', coarsestScale: 100, of: 'institutions',
    numerator: ['guarantors not writing business', '停止新增业务的担保机构'], denominator: NONE, nullWhen: 'a breakdown other than prefecture', value: (g) => known(g.now('guarantorsSuspended')),
  }),
  indicator({
    id: 'compensation-arrears', title: ['Compensation arrears', '代偿补偿欠款'], unit: 'yuan', window: 'month end', coarsestScale: 100, of: 'institutions',
    numerator: ['owed by treasuries and unpaid', '财政应付未付'], denominator: NONE, nullWhen: 'a breakdown other than prefecture', value: (g) => known(g.now('arrearsReal')),
  }),
  indicator({
    id: 'fiscal-cost', title: ['Fiscal cost', '财政支出'], unit: 'yuan', window: 'month', coarsestScale: 1000, of: 'institutions',
    numerator: ['subsidies, compensation and capital paid by treasuries', '财政支付的贴息、补偿与注资'], denominator: NONE, nullWhen: 'a breakdown other than prefecture',
    value: (g) => known(g.now('subsidyReal') + g.now('compensationReal') + g.now('injectionReal')),
  }),
  indicator({
    id: 'subsidy-paid', title: ['Subsidy paid', '贴息支出'], unit: 'yuan', window: 'month', coarsestScale: 1000, of: 'institutions',
    numerator: ['interest subsidy paid', '贴息支付额'], denominator: NONE, nullWhen: 'a breakdown other than prefecture', value: (g) => known(g.now('subsidyReal')),
  }),
  indicator({
    id: 'compensation-paid', title: ['Compensation paid', '补偿支出'], unit: 'yuan', window: 'month', coarsestScale: 100, of: 'institutions',
    numerator: ['compensation paid to guarantors', '支付担保机构的补偿'], denominator: NONE, nullWhen: 'a breakdown other than prefecture', value: (g) => known(g.now('compensationReal')),
  }),
  indicator({
    id: 'lender-roa', title: ['Return on small-business assets', '小微资产收益率'], unit: 'annual ratio', window: 'twelve months', coarsestScale: 1000, of: 'province',
    numerator: ['lenders’ profit before overhead', '贷款机构利润（未扣管理费用）'], denominator: ['their loans', '贷款余额'], nullWhen: 'a breakdown',
    value: (g) => (g.now('lenderLoansReal') > 0 ? ratio(g.sum('lenderProfitReal', 12), g.now('lenderLoansReal')) : null),
  }),
  indicator({
    id: 'capital-adequacy', title: ['Capital adequacy', '资本充足率'], unit: 'ratio', window: 'month end', coarsestScale: 1000, of: 'province',
    numerator: ['lenders’ capital', '贷款机构资本'], denominator: ['risk-weighted loans', '风险加权贷款'], nullWhen: 'a breakdown',
    value: (g) => (g.now('lenderLoansReal') > 0 ? ratio(g.now('lenderCapitalReal'), g.now('lenderLoansReal')) : null),
  }),
  indicator({
    id: 'unit-cost', title: ['Unit cost', '单位成本'], unit: 'ratio', window: 'twelve months', coarsestScale: 1000, of: 'enterprises',
    numerator: ['cost of acquiring and checking new loans', '新发放贷款获客与风控成本'], denominator: ['amount lent', '发放金额'], nullWhen: 'nothing was lent',
    value: (g) => ratio(g.sum('checkYuan', 12), g.sum('lentYuan', 12)),
  }),
  indicator({
    id: 'unit-cost-mean', title: ['Unit cost, mean over loans', '笔均单位成本'], unit: 'ratio', window: 'twelve months', coarsestScale: 1000, of: 'enterprises',
    numerator: ['sum of cost over amount of each new loan', '每笔新贷款成本与金额之比合计'], denominator: ['new loans', '新发放笔数'], nullWhen: 'nothing was lent',
    value: (g) => ratio(g.sum('checkPermille', 12) / 1_000_000, g.sum('approvals', 12)),
  }),
  indicator({
    id: 'data-coverage', title: ['Data coverage', '数据可用率'], unit: 'ratio', window: 'month end', coarsestScale: 1000, of: 'enterprises',
    numerator: ['enterprises whose public data a lender can use today', '公共数据当前可被查询使用的企业'], denominator: ACTIVE, nullWhen: 'no active enterprise',
    value: (g) => ratio(g.now('dataUsable'), g.now('active')),
  }),
  indicator({
    id: 'model-auc', title: ['Lenders’ ranking of risk', '贷款机构风险识别（AUC）'], unit: 'AUC', window: 'twelve months', coarsestScale: 100, of: 'loans',
    numerator: ['pairs of a defaulter and a payer ranked right', '违约与正常两两排序正确对数'], denominator: ['such pairs among loans granted twelve months ago', '十二个月前发放贷款的全部对数'], nullWhen: 'no default or no payer',
    value: (g) => ratio(g.now('aucWeighted'), g.now('aucWeight')),
  }),
  indicator({
    id: 'three-year-survival', title: ['Three-year survival', '三年存活率'], unit: 'ratio', window: 'thirty-six months', coarsestScale: 1000, of: 'enterprises',
    numerator: ['active enterprises alive thirty-six months ago', '三十六个月前已存续且仍存续'], denominator: ['enterprises active then', '当时存续企业'], nullWhen: 'the record does not reach back',
    value: (g) => ratio(g.now('older'), g.now('active', 36)),
  }),
];
