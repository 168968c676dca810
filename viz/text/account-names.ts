/** Names of the accounts, lines and movements of the books, by the engine's ids. */
interface Name {
  readonly en: string;
  readonly zh: string;
}

const name = (en: string, zh: string): Name => ({ en, zh });

/** Sectors that hold accounts. */
export const SECTOR_NAMES: Readonly<Record<string, Name>> = {
  enterprises: name('Enterprises', '企业'),
  households: name('Households', '住户'),
  outside: name('Outside', '模型以外'),
  lenders: name('Lenders', '贷款机构'),
  private: name('Private lenders', '民间放贷人'),
  guarantors: name('Guarantors', '担保机构'),
  reguarantor: name('Re-guarantor', '再担保机构'),
  treasuries: name('Treasuries', '财政'),
  insurer: name('Insurer', '保险机构'),
  funds: name('Risk funds', '风险补偿资金池'),
};

/** What is owned by one and owed by another. */
export const INSTRUMENT_NAMES: Readonly<Record<string, Name>> = {
  money: name('Money', '货币资金'),
  loans: name('Formal loans', '正规贷款'),
  privateLoans: name('Private loans', '民间借款'),
  funding: name('Deposits and funding', '存款与其他资金来源'),
  compensation: name('Compensation owed', '应补偿款'),
};

/** Movements of money, the rows of the transaction-flow matrix. */
export const MOVEMENT_NAMES: Readonly<Record<string, Name>> = {
  sales: name('Sales', '销售收入'),
  costs: name('Costs', '经营成本'),
  ownerDrawings: name('Owners’ drawings', '业主提取'),
  startCapital: name('Start-up capital', '开办资本'),
  estateToOwner: name('Left to owners at closure', '关闭后归业主'),
  unpaidPayables: name('Payables never paid', '未付应付款'),
  damage: name('Damage', '灾害损失'),
  workingCapitalBought: name('Working capital bought', '购入营运资产'),
  workingCapitalSold: name('Working capital sold', '变卖营运资产'),
  lent: name('Loans granted', '发放贷款'),
  repaid: name('Loans repaid', '归还贷款'),
  interest: name('Loan interest', '贷款利息'),
  recovered: name('Recovered by courts', '司法追回'),
  bridgeCost: name('Bridge loans, cost', '过桥成本'),
  privateLent: name('Private loans granted', '民间放款'),
  privateRepaid: name('Private loans repaid', '归还民间借款'),
  privateInterest: name('Private interest', '民间利息'),
  guaranteeFee: name('Guarantee fees', '担保费'),
  payout: name('Guarantee payouts', '担保代偿'),
  reguarantee: name('Re-guarantee', '再担保分担'),
  claimsRecovered: name('Recovered by guarantors', '担保追偿'),
  compensation: name('Compensation by treasuries', '财政补偿'),
  capitalInjection: name('Capital injected', '资本金注入'),
  guarantorCost: name('Guarantors’ running cost', '担保机构运营成本'),
  guarantorEarnings: name('Guarantors’ earnings', '担保机构资金收益'),
  interestSubsidy: name('Interest subsidy', '贷款贴息'),
  budget: name('Budget', '预算拨款'),
  premium: name('Insurance premiums', '保险费'),
  insurancePayout: name('Insurance payouts', '保险赔付'),
  lenderCost: name('Lenders’ running cost', '贷款机构运营成本'),
  fundingCost: name('Cost of funds', '资金成本'),
  fundsRaised: name('Funds raised', '新增资金来源'),
  dividends: name('Dividends', '分红'),
  foundingCapital: name('Founding capital', '设立资本'),
  loanInsurancePremium: name('Loan insurance premiums', '贷款保证保险费'),
  loanInsurancePayout: name('Loan insurance payouts', '贷款保证保险赔付'),
  fundPayout: name('Paid by risk funds', '风险资金池补偿'),
  fundEndowment: name('Risk funds, public money', '风险资金池财政出资'),
  parkEndowment: name('Risk funds, park money', '风险资金池园区出资'),
  parkContribution: name('Risk funds, members’ money', '风险资金池成员缴款'),
  technologyGuarantee: name('Technology guarantee', '科技担保代偿'),
  exportPayout: name('Export insurance payouts', '出口信用保险赔付'),
  tiedFee: name('Tied fees', '捆绑收费'),
  platformFee: name('Platform fees', '平台服务费'),
  equityInvested: name('Equity invested', '股权投资'),
  counterGuarantee: name('Paid by counter-guarantors', '反担保偿付'),
  greenFacility: name('Green lending facility', '绿色信贷支持工具'),
  capitalRaised: name('Capital raised', '补充资本'),
};
