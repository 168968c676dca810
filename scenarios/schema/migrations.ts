/** Older scenario files in the words of today. A link or file that once worked keeps working. */
import { unknownName } from './fault.ts';
import { isObject } from './objects.ts';
import { SCHEMA } from './scenario.ts';
import type { Checked } from './shape.ts';

type Document = Record<string, unknown>;
type Migration = (document: Document) => Document;

function renamed(document: unknown, names: Readonly<Record<string, string>>): unknown {
  if (!isObject(document)) return document;
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [names[key] ?? key, value]));
}

const eachRenamed = (list: unknown, names: Readonly<Record<string, string>>): unknown =>
  Array.isArray(list) ? list.map((one) => renamed(one, names)) : list;

/** The draft called a lever `policy`, an event `shock`, and its dates `start` and `end`. */
const fromDraft: Migration = ({ policies = [], shocks = [], ...rest }) => ({
  ...rest,
  schema: 'headwater/scenario@1',
  policies: eachRenamed(policies, { policy: 'lever', start: 'from', end: 'until' }),
  shocks: eachRenamed(shocks, { shock: 'kind', start: 'from' }),
});

/** Schema of a file -> how it becomes the next one; @1 is today's and stays as it is. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  'headwater/scenario@0': fromDraft,
  'headwater/scenario@1': (document) => document,
};

/** The document in today's schema, or the fault of a schema this release does not know. */
export function migrate(document: unknown): Checked<Document> {
  if (!isObject(document)) {
    return {
      faults: [
        { kind: 'invalid', name: 'scenario', rule: 'not an object', value: document, path: 'scenario' },
      ],
    };
  }
  let current = document;
  for (let step = 0; step <= Object.keys(MIGRATIONS).length; step++) {
    const schema = current.schema;
    if (schema === SCHEMA) return { value: current };
    if (schema === undefined)
      return { faults: [{ kind: 'missing', name: 'schema', rule: `required, ${SCHEMA}`, path: 'scenario' }] };
    const migration =
      typeof schema === 'string' && Object.hasOwn(MIGRATIONS, schema) ? MIGRATIONS[schema] : undefined;
    if (!migration) return { faults: [unknownSchema(schema)] };
    current = migration(current);
  }
  return { faults: [unknownSchema(current.schema)] };
}

function unknownSchema(schema: unknown) {
  if (typeof schema !== 'string')
    return { kind: 'invalid', name: 'schema', rule: 'not text', value: schema, path: 'scenario' } as const;
  const version = /^headwater\/scenario@(\d+)$/.exec(schema);
  if (!version) return unknownName('schema', schema, Object.keys(MIGRATIONS), 'scenario');
  const rule = `made by a newer release; this one reads ${Object.keys(MIGRATIONS).join(', ')}`;
  return { kind: 'unknown', name: 'schema', rule, value: schema, path: 'scenario' } as const;
}
