/** The page's end of the conversation: one run in flight, the latest wins, a lost worker is replaced. */
import { proxy, type Remote, wrap } from 'comlink';
import type { Foresight, LabApi, LabEnd, LabRequest, LabUpdate } from './api.ts';

/** Milliseconds between signs of life, and how long a silent worker is believed. */
const BEAT = 1500;
const PATIENCE = 8000;
/** Workers lost in a row, without an answer between, before giving up. */
const MOST_LOSSES = 3;

/** What the page hears. */
export interface LabListener {
  onUpdate(update: LabUpdate): void;
  /** A long world has come to this month. */
  onProgress?(id: number, month: number): void;
  onEnd(id: number, end: LabEnd): void;
  /** The scenario could not run; `reason` is the fault's words. */
  onFault(id: number, reason: string): void;
  /** The worker was lost and a new one runs the request in flight again. */
  onRestart(): void;
}

/** Starts a worker process. */
export const startWorker = (): Worker =>
  new Worker(new URL('./sim.worker.ts', import.meta.url), { type: 'module', name: 'headwater' });

/** Talks to one worker at a time. */
export class LabClient {
  readonly #listener: LabListener;
  readonly #start: () => Worker;
  #worker: Worker | undefined;
  #api: Remote<LabApi> | undefined;
  #current: LabRequest | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #losses = 0;

  constructor(listener: LabListener, start: () => Worker = startWorker) {
    this.#listener = listener;
    this.#start = start;
  }

  /** Asks for a pair of scenarios; whatever was in flight is dropped. */
  run(request: LabRequest): void {
    this.#current = request;
    const api = this.#connect();
    const mine = () => this.#current?.id === request.id && this.#api === api;
    const onUpdate = proxy((update: LabUpdate) => {
      if (!mine()) return;
      this.#losses = 0;
      this.#listener.onUpdate(update);
    });
    const onProgress = proxy((id: number, month: number) => mine() && this.#listener.onProgress?.(id, month));
    api.run(request, onUpdate, onProgress).then(
      (end) => mine() && this.#finish(() => this.#listener.onEnd(request.id, end)),
      (error: unknown) => mine() && this.#finish(() => this.#listener.onFault(request.id, reasonOf(error))),
    );
    this.#listen(api);
  }

  /** Drops what is in flight. */
  cancel(): void {
    const request = this.#current;
    if (!request) return;
    this.#finish(() => this.#listener.onEnd(request.id, 'superseded'));
    void this.#api?.cancel(request.id);
  }

  /** Has the sketches of scenarios run that may be asked for next, until something is asked; false without a worker. */
  foresee(foresight: Foresight): boolean {
    void this.#api?.foresee(foresight);
    return this.#api !== undefined;
  }

  /** Drops what is in flight and ends the worker. */
  close(): void {
    this.#current = undefined;
    clearTimeout(this.#watch);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#api = undefined;
  }

  /** Checks a scenario file. */
  check(text: string): Promise<Awaited<ReturnType<LabApi['check']>>> {
    return this.#connect().check(text);
  }

  #connect(): Remote<LabApi> {
    if (this.#api) return this.#api;
    const worker = this.#start();
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (this.#worker === worker) this.#lose();
    });
    this.#worker = worker;
    this.#api = wrap<LabApi>(worker);
    return this.#api;
  }

  /** A worker that ends says nothing, so it is asked: no answer within `PATIENCE` means it is gone. */
  #listen(api: Remote<LabApi>): void {
    clearTimeout(this.#watch);
    if (!this.#current || this.#api !== api) return;
    const silence = setTimeout(() => this.#api === api && this.#lose(), PATIENCE);
    void api.ping().then(() => {
      clearTimeout(silence);
      this.#watch = setTimeout(() => this.#listen(api), BEAT);
    });
  }

  #lose(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#api = undefined;
    const request = this.#current;
    if (++this.#losses > MOST_LOSSES && request) {
      this.#finish(() =>
        this.#listener.onFault(request.id, 'the simulation process ends as soon as it starts'),
      );
      return;
    }
    this.#listener.onRestart();
    if (request) this.run(request);
  }

  #finish(tell: () => void): void {
    this.#current = undefined;
    clearTimeout(this.#watch);
    tell();
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
