/** Texts of the view Balance sheets. */
import type { balanceZh } from './balance.zh.ts';
import type { Words } from './index.ts';

export const balanceEn: Pick<Words, keyof typeof balanceZh> = {
  viewStress: 'Stress',
  viewBalance: 'Balance sheets',
  balanceLead:
    'Does it add up? Every yuan leaves one account and enters another; the last column must be 0, and so must the last row of the flows.',
  booksOf: 'Books of',
  quarter: 'Quarter',
  sectorOfAccount: 'Sector',
  residual: 'Residual',
  row: 'Row',
  net: 'Net',
  accountsTitle: (sector, from, to) => `${sector}: net position goes from ${from} to ${to}`,
  accountsSubtitle: (sector, scenario) =>
    `${sector}, owned (above 0) and owed (below 0), ${scenario}, quarter ends`,
  balanceMatrixTitle: (quarter) => `At the end of ${quarter} what one owns another owes: residual 0`,
  balanceMatrixBroken: (quarter, residual) =>
    `At the end of ${quarter} the books do not balance: residual up to ${residual}`,
  balanceMatrixSubtitle: (scenario) =>
    `Balance-sheet matrix, ${scenario}, owned positive, owed negative, whole province`,
  flowMatrixTitle: (quarter) => `In ${quarter} every yuan has a payer and a receiver: residual 0`,
  flowMatrixBroken: (quarter, residual) => `In ${quarter} flows do not add up: residual up to ${residual}`,
  flowMatrixSubtitle: (scenario) =>
    `Transaction-flow matrix, ${scenario}, received positive, paid negative, whole province`,
  fiscalTitle: (year, expected) => `Treasuries are expected to pay ${expected} by the end of ${year}`,
  fiscalTail: (title, p95) => `${title}, in one run of twenty more than ${p95}`,
  fiscalSubtitle: (scenarios, from, to) =>
    `Fiscal ledger, ${scenarios}, paid from ${from} to ${to}, not what is owed; chance within the scenario only`,
  atTheEnd: (owed) => `${owed} at the end`,
  tailKey: 'Dot: expected; thick line: to the 95% quantile; thin line: to the 99%',
  fiscalHeading: 'Fiscal ledger of all years',
  fiscalItem: 'Paid for',
  tailNeeds: (quantile, runs) => `the ${quantile}% quantile needs ${runs} runs`,
  expected: 'Expected',
  quantile95: '95% quantile',
  quantile99: '99% quantile',
  moneyChange: 'Change in money',
  residualOfMoney: 'Change less flows',
  balanceChecks: (checks) => `${checks} sums checked, all 0.`,
  balanceBroken: (broken, checks) => `${broken} of ${checks} sums are not 0.`,
  noBooks: 'The books are shown when the model has run; a stored result has none.',
};
