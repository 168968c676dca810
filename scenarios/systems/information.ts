/** Credit information, matching, segments, territory and green programmes. */

import type { ClaimId } from './claims.ts';
import type { Carrier, Change, OutsideRow, RepresentedRow, SystemRow } from './row.ts';

/** A lever, with what tells this row from others that share it. */
const lever = (name: string, en?: string, zh?: string): Carrier =>
  en !== undefined && zh !== undefined ? { kind: 'lever', name, with: { en, zh } } : { kind: 'lever', name };

type Policy = NonNullable<Change['policies']>[number];
/** A change of one lever, in a scope. */
const set = (name: string, values: NonNullable<Policy['set']>, scope?: Policy['scope']): Policy =>
  scope ? { lever: name, set: values, scope } : { lever: name, set: values };

const CHANNELS = 'test/sim/information-levers.test.ts';
const LEVERS = 'test/sim/levers.test.ts';

type Shown = readonly [file: string, title: string];
const row = (
  id: string,
  by: RepresentedRow['by'],
  claims: readonly ClaimId[],
  policies: readonly Policy[],
  [file, title]: Shown,
): RepresentedRow => ({ id, by, claims, change: { policies }, test: { file, title } });

const outside = (id: string, en: string, zh: string): OutsideRow => ({ id, outside: { en, zh } });

export const INFORMATION: readonly SystemRow[] = [
  row(
    'H1',
    [
      lever(
        'dataSharing',
        'coverage, sources and delay of the provincial platform',
        '省级平台的覆盖、数据种类与时滞',
      ),
    ],
    ['M13'],
    [set('dataSharing', { coverage: 0.9, delayMonths: 0 })],
    [CHANNELS, 'more kinds of data give more precision'],
  ),
  row(
    'H2',
    [
      lever('platformConnection', 'share of lenders that query it', '接入查询的机构比例'),
      lever('dataSharing'),
    ],
    ['M12'],
    [set('platformConnection', { share: 0.4 })],
    [CHANNELS, 'and gather less by hand: a check costs less'],
  ),
  row(
    'H3',
    [lever('matchingPlatform')],
    [],
    [set('matchingPlatform', { connected: 0.5 })],
    [CHANNELS, 'and go where less is asked for'],
  ),
  {
    id: 'H4',
    by: [
      { kind: 'agent', name: 'credit history of each enterprise' },
      {
        kind: 'phase',
        name: 'underwrite',
        with: {
          en: 'precision of a credit history; newcomers are fitted by themselves',
          zh: '信用历史的精度；新借款人单独拟合违约',
        },
      },
    ],
    claims: ['M1'],
    change: { parameters: { 'lend.tauHistory': [0] } },
    test: {
      file: CHANNELS,
      title:
        'a good enterprise without a credit history is read as riskier, and charged more, than with a year of it',
    },
  },
  row(
    'H5',
    [lever('dataSharing', 'kinds of data delivered by law', '依法归集的数据种类')],
    ['M13'],
    [set('dataSharing', { sources: 8 })],
    [CHANNELS, 'more kinds of data give more precision'],
  ),
  row(
    'H6',
    [lever('creditRepair')],
    ['M26'],
    [set('creditRepair', { months: 6 })],
    [LEVERS, 'lenders read more enterprises that were once written off'],
  ),
  row(
    'H7',
    [lever('dataSharing', 'consent', '授权比例')],
    [],
    [set('dataSharing', { consent: 0.2 })],
    [CHANNELS, 'and fewer enterprises without consent are read'],
  ),
  row(
    'H8',
    [
      lever(
        'dataSharing',
        'delay alone: a shared ledger takes the way through departments out',
        '仅时滞：共享账本省去逐级报送',
      ),
    ],
    [],
    [set('dataSharing', { delayMonths: 0 })],
    [
      CHANNELS,
      'late records hide a flood: whom it hit looks better than to a lender that reads records of today',
    ],
  ),
  row(
    'H9',
    [lever('collateralSubstitutes', 'haircut and months until a pledge is sold', '折扣与处置月数')],
    ['M8'],
    [set('collateralSubstitutes', { share: 0.4, haircut: 0.5, lagMonths: 11 })],
    [CHANNELS, 'a default of those who pledge costs the lender less'],
  ),
  row(
    'H10',
    [lever('creditTraining')],
    [],
    [set('creditTraining', { trained: 0.5 })],
    [CHANNELS, 'records on file hold more sources'],
  ),
  row(
    'H11',
    [lever('enterpriseApp')],
    ['M27'],
    [set('enterpriseApp', { adoption: 0.5 })],
    [LEVERS, "rises('enterpriseApp', 'more enterprises ask'"],
  ),
  row(
    'H17',
    [lever('dataAlliance')],
    ['M14'],
    [set('dataAlliance', { portability: 0.5 })],
    [LEVERS, 'and rank them better'],
  ),
  row(
    'H21',
    [lever('sectorRiskEngines', 'city banks, all lines of business', '城商行，全部行业')],
    ['M15'],
    [
      set('sectorRiskEngines', { lenders: 1 }, { lenders: ['city'] }),
      set('sectorRiskEngines', { sectors: 1 }),
    ],
    [CHANNELS, 'a scorecard made for a sector tells good from bad better than one for all'],
  ),
  row(
    'H22',
    [lever('sectorRiskEngines', 'farming, manufacturing and tourism', '农业、制造业与文旅')],
    ['M29', 'C28'],
    [
      set('sectorRiskEngines', { lenders: 1 }),
      set(
        'sectorRiskEngines',
        { sectors: 1 },
        { sectors: ['agriculture', 'manufacturing', 'hospitality-tourism'] },
      ),
    ],
    [CHANNELS, 'a scorecard made for a sector tells good from bad better than one for all'],
  ),
  row(
    'H23',
    [lever('ecommerceData'), lever('supplyChainData')],
    ['M3', 'M15'],
    [set('ecommerceData', { coverage: 0.3 }), set('supplyChainData', { coverage: 0.3 })],
    [CHANNELS, 'orders and deliveries in place of statements get them digital loans at little cost'],
  ),
  row(
    'H24',
    [lever('ruralLogistics')],
    ['M3'],
    [set('ruralLogistics', { stations: 0.3 })],
    [CHANNELS, 'and are, where algorithms would have turned them away for want of traces'],
  ),
  row(
    'H25',
    [lever('missingDataTreatment', 'a gap read as no risk', '把缺失视为零风险')],
    ['M2'],
    [set('missingDataTreatment', { refuse: 0, zeroRisk: 0.9 })],
    [LEVERS, 'and a larger share of them is granted a loan'],
  ),
  row(
    'H26',
    [lever('carbonPricing', 'farms and forestry, makers, builders', '农林、制造与建筑')],
    ['C24'],
    [
      set(
        'carbonPricing',
        { share: 1, points: 0.0175, subsidy: 0.01 },
        { sectors: ['agriculture', 'manufacturing', 'construction'] },
      ),
    ],
    [CHANNELS, 'low emitters with an account are quoted less'],
  ),
  row(
    'H27',
    [
      lever(
        'collateralSubstitutes',
        'patents and orders of technology firms and exporters in the cities',
        '城区科技与出口企业的专利、订单',
      ),
    ],
    ['M8'],
    [
      set(
        'collateralSubstitutes',
        { share: 0.6 },
        { settings: ['urban'], sectors: ['technology', 'manufacturing'] },
      ),
    ],
    [CHANNELS, 'and more of the asset-light are granted a loan'],
  ),
  row(
    'H28',
    [lever('serviceCentres')],
    ['M27'],
    [set('serviceCentres', { parks: 0.5, centres: 0.2 })],
    [CHANNELS, 'more tenants and county enterprises ask'],
  ),
  row(
    'S17',
    [
      lever(
        'dataSharing',
        'the platform of Zhejiang: all sources, without delay',
        '浙江平台：全部来源、无时滞',
      ),
      lever('passivePreApproval', 'its pre-approved list', '其预授信名单'),
      lever('matchingPlatform', 'its matching of demand and supply', '其供需撮合'),
    ],
    ['C04'],
    [
      set('dataSharing', { coverage: 0.95, delayMonths: 0, sources: 40 }),
      set('passivePreApproval', { share: 0.5 }),
    ],
    [CHANNELS, 'more enterprises with records ask'],
  ),
  row(
    'S18',
    [lever('enterpriseApp'), lever('coordinationMechanism', 'the deadline alone', '仅办结时限')],
    ['C06'],
    [set('enterpriseApp', { adoption: 0.6 }), set('coordinationMechanism', { decisionDays: 5, visits: 0.1 })],
    [LEVERS, 'the visited wait less'],
  ),
  row(
    'S19',
    [lever('serviceCentres', 'windows in counties and townships', '县乡政务窗口')],
    ['C23'],
    [set('serviceCentres', { centres: 0.5 }, { settings: ['county', 'township'] })],
    [CHANNELS, 'more tenants and county enterprises ask'],
  ),
  row(
    'S20',
    [lever('demandDatabase')],
    [],
    [set('demandDatabase', { registered: 0.6 })],
    [CHANNELS, 'fewer are kept from asking by the trouble'],
  ),
  row(
    'S21',
    [
      lever(
        'aiAgents',
        'models and back office of officers, less cost and time a file',
        '客户经理的模型与后台，单笔成本与时间下降',
      ),
    ],
    ['C25'],
    [set('aiAgents', { use: 0.5, controls: 1 })],
    [CHANNELS, 'mobile desks and one back office make a check cheaper'],
  ),
  row(
    'S22',
    [lever('passivePreApproval', 'farms and the self-employed', '农户与个体经营者')],
    ['C05'],
    [set('passivePreApproval', { share: 0.9 }, { sizes: ['individual'], settings: ['county', 'township'] })],
    [CHANNELS, 'those the model picks are granted more often than others'],
  ),
  row(
    'S23',
    [
      lever(
        'passivePreApproval',
        'self-employed and micro enterprises, within a day',
        '个体与微型企业，一日内',
      ),
    ],
    ['C04'],
    [set('passivePreApproval', { share: 0.6 }, { sizes: ['individual', 'micro'] })],
    [CHANNELS, "falls('passivePreApproval', 'and are answered sooner'"],
  ),
  row(
    'S24',
    [
      lever('passivePreApproval', 'small enterprises on file', '有数据的小型企业'),
      lever('platformConnection'),
    ],
    ['C04'],
    [set('passivePreApproval', { share: 0.8 }, { sizes: ['small', 'micro'] })],
    [CHANNELS, 'more enterprises with records ask'],
  ),
  row(
    'S25',
    [lever('onlineMortgage')],
    ['C22'],
    [set('onlineMortgage', { days: 0.2, cost: 100 })],
    [CHANNELS, 'more owners of collateral ask when registering takes hours and little money'],
  ),
  row(
    'S26',
    [lever('remoteSensing')],
    [],
    [set('remoteSensing', { coverage: 0.6 })],
    [CHANNELS, 'farms are read with more precision'],
  ),
  row(
    'S27',
    [
      lever(
        'matchingPlatform',
        'registration of needs to the landing of loans, no pre-scoring',
        '从需求登记到贷款落地，不做预评分',
      ),
      lever('demandDatabase'),
      lever('platformConnection'),
    ],
    [],
    [set('matchingPlatform', { connected: 0.5 }), set('demandDatabase', { registered: 0.3 })],
    [CHANNELS, 'more ask where lenders are far'],
  ),
  row(
    'S28',
    [lever('bankTax')],
    ['C19'],
    [set('bankTax', { coverage: 0.6 })],
    [CHANNELS, 'those without a loan are read with more precision, which stands in for collateral'],
  ),
  row(
    'S29',
    [lever('employmentData')],
    ['C19'],
    [set('employmentData', { coverage: 0.6 })],
    [CHANNELS, 'those who employ are read with more precision, more than the self-employed'],
  ),
  row(
    'S30',
    [lever('sectorRiskEngines', 'joint-stock banks and technology', '股份制银行，科技企业')],
    ['C15'],
    [
      set('sectorRiskEngines', { lenders: 1 }, { lenders: ['joint-stock'] }),
      set('sectorRiskEngines', { sectors: 1 }, { sectors: ['technology'] }),
    ],
    [CHANNELS, 'technology enterprises with patents are read by these instead of collateral'],
  ),
  row(
    'S51',
    [lever('coordinationMechanism')],
    ['C06'],
    [set('coordinationMechanism', { visits: 0.3 })],
    [LEVERS, 'the visited wait less'],
  ),
  row(
    'S52',
    [
      lever('coordinationMechanism', 'the case is brought before those who can help', '把个案提交各方'),
      lever('guarantorEngine', 'bank and guarantor look at it together', '银行与担保机构共同审看'),
    ],
    ['M28'],
    [set('guarantorEngine', { connected: 0.6 }), set('coordinationMechanism', { visits: 0.1 })],
    [LEVERS, 'guarantors refuse less for lack of information'],
  ),
  row(
    'S53',
    [
      lever('passivePreApproval', 'the model first', '先跑数'),
      lever('coordinationMechanism', 'then the call, on those it passes', '后对通过者上门'),
    ],
    ['C05'],
    [set('passivePreApproval', { share: 0.5 }), set('coordinationMechanism', { visits: 0.2, screened: 1 })],
    [CHANNELS, 'visits that a model has screened lead to a loan more often'],
  ),
  row(
    'S54',
    [lever('serviceCentres', 'a team for each park', '每园区专属团队')],
    ['C13'],
    [set('serviceCentres', { parks: 0.9 })],
    [CHANNELS, 'tenants of parks are read with more precision'],
  ),
  row(
    'S55',
    [
      lever(
        'coordinationMechanism',
        'visits to all small enterprises without a loan',
        '走访全部无贷小微企业',
      ),
      lever('firstLoanList'),
    ],
    ['M24'],
    [
      set('coordinationMechanism', { visits: 0.6 }, { sizes: ['micro', 'small'] }),
      set('firstLoanList', { contacts: 0.3 }, { sizes: ['micro', 'small'] }),
    ],
    [CHANNELS, 'enterprises with a loan stay in business more often than others of their size'],
  ),
  row(
    'S57',
    [lever('cultivationPool')],
    [],
    [set('cultivationPool', { members: 0.2 })],
    [CHANNELS, 'they are better than the mean by as much as the department knows'],
  ),
  row(
    'S58',
    [lever('demandDatabase', 'exporting trades: one officer, one plan', '外贸行业：一企一专员、一户一策')],
    [],
    [set('demandDatabase', { registered: 0.8 }, { sectors: ['manufacturing', 'trade'] })],
    [CHANNELS, 'more ask where lenders are far'],
  ),
  row(
    'S59',
    [lever('cultivationPool', 'a label for credit management in trade', '商贸企业的信用管理示范称号')],
    [],
    [
      set(
        'cultivationPool',
        { members: 0.1 },
        { sectors: ['trade', 'manufacturing'], sizes: ['small', 'medium'] },
      ),
    ],
    [CHANNELS, 'the nominated ask more'],
  ),
  row(
    'S60',
    [
      lever('serviceCentres', 'parks', '园区'),
      lever('sectorRiskEngines', 'technology', '科技'),
      lever('supplyChainData', 'chains', '供应链'),
      lever('employmentData', 'employers', '吸纳就业'),
      lever('batchGuarantee', 'bank and guarantor', '银担合作'),
    ],
    ['C28'],
    [
      set('serviceCentres', { parks: 0.6 }),
      set('supplyChainData', { coverage: 0.6 }),
      set('employmentData', { coverage: 0.6 }),
    ],
    [CHANNELS, 'suppliers of core enterprises become readable, others do not'],
  ),
  row(
    'S61',
    [
      lever(
        'serviceCentres',
        'tiers of parks: seven in ten tenants of the best, half of the others',
        '分级：四五星园区七成租户，其他五成',
      ),
    ],
    ['C13'],
    [
      set('serviceCentres', { parks: 0.7 }, { settings: ['urban'] }),
      set('serviceCentres', { parks: 0.5 }, { settings: ['county', 'township'] }),
    ],
    [CHANNELS, 'tenants of parks are read with more precision'],
  ),
  row(
    'S62',
    [
      lever(
        'supplyChainData',
        'orders and deliveries confirmed by the core enterprise',
        '核心企业确权的订单与交付',
      ),
      lever('collateralSubstitutes', 'receivables and stock', '应收账款与存货'),
      {
        kind: 'shock',
        name: 'coreEnterpriseBreak',
        with: { en: 'what its failure does to suppliers', zh: '核心企业断裂对供应商的冲击' },
      },
    ],
    ['C14'],
    [
      set('supplyChainData', { coverage: 0.8 }),
      set(
        'collateralSubstitutes',
        { share: 0.5, haircut: 0.3, lagMonths: 4 },
        { sectors: ['manufacturing', 'trade'] },
      ),
    ],
    [CHANNELS, 'suppliers of core enterprises become readable, others do not'],
  ),
  row(
    'S64',
    [lever('sectorRiskEngines', 'technology, by patents', '科技企业，凭专利')],
    ['C15'],
    [
      set('sectorRiskEngines', { lenders: 1 }),
      set('sectorRiskEngines', { sectors: 1 }, { sectors: ['technology'] }),
    ],
    [CHANNELS, 'technology enterprises with patents are read by these instead of collateral'],
  ),
  row(
    'S65',
    [lever('collateralSubstitutes', 'patents of technology firms', '科技企业专利')],
    [],
    [set('collateralSubstitutes', { share: 0.8, haircut: 0.6, lagMonths: 9 }, { sectors: ['technology'] })],
    [CHANNELS, 'a default of those who pledge costs the lender less'],
  ),
  row(
    'S66',
    [
      lever('sectorRiskEngines', 'technology in the core cities', '核心城市科技企业'),
      lever('techRiskSharing'),
    ],
    ['C17'],
    [
      set('sectorRiskEngines', { lenders: 1 }),
      set('sectorRiskEngines', { sectors: 1 }, { prefectures: ['430100'], sectors: ['technology'] }),
    ],
    [CHANNELS, 'technology enterprises with patents are read by these instead of collateral'],
  ),
  row(
    'S67',
    [
      { kind: 'agent', name: 'size class individual' },
      lever('demandDatabase', 'the self-employed, by markets and streets', '个体工商户，经市场与街道'),
    ],
    [],
    [set('demandDatabase', { registered: 0.6 }, { sizes: ['individual'] })],
    [CHANNELS, 'fewer are kept from asking by the trouble'],
  ),
  row(
    'S68',
    [lever('remoteSensing'), lever('demandDatabase', 'farms', '涉农企业'), lever('interruptionInsurance')],
    [],
    [
      set('remoteSensing', { coverage: 0.8 }),
      set('demandDatabase', { registered: 0.8 }, { sectors: ['agriculture'] }),
    ],
    [CHANNELS, 'and screened less by visit'],
  ),
  row(
    'S69',
    [lever('exportCreditInsurance'), lever('demandDatabase', 'exporting trades', '外贸行业')],
    [],
    [
      set(
        'demandDatabase',
        { registered: 0.5 },
        { sectors: ['manufacturing', 'trade'], settings: ['urban'] },
      ),
    ],
    [CHANNELS, 'more ask where lenders are far'],
  ),
  row(
    'S71',
    [lever('creditTraining', 'farms: a statement of what the household owns', '农户：编制家庭资产负债表')],
    ['C21'],
    [set('creditTraining', { trained: 0.6 }, { sectors: ['agriculture'] })],
    [CHANNELS, 'what a household or a shop owns and sells becomes visible to lenders'],
  ),
  outside(
    'S72',
    'Credit and insurance of persons who moved or work by the day: household finance; a founder’s own score is not told apart from the enterprise’s.',
    '新市民与灵活就业者个人的信贷和保险，属居民金融；创业者个人信用不与企业分开建模。',
  ),
  row(
    'S73',
    [lever('outlets', 'townships: no place without basic services', '乡镇：基础金融服务全覆盖')],
    ['C23', 'C27'],
    [set('outlets', { density: 3 }, { settings: ['township'] })],
    [CHANNELS, 'more township enterprises ask where outlets are denser'],
  ),
  outside(
    'S74',
    'Household consumption: buying homes and cars, studying, eating out. It reaches enterprises as demand, which is an assumption of the model.',
    '居民消费场景（购房、购车、留学、外卖），属居民金融；对企业的影响体现为需求假设。',
  ),
  row(
    'S75',
    [lever('carbonPricing', 'accounts of all low emitters', '全部低排放企业的碳账户')],
    ['C24'],
    [set('carbonPricing', { share: 0.8, points: 0.01 })],
    [CHANNELS, 'low emitters with an account are quoted less'],
  ),
  row(
    'S76',
    [lever('carbonPricing', 'small and micro enterprises by efficiency grade', '小微企业按碳效等级')],
    [],
    [set('carbonPricing', { share: 1, points: 0.005 }, { sizes: ['micro', 'small'] })],
    [CHANNELS, 'low emitters with an account are quoted less'],
  ),
  outside(
    'S77',
    'Outlets that offset their own emissions with forest credits: a cost of the bank’s premises, not a term of any loan.',
    '网点以林业碳汇抵消自身排放，是银行的场所成本，不构成贷款条件。',
  ),
];
