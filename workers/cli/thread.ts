/** A helper thread: joins a world that others share and steps it with them, one month a message. */
import { parentPort } from 'node:worker_threads';
import { type TeamMessage, teamThread } from '../team.ts';

const act = teamThread();

parentPort?.on('message', (message: TeamMessage) => {
  act(message);
  parentPort?.postMessage('done');
});
