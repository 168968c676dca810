import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DOCUMENTS, EVIDENCE, evidenceOf, isEvidence, quantityText } from '../../scenarios/evidence/index.ts';
import rawInstitutions from '../../scenarios/provinces/hunan/institutions.json' with { type: 'json' };
import { loadProvince, type ProvincePack } from '../../scenarios/provinces/index.ts';
import { INSTRUMENTS, SHOCKS } from '../../sim/index.ts';

const pack = loadProvince('hunan');
/** Words a target may give as its basis besides a fact. */
const OWN_BASIS = ['derived', 'assumed'];

/** Every id a pack names that the register does not have, as `where: id`. */
function strangers({ parameters, targets, historySources, contradictions }: ProvincePack): string[] {
  const named = [
    ...parameters.map((one) => ({ where: one.id as string, ids: one.evidence })),
    ...targets.map((one) => ({ where: one.id, ids: one.basis.filter((id) => !OWN_BASIS.includes(id)) })),
    ...[...historySources.policies, ...historySources.shocks].map((one) => ({
      where: 'history',
      ids: one.evidence,
    })),
    ...contradictions.map((one) => ({ where: one.id, ids: one.figures.map((each) => each.evidence) })),
  ];
  return named.flatMap(({ where, ids }) =>
    ids.filter((id) => !isEvidence(id)).map((id) => `${where}: ${id}`),
  );
}

describe('the fact register', () => {
  test('has 545 facts with ids of their own', () => {
    expect(EVIDENCE).toHaveLength(369 + 176);
    expect(new Set(EVIDENCE.map((one) => one.id)).size).toBe(EVIDENCE.length);
  });

  test('names for every fact a document it knows, a unit, a date and a kind', () => {
    const documents = DOCUMENTS.map((one) => one.id);
    for (const one of EVIDENCE) {
      expect(documents, one.id).toContain(one.document);
      for (const field of [one.unit, one.asOf, one.summary, one.section]) expect(field, one.id).not.toBe('');
      expect(['state', 'effect', 'target', 'policy-parameter', 'benchmark', 'event'], one.id).toContain(
        one.kind,
      );
    }
  });

  test('holds nothing that is more than reported but the census', () => {
    expect(DOCUMENTS.flatMap((one) => (one.grade === 'measured' ? [one.id] : []))).toEqual([
      'hunan-census-2020',
    ]);
    expect(EVIDENCE.some((one) => one.document === 'hunan-census-2020')).toBe(false);
  });

  test('gives a fact by its id and names the nearest one when there is none', () => {
    expect(evidenceOf('loan-balance.hunan-sme.2025').value).toBe(18_700);
    expect(() => evidenceOf('loan-balance.hunan-sme.2052')).toThrow(
      'unknown evidence; nearest is loan-balance.hunan-sme.2025: "loan-balance.hunan-sme.2052" (at evidence)',
    );
  });

  test('can be read aloud', () => {
    expect(quantityText(evidenceOf('npl-ratio.hunan-sme.2025-section-1'))).toBe('3.87 percent');
    expect(quantityText(evidenceOf('npl-ratio.xiangxi-huaihua-sme.2025'))).toBe('≥ 7.6 percent');
    expect(quantityText(evidenceOf('data-update-interval.xiangxinrong-high-frequency.2025'))).toBe(
      '1 to 3 months',
    );
    expect(quantityText(evidenceOf('enterprise-count.hunan-county-sme.2025'))).toBe('1,864,000 enterprises');
  });
});

describe('every id that is named is in the register', () => {
  test('by the pack: parameters, targets, history and contradictions', () => {
    expect(strangers(pack)).toEqual([]);
  });

  test('or is found out', () => {
    const [first, ...others] = pack.parameters;
    const parameters = [{ ...first, evidence: ['nobody.said.this'] }, ...others];
    expect(strangers({ ...pack, parameters })).toEqual([`${first.id}: nobody.said.this`]);
  });

  test('by the institutions, the instruments and the shocks', () => {
    const { lenders, guarantors } = rawInstitutions;
    const named = [lenders, guarantors, ...INSTRUMENTS, ...SHOCKS].flatMap((one) => [...one.evidence]);
    expect(named.filter((id) => !isEvidence(id))).toEqual([]);
  });

  test('by facts that conflict with others', () => {
    expect(EVIDENCE.flatMap((one) => one.conflictsWith ?? []).filter((id) => !isEvidence(id))).toEqual([]);
  });
});

/** Linked conflicts that no record decides. */
function undecided(contradictions: ProvincePack['contradictions']): string[] {
  return EVIDENCE.flatMap((fact) => (fact.conflictsWith ?? []).map((other) => [fact.id, other] as const))
    .filter(
      ([a, b]) =>
        !contradictions.some(({ figures }) =>
          [a, b].every((id) => figures.some((one) => one.evidence === id)),
        ),
    )
    .map(([a, b]) => `${a} against ${b}`);
}

describe('the contradictions', () => {
  test('decide every pair the register links', () => {
    expect(undecided(pack.contradictions)).toEqual([]);
  });

  test('or leave a pair that is found out', () => {
    const left = pack.contradictions.filter((one) => one.id !== 'guarantee-multiple');
    expect(undecided(left)).toContain(
      'guarantee-multiple.hunan-government-guarantors.2025-section-2 against guarantee-multiple.hunan-government-guarantors.2025-section-3',
    );
  });

  test('quote each figure as the register has it and choose one of them, both or neither', () => {
    for (const { id, figures, chosen, about, why } of pack.contradictions) {
      for (const { evidence, value } of figures)
        expect(value, `${id} ${evidence}`).toBe(quantityText(evidenceOf(evidence)));
      expect(['both', 'neither', ...figures.map((one) => one.evidence)], id).toContain(chosen);
      for (const text of [about.en, about.zh, why.en, why.zh]) expect(text, id).not.toBe('');
    }
  });
});

test('the data of the repository stay below 820 kB', () => {
  const root = resolve(import.meta.dirname, '../../scenarios');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );
  const bytes = files.reduce((total, name) => total + statSync(join(root, name)).size, 0);
  expect(bytes).toBeLessThan(820_000);
});
