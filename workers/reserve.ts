/**
 * Makes a thread collect its garbage seldom. A full collection also throws away what functions made anew every month
 * were compiled to, so that after each one the engine starts cold; one came in five of eight drags of a lever, because
 * worlds and results are large beside a thread's small heap. The browser collects when memory has grown by a share of
 * what is there: a block that is never touched, and so takes no memory of the machine, makes that share larger.
 */
const RESERVE_BYTES = 64 * 1024 * 1024;

const reserve: ArrayBuffer[] = [];

/** To be called once, when a thread starts. */
export function collectSeldom(): void {
  reserve.push(new ArrayBuffer(RESERVE_BYTES));
}
