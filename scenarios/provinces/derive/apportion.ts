/** Arithmetic of tables: only + - * / and comparison, so every JavaScript engine gets the same bits. */

/** Scales a rows x columns table, in place, until it has these row and column sums (iterative proportional fitting). */
export function rake(
  table: Float64Array,
  rows: readonly number[],
  columns: readonly number[],
  rounds = 60,
): void {
  for (let round = 0; round < rounds; round++) {
    scaleLines(table, rows, columns.length, 1);
    scaleLines(table, columns, 1, columns.length);
  }
}

/** Scales line i (first cell `i * step`, cells `stride` apart) to `sums[i]`; a line of zeros stays. */
function scaleLines(table: Float64Array, sums: readonly number[], step: number, stride: number): void {
  const cells = table.length / sums.length;
  for (const [i, wanted] of sums.entries()) {
    let sum = 0;
    for (let n = 0; n < cells; n++) sum += table[i * step + n * stride];
    const factor = sum > 0 ? wanted / sum : 0;
    for (let n = 0; n < cells; n++) table[i * step + n * stride] *= factor;
  }
}

/** Whole numbers proportional to `parts` that sum to `total`: largest remainders first, then the earlier part. */
export function wholeParts(parts: ArrayLike<number>, total: number): number[] {
  const sum = sumOf(parts);
  const exact = Array.from(parts, (part) => (sum > 0 ? (part / sum) * total : 0));
  const whole = exact.map(Math.floor);
  const byRemainder = exact
    .map((_, i) => i)
    .sort((a, b) => exact[b] - whole[b] - (exact[a] - whole[a]) || a - b);
  const left = total - sumOf(whole);
  for (let n = 0; n < left; n++) whole[byRemainder[n]]++;
  return whole;
}

/** Sum in order. */
export function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
}
