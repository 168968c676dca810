// What a newcomer reads first says the same everywhere: one version, the same sections and commands in both languages.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ENGINE_VERSION } from '../../sim/world.ts';

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const readmes = ['README.md', 'README.zh.md'].map(read) as [string, string];

/** The commands of a README's indented blocks, without what is said about them. */
const commandsOf = (text: string): string[] =>
  [...text.matchAll(/^ {4}(npm .*)$/gm)].map(([, line]) =>
    line!
      .replace(/ +#.*$/, '')
      .replace(/ --language zh/, '')
      .trim(),
  );

describe('the version', () => {
  test('is the engine’s in package, lock file, citation and both READMEs', () => {
    const lock = JSON.parse(read('package-lock.json'));
    expect(JSON.parse(read('package.json')).version).toBe(ENGINE_VERSION);
    expect([lock.version, lock.packages[''].version]).toEqual([ENGINE_VERSION, ENGINE_VERSION]);
    expect(read('CITATION.cff')).toContain(`version: ${ENGINE_VERSION}\n`);
    expect(readmes[0]).toContain(`(version ${ENGINE_VERSION})`);
    expect(readmes[1]).toContain(`（版本${ENGINE_VERSION}）`);
  });
});

describe('the READMEs', () => {
  test('have as many sections in both languages', () => {
    const [english, chinese] = readmes.map((text) => text.match(/^## .+$/gm) ?? []);
    expect(chinese).toHaveLength(english!.length);
  });

  test('name the same commands', () => {
    const [english, chinese] = readmes.map(commandsOf);
    expect(chinese).toEqual(english);
  });
});
