// A helper thread that joins like any other; in the second month thread 1 ends and the others wait for it for ever.
import { parentPort } from 'node:worker_threads';

let worker = 0;
let steps = 0;

parentPort?.on('message', (message) => {
  if (message.do === 'join') worker = message.worker;
  else if (++steps === 2) {
    if (worker === 1) process.exit(3);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
  parentPort?.postMessage('done');
});
