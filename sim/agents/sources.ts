/** The traces an enterprise leaves, by who keeps them. A record is a set of sources, one bit each. */
export const SOURCES = [
  'registration',
  'tax',
  'invoices',
  'socialSecurity',
  'electricity',
  'water',
  'property',
  'customs',
  'orders',
  'logistics',
  'payments',
  'machineHours',
  'satellite',
] as const;
export type Source = (typeof SOURCES)[number];

/** Bit of each source in the columns `traces` and `sources`. */
export const SOURCE = Object.fromEntries(SOURCES.map((name, k) => [name, 1 << k])) as {
  readonly [K in Source]: number;
};

/** Kept by public bodies and read through the provincial platform. */
export const PUBLIC_SOURCES = 0xff;
/** Kept by commercial platforms, which share them with lenders. */
export const COMMERCIAL_SOURCES = SOURCE.orders | SOURCE.logistics | SOURCE.payments;
/** Seen in the field by machines and from above; read only where a tool for it is in use. */
export const FIELD_SOURCES = SOURCE.machineHours | SOURCE.satellite;

/** Number of sources in a record. */
export function sourcesIn(record: number): number {
  let left = record;
  let count = 0;
  for (; left !== 0; left &= left - 1) count++;
  return count;
}
