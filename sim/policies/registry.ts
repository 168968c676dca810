import { compensation } from './compensation.ts';
import { dataSharing } from './data-sharing.ts';
import { firstLoanList } from './first-loan-list.ts';
import { guaranteeCapital } from './guarantee-capital.ts';
import type { Instrument } from './instrument.ts';
import { interestSubsidy } from './interest-subsidy.ts';
import { interruptionInsurance } from './interruption-insurance.ts';
import { renewalWithoutRepayment } from './renewal-without-repayment.ts';
import { reserveDiscount } from './reserve-discount.ts';
import { riskSplit } from './risk-split.ts';

/** Every policy instrument, in the order the lab lists them. */
export const INSTRUMENTS: readonly Instrument[] = [
  interestSubsidy,
  dataSharing,
  riskSplit,
  firstLoanList,
  compensation,
  guaranteeCapital,
  renewalWithoutRepayment,
  interruptionInsurance,
  reserveDiscount,
];

export const instrumentOf = (id: string): Instrument | undefined => INSTRUMENTS.find((one) => one.id === id);
