/** The door through which scenario files enter: loose outside, exact inside. */
import { assumptionFaults } from './assumption-check.ts';
import { listAt, PROJECTION, readPolicies, readShocks } from './changes.ts';
import { type Fault, unknownName } from './fault.ts';
import { LARGEST_FILE, limitFaults, utf8Length } from './limits.ts';
import { migrate } from './migrations.ts';
import { isObject, onlyKeys } from './objects.ts';
import { type Assumptions, assumptionsSchema, headSchema, type Scenario } from './scenario.ts';
import { type Checked, checkRecord, checkShape } from './shape.ts';
import type { Vocabulary } from './vocabulary.ts';

export { type Changes, PAST, readChanges } from './changes.ts';

/** Provinces a scenario may name. */
export interface Provinces {
  readonly ids: readonly string[];
  vocabularyOf(id: string): Vocabulary;
}

type Document = Readonly<Record<string, unknown>>;

const wrong = (rule: string, value?: unknown): { faults: Fault[] } => ({
  faults: [
    { kind: 'invalid', name: 'scenario', rule, ...(value === undefined ? {} : { value }), path: 'scenario' },
  ],
});

function parseText(text: string): Checked<unknown> {
  const bytes = utf8Length(text);
  if (bytes > LARGEST_FILE) return wrong(`larger than ${LARGEST_FILE} bytes`, bytes);
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 120) : 'unreadable';
    return wrong(`not JSON, ${reason}`);
  }
}

/** An unknown name is told as such, whatever its value; so shapes are those of the known ones. */
function readAssumptions(
  raw: unknown,
  vocabulary: Vocabulary,
): { faults: readonly Fault[]; value: Assumptions } {
  const isKnown = (name: string) => vocabulary.assumptions.some(({ id }) => id === name);
  const names = isObject(raw) ? Object.keys(raw) : [];
  const known = isObject(raw) ? onlyKeys(raw, isKnown) : raw;
  const checked = checkRecord(assumptionsSchema, known, ['assumptions']);
  const faults = [...(checked.faults ?? []), ...assumptionFaults(checked.sound, names, vocabulary)];
  return { faults, value: checked.faults ? {} : checked.value };
}

function provinceOf(document: Document, provinces: Provinces): Checked<Vocabulary> {
  const id = document.province ?? provinces.ids[0];
  if (typeof id === 'string' && provinces.ids.includes(id)) return { value: provinces.vocabularyOf(id) };
  const faults = typeof id === 'string' ? [unknownName('province', id, provinces.ids, 'scenario')] : [];
  return { faults };
}

function readDocument(document: Document, provinces: Provinces): Checked<Scenario> {
  const head = checkShape(headSchema, document, []);
  const province = provinceOf(document, provinces);
  const vocabulary = province.faults ? provinces.vocabularyOf(provinces.ids[0]) : province.value;
  const policies = readPolicies(listAt(document, 'policies'), vocabulary, PROJECTION);
  const shocks = readShocks(listAt(document, 'shocks'), vocabulary, PROJECTION);
  const assumptions = readAssumptions(document.assumptions ?? {}, vocabulary);
  const faults = [head.faults, province.faults, policies.faults, shocks.faults, assumptions.faults].flatMap(
    (some) => some ?? [],
  );
  if (head.faults || faults.length > 0) return { faults: distinct(faults) };
  return {
    value: { ...head.value, policies: policies.value, shocks: shocks.value, assumptions: assumptions.value },
  };
}

const distinct = (faults: readonly Fault[]): Fault[] => [
  ...new Map(faults.map((one) => [JSON.stringify(one), one])).values(),
];

/**
 * A file's text or an already parsed document as it came, in the words of today; what it says has not been checked. Never
 * throws.
 */
export function openDocument(input: unknown): Checked<Document> {
  const parsed = typeof input === 'string' ? parseText(input) : { value: input };
  if (parsed.faults) return parsed;
  const limits = limitFaults(parsed.value);
  return limits.length > 0 ? { faults: limits } : migrate(parsed.value);
}

/**
 * Reads a scenario: a file's text or an already parsed document. Returns the scenario with defaults filled in, or every
 * fault; never throws on any input.
 */
export function readScenario(input: unknown, provinces: Provinces): Checked<Scenario> {
  const opened = openDocument(input);
  return opened.faults ? opened : readDocument(opened.value, provinces);
}
