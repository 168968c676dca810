import { readFileSync } from 'node:fs';
import { dataHash } from '../../../experiments/index.ts';
import {
  type Fault,
  InputError,
  type ReceiptDocument,
  readReceipts,
  resolve,
} from '../../../scenarios/index.ts';
import { ENGINE_VERSION } from '../../../sim/index.ts';
import { fromCaller } from '../caller.ts';
import { type Command, EXIT } from '../command.ts';
import { type CommandLine, operands } from '../command-line.ts';
import { bodyDifferences, type Difference, documentOf, headDifferences } from '../document-check.ts';
import { PLACE, readOptions } from '../options.ts';
import { drawsHash, otherProvince } from '../plausible-set.ts';
import { type Again, contradictions, type Filed, type Pending, runAgain } from '../run-again.ts';
import { standardInput } from '../scenario-argument.ts';
import { together } from '../together.ts';

/** What became of one receipt. */
interface Verdict {
  readonly scenario: string;
  readonly holds: boolean;
  readonly expected: string;
  readonly found: string;
  readonly reason?: string;
}

/** The document in a file or on standard input: a result of any size with its receipts, or a receipt. */
async function documentAt(path: string): Promise<unknown> {
  const bad = (rule: string): InputError =>
    new InputError([{ kind: 'invalid', name: 'receipt', rule, value: path, path: PLACE }]);
  let text: string;
  try {
    text =
      path === '-' ? await standardInput(Number.POSITIVE_INFINITY) : readFileSync(fromCaller(path), 'utf8');
  } catch (error) {
    throw bad(`cannot be read, ${(error as NodeJS.ErrnoException).code ?? 'error'}`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw bad('not JSON');
  }
}

function otherEngine(receipts: readonly ReceiptDocument[]): Fault[] {
  return receipts
    .filter((receipt) => receipt.engine !== ENGINE_VERSION)
    .map(({ engine }) => ({
      kind: 'invalid',
      name: 'engine',
      rule: `made by another version than ${ENGINE_VERSION}`,
      value: engine,
      path: 'receipt',
    }));
}

/** Draws from the set of one province cannot have been taken for a scenario of another. */
function withoutDraws({ receipt: { parameters }, scenario }: Pending): Fault[] {
  const rule = otherProvince(scenario.scenario.province);
  if (parameters === 'point' || rule === undefined) return [];
  return [{ kind: 'invalid', name: 'parameters', rule, value: parameters, path: 'receipt' }];
}

/** The receipts in the file named. Rejects with InputError when they cannot be read, run, or are of another engine. */
async function receiptsAt(line: CommandLine): Promise<Filed> {
  const [path] = operands(line, ['<receipt.json>']);
  const file = await documentAt(path);
  const read = readReceipts(file);
  if (read.faults) throw new InputError(read.faults);
  const faults = otherEngine(read.value);
  if (faults.length > 0) throw new InputError(faults);
  const pending = await together(
    ...read.value.map((receipt) => () => ({ receipt, scenario: resolve(receipt.scenario) })),
  );
  const undrawn = pending.flatMap(withoutDraws);
  if (undrawn.length > 0) throw new InputError(undrawn);
  return { document: documentOf(file), pending };
}

/** What has changed since the receipt was made. */
function changes({ receipt, scenario }: Pending): string[] {
  const { parameters, drawsHash: before } = receipt;
  return [
    ...(dataHash(scenario.data) === receipt.dataHash ? [] : ['the data of the province have changed']),
    ...(before === undefined || before === drawsHash(parameters) ? [] : ['the plausible set has changed']),
  ];
}

function verdictOn(pending: Pending, found: string): Verdict {
  const { receipt, scenario } = pending;
  const reasons = [...contradictions(pending), ...(found === '' ? [] : changes(pending))];
  return {
    scenario: scenario.scenario.id,
    holds: found === receipt.resultHash && reasons.length === 0,
    expected: receipt.resultHash,
    found,
    ...(reasons.length > 0 && { reason: reasons.join(' and ') }),
  };
}

/** What became of what a document says beside its receipts. */
interface DocumentVerdict {
  readonly schema: string;
  /** All that it says, or what it repeats of its receipts alone. */
  readonly compared: 'all' | 'head';
  readonly holds: boolean;
  readonly differs: readonly Difference[];
}

/** Documents that are made again as a whole. */
const WHOLE: readonly string[] = ['headwater/result@1', 'headwater/comparison@1'];

/** A document that should be made again, and of which the receipts allow it no more, is not what it says. */
const unmade = ({ schema }: { readonly schema: string }): Difference[] =>
  WHOLE.includes(schema) ? ['its receipts do not make it'] : [];

function documentVerdict({ document, pending }: Filed, { made }: Again): DocumentVerdict | undefined {
  if (!document) return undefined;
  const heads = pending.flatMap(({ receipt }) => headDifferences(document, receipt));
  const body = made ? bodyDifferences(document, made) : unmade(document);
  const differs = [...new Set([...heads, ...body])];
  return { schema: document.schema, compared: made ? 'all' : 'head', holds: differs.length === 0, differs };
}

/** Differences that are told one by one. */
const TOLD = 5;

function documentLine({ schema, compared, differs }: DocumentVerdict): string {
  const more = differs.length > TOLD ? `; and ${differs.length - TOLD} more` : '';
  if (differs.length > 0) return `${schema}: differs, ${differs.slice(0, TOLD).join('; ')}${more}`;
  return compared === 'all'
    ? `${schema}: says what the runs give`
    : `${schema}: asks what its receipts ask; its other numbers were not compared`;
}

const verdictLine = ({ scenario, holds, expected, found, reason }: Verdict): string =>
  holds
    ? `${scenario}: the same result, ${found}`
    : `${scenario}: differs, expected ${expected}, found ${found || 'nothing'}${reason ? `; ${reason}` : ''}`;

export const verify: Command = {
  operands: '<receipt.json>',
  does: 're-runs a receipt and compares the hash',
  options: ['workers', 'json'],
  async run({ terminal, ...line }) {
    const [{ workers, json }, filed] = await together(
      () => readOptions(line),
      () => receiptsAt(line),
    );
    const again = await runAgain(filed, { workers, terminal });
    const receipts = filed.pending.map((one, k) => verdictOn(one, again.found[k]));
    const document = documentVerdict(filed, again);
    const holds = receipts.every((one) => one.holds) && (document?.holds ?? true);
    const lines = [...receipts.map(verdictLine), ...(document ? [documentLine(document)] : [])];
    terminal.print(
      json
        ? JSON.stringify({
            schema: 'headwater/verification@1',
            holds,
            engine: ENGINE_VERSION,
            receipts,
            ...(document && { document }),
          })
        : lines.join('\n'),
    );
    return holds ? EXIT.done : EXIT.broken;
  },
};
