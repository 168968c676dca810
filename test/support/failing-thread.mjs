// A helper thread that joins like any other; in the second month one of them ends and the others wait for it for ever.
import { parentPort } from 'node:worker_threads';

let tickets;
let steps = 0;

parentPort?.on('message', (message) => {
  if (message.do === 'join') tickets = new Int32Array(message.buffers.work);
  else if (++steps === 2) {
    if (Atomics.add(tickets, 0, 1) === 0) process.exit(3);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
  parentPort?.postMessage('done');
});
