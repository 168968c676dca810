/** The fact register. Large and seldom needed: load it lazily. */
import { InputError, unknownName } from '../schema/fault.ts';
import documents from './documents.json' with { type: 'json' };
import type { Fact, PublicStatistics, Source } from './fact.ts';
import hunan from './hunan.json' with { type: 'json' };
import statistics from './public-statistics.json' with { type: 'json' };
import zhejiangNational from './zhejiang-national.json' with { type: 'json' };

export * from './fact.ts';

/** Every fact, Hunan first, in the order of the documents. */
export const EVIDENCE: readonly Fact[] = [
  ...hunan.facts.map((fact) => ({ document: hunan.document, ...fact }) as unknown as Fact),
  ...(zhejiangNational.facts as unknown as readonly Fact[]),
];

/** Documents behind the register. */
export const DOCUMENTS: readonly Source[] = documents;

/** Census population and GDP of Hunan's prefectures. */
export const PUBLIC_STATISTICS: readonly PublicStatistics[] = statistics.prefectures;

const byId = new Map(EVIDENCE.map((fact) => [fact.id, fact]));

/** The fact with this id. Throws InputError that names the nearest known id. */
export function evidenceOf(id: string): Fact {
  const fact = byId.get(id);
  if (fact) return fact;
  throw new InputError([unknownName('evidence', id, [...byId.keys()], 'evidence')]);
}

/** Whether the register has a fact with this id. */
export const isEvidence = (id: string): boolean => byId.has(id);
