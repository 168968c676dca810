// Phases one after the other over the whole table, or block by block so that a block's columns stay in the cache.
import { compare, mixed } from './timing.mjs';

const COUNT = 400_000;
const COLUMNS = 12;
const table = Array.from({ length: COLUMNS }, (_, k) =>
  Float64Array.from({ length: COUNT }, (_, i) => mixed(i, k) % 1000),
);
const borrows = Uint8Array.from({ length: COUNT }, (_, i) => (mixed(i, 99) % 100 < 45 ? 1 : 0));

/** A phase: three columns of the borrowers make a fourth. */
function phase(k, from, to) {
  const [a, b, c] = [table[k], table[(k + 1) % COLUMNS], table[(k + 2) % COLUMNS]];
  let sum = 0;
  for (let i = from; i < to; i++) if (borrows[i] === 1) sum += Math.floor((a[i] * b[i]) / 12 + c[i]);
  return sum;
}

function inBlocks(size) {
  let sum = 0;
  for (let from = 0; from < COUNT; from += size)
    for (let k = 0; k < COLUMNS; k++) sum += phase(k, from, Math.min(COUNT, from + size));
  return sum;
}

compare('Twelve phases', COUNT, {
  'the whole table, phase by phase': () => inBlocks(COUNT),
  'blocks of 16,384': () => inBlocks(16_384),
  'blocks of 4,096': () => inBlocks(4096),
  'blocks of 1,024': () => inBlocks(1024),
});
