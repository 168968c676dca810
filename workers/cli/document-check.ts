/** What a document says beside its receipts, held against them and against what running them again gives. */
import { canonicalJson, type Receipt } from '../../experiments/index.ts';
import { GROUP_DIMENSIONS, type GroupDimension } from '../../sim/index.ts';

/** A JSON object of which nothing is known. */
export type Json = Readonly<Record<string, unknown>>;

/** A value that is not what it should be: `runs: 99, found 16`. */
export type Difference = string;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The document around receipts, which names its schema; undefined for receipts alone. */
export const documentOf = (value: unknown): (Json & { readonly schema: string }) | undefined =>
  isJson(value) && 'receipt' in value && typeof value.schema === 'string'
    ? { ...value, schema: value.schema }
    : undefined;

/** Breakdowns that a document has numbers of. */
export const dimensionsOf = ({ by }: Json): GroupDimension[] =>
  isJson(by) ? GROUP_DIMENSIONS.filter((one) => Object.hasOwn(by, one)) : [];

/** Longest value that is written out. */
const LONG = 40;

function written(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}

const differing = (path: string, said: unknown, found: unknown): Difference =>
  `${path}: ${written(said)}, found ${written(found)}`;

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** Every value of `said` that is another one in `found`; of a list the first that is. */
function between(said: unknown, found: unknown, path: string): Difference[] {
  if (same(said, found)) return [];
  if (Array.isArray(said) && Array.isArray(found)) {
    const at = Math.max(
      0,
      said.findIndex((one, k) => !same(one, found[k])),
    );
    return said.length === found.length
      ? between(said[at], found[at], `${path}[${at}]`)
      : [differing(`${path}.length`, said.length, found.length)];
  }
  if (!isJson(said) || !isJson(found)) return [differing(path, said, found)];
  const names = [...new Set([...Object.keys(found), ...Object.keys(said)])];
  const own = (of: Json, name: string) => (Object.hasOwn(of, name) ? of[name] : undefined);
  return names.flatMap((name) => between(own(said, name), own(found, name), `${path}.${name}`));
}

/** What a receipt says that documents say at their top as well. */
const HEAD = ['province', 'seed', 'scale', 'runs'] as const;

type Asked = Pick<Receipt, (typeof HEAD)[number] | 'until'>;

/** Where the head of a document says something else than a receipt in it; what it does not say is left aside. */
export function headDifferences(document: Json, receipt: Asked): Difference[] {
  const head = HEAD.filter((name) => Object.hasOwn(document, name));
  const last = Array.isArray(document.months) ? document.months.at(-1) : receipt.until;
  return [
    ...head.flatMap((name) => between(document[name], receipt[name], name)),
    ...(last === receipt.until ? [] : [differing('last of months', last, receipt.until)]),
  ];
}

/** What depends on the machine, or is compared by itself. */
const APART: ReadonlySet<string> = new Set(['schema', 'workersUsed', 'receipt']);

/** Where a document says something else than the one made again; what it leaves out at its top is left aside. */
export function bodyDifferences(document: Json, again: object): Difference[] {
  const found = JSON.parse(JSON.stringify(again)) as Json;
  return Object.keys(found)
    .filter((name) => Object.hasOwn(document, name) && !APART.has(name))
    .flatMap((name) => between(document[name], found[name], name));
}
