/** A team of threads of this process. */
import { Worker } from 'node:worker_threads';
import { type Member, openTeam as openTeamOf, type Team } from '../team.ts';

function openMember(number: number, script: URL): Member {
  const worker = new Worker(script, { name: `headwater-${number}` });
  let settle: { resolve(): void; reject(error: Error): void } | undefined;
  let lost: Error | undefined;
  const lose = (reason: string) => {
    lost ??= new Error(`thread ${number} ended: ${reason}`);
    settle?.reject(lost);
  };
  worker.on('message', () => settle?.resolve());
  worker.on('error', (error) => lose(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => lose(`exit code ${code}`));
  return {
    close: () => worker.terminate(),
    ask: (message) =>
      new Promise((resolve, reject) => {
        if (lost) return reject(lost);
        settle = { resolve, reject };
        worker.postMessage(message);
      }),
  };
}

/** The helper thread beside the built program. */
const THREAD = new URL('./thread.js', import.meta.url);

/** Starts `workers` threads that run `script`. */
export const openTeam = (workers: number, script: URL = THREAD): Team =>
  openTeamOf(Array.from({ length: workers }, (_, k) => openMember(k, script)));
