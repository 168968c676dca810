import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { faultLine, type InputError } from '../../scenarios/index.ts';
import { checkFolder, writeFiles } from '../../workers/cli/output.ts';
import { headwater } from '../support/program.ts';

/** Names that no file may be given while a test is on, those that were missing when one was given them, and links. */
const { refused, missing, links } = vi.hoisted(() => ({
  refused: new Set<string>(),
  missing: [] as string[],
  links: { work: true },
}));
vi.mock(import('node:fs'), async (load) => {
  const fs = await load();
  const renameSync: typeof fs.renameSync = (from, to) => {
    if (refused.has(basename(String(to)))) throw new Error(`no ${to}`);
    if (!fs.existsSync(to)) missing.push(basename(String(to)));
    fs.renameSync(from, to);
  };
  const linkSync: typeof fs.linkSync = (from, to) => {
    if (!links.work) throw new Error('no links here');
    fs.linkSync(from, to);
  };
  return { ...fs, renameSync, linkSync };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-output-'));
});
afterEach(() => {
  refused.clear();
  missing.length = 0;
  links.work = true;
  rmSync(folder, { recursive: true });
});

/** The fault of a place for `a.csv` and `b.json`; undefined when it will do. */
function faultAt(place: string): string | undefined {
  try {
    checkFolder(place, ['a.csv', 'b.json']);
    return undefined;
  } catch (error) {
    return faultLine((error as InputError).faults[0]!);
  }
}

describe('a place for files', () => {
  test('is one that exists, or can be created at any depth; trying it leaves nothing', () => {
    writeFileSync(join(folder, 'a.csv'), 'before');
    for (const place of [folder, join(folder, 'new'), join(folder, 'new/a/b')])
      expect(faultAt(place)).toBe(undefined);
    expect(readdirSync(folder)).toEqual(['a.csv']);
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('before');
  });

  test.each<[string, string, () => void]>([
    ['file', 'not a folder', () => writeFileSync(join(folder, 'file'), '')],
    ['file/sub/deep', 'file is not a folder', () => writeFileSync(join(folder, 'file'), '')],
    ['link', 'cannot be written, ENOENT', () => symlinkSync(join(folder, 'nowhere'), join(folder, 'link'))],
    ['x'.repeat(300), 'cannot be written, ENAMETOOLONG', () => {}],
    ['full', 'b.json in it is a folder', () => mkdirSync(join(folder, 'full/b.json'), { recursive: true })],
  ])('is not %s', (name, rule, prepare) => {
    prepare();
    const before = readdirSync(folder);
    expect(faultAt(join(folder, name))).toContain(`invalid --out; ${rule}: `);
    expect(readdirSync(folder)).toEqual(before);
  });

  test.skipIf(process.platform !== 'linux')(
    'is not where nothing can be created, which is found at once and before any work',
    async () => {
      for (const args of [
        ['run', 'baseline'],
        ['compare', 'baseline', 'risk-split'],
        ['calibrate'],
        ['validate'],
      ]) {
        const started = performance.now();
        const { code, out, err } = await headwater([...args, '--out', '/proc/foo/bar']);
        expect([code, out, err]).toEqual([
          2,
          '',
          'invalid --out; cannot be written, ENOENT: "/proc/foo/bar" (at command line)\n',
        ]);
        expect(performance.now() - started).toBeLessThan(30_000);
      }
    },
    120_000,
  );
});

describe('of several files all are written or none', () => {
  const files = ['a.csv', 'b.json', 'c.parquet'].map((name) => ({ name, content: `new ${name}` }));
  const contents = () =>
    Object.fromEntries(
      readdirSync(folder).map((name) => {
        const path = join(folder, name);
        return [name, statSync(path).isDirectory() ? 'a folder' : readFileSync(path, 'utf8')];
      }),
    );
  const written = { 'a.csv': 'new a.csv', 'b.json': 'new b.json', 'c.parquet': 'new c.parquet' };

  test('all, over those there before', () => {
    writeFiles(folder, files.slice(0, 1));
    writeFileSync(join(folder, 'a.csv'), 'old');
    writeFiles(folder, files);
    expect(contents()).toEqual(written);
  });

  test.each([true, false])(
    'a name is never without its file while it is replaced; links work: %s',
    (work) => {
      links.work = work;
      for (const name of ['a.csv', 'b.json']) writeFileSync(join(folder, name), 'old');
      writeFiles(folder, files);
      expect(missing).toEqual(['c.parquet']);
      expect(contents()).toEqual(written);
    },
  );

  test.each([true, false])(
    'none where the last cannot be put in its place, an old one of its name included; links work: %s',
    (work) => {
      links.work = work;
      for (const { name } of files) writeFileSync(join(folder, name), `old ${name}`);
      const old = contents();
      refused.add('c.parquet');
      expect(() => writeFiles(folder, files)).toThrow('no ');
      expect(contents()).toEqual(old);
    },
  );

  test('over a link to nowhere, which comes back where another cannot be put in its place', () => {
    symlinkSync(join(folder, 'nowhere'), join(folder, 'a.csv'));
    refused.add('c.parquet');
    expect(() => writeFiles(folder, files)).toThrow('no ');
    expect(readlinkSync(join(folder, 'a.csv'))).toBe(join(folder, 'nowhere'));
    expect(readdirSync(folder)).toEqual(['a.csv']);
    refused.clear();
    writeFiles(folder, files);
    expect(contents()).toEqual(written);
  });

  test('through a link to the file it leads to, and the link stays', () => {
    mkdirSync(join(folder, 'kept'));
    writeFileSync(join(folder, 'kept/real.csv'), 'old');
    symlinkSync(join(folder, 'kept/real.csv'), join(folder, 'a.csv'));
    writeFiles(folder, files);
    expect(lstatSync(join(folder, 'a.csv')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'kept/real.csv'), 'utf8')).toBe('new a.csv');
    expect(readdirSync(join(folder, 'kept'))).toEqual(['real.csv']);
  });

  test('none where one of them is a folder', () => {
    writeFileSync(join(folder, 'a.csv'), 'old');
    mkdirSync(join(folder, 'c.parquet'));
    expect(() => writeFiles(folder, files)).toThrow('c.parquet is a folder');
    expect(contents()).toEqual({ 'a.csv': 'old', 'c.parquet': 'a folder' });
  });

  test('none where one cannot be put in its place, old ones are back', () => {
    writeFileSync(join(folder, 'a.csv'), 'old');
    refused.add('c.parquet');
    expect(() => writeFiles(folder, files)).toThrow('no ');
    expect(contents()).toEqual({ 'a.csv': 'old' });
  });

  test('none where one cannot be written, and no folder for them is left', () => {
    const place = join(folder, 'new/deep');
    expect(() => writeFiles(place, [...files, { name: 'no/d.txt', content: '' }])).toThrow('ENOENT');
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });
});
