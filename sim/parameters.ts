/**
 * The register of parameter names the engine knows: dimension, unit and meaning. Values, ranges, sources and
 * grades live in the province pack, one record a parameter; a pack that lacks one, or has one too many, is refused.
 * Lengths follow the dimension: one 1, setting 3, sector 8, size 4, class 8, class-size 32 (class-major),
 * class-setting 24 (class-major), source 13 and segment 7 with the same second parts, prefecture as many as the province has.
 */
export type Dimension =
  | 'one'
  | 'setting'
  | 'sector'
  | 'size'
  | 'class'
  | 'class-size'
  | 'class-setting'
  | 'source'
  | 'source-sector'
  | 'source-size'
  | 'source-setting'
  | 'segment-sector'
  | 'segment-size'
  | 'segment-setting'
  | 'prefecture';

export interface ParameterSpec {
  readonly per: Dimension;
  readonly unit: string;
  readonly means: string;
}

const spec = (per: Dimension, unit: string, means: string): ParameterSpec => ({ per, unit, means });

export const PARAMETERS = {
  // trade
  'trade.annualSales': spec('size', 'yuan a year', 'median normal sales of an enterprise'),
  'trade.salesSpread': spec('size', 'log standard deviation', 'spread of normal sales inside a size class'),
  'trade.margin': spec(
    'sector',
    'ratio of sales',
    'operating margin after normal owner pay, before interest',
  ),
  'trade.marginBySetting': spec('setting', 'ratio of sales', 'margin added by kind of place'),
  'trade.marginByPrefecture': spec('prefecture', 'ratio of sales', 'margin added by prefecture'),
  'trade.qualityMargin': spec(
    'one',
    'ratio of sales',
    'margin of one standard deviation of permanent quality',
  ),
  'trade.shockMargin': spec(
    'size',
    'ratio of sales',
    'margin of one standard deviation of the transitory shock',
  ),
  'trade.shockPersistence': spec('one', 'monthly ratio', 'persistence of the transitory shock'),
  'trade.fixedCostShare': spec('sector', 'ratio of normal sales', 'costs that do not fall with sales'),
  'trade.growth': spec('one', 'annual ratio', 'growth of normal nominal sales'),
  'trade.growthVolatility': spec(
    'size',
    'annual log standard deviation',
    'Laplace spread of growth of normal sales',
  ),
  'trade.factorVolatility': spec('one', 'ratio', 'standard deviation of sector-prefecture demand'),
  'trade.factorPersistence': spec('one', 'monthly ratio', 'persistence of sector-prefecture demand'),
  'trade.bufferMonths': spec('one', 'months of sales', 'liquidity an owner keeps before drawing profits'),
  'trade.drawRate': spec('one', 'monthly ratio', 'share of liquidity above the buffer the owner draws'),
  'trade.payablesMonths': spec('one', 'months of sales', 'how far supplier payables can be stretched'),
  'trade.supplierLossShare': spec('one', 'ratio', 'part of a failed enterprise’s payables lost by its block'),
  // data
  'data.onFileBySetting': spec(
    'setting',
    'ratio',
    'enterprises with a record on the platform at the status quo',
  ),
  'data.consentBySetting': spec('setting', 'ratio', 'enterprises that consent to its use at the status quo'),
  'data.missingBySetting': spec('setting', 'ratio', 'fields missing from a record'),
  'data.traceBySector': spec(
    'source-sector',
    'ratio',
    'enterprises that leave the trace, by line of business',
  ),
  'data.traceBySize': spec('source-size', 'ratio', 'factor on that share by size'),
  'data.traceBySetting': spec('source-setting', 'ratio', 'factor on that share by kind of place'),
  'data.sharedFrom': spec(
    'source',
    'source types',
    'kinds of data on the platform from which this source is among them',
  ),
  'data.sourceWorth': spec('source', 'precision', 'precision of one source alone, by an arbitrary unit'),
  'data.sourceOverlap': spec('one', 'ratio', 'discount of each further source in a record for overlap'),
  'data.fullRecord': spec('one', 'sources', 'public sources from which a record counts as full'),
  'segment.bySector': spec('segment-sector', 'ratio', 'enterprises of the segment, by line of business'),
  'segment.bySize': spec('segment-size', 'ratio', 'factor on that share by size'),
  'segment.bySetting': spec('segment-setting', 'ratio', 'factor on that share by kind of place'),
  'data.platformTraces': spec('setting', 'ratio', 'enterprises with commercial platform traces'),
  'data.collateral': spec('size', 'ratio', 'enterprises that can pledge collateral'),
  'data.collateralBySetting': spec('setting', 'ratio', 'factor on the chance of owning collateral, by place'),
  // apply
  'apply.needRate': spec('one', 'monthly ratio', 'enterprises that review their finance in a month'),
  'apply.noviceReview': spec('one', 'ratio', 'factor on the review rate of enterprises that never borrowed'),
  'apply.debtRatio': spec('size', 'ratio of annual sales', 'median debt an enterprise would carry'),
  'apply.debtRatioSpread': spec('one', 'log standard deviation', 'spread of desired debt'),
  'apply.deepening': spec('one', 'annual ratio', 'yearly rise of desired debt over sales'),
  'apply.haircut': spec(
    'one',
    'ratio of the principal',
    'loss on working capital sold to repay a called loan',
  ),
  'apply.returnOnCredit': spec(
    'one',
    'annual ratio',
    'mean return an enterprise expects from borrowed money',
  ),
  'apply.returnSpread': spec('one', 'annual ratio', 'spread of that return between enterprises'),
  'apply.searchCost': spec('setting', 'yuan', 'time, travel and documents of one application'),
  'apply.distance': spec(
    'prefecture',
    'ratio',
    'factor on the cost of applying, for distance and thin outlets',
  ),
  'apply.searchCostShare': spec(
    'one',
    'ratio of the loan',
    'part of the application cost that grows with the loan',
  ),
  'apply.fearOfRefusal': spec('one', 'ratio of the loan', 'loss an owner attaches to being refused'),
  'apply.belief': spec('setting', 'probability', 'chance of approval expected by an owner who never asked'),
  'apply.beliefSpread': spec('one', 'probit standard deviation', 'spread of that expectation'),
  'apply.beliefLearning': spec('one', 'ratio', 'weight of a new experience in the expected chance'),
  'apply.peerWeight': spec('one', 'monthly ratio', 'pull of the approval rate among peers'),
  'apply.rateSensitivity': spec(
    'one',
    'logit per annual ratio',
    'weight of the posted rate in the choice of a lender',
  ),
  'apply.reach': spec('class', 'logit', 'how present and known a lender class is'),
  'apply.reachBySize': spec('class-size', 'logit', 'how well a lender class suits a size of enterprise'),
  'apply.reachBySetting': spec('class-setting', 'logit', 'presence of a lender class by kind of place'),
  'apply.reachCore': spec('class', 'logit', 'presence added in the core prefectures'),
  'apply.relationPull': spec('one', 'logit', 'pull of the lender an enterprise already has'),
  'apply.secondLender': spec('one', 'ratio', 'factor on the review rate of enterprises that already borrow'),
  // the start in 2023-01
  'start.penetrationBySize': spec('size', 'ratio', 'enterprises with a formal loan, by size'),
  'start.penetrationBySetting': spec('setting', 'logit', 'shift of that share by kind of place'),
  'start.penetrationByPrefecture': spec('prefecture', 'logit', 'shift of that share by prefecture'),
  'start.secondLender': spec('size', 'ratio', 'borrowers with a second lender'),
  'start.guaranteed': spec('one', 'ratio', 'eligible borrowers whose loan is guaranteed'),
  'start.lapsed': spec('one', 'ratio', 'enterprises with a credit file and no loan'),
  'start.privateDebt': spec('setting', 'ratio', 'enterprises with a private loan'),
  'start.npl': spec('one', 'ratio', 'loans in default at the start'),
  // lenders
  'lend.indexCentre': spec('one', 'index', 'mean of the raw distance to illiquidity among borrowers'),
  'lend.indexSpread': spec('one', 'index', 'standard deviation of that distance'),
  'lend.startDefault': spec(
    'class',
    'annual ratio',
    'default rate lenders believe before their first yearly fit',
  ),
  'lend.startCeiling': spec('one', 'correlation', 'predictability of default they believe before it'),
  'lend.funding': spec('class', 'annual ratio', 'cost of funds'),
  'lend.fixedCost': spec('class', 'yuan a loan', 'cost of acquiring and checking one loan'),
  'lend.dataFixedCost': spec('class', 'yuan a loan', 'part of that cost saved when public data are usable'),
  'lend.variableCost': spec('class', 'annual ratio of the loan', 'cost that grows with the loan'),
  'lend.lgdUnsecured': spec('class', 'ratio', 'loss given default without collateral'),
  'lend.lgdSecured': spec('class', 'ratio', 'loss given default with collateral'),
  'lend.margin': spec('class', 'annual ratio', 'mark-up a lender asks where it meets full competition'),
  'lend.marketPower': spec('class', 'ratio', 'bargaining share of a lender where it meets few competitors'),
  'lend.rateCap': spec('class', 'annual ratio', 'highest contract rate'),
  'lend.minLoan': spec('class', 'yuan', 'smallest loan'),
  'lend.maxLoan': spec('class', 'yuan', 'largest loan without collateral or guarantee'),
  'lend.maxLine': spec('class', 'yuan', 'largest loan'),
  'lend.cutoff': spec('class', 'probability', 'highest twelve-month PD accepted'),
  'lend.unsecuredTolerance': spec(
    'one',
    'ratio',
    'part of the tolerated loss left where there is neither collateral nor guarantee',
  ),
  'lend.term': spec('class', 'months', 'term of a loan'),
  'lend.amortising': spec('class', 'ratio', 'part of a loan repaid in monthly instalments'),
  'lend.capitalRatio': spec('class', 'ratio', 'capital over risk-weighted assets at the start'),
  'lend.capitalFloor': spec('class', 'ratio', 'least capital over risk-weighted assets'),
  'lend.nplTolerance': spec('class', 'ratio', 'non-performing ratio above which the cut-off tightens'),
  'lend.growthLimit': spec(
    'class',
    'annual ratio',
    'fastest growth of the book that funding and quota allow',
  ),
  'lend.days': spec(
    'class',
    'days',
    'working time of a decision with full documents, before queue and missing data',
  ),
  'lend.daysMissingData': spec('class', 'days', 'days added when public data cannot be used'),
  'lend.tauStatements': spec('size', 'precision', 'precision of financial statements'),
  'lend.tauHistory': spec('one', 'precision', 'precision of a full credit history'),
  'lend.historyMonths': spec('one', 'months', 'months of history that give 63 % of its precision'),
  'lend.newcomerMonths': spec(
    'one',
    'months',
    'months of credit history below which a borrower is a newcomer',
  ),
  'lend.fitCredibility': spec(
    'one',
    'borrowers in the model',
    'borrowers a group needs before lenders trust its own default rate as much as that of all',
  ),
  'lend.tauRelation': spec('class', 'precision', 'precision of a long relationship'),
  'lend.relationMonths': spec('one', 'months', 'months of relationship that give 63 % of its precision'),
  'lend.tauPublic': spec('class', 'precision', 'precision of full, fresh public data'),
  'lend.tauPlatform': spec('class', 'precision', 'precision of commercial platform traces'),
  'lend.effortCost': spec('class', 'yuan per unit of precision', 'cost of screening effort'),
  'lend.informationOverlap': spec('one', 'ratio', 'discount of each further source for overlap'),
  'lend.freshnessMonths': spec('one', 'months', 'delay of public data that takes away 63 % of its precision'),
  'lend.recovery': spec('one', 'standard deviation', 'spread of recovery around its mean'),
  'lend.courtMonths': spec('one', 'months', 'months from default to recovery in court'),
  'lend.writeOffMonths': spec('one', 'months', 'months from default to write-off'),
  'lend.bridgeCost': spec('one', 'ratio of the loan', 'cost of bridging the principal at maturity'),
  'lend.evergreening': spec('one', 'ratio', 'extra tolerance a weak lender grants at renewal'),
  'private.rate': spec('setting', 'annual ratio', 'rate of private lending'),
  'private.limitMonths': spec('one', 'months of sales', 'largest private loan'),
  'private.reach': spec('setting', 'ratio', 'owners who can find a private lender'),
  'private.trigger': spec(
    'one',
    'ratio',
    'part of the payables room used up before an owner turns to a private lender',
  ),
  'private.sweep': spec('one', 'monthly ratio', 'share of spare liquidity used to repay private debt'),
  // guarantee
  'guarantee.fee': spec('one', 'annual ratio', 'guarantee fee'),
  'guarantee.minLoan': spec('one', 'yuan', 'smallest guaranteed loan'),
  'guarantee.maxLoan': spec('one', 'yuan', 'largest guaranteed loan'),
  'guarantee.screening': spec('one', 'precision', 'precision of a guarantor’s own review'),
  'guarantee.payoutMonths': spec('one', 'months', 'months from default to payout'),
  'guarantee.reguaranteeShare': spec('one', 'ratio', 'part of a payout borne by the re-guarantor'),
  'guarantee.recovery': spec('one', 'ratio', 'part of payouts recovered'),
  'guarantee.operatingCost': spec('one', 'annual ratio of outstanding', 'running cost'),
  'guarantee.earnings': spec('one', 'annual ratio', 'earnings on invested assets'),
  'guarantee.days': spec('one', 'days', 'days a guarantor’s review adds to a decision'),
  'guarantee.effortCost': spec(
    'one',
    'yuan per unit of precision',
    'cost of a guarantor’s own screening effort',
  ),
  'guarantee.mission': spec(
    'one',
    'yuan a yuan guaranteed',
    'what a public guarantor counts as gained by a guaranteed loan that is repaid',
  ),
  'guarantee.trustMemory': spec(
    'one',
    'monthly ratio',
    'weight of this month’s payouts in what banks expect of a guarantor',
  ),
  'lend.provisionCover': spec('one', 'ratio of non-performing loans', 'provisions a lender holds'),
  // turnover
  'turnover.entry': spec('one', 'annual ratio', 'entrants over enterprises'),
  'turnover.stockGrowth': spec('one', 'annual ratio', 'growth of the number of entrants'),
  'turnover.exitByAge': spec('one', 'annual ratio', 'residual closures of mature enterprises'),
  'turnover.exitYoung': spec('one', 'annual ratio', 'residual closures added around the third year'),
  'turnover.distressMonths': spec('one', 'months', 'months without means before an enterprise closes'),
  'turnover.startCashMonths': spec('one', 'months of sales', 'liquidity an entrant starts with'),
  // status quo of the levers
  'interestSubsidy.points': spec('one', 'annual ratio', 'interest paid by the treasury'),
  'interestSubsidy.takeUp': spec('one', 'ratio', 'eligible borrowers who know of the subsidy and claim it'),
  'interestSubsidy.maxLine': spec('one', 'yuan', 'largest debt of an eligible borrower'),
  'interestSubsidy.taxYears': spec('one', 'years', 'years of tax records an applicant must show'),
  'interestSubsidy.claimCost': spec('one', 'yuan', 'cost of claiming once'),
  'dataSharing.coverage': spec('one', 'ratio', 'enterprises with a record on the platform'),
  'dataSharing.consent': spec('one', 'ratio', 'enterprises that consent to the use of their record'),
  'dataSharing.delayMonths': spec('one', 'months', 'age of the data when a lender reads them'),
  'dataSharing.sources': spec('one', 'source types', 'kinds of public data shared'),
  'riskSplit.bankShare': spec('one', 'ratio', 'part of a guaranteed loss the bank bears'),
  'compensation.rate': spec('one', 'ratio', 'part of a payout the treasury owes back to the guarantor'),
  'compensation.arrival': spec('one', 'ratio', 'part of what is owed that arrives'),
  'compensation.filingMonths': spec(
    'one',
    'months',
    'months from a payout until its claim on the treasury can be paid',
  ),
  'compensation.recoverFirst': spec(
    'one',
    'ratio',
    'part of payouts on which a guarantor must go to court before it may claim',
  ),
  'compensation.pooled': spec(
    'one',
    'ratio',
    'part of county money for compensation that is put into one provincial purse',
  ),
  'compensation.clearing': spec(
    'one',
    'annual ratio',
    'part of old claims that treasuries clear in a year beyond what new claims bring',
  ),
  'firstLoanList.contacts': spec(
    'one',
    'annual ratio',
    'listed enterprises without a loan that a bank contacts',
  ),
  'firstLoanList.searchCost': spec('one', 'ratio', 'application cost left to a contacted enterprise'),
  'guaranteeCapital.multiple': spec('one', 'multiple', 'largest guarantees outstanding over net assets'),
  'guaranteeCapital.injection': spec('one', 'annual ratio of net assets', 'fresh capital from treasuries'),
  'renewalWithoutRepayment.share': spec('one', 'ratio', 'maturing loans offered renewal without repayment'),
  'interruptionInsurance.coverage': spec('one', 'ratio', 'farm enterprises insured against interruption'),
  'interruptionInsurance.payout': spec('one', 'ratio', 'part of lost margin and fixed costs that is paid'),
  'interruptionInsurance.premium': spec('one', 'ratio of sales', 'premium of an insured farm enterprise'),
  'reserveDiscount.points': spec(
    'one',
    'annual ratio',
    'funding cost saved by local banks that meet the target',
  ),
  'creditRepair.months': spec('one', 'months', 'months from write-off until the record is cleared'),
  'batchGuarantee.share': spec(
    'one',
    'ratio',
    'bank-approved requests accepted without the guarantor’s own review',
  ),
  'batchGuarantee.cap': spec(
    'one',
    'annual ratio',
    'payouts over liability above which a guarantor reviews everything again',
  ),
  'guarantorEngine.connected': spec('one', 'ratio', 'guarantee requests that run through the joint engine'),
  'guarantorEngine.days': spec('one', 'days', 'days a guarantor adds to a connected decision'),
  'dynamicRiskShare.slope': spec(
    'one',
    'cover per unit of distance to tolerance',
    'rise of the covered part per unit of 1 - NPL ratio / tolerance',
  ),
  'smartSubsidy.automatic': spec('one', 'ratio', 'eligible borrowers with a record paid without claiming'),
  'coordinationMechanism.visits': spec(
    'one',
    'annual ratio',
    'enterprises without a loan visited by officials, beyond 2025',
  ),
  'coordinationMechanism.decisionDays': spec(
    'one',
    'days',
    'longest time of a decision on a visited enterprise',
  ),
  'coordinationMechanism.searchCost': spec('one', 'ratio', 'application cost left to a visited enterprise'),
  'enterpriseApp.adoption': spec('one', 'ratio', 'enterprises that use the app, beyond 2025'),
  'enterpriseApp.searchCost': spec('one', 'ratio', 'application cost left to an adopter'),
  'missingDataTreatment.refuse': spec(
    'one',
    'ratio of lenders',
    'lenders that refuse applicants without a public record',
  ),
  'missingDataTreatment.zeroRisk': spec(
    'one',
    'ratio of lenders',
    'lenders whose model reads a missing record as no risk',
  ),
  'algorithmFiling.filed': spec('one', 'ratio of lenders', 'lenders that have filed their algorithms'),
  'algorithmFiling.cost': spec('one', 'yuan a loan', 'cost of compliance in each check of a filed lender'),
  'dataAlliance.portability': spec(
    'one',
    'ratio',
    'part of another member’s relationship knowledge a lender can use',
  ),
  'dataAlliance.effortSaved': spec(
    'one',
    'ratio',
    'cost of screening effort saved when everything is shared',
  ),
  'ecommerceData.coverage': spec('one', 'ratio', 'further farms, shops and inns with platform traces'),
  'supervisionModelSwitch.share': spec('one', 'ratio of lenders', 'small lenders that decide by models'),
  'supervisionModelSwitch.tauRecords': spec(
    'one',
    'precision',
    'precision of full, fresh public data in such a model',
  ),
  'supervisionModelSwitch.relationLeft': spec('one', 'ratio', 'relationship precision left to such a model'),
  'supervisionModelSwitch.tolerance': spec(
    'one',
    'ratio',
    'part of the NPL tolerance at which such a lender tightens',
  ),
  'relationshipBanks.presence': spec('one', 'ratio of a full network', 'presence of relationship banks'),
  'relationshipBanks.capital': spec('one', 'yuan a prefecture', 'founding capital at full presence'),
  'fundAllocation.west': spec(
    'one',
    'ratio of the fund',
    'part of the inclusive-finance fund for the west and south',
  ),
  // what shocks of severity 1 do
  'flood.exposed': spec('setting', 'ratio', 'enterprises in the flooded area of a hit prefecture'),
  'flood.salesLoss': spec('sector', 'ratio of sales', 'sales lost in a flooded month'),
  'flood.damage': spec('sector', 'months of sales', 'repair of damaged assets'),
  'flood.recoveryMonths': spec('one', 'months', 'months in which sales come back'),
  'demandFall.depth': spec('sector', 'ratio of sales', 'fall of sales at severity 1'),
  'exportFall.depth': spec('sector', 'ratio of sales', 'sales lost with exports at severity 1'),
  'fundingCost.points': spec('one', 'annual ratio', 'rise of lenders’ funding cost at severity 1'),
  'inputPrice.rise': spec('sector', 'ratio of sales', 'margin lost to dearer inputs at severity 1'),
  'lockdown.depth': spec('sector', 'ratio of sales', 'sales lost in a month of lockdown'),
  'lockdown.recoveryMonths': spec('one', 'months', 'months in which sales come back after a lockdown'),
  'coreEnterpriseBreak.suppliers': spec(
    'one',
    'ratio',
    'manufacturers in scope that supply the core enterprise',
  ),
  'coreEnterpriseBreak.salesLoss': spec('one', 'ratio of sales', 'sales such a supplier loses'),
  'coreEnterpriseBreak.unpaid': spec('one', 'months of sales', 'receivables such a supplier loses at once'),
} as const satisfies Record<string, ParameterSpec>;

export type ParameterName = keyof typeof PARAMETERS;
