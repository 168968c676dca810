/** Guarantee, insurance, loss sharing, treasuries and shocks. */
import type { SystemRow } from './row.ts';

export const GUARANTEE: readonly SystemRow[] = [
  {
    id: 'H29',
    by: [
      { kind: 'agent', name: 'guarantors, each with its own money, claims and multiple' },
      { kind: 'lever', name: 'riskSplit' },
      { kind: 'lever', name: 'guaranteeCapital' },
      { kind: 'lever', name: 'reguarantee' },
      { kind: 'lever', name: 'counterGuarantee' },
    ],
    claims: [],
    change: {
      policies: [
        { lever: 'guaranteeCapital', set: { multiple: 4 } },
        { lever: 'reguarantee', set: { share: 0.4 } },
        { lever: 'counterGuarantee', set: { asked: 0.6 } },
      ],
    },
    test: { file: 'test/laws/mechanisms.ts', title: 'less can be guaranteed' },
  },
  {
    id: 'H30',
    by: [
      {
        kind: 'lever',
        name: 'compensation',
        with: {
          en: 'rate owed, arrival, papers, recovery first, common purse, old claims',
          zh: '补偿比例、到位率、审核期、先追偿、统筹与清欠',
        },
      },
      { kind: 'lever', name: 'courtSpeed' },
      { kind: 'shock', name: 'treasuryArrears' },
    ],
    claims: ['M4', 'M5', 'M6'],
    change: { policies: [{ lever: 'compensation', set: { arrival: 1, recoverFirst: 0 } }] },
    test: {
      file: 'test/sim/guarantee-levers.test.ts',
      title: 'compensation that arrives lets guarantors carry more on their net assets',
    },
  },
  {
    id: 'H31',
    by: [
      {
        kind: 'lever',
        name: 'riskPool',
        with: {
          en: 'the provincial pool: inclusive loans, finite money',
          zh: '省级资金池：普惠贷款，资金有限',
        },
      },
      {
        kind: 'lever',
        name: 'dataPool',
        with: { en: 'the e-commerce pool: loans on platform data', zh: '“政银企数”池：平台数据贷款' },
      },
    ],
    claims: [],
    change: {
      policies: [
        { lever: 'riskPool', set: { enrolled: 0.6 } },
        { lever: 'dataPool', set: { enrolled: 1 } },
      ],
    },
    test: { file: 'test/sim/guarantee-levers.test.ts', title: 'lenders learn when it is dry' },
  },
  {
    id: 'H32',
    by: [{ kind: 'lever', name: 'zoneRule' }],
    claims: [],
    change: { policies: [{ lever: 'zoneRule', set: { outside: 1, share: 0.8 } }] },
    test: {
      file: 'test/sim/guarantee-levers.test.ts',
      title: 'specialised enterprises outside the zones are backed',
    },
  },
  {
    id: 'H33',
    by: [
      {
        kind: 'lever',
        name: 'batchGuarantee',
        with: {
          en: 'accepted on the bank’s approval, under a cap of payouts',
          zh: '见贷即保，以代偿率上限为界',
        },
      },
    ],
    claims: ['C11'],
    change: { policies: [{ lever: 'batchGuarantee', set: { share: 0.9 } }] },
    test: { file: 'test/sim/levers.test.ts', title: 'guarantors refuse less for lack of information' },
  },
  {
    id: 'H34',
    by: [
      {
        kind: 'lever',
        name: 'dynamicRiskShare',
        with: { en: 'in Changsha, Zhuzhou and Xiangtan', zh: '限长沙、株洲、湘潭' },
      },
    ],
    claims: ['M7'],
    change: {
      policies: [
        {
          lever: 'dynamicRiskShare',
          set: { slope: 0.6 },
          scope: { prefectures: ['430100', '430200', '430300'] },
        },
      ],
    },
    test: {
      file: 'test/sim/levers.test.ts',
      title: 'cover grows where the lender is well inside it',
    },
  },
  {
    id: 'H35',
    by: [
      {
        kind: 'lever',
        name: 'guarantorEngine',
        with: { en: 'one profile for credit and guarantee', zh: '一份画像同时给出授信与担保' },
      },
    ],
    claims: ['M28'],
    change: { policies: [{ lever: 'guarantorEngine', set: { connected: 0.9 } }] },
    test: { file: 'test/sim/levers.test.ts', title: 'guaranteed decisions come sooner' },
  },
  {
    id: 'H36',
    by: [
      {
        kind: 'lever',
        name: 'guarantorEngine',
        with: { en: 'requests through the platform', zh: '经平台的担保申请' },
      },
      { kind: 'lever', name: 'claimsProcedure', with: { en: 'claims answered in days', zh: '理赔数日响应' } },
      { kind: 'lever', name: 'guaranteeFee', with: { en: 'fee at most 0.8 %', zh: '费率不高于0.8%' } },
    ],
    claims: ['M30'],
    change: {
      policies: [
        { lever: 'guarantorEngine', set: { connected: 0.6 } },
        { lever: 'claimsProcedure', set: { payoutMonths: 1 } },
        { lever: 'guaranteeFee', set: { rate: 0.008 } },
      ],
    },
    test: {
      file: 'test/sim/guarantee-levers.test.ts',
      title: 'a guarantor that pays at once is worth more to a bank',
    },
  },
  {
    id: 'H37',
    by: [
      { kind: 'lever', name: 'loanGuaranteeInsurance' },
      { kind: 'contract', name: 'insured loan: the insurer pays its part some months after default' },
    ],
    claims: [],
    change: { policies: [{ lever: 'loanGuaranteeInsurance', set: { coverage: 0.3 } }] },
    test: { file: 'test/sim/guarantee-levers.test.ts', title: 'insured loans are granted' },
  },
  {
    id: 'H38',
    by: [{ kind: 'lever', name: 'interruptionInsurance', with: { en: 'farms', zh: '涉农企业' } }],
    claims: ['M25'],
    change: { policies: [{ lever: 'interruptionInsurance', set: { coverage: 0.9 } }] },
    test: {
      file: 'test/sim/flood.test.ts',
      title: 'insured farms of the lake keep more cash than the uninsured',
    },
  },
  {
    id: 'H39',
    by: [
      {
        kind: 'lever',
        name: 'exportCreditInsurance',
        with: { en: 'policies pledged for loans', zh: '保单质押融资' },
      },
      { kind: 'shock', name: 'exportFall' },
    ],
    claims: [],
    change: {
      policies: [{ lever: 'exportCreditInsurance', set: { coverage: 0.9 } }],
      shocks: [{ kind: 'exportFall' }],
    },
    test: { file: 'test/sim/guarantee-levers.test.ts', title: 'exporters borrow on pledged policies' },
  },
  {
    id: 'H42',
    by: [{ kind: 'lever', name: 'firstLoanList' }],
    claims: ['M21'],
    change: { policies: [{ lever: 'firstLoanList', set: { contacts: 0.4 } }] },
    test: { file: 'test/laws/mechanisms.ts', title: 'contacted enterprises get their first loan' },
  },
  {
    id: 'H43',
    by: [
      {
        kind: 'lever',
        name: 'smartSubsidy',
        with: { en: 'found and paid from data, in a week', zh: '数据识别、免申即享、约七天到账' },
      },
      {
        kind: 'lever',
        name: 'interestSubsidy',
        with: { en: 'two tax years asked of a claim', zh: '须两个纳税年度' },
      },
    ],
    claims: ['M22'],
    change: { policies: [{ lever: 'smartSubsidy', set: { automatic: 0.9 } }] },
    test: { file: 'test/sim/levers.test.ts', title: 'more small borrowers are paid' },
  },
  {
    id: 'H44',
    by: [{ kind: 'lever', name: 'fundAllocation' }],
    claims: ['M23'],
    change: { policies: [{ lever: 'fundAllocation', set: { west: 0.4, heldBack: 0 } }] },
    test: {
      file: 'test/sim/levers.test.ts',
      title: 'borrowing costs less, net of subsidy, in the west and south',
    },
  },
  {
    id: 'H45',
    by: [
      { kind: 'lever', name: 'dashboard' },
      { kind: 'indicator', name: 'coordination-index' },
    ],
    claims: [],
    change: { policies: [{ lever: 'dashboard', set: { gain: 0.1, fundGain: 0.1 } }] },
    test: { file: 'test/sim/guarantee-levers.test.ts', title: 'compensation rates of places move apart' },
  },
  {
    id: 'H50',
    by: [
      {
        kind: 'shock',
        name: 'flood',
        with: { en: 'Dongting Lake: Yueyang and Changde, three months', zh: '洞庭湖区：岳阳、常德，三个月' },
      },
    ],
    claims: ['M25'],
    change: { shocks: [{ kind: 'flood', scope: { prefectures: ['430600', '430700'] } }] },
    test: { file: 'test/laws/mechanisms.ts', title: 'farms of the lake fall overdue' },
  },
  {
    id: 'H51',
    by: [
      { kind: 'agent', name: 'guarantors that stop when money or capital is short' },
      { kind: 'indicator', name: 'guarantors-suspended' },
    ],
    claims: ['M4'],
    change: { policies: [{ lever: 'compensation', set: { arrival: 0 } }] },
    test: {
      file: 'test/sim/guarantee-levers.test.ts',
      title: 'compensation that does not arrive stops guarantors',
    },
  },
  {
    id: 'H52',
    by: [
      {
        kind: 'lever',
        name: 'missingDataTreatment',
        with: { en: 'a gap read as no risk', zh: '把缺失当作零风险' },
      },
      {
        kind: 'lever',
        name: 'algorithmFiling',
        with: { en: 'which removes that reading', zh: '备案后不再如此' },
      },
    ],
    claims: ['M2'],
    change: { policies: [{ lever: 'missingDataTreatment', set: { refuse: 0, zeroRisk: 0.9 } }] },
    test: {
      file: 'test/sim/levers.test.ts',
      title: 'a gap that is read as no risk makes enterprises without a record look safer',
    },
  },
  {
    id: 'H53',
    by: [
      {
        kind: 'lever',
        name: 'dataAlliance',
        with: {
          en: 'a credit chain over provinces: state and joint-stock banks share what they know',
          zh: '跨省征信链：国有与股份制银行共享信息',
        },
      },
      {
        kind: 'lever',
        name: 'headToHead',
        with: {
          en: 'guarantees recognised over provinces: province-wide banks come in',
          zh: '跨省互认：全省性银行纳入',
        },
      },
      {
        kind: 'lever',
        name: 'riskPool',
        with: { en: 'a pool for technology, as in Suzhou', zh: '科技企业信用池（苏州）' },
      },
    ],
    claims: ['M14'],
    change: {
      policies: [
        { lever: 'dataAlliance', set: { portability: 0.6 }, scope: { lenders: ['state', 'joint-stock'] } },
        { lever: 'headToHead', set: { share: 1 }, scope: { lenders: ['state', 'joint-stock'] } },
        { lever: 'riskPool', set: { enrolled: 0.5 }, scope: { sectors: ['technology'] } },
      ],
    },
    test: { file: 'test/sim/levers.test.ts', title: 'lenders tell clients of other lenders further apart' },
  },
  {
    id: 'S31',
    by: [
      { kind: 'lever', name: 'mergeGuarantors' },
      { kind: 'lever', name: 'guaranteeCapital', with: { en: 'capital topped up', zh: '补充资本' } },
    ],
    claims: ['C10'],
    change: { policies: [{ lever: 'mergeGuarantors', set: { province: 1 } }] },
    test: { file: 'test/sim/guarantee-levers.test.ts', title: 'guarantors’ rooms lie closer together' },
  },
  {
    id: 'S32',
    by: [
      {
        kind: 'lever',
        name: 'batchGuarantee',
        with: { en: 'all lenders, all online', zh: '全部机构、全流程线上' },
      },
    ],
    claims: ['C11'],
    change: { policies: [{ lever: 'batchGuarantee', set: { share: 0.6 } }] },
    test: { file: 'test/sim/levers.test.ts', title: 'more enterprises without a record are guaranteed' },
  },
  {
    id: 'S33',
    by: [{ kind: 'lever', name: 'headToHead' }],
    claims: [],
    change: { policies: [{ lever: 'headToHead', set: { share: 0.9 } }] },
    test: {
      file: 'test/sim/guarantee-levers.test.ts',
      title: 'lenders without an agreement of their own bring guaranteed loans',
    },
  },
  {
    id: 'S34',
    by: [{ kind: 'lever', name: 'middleLayerList' }],
    claims: [],
    change: { policies: [{ lever: 'middleLayerList', set: { share: 0.9 } }] },
    test: { file: 'test/sim/guarantee-levers.test.ts', title: 'more guaranteed loans are first loans' },
  },
  {
    id: 'S35',
    by: [
      {
        kind: 'lever',
        name: 'riskPool',
        with: {
          en: 'a fund’s part of the loss, the bank keeps the rest',
          zh: '基金分担部分损失，余下归银行',
        },
      },
      { kind: 'lever', name: 'riskSplit', with: { en: 'explicit shares', zh: '明确分险比例' } },
    ],
    claims: [],
    change: {
      policies: [
        { lever: 'riskPool', set: { enrolled: 0.3, share: 0.5 } },
        { lever: 'riskSplit', set: { bankShare: 0.4 } },
      ],
    },
    test: { file: 'test/sim/guarantee-levers.test.ts', title: 'enrolled loans are granted' },
  },
  {
    id: 'S36',
    by: [{ kind: 'lever', name: 'parkRiskFund' }],
    claims: ['C13'],
    change: { policies: [{ lever: 'parkRiskFund', set: { members: 0.9, share: 0.6 } }] },
    test: {
      file: 'test/sim/guarantee-levers.test.ts',
      title: 'tenants’ loans are backed by fund and insurer',
    },
  },
  {
    id: 'S37',
    by: [{ kind: 'lever', name: 'partnerInsurance' }],
    claims: [],
    change: { policies: [{ lever: 'partnerInsurance', set: { coverage: 0.9 } }] },
    test: {
      file: 'test/sim/flood.test.ts',
      title: 'insured shops and workshops of the lake keep more cash than the uninsured',
    },
  },
  {
    id: 'S38',
    by: [
      {
        kind: 'lever',
        name: 'interruptionInsurance',
        with: { en: 'thick cover for the farms of one county', zh: '一县一品：县域涉农高赔付' },
      },
    ],
    claims: [],
    change: {
      policies: [
        {
          lever: 'interruptionInsurance',
          set: { coverage: 0.6, payout: 0.9 },
          scope: { settings: ['county'] },
        },
      ],
    },
    test: {
      file: 'test/sim/flood.test.ts',
      title: 'insured farms of the lake keep more cash than the uninsured',
    },
  },
  {
    id: 'S40',
    by: [
      {
        kind: 'lever',
        name: 'exportCreditInsurance',
        with: { en: 'insurers bear foreign buyers’ default', zh: '出口信保承担买方违约' },
      },
      {
        kind: 'lever',
        name: 'coordinationMechanism',
        with: { en: 'adviser teams visit exporting sectors', zh: '金融顾问团走访外贸行业' },
      },
    ],
    claims: [],
    change: {
      policies: [
        { lever: 'exportCreditInsurance', set: { coverage: 0.6 } },
        { lever: 'coordinationMechanism', set: { visits: 0.2 }, scope: { sectors: ['manufacturing'] } },
      ],
    },
    test: { file: 'test/sim/guarantee-levers.test.ts', title: 'and are paid when foreign buyers fail' },
  },
  {
    id: 'S41',
    by: [{ kind: 'lever', name: 'techRiskSharing' }],
    claims: ['C17'],
    change: { policies: [{ lever: 'techRiskSharing', set: { share: 0.8 } }] },
    test: { file: 'test/sim/guarantee-levers.test.ts', title: 'technology enterprises get more loans' },
  },
  {
    id: 'S70',
    by: [
      {
        kind: 'lever',
        name: 'transferPrice',
        with: { en: 'internal price in the counties of the west and south', zh: '湘西湘南县域内部资金定价' },
      },
      {
        kind: 'lever',
        name: 'evaluation',
        with: { en: 'weight of the supervisor’s evaluation', zh: '监管评价权重' },
      },
    ],
    claims: ['C20'],
    change: {
      policies: [
        {
          lever: 'transferPrice',
          set: { tilt: 0.01 },
          scope: {
            prefectures: ['430500', '431000', '431100', '431200', '433100'],
            settings: ['county', 'township'],
          },
        },
      ],
    },
    test: { file: 'test/sim/guarantee-levers.test.ts', title: 'loans in weak counties cost less' },
  },
  {
    id: 'S39',
    by: [
      {
        kind: 'lever',
        name: 'collateralSubstitutes',
        with: {
          en: 'livestock, factory shares, land and rights as security',
          zh: '活体、厂房份额、标准地、权票作押',
        },
      },
    ],
    claims: ['M8'],
    change: {
      policies: [
        {
          lever: 'collateralSubstitutes',
          set: { share: 0.9, haircut: 0.2, lagMonths: 3 },
          scope: { sectors: ['agriculture'] },
        },
      ],
    },
    test: {
      file: 'test/sim/information-levers.test.ts',
      title: 'and more of the asset-light are granted a loan',
    },
  },
];
