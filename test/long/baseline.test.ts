import { expect, test } from 'vitest';
import { storedAgain, storedFor } from '../golden/baseline.mjs';

test.each(['hunan', 'zhejiang'] as const)(
  'the stored baseline of %s comes out again, byte for byte',
  (province) => {
    expect(storedAgain(province)).toEqual(storedFor(province));
  },
);
