/** Numbers as a reader of the terminal wants them: a unit, three or four figures, a sign where there is a change. */

const MISSING = '–';

function money(value: number): string {
  const size = Math.abs(value);
  const [divisor, word] = size >= 1e12 ? [1e12, 'tn'] : size >= 1e9 ? [1e9, 'bn'] : [1e6, 'm'];
  return `${(value / divisor).toFixed(size / divisor >= 100 ? 0 : 2)} ${word}`;
}

function figures(value: number, unit: string): string {
  const size = Math.abs(value);
  if (unit === 'count' && Number.isInteger(value)) return String(value);
  if (size >= 1000) return value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ',');
  return size >= 100 ? value.toFixed(0) : size >= 10 ? value.toFixed(1) : value.toFixed(2);
}

const isShare = (unit: string): boolean => unit === 'ratio' || unit === 'annual ratio';

/** A level: `40.5 %`, `1.87 tn`, `2,770,000`. */
export function level(value: number | null, unit: string): string {
  if (value === null) return MISSING;
  if (isShare(unit)) return `${(100 * value).toFixed(2)} %`;
  return unit === 'yuan' ? money(value) : figures(value, unit);
}

/** A change, with its sign; of shares in percentage points: `+1.20 pp`. */
export function change(value: number | null, unit: string): string {
  if (value === null) return MISSING;
  const sign = value > 0 ? '+' : '';
  if (isShare(unit)) return `${sign}${(100 * value).toFixed(2)} pp`;
  return sign + (unit === 'yuan' ? money(value) : figures(value, unit));
}
