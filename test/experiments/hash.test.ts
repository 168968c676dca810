import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../experiments/canonical.ts';
import { hashOf, hashText, openDigest } from '../../experiments/hash.ts';

const nodeHash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('canonical JSON', () => {
  test('sorts keys, drops undefined values and white space, keeps lists in order', () => {
    expect(canonicalJson({ b: [3, 1, null], a: { d: 'ä', c: undefined, B: true }, '10': 1, '9': -0 })).toBe(
      '{"10":1,"9":0,"a":{"B":true,"d":"ä"},"b":[3,1,null]}',
    );
  });

  test('spells typed arrays as lists', () => {
    expect(canonicalJson(new Float64Array([1, 2.5]))).toBe('[1,2.5]');
  });

  test('does not depend on the order of keys and is read back by JSON.parse', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(record));
        expect(canonicalJson(JSON.parse(canonicalJson(record)))).toBe(canonicalJson(record));
      }),
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (value) => {
    expect(() => canonicalJson({ a: [value] })).toThrow(`invalid number; canonical JSON has no ${value}`);
  });
});

describe('hashes', () => {
  test('are SHA-256 of the canonical JSON', () => {
    expect(hashText('活水')).toBe(nodeHash('活水'));
    expect(hashOf({ b: 1, a: 2 })).toBe(nodeHash('{"a":2,"b":1}'));
  });

  test('fed in pieces equal those of the whole, whatever the length', () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(bytes, bytes, (first, second) => {
        const digest = openDigest();
        digest.base64(first);
        digest.text('"活"');
        digest.base64(second);
        const whole = `${Buffer.from(first).toString('base64')}"活"${Buffer.from(second).toString('base64')}`;
        expect(digest.hex()).toBe(nodeHash(whole));
      }),
    );
  });

  test('of a long column are those of its base64', () => {
    const bytes = Uint8Array.from({ length: 200_001 }, (_, k) => (k * 31) >> 3);
    const digest = openDigest();
    digest.base64(bytes);
    expect(digest.hex()).toBe(nodeHash(Buffer.from(bytes).toString('base64')));
  });
});
