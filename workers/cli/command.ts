/** What every command of the terminal looks like. One command a file; `main.ts` lists them. */
import type { OptionName, Words } from './options.ts';
import type { Terminal } from './terminal.ts';

/** Exit codes: done, something did not hold, bad input, stopped by the user. */
export const EXIT = { done: 0, broken: 1, badInput: 2, stopped: 130 } as const;

export interface CommandInput {
  readonly positionals: readonly string[];
  readonly words: Words;
  readonly json: boolean;
  readonly resume: boolean;
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
