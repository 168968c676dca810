/** What a guarantor has paid out and hopes to see again: batches of yuan, each with its age in months. */
export interface Batch {
  yuan: number;
  age: number;
}

/** Months over which the court's proceeds come in once it has ruled. */
const ENFORCEMENT = 24;
/** Ages are told apart up to here. */
export const OLDEST_CLAIM = 71;

export const sumOf = (batches: readonly Batch[]): number => {
  let sum = 0;
  for (const { yuan } of batches) sum += yuan;
  return sum;
};

/** Everything gets a month older and a new batch is added. */
export function addBatch(batches: Batch[], yuan: number): void {
  for (const batch of batches) batch.age++;
  batches.push({ yuan, age: 0 });
}

/** Yuan of exactly that age. */
export const aged = (batches: readonly Batch[], age: number): number =>
  sumOf(batches.filter((batch) => batch.age === age));

/** Pays batches of at least that age, the oldest first, as far as the money goes; what was paid. */
export function payOldest(batches: Batch[], age: number, money: number): number {
  let paid = 0;
  for (const batch of batches.filter((one) => one.age >= age).sort((a, b) => b.age - a.age)) {
    const part = Math.min(money - paid, batch.yuan);
    batch.yuan -= part;
    paid += part;
  }
  return paid;
}

/** What enforcement brings to an end this month: an equal part of what is left in each month it lasts. */
export function settleInCourt(batches: Batch[], courtMonths: number): number {
  let settled = 0;
  for (const batch of batches) {
    if (batch.age < courtMonths) continue;
    const monthsLeft = Math.max(1, courtMonths + ENFORCEMENT - batch.age);
    const part = Math.floor(batch.yuan / monthsLeft);
    batch.yuan -= part;
    settled += part;
  }
  return settled;
}

/** Takes what had to wait for a ruling there is now. */
export function releaseAfterCourt(batches: Batch[], courtMonths: number): number {
  let ruled = 0;
  for (const batch of batches)
    if (batch.age >= courtMonths) {
      ruled += batch.yuan;
      batch.yuan = 0;
    }
  return ruled;
}
