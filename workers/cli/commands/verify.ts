import { readFileSync } from 'node:fs';
import { answer, dataHash, hashOf } from '../../../experiments/index.ts';
import {
  type Fault,
  InputError,
  type ReceiptDocument,
  type Resolved,
  readReceipts,
  resolve,
} from '../../../scenarios/index.ts';
import { ENGINE_VERSION, monthIndex } from '../../../sim/index.ts';
import { fromCaller } from '../caller.ts';
import { type Command, EXIT } from '../command.ts';
import { type CommandLine, operands } from '../command-line.ts';
import { PLACE, readOptions } from '../options.ts';
import { drawsFor, drawsHash, otherProvince } from '../plausible-set.ts';
import { standardInput } from '../scenario-argument.ts';
import type { Terminal } from '../terminal.ts';
import { together } from '../together.ts';
import { steeringOf, withEngine, worldsFor } from '../work.ts';

/** What became of one receipt. */
interface Verdict {
  readonly scenario: string;
  readonly holds: boolean;
  readonly expected: string;
  readonly found: string;
  readonly reason?: string;
}

/** A receipt, and the scenario in it ready to run. */
interface Pending {
  readonly receipt: ReceiptDocument;
  readonly scenario: Resolved;
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
async function receiptsAt(line: CommandLine): Promise<readonly Pending[]> {
  const [path] = operands(line, ['<receipt.json>']);
  const read = readReceipts(await documentAt(path));
  if (read.faults) throw new InputError(read.faults);
  const faults = otherEngine(read.value);
  if (faults.length > 0) throw new InputError(faults);
  const pending = await together(
    ...read.value.map((receipt) => () => ({ receipt, scenario: resolve(receipt.scenario) })),
  );
  const undrawn = pending.flatMap(withoutDraws);
  if (undrawn.length > 0) throw new InputError(undrawn);
  return pending;
}

/** What a receipt says of its scenario that is not so; nothing has to be run to see it. */
function contradictions({ receipt, scenario: { scenario } }: Pending): string[] {
  return [
    ...(hashOf(receipt.scenario) === receipt.scenarioHash
      ? []
      : ['the scenario is not the one that was hashed']),
    ...(receipt.province === scenario.province
      ? []
      : [`the receipt is of ${receipt.province}, its scenario of ${scenario.province}`]),
  ];
}

/** What has changed since the receipt was made. */
function changes({ receipt, scenario }: Pending): string[] {
  const { parameters, drawsHash: before } = receipt;
  return [
    ...(dataHash(scenario.data) === receipt.dataHash ? [] : ['the data of the province have changed']),
    ...(before === undefined || before === drawsHash(parameters) ? [] : ['the plausible set has changed']),
  ];
}

async function verdictOn(pending: Pending, workers: number, terminal: Terminal): Promise<Verdict> {
  const { receipt, scenario } = pending;
  const { seed, scale, runs, parameters } = receipt;
  const base = { scenario: scenario.scenario.id, expected: receipt.resultHash };
  const contradicted = contradictions(pending);
  if (contradicted.length > 0)
    return { ...base, holds: false, found: '', reason: contradicted.join(' and ') };
  const settings = { seed, scale, runs, until: monthIndex(receipt.until) };
  const draws = drawsFor(parameters, runs);
  const { result } = await withEngine(workers, terminal, (engine) =>
    answer(scenario, { settings, dimensions: [], draws }, engine, {
      ...steeringOf(terminal, worldsFor(receipt), settings.until),
      forks: undefined,
    }),
  );
  const found = result.receipt.resultHash;
  const changed = changes(pending);
  return {
    ...base,
    holds: found === receipt.resultHash && changed.length === 0,
    found,
    ...(changed.length > 0 && { reason: changed.join(' and ') }),
  };
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
    const [{ workers, json }, pending] = await together(
      () => readOptions(line),
      () => receiptsAt(line),
    );
    const verdicts: Verdict[] = [];
    for (const one of pending) verdicts.push(await verdictOn(one, workers, terminal));
    const holds = verdicts.every((one) => one.holds);
    terminal.print(
      json
        ? JSON.stringify({
            schema: 'headwater/verification@1',
            holds,
            engine: ENGINE_VERSION,
            receipts: verdicts,
          })
        : verdicts.map(verdictLine).join('\n'),
    );
    return holds ? EXIT.done : EXIT.broken;
  },
};
