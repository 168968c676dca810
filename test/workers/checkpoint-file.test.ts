import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCheckpoint } from '../../workers/cli/checkpoint-file.ts';
import { splitCommandLine } from '../../workers/cli/command-line.ts';
import { foldersFor, isUsual } from '../../workers/cli/commands/calibrate.ts';
import { readOptions } from '../../workers/cli/options.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-checkpoint-'));
  path = join(folder, 'deep/work.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const HEADING = '{"work":"活水"}\n';

/** What a checkpoint tells: its text, unless it is of other work. */
const open = (resume: boolean) =>
  openCheckpoint(
    {
      path,
      heading: HEADING,
      read(text) {
        if (!text.startsWith(HEADING)) throw new Error('of other work');
        return text;
      },
      nothing: () => 'nothing',
    },
    resume,
  );

const content = (name = path) => readFileSync(name, 'utf8');

describe('a checkpoint', () => {
  test.each([true, false])(
    'that is not there, or is empty, is begun with its heading; resumed: %s',
    (resume) => {
      expect(open(resume)).toEqual({ told: 'nothing' });
      expect(content()).toBe(HEADING);
      writeFileSync(path, '');
      expect(open(resume)).toEqual({ told: 'nothing' });
      expect(content()).toBe(HEADING);
      expect(readdirSync(join(folder, 'deep'))).toEqual(['work.jsonl']);
    },
  );

  test('that is not gone on with is set aside, and every earlier one stays', () => {
    open(false);
    for (const k of [1, 2, 3]) {
      writeFileSync(path, `${HEADING}${k}\n`);
      expect(open(false)).toEqual({ told: 'nothing', former: `${path}.former-${k}` });
    }
    expect([1, 2, 3].map((k) => content(`${path}.former-${k}`))).toEqual(
      [1, 2, 3].map((k) => `${HEADING}${k}\n`),
    );
    expect(content()).toBe(HEADING);
  });

  test('that is whole is not written again when it is gone on with', () => {
    open(false);
    writeFileSync(path, `${HEADING}1\n`);
    const { ino, mtimeMs, ctimeMs } = statSync(path);
    expect(open(true).told).toBe(`${HEADING}1\n`);
    const after = statSync(path);
    expect([after.ino, after.mtimeMs, after.ctimeMs]).toEqual([ino, mtimeMs, ctimeMs]);
  });

  test('loses a torn line, in the middle of a character too, and nothing else', () => {
    open(false);
    const whole = `${HEADING}"活"\n`;
    const torn = Buffer.from(`${whole}"水"`).subarray(0, -2);
    writeFileSync(path, torn);
    expect(open(true).told).toContain(whole);
    expect(content()).toBe(whole);
  });

  test('whose heading was torn is begun again', () => {
    open(false);
    writeFileSync(path, HEADING.slice(0, -1));
    expect(open(true)).toEqual({ told: 'nothing' });
    expect(content()).toBe(HEADING);
  });

  test('of other work is refused and left as it is', () => {
    open(false);
    for (const other of ['other\n', '{"work":"other"}\n1\n']) {
      writeFileSync(path, other);
      expect(() => open(true)).toThrow('of other work');
      expect(content()).toBe(other);
    }
    expect(existsSync(`${path}.former-1`)).toBe(false);
  });
});

describe('the set of a fit goes into the province pack', () => {
  const options = (...args: string[]) =>
    readOptions(splitCommandLine(args, ['waves', 'points', 'runs', 'scale', 'workers']), { runs: 2 });

  test('only where it is made as the published one is', () => {
    expect(isUsual(options())).toBe(true);
    expect(isUsual(options('--waves', '3', '--workers', '4'))).toBe(true);
    for (const [name, value] of [
      ['--waves', '1'],
      ['--points', '200'],
      ['--runs', '1'],
      ['--scale', '1000'],
    ])
      expect(isUsual(options(name!, value!)), name).toBe(false);
  });

  test('only where it has a vector', () => {
    const places = { folder: 'work', pack: 'pack' };
    expect(foldersFor(places, { members: [] })).toEqual(['work']);
    expect(foldersFor(places, { members: [{ weight: 1, vector: [0] }] as never })).toEqual(['work', 'pack']);
    expect(foldersFor({ ...places, pack: undefined }, { members: [{}] as never })).toEqual(['work']);
  });
});
