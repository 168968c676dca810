import seedrandom from 'seedrandom';

/** Two 32-bit words from a person's word or number. */
export function seedOf(word: string): readonly [number, number] {
  const generator = seedrandom(word);
  return [generator.int32() >>> 0, generator.int32() >>> 0];
}

/** The word of replication `k` (0, 1, …): the same in every scenario compared. */
export const replicationWord = (seed: string, k: number): string => `${seed}#${k}`;
