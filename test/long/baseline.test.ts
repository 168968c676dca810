import { expect, test } from 'vitest';
import { runBaseline, storedFor, storedOf } from '../golden/baseline.mjs';

test('the stored baseline of Zhejiang comes out again, byte for byte', () => {
  expect(storedOf(runBaseline('zhejiang'))).toEqual(storedFor('zhejiang'));
});
