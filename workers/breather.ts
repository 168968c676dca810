/** Lets a thread hear messages between months without giving up more time than needed. */

/** Longest a thread goes without listening, ms. */
const EVERY = 20;

/** A pause that does nothing until `every` ms have passed, then waits for the messages that have arrived. */
export function breather(now: () => number = () => performance.now(), every = EVERY): () => Promise<void> {
  const channel = new MessageChannel();
  let last = now();
  /** Whoever waits: several runs may breathe at once. */
  let waiting: (() => void)[] = [];
  channel.port1.onmessage = () => {
    const awake = waiting;
    waiting = [];
    for (const wake of awake) wake();
  };
  return async () => {
    if (now() - last < every) return;
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    });
    last = now();
  };
}
