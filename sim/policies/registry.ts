import { aiAgents } from './ai-agents.ts';
import { algorithmFiling } from './algorithm-filing.ts';
import { bankTax } from './bank-tax.ts';
import { batchGuarantee } from './batch-guarantee.ts';
import { capitalReplenishment } from './capital-replenishment.ts';
import { carbonPricing } from './carbon-pricing.ts';
import { claimsProcedure } from './claims-procedure.ts';
import { coLending } from './co-lending.ts';
import { collateralSubstitutes } from './collateral-substitutes.ts';
import { compensation } from './compensation.ts';
import { coordinationMechanism } from './coordination-mechanism.ts';
import { counterGuarantee } from './counter-guarantee.ts';
import { courtSpeed } from './court-speed.ts';
import { creditRepair } from './credit-repair.ts';
import { creditTraining } from './credit-training.ts';
import { cultivationPool } from './cultivation-pool.ts';
import { dashboard } from './dashboard.ts';
import { dataAlliance } from './data-alliance.ts';
import { dataPool } from './data-pool.ts';
import { dataSharing } from './data-sharing.ts';
import { deferral } from './deferral.ts';
import { demandDatabase } from './demand-database.ts';
import { directEquity } from './direct-equity.ts';
import { dueDiligenceExemption } from './due-diligence-exemption.ts';
import { dynamicRiskShare } from './dynamic-risk-share.ts';
import { ecommerceData } from './ecommerce-data.ts';
import { employmentData } from './employment-data.ts';
import { enterpriseApp } from './enterprise-app.ts';
import { evaluation } from './evaluation.ts';
import { exportCreditInsurance } from './export-credit-insurance.ts';
import { feeDiscipline } from './fee-discipline.ts';
import { fieldLending } from './field-lending.ts';
import { firstLoanList } from './first-loan-list.ts';
import { fundAllocation } from './fund-allocation.ts';
import { governmentDeposits } from './government-deposits.ts';
import { guaranteeCapital } from './guarantee-capital.ts';
import { guaranteeFee } from './guarantee-fee.ts';
import { guarantorEngine } from './guarantor-engine.ts';
import { headToHead } from './head-to-head.ts';
import { industryOfficers } from './industry-officers.ts';
import type { Instrument } from './instrument.ts';
import { interestSubsidy } from './interest-subsidy.ts';
import { interruptionInsurance } from './interruption-insurance.ts';
import { largeBankQuota } from './large-bank-quota.ts';
import { lenderLicensing } from './lender-licensing.ts';
import { loanGuaranteeInsurance } from './loan-guarantee-insurance.ts';
import { loanPlusEquity } from './loan-plus-equity.ts';
import { matchingPlatform } from './matching-platform.ts';
import { mediumTermLoans } from './medium-term-loans.ts';
import { mergeGuarantors } from './merge-guarantors.ts';
import { middleLayerList } from './middle-layer-list.ts';
import { missingDataTreatment } from './missing-data-treatment.ts';
import { onlineMortgage } from './online-mortgage.ts';
import { outlets } from './outlets.ts';
import { parkRiskFund } from './park-risk-fund.ts';
import { partnerBank } from './partner-bank.ts';
import { partnerInsurance } from './partner-insurance.ts';
import { passivePreApproval } from './passive-pre-approval.ts';
import { platformConnection } from './platform-connection.ts';
import { privateRateCap } from './private-rate-cap.ts';
import { refinancing } from './refinancing.ts';
import { reguarantee } from './reguarantee.ts';
import { relationshipBanks } from './relationship-banks.ts';
import { remoteSensing } from './remote-sensing.ts';
import { renewalCentre } from './renewal-centre.ts';
import { renewalWithoutRepayment } from './renewal-without-repayment.ts';
import { reserveDiscount } from './reserve-discount.ts';
import { revolvingCredit } from './revolving-credit.ts';
import { riskPool } from './risk-pool.ts';
import { riskSplit } from './risk-split.ts';
import { ruralLogistics } from './rural-logistics.ts';
import { sectorRiskEngines } from './sector-risk-engines.ts';
import { serviceCentres } from './service-centres.ts';
import { smartSubsidy } from './smart-subsidy.ts';
import { supervisionModelSwitch } from './supervision-model-switch.ts';
import { supplyChainData } from './supply-chain-data.ts';
import { techRiskSharing } from './tech-risk-sharing.ts';
import { technologyTolerance } from './technology-tolerance.ts';
import { transferPrice } from './transfer-price.ts';
import { uniformPricing } from './uniform-pricing.ts';
import { zoneRule } from './zone-rule.ts';

/** Every policy instrument, in the order the lab lists them. */
export const INSTRUMENTS: readonly Instrument[] = [
  interestSubsidy,
  dataSharing,
  riskSplit,
  firstLoanList,
  compensation,
  claimsProcedure,
  courtSpeed,
  reguarantee,
  counterGuarantee,
  guaranteeCapital,
  guaranteeFee,
  renewalWithoutRepayment,
  loanGuaranteeInsurance,
  riskPool,
  dataPool,
  parkRiskFund,
  techRiskSharing,
  exportCreditInsurance,
  zoneRule,
  headToHead,
  mergeGuarantors,
  middleLayerList,
  dashboard,
  partnerInsurance,
  interruptionInsurance,
  reserveDiscount,
  creditRepair,
  batchGuarantee,
  guarantorEngine,
  dynamicRiskShare,
  smartSubsidy,
  coordinationMechanism,
  enterpriseApp,
  missingDataTreatment,
  algorithmFiling,
  dataAlliance,
  ecommerceData,
  supervisionModelSwitch,
  relationshipBanks,
  dueDiligenceExemption,
  technologyTolerance,
  evaluation,
  largeBankQuota,
  transferPrice,
  refinancing,
  governmentDeposits,
  capitalReplenishment,
  lenderLicensing,
  privateRateCap,
  uniformPricing,
  outlets,
  fieldLending,
  industryOfficers,
  aiAgents,
  coLending,
  feeDiscipline,
  revolvingCredit,
  renewalCentre,
  partnerBank,
  mediumTermLoans,
  deferral,
  loanPlusEquity,
  directEquity,
  fundAllocation,
  bankTax,
  employmentData,
  remoteSensing,
  ruralLogistics,
  supplyChainData,
  creditTraining,
  platformConnection,
  sectorRiskEngines,
  serviceCentres,
  matchingPlatform,
  demandDatabase,
  passivePreApproval,
  cultivationPool,
  onlineMortgage,
  collateralSubstitutes,
  carbonPricing,
];

export const instrumentOf = (id: string): Instrument | undefined => INSTRUMENTS.find((one) => one.id === id);
