/** Lenders, credit technologies, repayment and cost instruments, supervision, AI agents and capital channels. */
import type { SystemRow } from './row.ts';

export const LENDERS: readonly SystemRow[] = [
  {
    id: 'H12',
    by: [
      {
        kind: 'agent',
        name: 'lender classes state and joint-stock',
        with: {
          en: 'cheap funds, large tickets, strict cut-offs, long queues',
          zh: '资金便宜、额度大、准入严、审批久',
        },
      },
      { kind: 'lever', name: 'largeBankQuota' },
    ],
    claims: ['C02'],
    change: { policies: [{ lever: 'largeBankQuota', set: { growth: 0.6, outreach: 0.6 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'local banks are left with the riskier clients' },
  },
  {
    id: 'H13',
    by: [
      {
        kind: 'agent',
        name: 'lender classes city and rural',
        with: {
          en: 'local knowledge, capital of their own, dearer funds and outlets',
          zh: '本地信息、自有资本、资金与网点成本较高',
        },
      },
      {
        kind: 'lever',
        name: 'outlets',
        with: { en: 'rural lenders pay for outlets', zh: '农信机构承担网点成本' },
      },
    ],
    claims: ['M11'],
    change: { parameters: { 'lend.funding': [0.019, 0.02, 0.031, 0.031, 0.03, 0.025, 0.022, 0.1] } },
    test: { file: 'test/sim/lender-rules.test.ts', title: 'dearer funds of local banks end in their rates' },
  },
  {
    id: 'H14',
    by: [
      {
        kind: 'agent',
        name: 'lender class village-microcredit',
        with: {
          en: 'small tickets, thin capital, own cut-off and tolerance',
          zh: '小额、薄资本、自有准入与容忍度',
        },
      },
      {
        kind: 'lever',
        name: 'uniformPricing',
        with: { en: 'one charge for risk for all they accept', zh: '对获批客户按统一风险定价' },
      },
    ],
    claims: ['M9'],
    change: { policies: [{ lever: 'uniformPricing', set: { share: 1 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'and more of the good say no to the quote' },
  },
  {
    id: 'H15',
    by: [
      {
        kind: 'agent',
        name: 'lender class digital',
        with: {
          en: 'instant answer, sharp reading of traces, refusal without them',
          zh: '即时决策，痕迹清晰则判断准，无痕迹则拒绝',
        },
      },
    ],
    claims: ['M3'],
    change: { parameters: { 'lend.tauPlatform': [0.05, 0.1, 0.05, 0.02, 0, 0.2, 0.05, 0] } },
    test: {
      file: 'test/sim/lender-rules.test.ts',
      title: 'a digital lender serves nobody without traces, however good',
    },
  },
  {
    id: 'H16',
    by: [{ kind: 'lever', name: 'coLending', with: { en: 'banks connect by choice', zh: '银行自愿接入' } }],
    claims: ['M16'],
    change: { policies: [{ lever: 'coLending', set: { partners: 0.6, routed: 0.7, ownBook: 1 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'banks pay platforms for it' },
  },
  {
    id: 'H18',
    by: [
      { kind: 'lever', name: 'coLending', with: { en: 'Chenzhou and Shaoyang', zh: '郴州、邵阳' } },
      { kind: 'lever', name: 'interestSubsidy', with: { en: 'the same two prefectures', zh: '同两市' } },
    ],
    claims: [],
    change: {
      policies: [
        { lever: 'coLending', set: { partners: 0.8 } },
        { lever: 'coLending', set: { routed: 0.8 }, scope: { prefectures: ['431000', '430500'] } },
        { lever: 'interestSubsidy', set: { points: 0.02 }, scope: { prefectures: ['431000', '430500'] } },
      ],
    },
    test: { file: 'test/sim/lenders.test.ts', title: 'banks book what platforms have read' },
  },
  {
    id: 'H19',
    by: [
      { kind: 'agent', name: 'private lenders, the fallback of refused enterprises' },
      { kind: 'lever', name: 'privateRateCap' },
    ],
    claims: ['M10'],
    change: { policies: [{ lever: 'privateRateCap', set: { cap: 0.14 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'less is lent privately' },
  },
  {
    id: 'H20',
    by: [
      {
        kind: 'lever',
        name: 'directEquity',
        with: { en: 'the provincial equity exchange', zh: '省股权交易中心' },
      },
    ],
    claims: ['M31'],
    change: { policies: [{ lever: 'directEquity', set: { flow: 0.05 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'enterprises raise money nobody has to repay' },
  },
  {
    id: 'H40',
    by: [
      {
        kind: 'lever',
        name: 'refinancing',
        with: { en: 'central bank facility for inclusive loans', zh: '普惠小微贷款支持工具' },
      },
      { kind: 'lever', name: 'interestSubsidy' },
      { kind: 'lever', name: 'compensation' },
    ],
    claims: ['C03'],
    change: { policies: [{ lever: 'refinancing', set: { points: 0.01, quota: 0.3 } }] },
    test: {
      file: 'test/sim/lender-rules.test.ts',
      title: 'cheap policy money swells lending, and bad loans follow when it ends',
    },
  },
  {
    id: 'H41',
    by: [
      {
        kind: 'lever',
        name: 'reserveDiscount',
        with: {
          en: 'only for local lenders that grow no slower than the whole',
          zh: '仅限增速不低于整体的地方机构',
        },
      },
    ],
    claims: ['M20'],
    change: { policies: [{ lever: 'reserveDiscount', set: { points: 0.005 } }] },
    test: {
      file: 'test/sim/lenders.test.ts',
      title: 'a reserve discount goes to local lenders that grow, and lowers their rates',
    },
  },
  {
    id: 'H46',
    by: [{ kind: 'lever', name: 'lenderLicensing' }],
    claims: ['M19'],
    change: { policies: [{ lever: 'lenderLicensing', set: { capitalRatio: 0.15 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'weak lenders lose their licence' },
  },
  {
    id: 'H47',
    by: [{ kind: 'lever', name: 'supervisionModelSwitch' }],
    claims: ['M18'],
    change: { policies: [{ lever: 'supervisionModelSwitch', set: { share: 1 } }] },
    test: { file: 'test/sim/levers.test.ts', title: 'village and microcredit lenders keep lower cut-offs' },
  },
  {
    id: 'H48',
    by: [{ kind: 'lever', name: 'algorithmFiling' }],
    claims: ['M2'],
    change: { policies: [{ lever: 'algorithmFiling', set: { filed: 1 } }] },
    test: {
      file: 'test/sim/levers.test.ts',
      title: 'where lenders misread gaps, enterprises without a record look riskier again',
    },
  },
  {
    id: 'H49',
    by: [
      {
        kind: 'lever',
        name: 'coLending',
        with: { en: 'the platform’s own book limited by the rules', zh: '规则限制平台自营' },
      },
    ],
    claims: ['M17'],
    change: { policies: [{ lever: 'coLending', set: { partners: 0.8, routed: 0, ownBook: 0.2 } }] },
    test: {
      file: 'test/sim/lenders.test.ts',
      title: 'platforms barred from their own book supply banks instead',
    },
  },
  {
    id: 'S01',
    by: [
      { kind: 'preset', name: 'taizhou-relationship-banks' },
      { kind: 'lever', name: 'relationshipBanks' },
      { kind: 'lever', name: 'fieldLending' },
      { kind: 'lever', name: 'outlets' },
    ],
    claims: ['C01'],
    change: {
      policies: [
        { lever: 'relationshipBanks', set: { presence: 1 } },
        { lever: 'fieldLending', set: { visited: 0.5, cashFlow: 0.5 }, scope: { lenders: ['rural'] } },
        { lever: 'outlets', set: { density: 2, canvassed: 0.3 } },
      ],
    },
    test: { file: 'test/sim/lenders.test.ts', title: 'lenders tell enterprises without books further apart' },
  },
  {
    id: 'S02',
    by: [
      { kind: 'lever', name: 'relationshipBanks', with: { en: 'one bank a prefecture', zh: '每市州一家' } },
      { kind: 'agent', name: 'lender class relationship' },
    ],
    claims: ['C01'],
    change: { policies: [{ lever: 'relationshipBanks', set: { presence: 1 } }] },
    test: { file: 'test/sim/levers.test.ts', title: 'relationship banks lend' },
  },
  {
    id: 'S03',
    by: [
      {
        kind: 'lever',
        name: 'fieldLending',
        with: {
          en: 'visits that read people, products and meters, at city banks',
          zh: '城商行下户看“三品三表”',
        },
      },
    ],
    claims: [],
    change: { policies: [{ lever: 'fieldLending', set: { visited: 0.6 }, scope: { lenders: ['city'] } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'lenders tell enterprises without books further apart' },
  },
  {
    id: 'S04',
    by: [
      {
        kind: 'lever',
        name: 'fieldLending',
        with: { en: 'cash flow in place of collateral', zh: '以现金流代替抵押' },
      },
    ],
    claims: ['M8'],
    change: { policies: [{ lever: 'fieldLending', set: { cashFlow: 0.8 } }] },
    test: {
      file: 'test/sim/lenders.test.ts',
      title: 'lending on cash flow reaches those without collateral',
    },
  },
  {
    id: 'S05',
    by: [
      {
        kind: 'lever',
        name: 'fieldLending',
        with: {
          en: 'visits, self-built accounts and cross-checks at rural lenders',
          zh: '农信机构下户、自编报表、交叉检验',
        },
      },
    ],
    claims: ['C01'],
    change: { policies: [{ lever: 'fieldLending', set: { visited: 0.8 }, scope: { lenders: ['rural'] } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'lenders tell enterprises without books further apart' },
  },
  {
    id: 'S06',
    by: [
      {
        kind: 'lever',
        name: 'fieldLending',
        with: { en: 'visits run through a credit factory', zh: '下户与信贷工厂结合' },
      },
    ],
    claims: [],
    change: { policies: [{ lever: 'fieldLending', set: { visited: 0.6, factory: 1 } }] },
    test: {
      file: 'test/sim/lenders.test.ts',
      title: 'a credit factory saves cost and some of what a visit tells',
    },
  },
  {
    id: 'S07',
    by: [
      {
        kind: 'lever',
        name: 'relationshipBanks',
        with: { en: 'officers who stay on their patch and walk it', zh: '客户经理固守网格并走访' },
      },
    ],
    claims: [],
    change: { policies: [{ lever: 'relationshipBanks', set: { presence: 1, turnover: 0 } }] },
    test: { file: 'test/sim/lender-rules.test.ts', title: 'officers who leave take what they know along' },
  },
  {
    id: 'S08',
    by: [{ kind: 'lever', name: 'outlets', with: { en: 'calls from door to door', zh: '扫街扫楼' } }],
    claims: ['C01'],
    change: { policies: [{ lever: 'outlets', set: { canvassed: 1 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'more enterprises ask that never borrowed' },
  },
  {
    id: 'S09',
    by: [
      {
        kind: 'lever',
        name: 'largeBankQuota',
        with: { en: 'large banks lead on price', zh: '大行价格头雁' },
      },
    ],
    claims: ['C02'],
    change: { policies: [{ lever: 'largeBankQuota', set: { growth: 0.6 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'large banks quote lower rates' },
  },
  {
    id: 'S10',
    by: [
      {
        kind: 'lever',
        name: 'fieldLending',
        with: { en: 'a dedicated unit of large banks', zh: '大行专营机构' },
      },
      { kind: 'lever', name: 'largeBankQuota' },
    ],
    claims: ['C02'],
    change: {
      policies: [
        { lever: 'fieldLending', set: { visited: 0.5 }, scope: { lenders: ['state', 'joint-stock'] } },
        { lever: 'largeBankQuota', set: { growth: 0.4 } },
      ],
    },
    test: { file: 'test/sim/lenders.test.ts', title: 'large banks have more loans out' },
  },
  {
    id: 'S11',
    by: [
      {
        kind: 'lever',
        name: 'fieldLending',
        with: { en: 'batches of like clients in a niche', zh: '同类客户批量化经营' },
      },
    ],
    claims: [],
    change: {
      policies: [{ lever: 'fieldLending', set: { factory: 1 }, scope: { lenders: ['city', 'rural'] } }],
    },
    test: {
      file: 'test/sim/lenders.test.ts',
      title: 'a credit factory saves cost and some of what a visit tells',
    },
  },
  {
    id: 'S12',
    by: [
      {
        kind: 'lever',
        name: 'relationshipBanks',
        with: { en: 'officers hired and trained', zh: '客户经理招聘培养' },
      },
    ],
    claims: [],
    change: { policies: [{ lever: 'relationshipBanks', set: { presence: 1, hiring: 2 } }] },
    test: {
      file: 'test/sim/lenders.test.ts',
      title: 'where officers are scarce, each file gets less of them',
    },
  },
  {
    id: 'S13',
    by: [
      {
        kind: 'agent',
        name: 'lender class village-microcredit',
        with: { en: 'their share of the market', zh: '其市场份额' },
      },
    ],
    claims: [],
    change: { parameters: { 'apply.reach': [0.5, -0.9, -0.15, 0.35, 1.9, 4.9, 0.2, 0] } },
    test: {
      file: 'test/sim/lender-rules.test.ts',
      title: 'a village lender with a lower cut-off lends less',
    },
  },
  {
    id: 'S14',
    by: [
      {
        kind: 'lever',
        name: 'outlets',
        with: { en: 'small sub-branches in county seats', zh: '县域小微支行' },
      },
    ],
    claims: ['C23', 'C27'],
    change: { policies: [{ lever: 'outlets', set: { density: 2 }, scope: { settings: ['county'] } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'fewer of those who want credit are discouraged' },
  },
  {
    id: 'S15',
    by: [
      {
        kind: 'lever',
        name: 'industryOfficers',
        with: { en: 'one study for a cluster of manufacturers', zh: '制造业集群“一群一策”' },
      },
    ],
    claims: ['C28'],
    change: {
      policies: [
        { lever: 'industryOfficers', set: { precision: 0.3 }, scope: { sectors: ['manufacturing'] } },
      ],
    },
    test: { file: 'test/sim/lenders.test.ts', title: 'lenders tell enterprises of a sector further apart' },
  },
  {
    id: 'S16',
    by: [
      {
        kind: 'lever',
        name: 'industryOfficers',
        with: { en: 'trade specialists for every line of business', zh: '各行业专家客户经理' },
      },
    ],
    claims: ['C28'],
    change: { policies: [{ lever: 'industryOfficers', set: { precision: 0.15 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'lenders tell enterprises of a sector further apart' },
  },
  {
    id: 'S42',
    by: [{ kind: 'lever', name: 'renewalWithoutRepayment' }],
    claims: ['C07', 'C09'],
    change: { policies: [{ lever: 'renewalWithoutRepayment', set: { share: 0.9 } }] },
    test: {
      file: 'test/sim/lenders.test.ts',
      title: 'renewal without repayment spares the bridge',
    },
  },
  {
    id: 'S43',
    by: [
      { kind: 'lever', name: 'revolvingCredit' },
      { kind: 'contract', name: 'a line drawn at will, reviewed once a year' },
    ],
    claims: ['C08'],
    change: { policies: [{ lever: 'revolvingCredit', set: { share: 0.6 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'borrowers with idle money pay less interest' },
  },
  {
    id: 'S44',
    by: [{ kind: 'lever', name: 'renewalCentre' }],
    claims: ['C09'],
    change: { policies: [{ lever: 'renewalCentre', set: { connected: 0.8, daysLeft: 0.5 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'less is paid for bridge loans' },
  },
  {
    id: 'S45',
    by: [
      {
        kind: 'lever',
        name: 'refinancing',
        with: { en: 'policy-bank money for manufacturers', zh: '政策性银行转贷支持制造业' },
      },
    ],
    claims: [],
    change: {
      policies: [{ lever: 'refinancing', set: { points: 0.01 }, scope: { sectors: ['manufacturing'] } }],
    },
    test: { file: 'test/sim/lenders.test.ts', title: 'rates on loans small enough fall' },
  },
  {
    id: 'S46',
    by: [
      { kind: 'lever', name: 'mediumTermLoans' },
      { kind: 'contract', name: 'a loan of three years' },
      { kind: 'lever', name: 'firstLoanList' },
    ],
    claims: [],
    change: { policies: [{ lever: 'mediumTermLoans', set: { share: 0.6 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'less falls due' },
  },
  {
    id: 'S47',
    by: [{ kind: 'lever', name: 'feeDiscipline' }],
    claims: [],
    change: { policies: [{ lever: 'feeDiscipline', set: { detection: 0.2 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'borrowers pay fewer charges beside the rate' },
  },
  {
    id: 'S48',
    by: [
      {
        kind: 'lever',
        name: 'evaluation',
        with: { en: 'yearly targets of volume and cost', zh: '年度增量与降本目标' },
      },
    ],
    claims: ['C03'],
    change: { policies: [{ lever: 'evaluation', set: { target: 0.4 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'lenders behind the target quote lower rates' },
  },
  {
    id: 'S49',
    by: [
      { kind: 'lever', name: 'deferral' },
      { kind: 'lever', name: 'refinancing' },
      { kind: 'lever', name: 'capitalReplenishment' },
    ],
    claims: [],
    change: {
      policies: [
        { lever: 'deferral', set: { share: 0.7 } },
        { lever: 'capitalReplenishment', set: { part: 1 } },
      ],
    },
    test: { file: 'test/sim/lenders.test.ts', title: 'part of the defaults comes later' },
  },
  {
    id: 'S50',
    by: [{ kind: 'lever', name: 'governmentDeposits' }],
    claims: [],
    change: { policies: [{ lever: 'governmentDeposits', set: { points: 0.006 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'rates of local lenders fall by part of the saving' },
  },
  {
    id: 'S56',
    by: [{ kind: 'lever', name: 'partnerBank' }],
    claims: ['C12'],
    change: { policies: [{ lever: 'partnerBank', set: { restraint: 0.8 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'fewer enterprises have two lenders' },
  },
  {
    id: 'S63',
    by: [{ kind: 'lever', name: 'loanPlusEquity', with: { en: 'technology enterprises', zh: '科技企业' } }],
    claims: ['C18'],
    change: {
      policies: [
        { lever: 'loanPlusEquity', set: { rights: 0.03, equity: 0.5 }, scope: { sectors: ['technology'] } },
      ],
    },
    test: { file: 'test/sim/lenders.test.ts', title: 'fewer enterprises are refused as too risky' },
  },
  {
    id: 'S78',
    by: [{ kind: 'lever', name: 'dueDiligenceExemption' }],
    claims: ['C16'],
    change: { policies: [{ lever: 'dueDiligenceExemption', set: { exempt: 0.9 } }] },
    test: {
      file: 'test/sim/lenders.test.ts',
      title: 'fewer borderline enterprises are refused as too risky',
    },
  },
  {
    id: 'S79',
    by: [{ kind: 'lever', name: 'technologyTolerance' }],
    claims: ['C16'],
    change: { policies: [{ lever: 'technologyTolerance', set: { judged: 1 } }] },
    test: {
      file: 'test/sim/lenders.test.ts',
      title: 'fewer technology enterprises are refused as too risky',
    },
  },
  {
    id: 'S80',
    by: [
      {
        kind: 'lever',
        name: 'directEquity',
        with: {
          en: 'public funds judged as a whole take more technology enterprises',
          zh: '引导基金按整体考核，投资更多科技企业',
        },
      },
    ],
    claims: [],
    change: {
      policies: [{ lever: 'directEquity', set: { flow: 0.25 }, scope: { sectors: ['technology'] } }],
    },
    test: { file: 'test/sim/lenders.test.ts', title: 'enterprises raise money nobody has to repay' },
  },
  {
    id: 'S81',
    by: [{ kind: 'lever', name: 'transferPrice' }],
    claims: ['C20'],
    change: { policies: [{ lever: 'transferPrice', set: { tilt: 0.01 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'the lenders’ return falls' },
  },
  {
    id: 'S82',
    by: [{ kind: 'lever', name: 'evaluation', with: { en: 'the rating’s weight', zh: '评级权重' } }],
    claims: [],
    change: { policies: [{ lever: 'evaluation', set: { target: 0.3, weight: 0.15 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'lenders behind the target quote lower rates' },
  },
  {
    id: 'S83',
    by: [
      {
        kind: 'lever',
        name: 'algorithmFiling',
        with: { en: 'one standard for all models', zh: '统一模型标准' },
      },
      {
        kind: 'lever',
        name: 'dataAlliance',
        with: { en: 'one register for all lenders', zh: '统一征信覆盖' },
      },
    ],
    claims: ['M14'],
    change: { policies: [{ lever: 'dataAlliance', set: { portability: 0.3 } }] },
    test: { file: 'test/sim/levers.test.ts', title: 'lenders tell clients of other lenders further apart' },
  },
  {
    id: 'S84',
    by: [
      {
        kind: 'preset',
        name: 'taizhou-relationship-banks',
        with: { en: 'a licence to experiment in one prefecture', zh: '一地先行先试' },
      },
    ],
    claims: [],
    change: {
      policies: [
        { lever: 'relationshipBanks', set: { presence: 1 }, scope: { prefectures: ['431000'] } },
        { lever: 'outlets', set: { density: 2 }, scope: { prefectures: ['431000'] } },
      ],
    },
    test: { file: 'test/sim/levers.test.ts', title: 'relationship banks lend' },
  },
  {
    id: 'S85',
    by: [
      {
        kind: 'phase',
        name: 'conditions',
        with: { en: 'every instrument is a dated patch', zh: '各工具均有起止日期' },
      },
      { kind: 'lever', name: 'evaluation' },
    ],
    claims: [],
    change: { policies: [{ lever: 'evaluation', set: { target: 0.25, leeway: 0.01 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'and refuse fewer as too risky' },
  },
  {
    id: 'S86',
    by: [
      {
        kind: 'lever',
        name: 'evaluation',
        with: { en: 'no volume target; more tolerance for bad loans', zh: '不设总量，提高不良容忍度' },
      },
      { kind: 'lever', name: 'mediumTermLoans' },
    ],
    claims: [],
    change: {
      policies: [
        { lever: 'evaluation', set: { leeway: 0.03 } },
        { lever: 'mediumTermLoans', set: { share: 0.2 } },
      ],
    },
    test: {
      file: 'test/sim/lenders.test.ts',
      title: 'lenders that may tolerate more bad loans keep their cut-offs',
    },
  },
  {
    id: 'S87',
    by: [{ kind: 'lever', name: 'aiAgents' }],
    claims: ['C25'],
    change: { policies: [{ lever: 'aiAgents', set: { use: 0.7 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'readings of one lender err together in a quarter' },
  },
  {
    id: 'S88',
    by: [{ kind: 'lever', name: 'aiAgents', with: { en: 'under full controls', zh: '全面管控' } }],
    claims: ['C25'],
    change: { policies: [{ lever: 'aiAgents', set: { use: 0.7, controls: 1 } }] },
    test: {
      file: 'test/sim/lenders.test.ts',
      title: 'controls catch most of what a lender’s readings have wrong together',
    },
  },
  {
    id: 'S89',
    by: [
      {
        kind: 'lever',
        name: 'directEquity',
        with: {
          en: 'investment companies and funds, all lines of business',
          zh: '投资公司与产业基金，覆盖各行业',
        },
      },
    ],
    claims: ['C26'],
    change: { policies: [{ lever: 'directEquity', set: { flow: 0.2 } }] },
    test: { file: 'test/sim/lenders.test.ts', title: 'the better ones, as far as investors can tell' },
  },
  {
    id: 'S90',
    by: [
      {
        kind: 'lever',
        name: 'evaluation',
        with: { en: 'the rules of admission for private enterprises', zh: '民营企业授信准入' },
      },
      { kind: 'lever', name: 'dueDiligenceExemption' },
    ],
    claims: [],
    change: {
      policies: [
        { lever: 'evaluation', set: { target: 0.2 } },
        { lever: 'dueDiligenceExemption', set: { exempt: 0.5 } },
      ],
    },
    test: { file: 'test/sim/lenders.test.ts', title: 'and refuse fewer as too risky' },
  },
  {
    id: 'S91',
    outside: {
      en: 'Listed as a best practice; the source gives no rule, no price and no party that decides, so there is nothing to model.',
      zh: '仅列为最佳实践，来源未说明规则、价格与决策主体，无从建模。',
    },
  },
];
