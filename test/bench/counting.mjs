// How a month is counted: seven counters raised behind seven branches, without branches, or one histogram of kinds that
// is opened up at the end.
import { compare, mixed } from './timing.mjs';

const COUNT = 400_000;
const GROUPS = 15;
const WIDTH = 51;
const KINDS = 32;

const group = Uint8Array.from({ length: COUNT }, (_, i) => Math.floor((i * GROUPS) / COUNT));
const lender = Uint8Array.from({ length: COUNT }, (_, i) => (mixed(i, 1) % 100 < 40 ? 3 : 255));
const debt = Uint32Array.from({ length: COUNT }, (_, i) => (mixed(i, 2) % 100 < 13 ? 1000 : 0));
const vintage = Uint8Array.from({ length: COUNT }, (_, i) => (mixed(i, 3) % 100 < 48 ? 1 : 0));
const founded = Int16Array.from({ length: COUNT }, (_, i) => (mixed(i, 4) % 100 < 70 ? -60 : 10));
const data = Uint8Array.from({ length: COUNT }, (_, i) => mixed(i, 5) % 3);

const less = (a, b) => (a - b) >>> 31;

function branches() {
  const counts = new Float64Array(GROUPS * WIDTH);
  for (let i = 0; i < COUNT; i++) {
    const at = group[i] * WIDTH;
    counts[at]++;
    if (lender[i] !== 255) counts[at + 1]++;
    if (debt[i] > 0) counts[at + 2]++;
    if (lender[i] !== 255 || debt[i] > 0) counts[at + 3]++;
    if (vintage[i] > 0) counts[at + 4]++;
    if (founded[i] <= 0) counts[at + 5]++;
    if (data[i] !== 0) counts[at + 6]++;
  }
  return counts.join();
}

function sums() {
  const counts = new Float64Array(GROUPS * WIDTH);
  for (let i = 0; i < COUNT; i++) {
    const at = group[i] * WIDTH;
    const borrows = less(lender[i], 255);
    const owes = less(0, debt[i]);
    counts[at]++;
    counts[at + 1] += borrows;
    counts[at + 2] += owes;
    counts[at + 3] += borrows | owes;
    counts[at + 4] += less(0, vintage[i]);
    counts[at + 5] += less(founded[i], 1);
    counts[at + 6] += less(0, data[i]);
  }
  return counts.join();
}

function kinds() {
  const number = new Uint32Array(GROUPS * KINDS);
  for (let i = 0; i < COUNT; i++)
    number[
      group[i] * KINDS +
        less(lender[i], 255) +
        2 * less(0, debt[i]) +
        4 * less(0, vintage[i]) +
        8 * less(founded[i], 1) +
        16 * less(0, data[i])
    ]++;
  const counts = new Float64Array(GROUPS * WIDTH);
  for (let k = 0; k < number.length; k++) {
    const [kind, at] = [k % KINDS, Math.floor(k / KINDS) * WIDTH];
    counts[at] += number[k];
    if (kind & 1) counts[at + 1] += number[k];
    if (kind & 2) counts[at + 2] += number[k];
    if (kind & 3) counts[at + 3] += number[k];
    if (kind & 4) counts[at + 4] += number[k];
    if (kind & 8) counts[at + 5] += number[k];
    if (kind & 16) counts[at + 6] += number[k];
  }
  return counts.join();
}

compare('Seven counters an enterprise', COUNT, {
  'a branch a counter': branches,
  'sums without branches': sums,
  'a histogram of kinds': kinds,
});
