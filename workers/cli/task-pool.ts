/** Independent tasks over several threads; each answer is heard as it comes, so that it can be written down at once. */
import { Worker } from 'node:worker_threads';
import { Cancelled } from '../../experiments/index.ts';

/** Threads that must be closed. */
export interface TaskPool<Task, Answer> {
  /** Answers in the order of the tasks. Rejects with Cancelled on a raised signal, with the reason when a thread ends. */
  run(tasks: readonly Task[]): Promise<readonly Answer[]>;
  close(): Promise<void>;
}

interface Batch<Task, Answer> {
  readonly tasks: readonly Task[];
  readonly answers: Answer[];
  next: number;
  done: number;
  resolve(answers: readonly Answer[]): void;
  reject(error: unknown): void;
}

/** Starts threads of `script` that answer tasks; all share `data`. */
export function openTaskPool<Task, Answer>(
  threads: number,
  script: URL,
  data: unknown,
  signal: AbortSignal,
  heard: (task: Task, answer: Answer) => void,
): TaskPool<Task, Answer> {
  let batch: Batch<Task, Answer> | undefined;
  const workers = Array.from({ length: threads }, () => new Worker(script, { workerData: data }));
  const fail = (error: unknown) => batch?.reject(signal.aborted ? new Cancelled() : error);
  const close = async () => {
    signal.removeEventListener('abort', stop);
    await Promise.all(workers.map((worker) => worker.terminate()));
  };
  const stop = () => {
    fail(new Cancelled());
    void close();
  };
  const feed = (worker: Worker) => {
    const mine = batch;
    if (!mine || mine.next >= mine.tasks.length) return;
    const at = mine.next++;
    worker.once('message', (answer: Answer) => {
      mine.answers[at] = answer;
      heard(mine.tasks[at], answer);
      if (++mine.done === mine.tasks.length) mine.resolve(mine.answers);
      else feed(worker);
    });
    worker.postMessage(mine.tasks[at]);
  };
  for (const worker of workers) {
    worker.on('error', fail);
    worker.on('exit', (code) => fail(new Error(`a thread ended: exit code ${code}`)));
  }
  signal.addEventListener('abort', stop);
  return {
    run: (tasks) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(new Cancelled());
        if (tasks.length === 0) return resolve([]);
        batch = { tasks, answers: [], next: 0, done: 0, resolve, reject };
        for (const worker of workers) feed(worker);
      }),
    close,
  };
}
