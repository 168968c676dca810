/**
 * JSON with one spelling: object keys sorted by UTF-16 code unit, no white space, numbers as JavaScript prints them,
 * keys with an undefined value left out. Two programs that agree on a value agree on its bytes.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`invalid number; canonical JSON has no ${value}`);
  }
  if (ArrayBuffer.isView(value)) return listText(Array.from(value as Float64Array));
  if (Array.isArray(value)) return listText(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const record = value as Record<string, unknown>;
  const fields = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`);
  return `{${fields.join(',')}}`;
}

const listText = (list: readonly unknown[]): string => `[${list.map(canonicalJson).join(',')}]`;
