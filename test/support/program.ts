// Runs the built terminal program as a person would.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { program } from '../../workers/cli/program.mjs';

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A running program, and what it will have said when it ends. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Outcome>;
}

let entry: Promise<string> | undefined;

/** Follows a command to its end; it is given this on standard input. */
export function following(child: ChildProcess, input = ''): Running {
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  const ended = new Promise<Outcome>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  return { child, ended };
}

/** Starts the program; it is built first when its sources have changed. */
export async function start(
  args: readonly string[],
  input?: string,
  setting: SpawnOptions = {},
): Promise<Running> {
  entry ??= program();
  return following(spawn(process.execPath, [await entry, ...args], { stdio: 'pipe', ...setting }), input);
}

/** Runs the program to its end. */
export const headwater = async (
  args: readonly string[],
  input?: string,
  setting?: SpawnOptions,
): Promise<Outcome> => (await start(args, input, setting)).ended;
