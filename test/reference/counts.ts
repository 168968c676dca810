/** Counts of one group in a month, by name. */
export type Counts = Map<string, number>;

export const add = (counts: Counts, name: string, amount: number): void => {
  counts.set(name, (counts.get(name) ?? 0) + amount);
};
