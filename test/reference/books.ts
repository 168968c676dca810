/** Entries of the open month, one set an institution. */
const zeros = <T extends string>(names: readonly T[]): Record<T, number> =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<T, number>;

export const lenderBooks = () =>
  zeros([
    'lent', 'repaid', 'interest', 'recovered', 'payout', 'writtenOff', 'newDefaults', 'applications', 'asked',
    'approved', 'checkCost', 'nonPerforming', 'overdue', 'tiedFee', 'feePaid', 'feeEarned', 'refinanced', 'idle',
    'lentAtRenewal',
  ] as const); // biome-ignore format: one line a topic

export const guarantorBooks = () =>
  zeros([
    'written', 'released', 'liabilityIn', 'liabilityOut', 'fee', 'payout', 'called', 'reguaranteed', 'requests',
    'refusedInfo', 'compensation', 'injected', 'reviewCost', 'ownLooks', 'compensationDue', 'counterGuaranteed',
    'ceded', 'pending',
  ] as const); // biome-ignore format: one line a topic

export const prefectureBooks = () =>
  zeros([
    'subsidy', 'privateLent', 'privateRepaid', 'privateInterest', 'privateLost', 'bridgeCost', 'insurancePayout',
    'premium', 'subsidyClaimed', 'endowed',
  ] as const); // biome-ignore format: one line a topic

export const fundBooks = () => zeros(['called', 'paid', 'contributed'] as const);

export const blockBooks = () =>
  zeros(['unpaid', 'sales', 'asked', 'granted', 'fearedRefusal', 'tooCumbersome', 'unaware'] as const);
