import { readFileSync } from 'node:fs';
import { answer, dataHash, hashOf } from '../../../experiments/index.ts';
import {
  type Fault,
  InputError,
  type ReceiptDocument,
  readReceipts,
  resolve,
} from '../../../scenarios/index.ts';
import { ENGINE_VERSION, monthIndex } from '../../../sim/index.ts';
import { fromCaller } from '../caller.ts';
import { type Command, EXIT } from '../command.ts';
import { type CommandLine, operands } from '../command-line.ts';
import { PLACE, readOptions } from '../options.ts';
import { drawsFor } from '../plausible-set.ts';
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

async function documentAt(path: string): Promise<unknown> {
  const bad = (rule: string): InputError =>
    new InputError([{ kind: 'invalid', name: 'receipt', rule, value: path, path: PLACE }]);
  let text: string;
  try {
    text = path === '-' ? await standardInput() : readFileSync(fromCaller(path), 'utf8');
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

/** The receipts in the file named. Rejects with InputError when they cannot be read or are of another engine. */
async function receiptsAt(line: CommandLine): Promise<readonly ReceiptDocument[]> {
  const [path] = operands(line, ['<receipt.json>']);
  const read = readReceipts(await documentAt(path));
  if (read.faults) throw new InputError(read.faults);
  const faults = otherEngine(read.value);
  if (faults.length > 0) throw new InputError(faults);
  return read.value;
}

async function verdictOn(receipt: ReceiptDocument, workers: number, terminal: Terminal): Promise<Verdict> {
  const { seed, scale, runs } = receipt;
  const scenario = resolve(receipt.scenario);
  const settings = { seed, scale, runs, until: monthIndex(receipt.until) };
  const draws = drawsFor(receipt.parameters, runs);
  const worlds = worldsFor(receipt);
  const base = { scenario: scenario.scenario.id, expected: receipt.resultHash };
  if (hashOf(receipt.scenario) !== receipt.scenarioHash)
    return { ...base, holds: false, found: '', reason: 'the scenario is not the one that was hashed' };
  const { result } = await withEngine(workers, terminal, (engine) =>
    answer(scenario, { settings, dimensions: [], draws }, engine, {
      ...steeringOf(terminal, worlds, settings.until),
      forks: undefined,
    }),
  );
  const found = result.receipt.resultHash;
  const otherData = dataHash(scenario.data) !== receipt.dataHash;
  return {
    ...base,
    holds: found === receipt.resultHash && !otherData,
    found,
    ...(otherData && { reason: 'the data of the province have changed' }),
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
    const [{ workers, json }, receipts] = await together(
      () => readOptions(line),
      () => receiptsAt(line),
    );
    const verdicts: Verdict[] = [];
    for (const receipt of receipts) verdicts.push(await verdictOn(receipt, workers, terminal));
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
