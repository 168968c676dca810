/** What every command of the terminal looks like. One command a file; `main.ts` lists them. */
import type { CommandLine } from './command-line.ts';
import type { OptionName } from './options.ts';
import type { Terminal } from './terminal.ts';

/** Exit codes: done, something did not hold, bad input, stopped by the user. */
export const EXIT = { done: 0, broken: 1, badInput: 2, stopped: 130 } as const;

/** What a command is given: the command line, whose faults `readOptions` tells, and the terminal. */
export interface CommandInput extends CommandLine {
  readonly terminal: Terminal;
}

export interface Command {
  /** Operands, as the help shows them. */
  readonly operands: string;
  readonly does: string;
  readonly options: readonly OptionName[];
  /** Does the work and returns the exit code. Throws InputError for bad input. */
  run(input: CommandInput): Promise<number>;
}
