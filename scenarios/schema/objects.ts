/** Objects as JSON has them, keys free. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with some of its keys. */
export const onlyKeys = (
  object: Readonly<Record<string, unknown>>,
  isKept: (key: string) => boolean,
): Record<string, unknown> => Object.fromEntries(Object.entries(object).filter(([key]) => isKept(key)));
