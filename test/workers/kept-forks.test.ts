// Spun-up worlds kept on a shelf: what comes back is what was put there, or nothing.
import { mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Fork, openBooks } from '../../experiments/index.ts';
import { FORK_MONTH } from '../../sim/index.ts';
import { folderShelf } from '../../workers/cli/folder-shelf.ts';
import { decodeFork, encodeFork, type Part } from '../../workers/fork-file.ts';
import { KeptForks } from '../../workers/kept-forks.ts';

const fork: Fork = {
  state: Uint8Array.from({ length: 1001 }, (_, k) => (k * 7) % 251),
  recording: {
    groups: [{ dimension: 'province', id: 'province' }] as unknown as Fork['recording']['groups'],
    months: [-1, FORK_MONTH],
    counts: [Float64Array.of(1, 2.5, -3), Float64Array.of(4, Number.NaN, 6)],
    scale: 100,
  },
  books: { ...openBooks(), checks: 12 },
};

function joined(parts: readonly Part[]): Part {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shelf-'));
});

/** A cache that has just been opened: nothing is in memory. */
const opened = (build = 'a', most?: number) => new KeptForks(build, folderShelf(folder), 1, most);
const files = () => readdirSync(folder).sort();

/** A world that is no sketch. */
const dear: Fork = { ...fork, state: new Uint8Array(2 * 1024 * 1024) };

describe('the file of a spun-up world', () => {
  let bytes: Part;
  beforeAll(async () => {
    bytes = joined(await encodeFork('key', fork));
  });

  test('gives the world back to the byte', async () => {
    expect(await decodeFork('key', bytes)).toEqual(fork);
  });

  test('gives nothing under another key', async () => {
    expect(await decodeFork('other', bytes)).toBeUndefined();
  });

  test('gives nothing when any byte has changed or is missing', async () => {
    for (let at = 0; at < bytes.length; at += 37) {
      const altered = bytes.slice();
      altered[at] ^= 1;
      expect(await decodeFork('key', altered)).toBeUndefined();
      expect(await decodeFork('key', bytes.slice(0, at))).toBeUndefined();
    }
  });
});

describe('a cache of spun-up worlds', () => {
  test('finds after a restart what was put there', async () => {
    await opened().set('key', fork);
    expect(await opened().get('key')).toEqual(fork);
  });

  test('never gives the world of another build, and clears it away', async () => {
    await opened('a').set('key', fork);
    expect(await opened('b').get('key')).toBeUndefined();
    await opened('b').set('key', fork);
    expect(files()).toEqual(['b-key.world']);
  });

  test('drops a file that was cut short or altered, and goes on without it', async () => {
    await opened().set('key', fork);
    const [name] = files() as [string];
    truncateSync(join(folder, name), 500);
    expect(await opened().get('key')).toBeUndefined();
    expect(files()).toEqual([]);
    await opened().set('key', fork);
    const bytes = readFileSync(join(folder, name));
    bytes[600]! ^= 1;
    writeFileSync(join(folder, name), bytes);
    expect(await opened().get('key')).toBeUndefined();
  });

  test('forgets the oldest beyond its size', async () => {
    const cache = opened('a', 2500);
    for (const key of ['one', 'two', 'three']) {
      await cache.set(key, fork);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    expect(files()).not.toContain('a-one.world');
    expect(files()).toContain('a-three.world');
  });

  test('works without a place to write', async () => {
    const cache = new KeptForks('a', folderShelf(join(folder, 'file', 'nowhere')), 1);
    writeFileSync(join(folder, 'file'), '');
    await cache.set('key', fork);
    expect(await cache.get('key')).toEqual(fork);
  });

  test('keeps what is dear in memory however many sketches are made beside it', async () => {
    const cache = new KeptForks('a', undefined, 2);
    await cache.set('dear', dear);
    for (const key of ['one', 'two', 'three']) await cache.set(key, fork);
    expect(await cache.get('dear')).toBe(dear);
    expect(await cache.get('three')).toBe(fork);
    expect(await cache.get('one')).toBeUndefined();
  });

  test('forgets what has not been asked for the longest', async () => {
    const cache = new KeptForks('a', undefined, 2);
    for (const key of ['one', 'two']) await cache.set(key, fork);
    await cache.get('one');
    await cache.set('three', fork);
    expect(await cache.get('one')).toBe(fork);
    expect(await cache.get('two')).toBeUndefined();
  });

  test('and on its shelf sketches before what is dear, however old that is', async () => {
    const cache = opened('a', dear.state.length + 4000);
    for (const [key, one] of [
      ['dear', dear],
      ['one', fork],
      ['two', fork],
      ['three', fork],
    ] as const) {
      await cache.set(key, one);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    expect(files()).toContain('a-dear.world');
    expect(files()).toContain('a-three.world');
    expect(files()).not.toContain('a-one.world');
  });
});
