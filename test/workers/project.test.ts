// What a newcomer reads first says the same everywhere: one version, the same sections and commands in both languages.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import parameters from '../../scenarios/provinces/hunan/parameters.json' with { type: 'json' };
import stored from '../../scenarios/provinces/hunan/validation.json' with { type: 'json' };
import { ENGINE_VERSION } from '../../sim/version.ts';

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

  test('count targets and claims as the stored validation does', () => {
    const { summary, effects } = stored;
    const count = (verdict: string) => effects.filter((one) => one.verdict === verdict).length;
    const { total, signRight, sizeRight, sized } = summary.effects;
    const { fitted, heldOut } = summary;
    const [wrong, small] = [count('wrongSign'), count('tooSmallToTell')];
    expect(readmes[0]).toContain(
      `Of ${total} published claims that can be tried, ${signRight} come out with the right sign, ${wrong} with the wrong one, and ${small} are too small to tell; ${sizeRight} of ${sized} have the right size`,
    );
    expect(readmes[1]).toContain(
      `可检验的${total}条已发表论断中，${signRight}条方向正确，${wrong}条方向相反，${small}条小到无法判断；${sized}条有数值的${sizeRight}条大小相符`,
    );
    expect(readmes[0]).toContain(`${fitted.within} of ${fitted.total} fitted targets are within tolerance`);
    expect(readmes[0]).toContain(`${heldOut.within} of ${heldOut.total} held out`);
  });

  test('say how many held-out numbers and claims share a source with a parameter', () => {
    const behind = new Set(parameters.flatMap(({ evidence }) => evidence));
    const shares = (sources: readonly string[]) => sources.some((one) => behind.has(one));
    const heldOut = stored.targets.filter((one) => one.role === 'held-out' && one.scored);
    const numbers = heldOut.filter(({ basis }) => shares(basis)).length;
    const claims = stored.effects.filter((one) => one.verdict !== 'notScored' && shares(one.sources)).length;
    expect(readmes[0]).toContain(
      `${numbers} of those ${heldOut.length} numbers and ${claims} of the claims below share a source`,
    );
    expect(readmes[1]).toContain(`其中${numbers}个数字与下述论断中的${claims}条`);
  });

  test('name the same commands', () => {
    const [english, chinese] = readmes.map(commandsOf);
    expect(chinese).toEqual(english);
  });
});
