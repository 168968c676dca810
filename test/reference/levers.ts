/**
 * Every lever's parameter: what it varies over, what it is when switched off, and the parameter that holds its standing
 * value where that has another name.
 */
import type { ParameterName } from '../../sim/parameters.ts';

export type Over = 'cell' | 'lender' | 'prefecture' | 'province';

export const LEVERS = {
  'interestSubsidy.points': ['cell', 0],
  'interestSubsidy.taxYears': ['cell', 2],
  'dataSharing.coverage': ['cell', 0],
  'dataSharing.consent': ['cell', 0],
  'dataSharing.delayMonths': ['cell', 12],
  'dataSharing.sources': ['cell', 0],
  'riskSplit.bankShare': ['cell', 1],
  'firstLoanList.contacts': ['cell', 0],
  'firstLoanList.searchCost': ['cell', 1],
  'compensation.rate': ['prefecture', 0],
  'compensation.arrival': ['prefecture', 0],
  'compensation.filingMonths': ['prefecture', 3],
  'compensation.recoverFirst': ['prefecture', 0.3],
  'compensation.pooled': ['prefecture', 0],
  'compensation.clearing': ['prefecture', 0],
  'claimsProcedure.payoutMonths': ['prefecture', 11, 'guarantee.payoutMonths'],
  'courtSpeed.months': ['prefecture', 11, 'lend.courtMonths'],
  'guaranteeFee.rate': ['cell', 0, 'guarantee.fee'],
  'guaranteeCapital.multiple': ['prefecture', 1],
  'guaranteeCapital.injection': ['prefecture', 0],
  'renewalWithoutRepayment.share': ['cell', 0],
  'interruptionInsurance.coverage': ['cell', 0],
  'interruptionInsurance.payout': ['cell', 0],
  'reserveDiscount.points': ['lender', 0],
  'creditRepair.months': ['cell', 255],
  'batchGuarantee.share': ['cell', 0],
  'guarantorEngine.connected': ['cell', 0],
  'dynamicRiskShare.slope': ['cell', 0],
  'smartSubsidy.automatic': ['cell', 0],
  'coordinationMechanism.visits': ['cell', 0],
  'coordinationMechanism.decisionDays': ['cell', 30],
  'enterpriseApp.adoption': ['cell', 0],
  'missingDataTreatment.refuse': ['lender', 0],
  'missingDataTreatment.zeroRisk': ['lender', 0],
  'algorithmFiling.filed': ['lender', 0],
  'dataAlliance.portability': ['lender', 0],
  'ecommerceData.coverage': ['cell', 0],
  'supervisionModelSwitch.share': ['lender', 0],
  'relationshipBanks.presence': ['prefecture', 0],
  'relationshipBanks.turnover': ['province', 0],
  'relationshipBanks.hiring': ['province', 0.05],
  'fundAllocation.west': ['province', 0.18],
  'dueDiligenceExemption.exempt': ['cell', 0],
  'dueDiligenceExemption.verified': ['cell', 0],
  'technologyTolerance.judged': ['cell', 0],
  'evaluation.target': ['lender', 0],
  'evaluation.weight': ['lender', 0],
  'evaluation.leeway': ['lender', 0],
  'largeBankQuota.growth': ['lender', 0],
  'largeBankQuota.outreach': ['cell', 0],
  'transferPrice.tilt': ['cell', 0],
  'refinancing.points': ['cell', 0],
  'refinancing.quota': ['lender', 0],
  'governmentDeposits.points': ['lender', 0],
  'capitalReplenishment.part': ['lender', 0],
  'lenderLicensing.capitalRatio': ['lender', 0],
  'privateRateCap.cap': ['cell', 1],
  'outlets.density': ['cell', 1],
  'outlets.canvassed': ['cell', 0],
  'fieldLending.visited': ['lender', 0],
  'fieldLending.cashFlow': ['lender', 0],
  'fieldLending.factory': ['lender', 0],
  'industryOfficers.precision': ['cell', 0],
  'aiAgents.use': ['lender', 0],
  'aiAgents.controls': ['lender', 0],
  'coLending.partners': ['lender', 0],
  'coLending.routed': ['cell', 0],
  'coLending.ownBook': ['cell', 1],
  'feeDiscipline.detection': ['lender', 0],
  'revolvingCredit.share': ['cell', 0],
  'renewalCentre.connected': ['cell', 0],
  'renewalCentre.daysLeft': ['cell', 1],
  'partnerBank.restraint': ['cell', 0],
  'mediumTermLoans.share': ['cell', 0],
  'deferral.share': ['cell', 0],
  'loanPlusEquity.rights': ['cell', 0],
  'loanPlusEquity.equity': ['cell', 0],
  'directEquity.flow': ['cell', 0],
} as const satisfies Readonly<Record<string, readonly [over: Over, off: number, record?: ParameterName]>>;

export type Lever = keyof typeof LEVERS;

/** Levers' names as a list. */
export const LEVER_NAMES = Object.keys(LEVERS) as Lever[];

/** Name of the parameter that holds a lever's standing value. */
export const recordOf = (name: Lever): ParameterName => {
  const [, , record] = LEVERS[name] as readonly [Over, number, ParameterName?];
  return record ?? (name as ParameterName);
};
