import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';

const LIMIT = 250_000;

/** Every file a page needs before it is usable: what it names, and what those scripts import at once. */
async function firstFiles(url: string): Promise<Map<string, number>> {
  const page = await (await fetch(url)).text();
  const sizes = new Map([[url, gzipSync(page).length]]);
  const wanted = [...page.matchAll(/(?:src|href)="(\.\/[^"]+)"/g)].map(
    (match) => new URL(match[1]!, url).href,
  );
  for (let next = wanted.pop(); next; next = wanted.pop()) {
    if (sizes.has(next)) continue;
    const text = await (await fetch(next)).text();
    sizes.set(next, gzipSync(text).length);
    if (!next.endsWith('.js')) continue;
    for (const [, path] of text.matchAll(/(?:\bfrom|\bimport)\s*"(\.\/[^"]+\.js)"/g))
      wanted.push(new URL(path!, next).href);
    for (const [name] of text.matchAll(/hunan-[\w-]+\.json/g)) wanted.push(new URL(name, next).href);
  }
  return sizes;
}

describe('what is loaded before the Overview is usable', () => {
  test(`is at most ${LIMIT / 1000} kB gzipped, the stored baseline included, worker and engine not`, async () => {
    const sizes = await firstFiles(inject('url'));
    const names = [...sizes.keys()].map((one) => one.replace(/^.*\//, ''));
    expect(names.some((name) => name.startsWith('hunan-'))).toBe(true);
    expect(names.some((name) => name.includes('worker'))).toBe(false);
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    expect(total).toBeLessThanOrEqual(LIMIT);
  });
});
