import { algorithmFiling } from './algorithm-filing.ts';
import { batchGuarantee } from './batch-guarantee.ts';
import { claimsProcedure } from './claims-procedure.ts';
import { compensation } from './compensation.ts';
import { coordinationMechanism } from './coordination-mechanism.ts';
import { courtSpeed } from './court-speed.ts';
import { creditRepair } from './credit-repair.ts';
import { dataAlliance } from './data-alliance.ts';
import { dataSharing } from './data-sharing.ts';
import { dynamicRiskShare } from './dynamic-risk-share.ts';
import { ecommerceData } from './ecommerce-data.ts';
import { enterpriseApp } from './enterprise-app.ts';
import { firstLoanList } from './first-loan-list.ts';
import { fundAllocation } from './fund-allocation.ts';
import { guaranteeCapital } from './guarantee-capital.ts';
import { guaranteeFee } from './guarantee-fee.ts';
import { guarantorEngine } from './guarantor-engine.ts';
import type { Instrument } from './instrument.ts';
import { interestSubsidy } from './interest-subsidy.ts';
import { interruptionInsurance } from './interruption-insurance.ts';
import { missingDataTreatment } from './missing-data-treatment.ts';
import { relationshipBanks } from './relationship-banks.ts';
import { renewalWithoutRepayment } from './renewal-without-repayment.ts';
import { reserveDiscount } from './reserve-discount.ts';
import { riskSplit } from './risk-split.ts';
import { smartSubsidy } from './smart-subsidy.ts';
import { supervisionModelSwitch } from './supervision-model-switch.ts';

/** Every policy instrument, in the order the lab lists them. */
export const INSTRUMENTS: readonly Instrument[] = [
  interestSubsidy,
  dataSharing,
  riskSplit,
  firstLoanList,
  compensation,
  claimsProcedure,
  courtSpeed,
  guaranteeCapital,
  guaranteeFee,
  renewalWithoutRepayment,
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
  fundAllocation,
];

export const instrumentOf = (id: string): Instrument | undefined => INSTRUMENTS.find((one) => one.id === id);
