/** Causal claims of the sources, 31 of the Hunan report (M) and 28 of the Zhejiang and national documents (C). */
import type { Text } from '../../sim/index.ts';

const claim = (en: string, zh: string): Text => ({ en, zh });

/** Cause, mechanism and what should be seen, in one sentence each. */
export const CLAIMS = {
  M1: claim(
    'Without a credit file, what is not known is priced as risk: the rate is higher.',
    '缺少信用档案，信息不对称被当作风险定价，利率更高。',
  ),
  M2: claim(
    'A model that reads missing electricity and tax data as no risk lends to those who default.',
    '模型把缺失的用电、纳税数据当作零风险，贷给了随后违约的人。',
  ),
  M3: claim(
    'Trade without online traces is refused by algorithms although the enterprise is sound.',
    '线下经营没有线上痕迹，算法拒绝了有偿付能力的县域企业。',
  ),
  M4: claim(
    'Compensation in arrears eats the net assets of guarantors, new guarantees stop and private lending follows.',
    '财政补偿拖欠侵蚀担保机构净资产，新业务停止，企业转向民间借贷。',
  ),
  M5: claim(
    'Compensation that arrives lets a guarantor carry more guarantees on its capital.',
    '补偿按时到位，担保机构单位资本可承担更多担保。',
  ),
  M6: claim(
    'Recover-first and eleven months in court make the guarantee late and worth less to a bank.',
    '先追偿后补偿、诉讼十一个月，使担保迟缓、对银行价值降低。',
  ),
  M7: claim(
    'A loss share tied to a bank’s record draws banks to unsecured and first-time borrowers.',
    '分险比例与银行表现挂钩，银行更愿发放信用贷款与首贷。',
  ),
  M8: claim(
    'A rule of real-estate collateral leaves out asset-light and western enterprises.',
    '以房产为主的抵押规则把轻资产企业与西部企业排除在外。',
  ),
  M9: claim(
    'One price for all drives good clients away and keeps the risky ones.',
    '统一定价使优质客户离开、高风险客户留下。',
  ),
  M10: claim(
    'Slow answers of banks send urgent borrowers to private lenders.',
    '银行审批慢，急用资金的企业转向民间借贷。',
  ),
  M11: claim(
    'Scarce capital and dear funds of local banks end in a mark-up on the loan rate.',
    '地方法人银行资本紧、资金贵，贷款利率加点更高。',
  ),
  M12: claim(
    'Fragmented public data have to be gathered by hand: each loan costs more.',
    '公共数据分散，需人工采集，单笔成本上升。',
  ),
  M13: claim(
    'More kinds of data shared by law give better screening and more unsecured approvals.',
    '依法共享的数据种类增多，识别更准，信用贷款获批增多。',
  ),
  M14: claim(
    'Pooled default records give finer screening at lower cost.',
    '共享违约记录，识别更细、成本更低。',
  ),
  M15: claim(
    'Transactions in place of statements raise approvals and lower the cost of a check.',
    '交易数据替代报表，获批增多、审核成本下降。',
  ),
  M16: claim(
    'A bank that works with platforms gains volume and loses margin and clients.',
    '银行与平台合作，规模增加而利差与客户流失。',
  ),
  M17: claim(
    'Licensing and capital rules move platforms from their own book to supplying technology.',
    '牌照与资本约束使平台由自营放贷转为输出技术。',
  ),
  M18: claim(
    'Mandatory reporting makes lenders rebuild their risk control: fewer bad loans at lower cost.',
    '强制报送促使机构重建风控，不良与风控成本下降。',
  ),
  M19: claim(
    'Higher entry requirements bring exits and concentration.',
    '准入门槛提高，机构退出、集中度上升。',
  ),
  M20: claim(
    'A reserve discount makes inclusive lending pay, and it grows.',
    '准备金优惠使普惠贷款有利可图，投放增加。',
  ),
  M21: claim(
    'A list pushed to banks removes the search cost of first-time borrowers.',
    '名单推送免去首贷户的搜寻成本。',
  ),
  M22: claim(
    'A subsidy that asks for two tax years excludes first-time borrowers; unequal definitions leave money unspent.',
    '贴息要求两个纳税年度，把首贷户排除在外；口径不一使资金滞留。',
  ),
  M23: claim(
    'Public money that follows the core keeps the regional gap.',
    '财政资金流向核心区，区域差距延续。',
  ),
  M24: claim(
    'Enterprises with credit have more means and survive longer, in part because they were better.',
    '获得信贷的企业资金更充裕、存活更久，其中部分源于选择。',
  ),
  M25: claim(
    'A disaster without insurance opens a cash gap and loans fall overdue within months; the insured far less.',
    '灾害无保险造成现金缺口，数月内逾期上升；投保企业轻得多。',
  ),
  M26: claim(
    'Clearing the marks of blameless default lets enterprises return to credit.',
    '修复非恶意失信记录，企业重新获得信贷。',
  ),
  M27: claim(
    'Self-service matching makes applying cheaper and better aimed.',
    '自助匹配使申请更省、更对路。',
  ),
  M28: claim(
    'A profile shared by bank and guarantor means fewer refusals for lack of information and less time.',
    '银担共享画像，因信息不足的拒保减少、耗时缩短。',
  ),
  M29: claim(
    'Risk control made for a sector tells good from bad better than a general model.',
    '行业专属风控比通用模型更能区分好坏。',
  ),
  M30: claim(
    'A joint platform shortens the chain and lowers fees: cheaper and quicker loans.',
    '联合平台缩短链条、降低费用，贷款更便宜、更快。',
  ),
  M31: claim(
    'A thin equity market leaves enterprises dependent on debt.',
    '股权市场薄弱，企业依赖债务，杠杆风险上升。',
  ),
  C01: claim(
    'Officers who walk their patch and build the accounts themselves can score opaque enterprises.',
    '客户经理走访片区、自编报表，使不透明企业可以评估。',
  ),
  C02: claim(
    'Large banks with cheap funds take the transparent clients; local banks keep the riskier rest.',
    '大行以低成本资金下沉，掐走透明客户，地方银行留下风险较高者。',
  ),
  C03: claim(
    'Policy lending below its risk cost swells, and its losses show when support ends.',
    '低于风险成本的政策性放贷膨胀，支持退出后损失显现。',
  ),
  C04: claim(
    'Public records on one platform let models pre-score without a visit: more unsecured and first loans.',
    '公共记录归集于一个平台，无需走访即可预评，信用贷款与首贷增多。',
  ),
  C05: claim(
    'Pre-scoring before visits sends officers to those who are likely to be granted.',
    '走访前先由模型预筛，人力投向获批可能性高的企业。',
  ),
  C06: claim(
    'Visits, lists and a one-month clock bring out latent demand and shorten delays.',
    '走访、清单与一个月时限，释放潜在需求、缩短等待。',
  ),
  C07: claim(
    'Repay-before-renewal makes enterprises borrow bridge money at a high price.',
    '先还后贷迫使企业高价借过桥资金。',
  ),
  C08: claim(
    'Renewal and revolving contracts remove the bridge cost and ease liquidity.',
    '续贷与循环贷款消除过桥成本、缓解流动性压力。',
  ),
  C09: claim(
    'Renewal can hide weak loans: the class stays while the quality falls.',
    '续贷可能掩盖劣质贷款：分类不变而质量下降。',
  ),
  C10: claim(
    'Small scattered county guarantors have little leverage and concentrated risk.',
    '县级担保机构小而散，放大倍数低、风险集中。',
  ),
  C11: claim(
    'Batch guarantee removes a screening cost and adds capacity; effort may fall.',
    '批量担保省去审查成本、增加容量，但审查投入可能下降。',
  ),
  C12: claim(
    'Many lenders to one small enterprise stack up debt.',
    '多家银行向同一小微企业放贷，债务层层叠加。',
  ),
  C13: claim(
    'A park’s tier and its operator’s data make tenants easier to read, and risk is shared.',
    '园区星级与运营数据使入园企业更易识别，风险得以共担。',
  ),
  C14: claim(
    'Data of the core enterprise let a bank verify receivables and stock.',
    '核心企业数据使银行能核实应收账款与存货。',
  ),
  C15: claim(
    'Technology enterprises without collateral and with uncertain income are screened out by standard control.',
    '科技企业缺抵押、收入不确定，被标准风控筛除。',
  ),
  C16: claim(
    'Officers liable for each default lend only to the safest; exemption reverses it.',
    '逐笔追责使客户经理只贷最稳妥者；尽职免责扭转这一点。',
  ),
  C17: claim(
    'Layers of fiscal, guarantee and insurance cover lower a bank’s marginal loss on early technology firms.',
    '财政、担保、保险分层分担，降低银行对早期科技企业的边际损失。',
  ),
  C18: claim(
    'A loan with equity or forward rights gives the lender upside, so it lends earlier.',
    '贷款配股权或远期权益，银行分享收益，愿意更早放贷。',
  ),
  C19: claim(
    'Employment or tax records that enter scoring stand in for collateral.',
    '就业、纳税记录进入评分，替代抵押物。',
  ),
  C20: claim(
    'Support, evaluation and internal prices tilted to weak counties make supply there cheaper and larger.',
    '信贷支持、考核与内部定价向薄弱县倾斜，当地供给更便宜、更多。',
  ),
  C21: claim(
    'A statement of the household’s balance sheet makes net worth visible and raises lines.',
    '编制家庭资产负债表使净资产可见，授信额度提高。',
  ),
  C22: claim('Registering collateral online saves days and cost.', '抵押登记线上办理，节省时间与费用。'),
  C23: claim(
    'Outlets in townships and government windows lower the threshold of access.',
    '网点与政务窗口下沉乡镇，降低融资门槛。',
  ),
  C24: claim('Terms that follow carbon performance reward abatement.', '贷款条件与碳表现挂钩，减排者受益。'),
  C25: claim(
    'AI agents cut the cost and time of a decision and bring a model risk of their own.',
    '智能体降低决策成本与时间，同时带来模型风险。',
  ),
  C26: claim(
    'Few equity investors leave innovative enterprises with bank debt or with less.',
    '股权投资机构少，创新企业只能依靠银行债务或融资更少。',
  ),
  C27: claim('Outlets in few places leave other counties thinly served.', '网点分布不均，其他县服务薄弱。'),
  C28: claim(
    'One scorecard for all branches misses what tells segments apart.',
    '统一考核与评分忽视客群差异。',
  ),
} as const satisfies Readonly<Record<string, Text>>;

export type ClaimId = keyof typeof CLAIMS;
