/** The terminal program: finds the command, runs it, turns what went wrong into lines and an exit code. */
import { Cancelled } from '../../experiments/index.ts';
import { faultLine, InputError, unknownName } from '../../scenarios/index.ts';
import { type Command, EXIT } from './command.ts';
import { splitCommandLine } from './command-line.ts';
import { bench } from './commands/bench.ts';
import { calibrate } from './commands/calibrate.ts';
import { check } from './commands/check.ts';
import { compare } from './commands/compare.ts';
import { list } from './commands/list.ts';
import { run } from './commands/run.ts';
import { story } from './commands/story.ts';
import { validate } from './commands/validate.ts';
import { verify } from './commands/verify.ts';
import { why } from './commands/why.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  list,
  run,
  compare,
  why,
  check,
  story,
  verify,
  calibrate,
  validate,
  bench,
};

const OPTIONS = `Options: --scale 1|10|100|1000  --seed TEXT  --runs N  --until YYYY-MM  --workers N
         --parameters point|plausible  --by DIM[,DIM]  --json
         of run, compare, calibrate and validate: --out DIR
         of why: --open GROUP  --held NAME:GROUP[,NAME:GROUP]
         of story: --versus SCENARIO  --language en|zh
         of calibrate: --waves N  --points N
         of calibrate and validate: --resume
         of validate: --keep FILE`;

function help(): string {
  const lines = Object.entries(COMMANDS).map(([name, one]) => `  ${name} ${one.operands}\n      ${one.does}`);
  return `headwater <command> [options]\n\n${lines.join('\n')}\n\n${OPTIONS}\n\n<scenario> is a preset (see list scenarios), a file, or - for standard input.`;
}

function commandOf(name: string | undefined): Command {
  const path = 'command line';
  const known = Object.keys(COMMANDS);
  if (name !== undefined && Object.hasOwn(COMMANDS, name)) return COMMANDS[name];
  const fault =
    name === undefined
      ? ({ kind: 'missing', name: 'command', rule: 'required', path } as const)
      : unknownName('command', name, known, path);
  throw new InputError([{ ...fault, rule: `${fault.rule}, one of ${known.join(', ')}` }]);
}

async function work(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === 'help' || name === '--help' || name === '-h') {
    terminal.print(help());
    return EXIT.done;
  }
  const command = commandOf(name);
  const line = splitCommandLine(rest, command.options);
  if (!line.help) return command.run({ ...line, terminal });
  terminal.print(
    `headwater ${name} ${command.operands}\n${command.does}\nOptions: ${command.options.map((one) => `--${one}`).join(' ')}`,
  );
  return EXIT.done;
}

function explain(error: unknown, terminal: Terminal): number {
  terminal.settle();
  if (error instanceof Cancelled) return EXIT.stopped;
  if (error instanceof InputError) {
    for (const fault of error.faults) terminal.warn(faultLine(fault));
    return EXIT.badInput;
  }
  terminal.warn(`failed: ${error instanceof Error ? error.message : String(error)}`);
  if (process.env.HEADWATER_TRACE && error instanceof Error) terminal.warn(error.stack ?? '');
  return EXIT.broken;
}

const terminal = openTerminal();
process.exitCode = await work(process.argv.slice(2), terminal).catch((error: unknown) =>
  explain(error, terminal),
);
terminal.settle();
