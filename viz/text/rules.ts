/** The rules of decision with their equations, for reading; the code of each is in `sim/decisions/`. */
interface Rule {
  readonly title: { readonly en: string; readonly zh: string };
  /** Step of the month it belongs to. */
  readonly phase: string;
  /** Symbols are the same in both languages, words are not. */
  readonly equation: { readonly en: string; readonly zh: string };
  readonly symbols: { readonly en: string; readonly zh: string };
  readonly file: string;
  /** Functions of the file the equation stands for. */
  readonly functions: readonly string[];
}

export const RULES: readonly Rule[] = [
  {
    title: { en: 'Monthly surplus', zh: '月度经营盈余' },
    phase: 'trade',
    equation: {
      en: 'surplus = sales · (margin + f) − f · normal sales',
      zh: '盈余 = 销售额 · (利润率 + f) − f · 正常销售额',
    },
    symbols: { en: 'f: fixed costs as a share of normal sales', zh: 'f：固定成本占正常销售的比重' },
    file: 'cash-flow.ts',
    functions: ['operatingSurplus'],
  },
  {
    title: { en: 'How much an enterprise lacks', zh: '企业缺多少资金' },
    phase: 'apply',
    equation: {
      en: 'L = max(0, D* − D − own) + max(0, floor − cash);  own = max(0, K − D − P)',
      zh: 'L = max(0, D* − D − 自有资金) + max(0, 最低现金 − 现金)；  自有资金 = max(0, K − D − P)',
    },
    symbols: {
      en: 'D*: debt it would carry; D: formal debt; K: working capital; P: private debt; own: capital nobody has lent',
      zh: 'D*：意愿负债；D：正规贷款；K：营运资本；P：民间债务；自有资金：非借入的资本',
    },
    file: 'demand.ts',
    functions: ['desiredLoan', 'ownFunds'],
  },
  {
    title: { en: 'Whether an owner asks for credit', zh: '业主是否申请贷款' },
    phase: 'apply',
    equation: {
      en: 'gain = p · L · (R − r) − cost − fear · L · (1 − p);  ask when gain > 0',
      zh: '净收益 = p · L · (R − r) − 申请成本 − 被拒顾虑 · L · (1 − p)；  净收益 > 0时申请',
    },
    symbols: {
      en: 'p: chance of approval expected; L: loan; R: return on it; r: rate net of subsidy',
      zh: 'p：预期获批概率；L：贷款额；R：资金收益率；r：扣除贴息后的利率',
    },
    file: 'demand.ts',
    functions: ['gainFromAsking', 'expectedChance'],
  },
  {
    title: { en: 'What a lender sees', zh: '机构看到的信号' },
    phase: 'underwrite',
    equation: {
      en: 's = ρ·K + √(1 − ρ²)·ε;  ρ = √(τ / (1 + τ))',
      zh: 's = ρ·K + √(1 − ρ²)·ε；  ρ = √(τ / (1 + τ))',
    },
    symbols: {
      en: 'K: knowable index; τ: joint precision of its sources; ε: noise of enterprise, lender and vintage',
      zh: 'K：可知指数；τ：各信息来源的合成精度；ε：企业、机构与贷款批次的噪声',
    },
    file: 'signal.ts',
    functions: ['observed', 'correlation', 'jointPrecision'],
  },
  {
    title: { en: 'Default probability it reads', zh: '据此判断的违约概率' },
    phase: 'underwrite',
    equation: { en: 'PD = Φ((t − η·ρ·s) / √(1 − η²ρ²))', zh: 'PD = Φ((t − η·ρ·s) / √(1 − η²ρ²))' },
    symbols: {
      en: 't: intercept; η: ceiling of predictability; both re-fitted by lenders each year',
      zh: 't：截距；η：可预测性上限；机构每年重新估计',
    },
    file: 'signal.ts',
    functions: ['defaultProbability'],
  },
  {
    title: { en: 'How hard a lender looks', zh: '机构审查的投入' },
    phase: 'underwrite',
    equation: {
      en: 'max over τ:  L · E[max(0, m·(1 − PD) − o·PD)] − cost · (τ − τ₀)',
      zh: '选取τ，使下式最大：  L · E[max(0, m·(1 − PD) − o·PD)] − 单位审查成本 · (τ − τ₀)',
    },
    symbols: {
      en: 'm: margin; o: own share of the loss given default; τ₀: precision without effort',
      zh: 'm：利差；o：自担的违约损失；τ₀：不投入时的精度',
    },
    file: 'effort.ts',
    functions: ['valueOfInformation', 'bestPrecision'],
  },
  {
    title: { en: 'Break-even rate', zh: '保本利率' },
    phase: 'underwrite',
    equation: {
      en: 'r = (funding + running + fixed / L + PD · LGD · own share) / (1 − PD)',
      zh: 'r = (资金成本 + 运营成本 + 固定成本 / L + PD · LGD · 自担比例) / (1 − PD)',
    },
    symbols: { en: 'L: loan; LGD: loss given default', zh: 'L：贷款额；LGD：违约损失率' },
    file: 'price.ts',
    functions: ['breakEvenRate'],
  },
  {
    title: { en: 'Contract rate', zh: '合同利率' },
    phase: 'underwrite',
    equation: {
      en: 'rate = min(cap, r + β · max(0, worth − r))',
      zh: '利率 = min(上限, r + β · max(0, 可承受利率 − r))',
    },
    symbols: {
      en: 'β: bargaining power left after local competition; so a subsidy is passed through by 1 − β',
      zh: 'β：当地竞争后剩余的议价能力；贴息的传导率即1 − β',
    },
    file: 'price.ts',
    functions: ['contractRate', 'localPower'],
  },
  {
    title: { en: 'What a guarantor accepts', zh: '担保机构的准入' },
    phase: 'guarantee',
    equation: { en: 'PD ≤ g / (g + l)', zh: 'PD ≤ g / (g + l)' },
    symbols: {
      en: 'g: fee and public gain a yuan repaid; l: what it loses for good on a yuan in default',
      zh: 'g：每元收回贷款的担保费与公共收益；l：每元违约的最终损失',
    },
    file: 'guarantee.ts',
    functions: ['acceptablePd', 'guarantorLoss'],
  },
  {
    title: { en: 'What a private lender asks', zh: '民间放贷人的要价' },
    phase: 'ration and disburse',
    equation: {
      en: 'r = min(top, max(c, g + b(PD) − b(PD°)));  b(PD) = (c + PD·LGD) / (1 − PD)',
      zh: 'r = min(上限, max(c, g + b(PD) − b(PD°)));  b(PD) = (c + PD·LGD) / (1 − PD)',
    },
    symbols: {
      en: 'g: going rate of the place; PD°: PD of the ordinary borrower, who pays it; c: cost of money; top: highest private rate; r holds until the next private loan, under a legal cap that binds no more than the cap',
      zh: 'g：当地通行利率；PD°：支付通行利率的普通借款人的违约概率；c：资金成本；上限：民间借贷最高利率；r保持到下一次民间借款，法定上限起作用时不超过该上限',
    },
    file: 'private-supply.ts',
    functions: ['privateAsk', 'privateBreakEven'],
  },
  {
    title: { en: 'A called loan: owe a private lender or sell', zh: '贷款被收回：转借民间还是变卖' },
    phase: 'service',
    equation: { en: 'borrow privately when r − R < h', zh: 'r − R < h时转向民间借款' },
    symbols: {
      en: 'r: rate a private lender asks of this owner; R: return on working capital; h: part of it lost in a hurried sale',
      zh: 'r：民间放贷人对该业主的要价；R：营运资本收益率；h：急售损失的比例',
    },
    file: 'private-supply.ts',
    functions: ['bridgesPrivately'],
  },
  {
    title: { en: 'Who bears a loss', zh: '损失由谁承担' },
    phase: 'settle',
    equation: {
      en: 'owed = ⌊E·c⌉;  re-guarantor = ⌊owed·q⌉;  guarantor = min(owed − re-guarantor, means);  bank = the rest',
      zh: '应代偿 = ⌊E·c⌉；  再担保机构 = ⌊应代偿·q⌉；  担保机构 = min(应代偿 − 再担保机构, 可用资金)；  银行 = 其余',
    },
    symbols: {
      en: 'E: exposure; c: cover; q: re-guaranteed part; every split rounds once',
      zh: 'E：敞口；c：分担比例；q：再担保比例；每次分摊只取整一次',
    },
    file: 'waterfall.ts',
    functions: ['splitLoss'],
  },
];
