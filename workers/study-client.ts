/** The page's end of a longer question: one study in flight, the latest wins, an error reaches the screen. */
import { proxy, type Remote, wrap } from 'comlink';
import type { Studies, StudyApi, StudyKind, StudyUpdate } from './study.ts';

/** What the page hears of one study. */
export interface StudyListener<K extends StudyKind> {
  onUpdate(update: StudyUpdate<K>): void;
  onEnd(end: 'done' | 'superseded'): void;
  /** The study could not be done; `reason` is the fault's words. */
  onFault(reason: string): void;
}

const startWorker = (): Worker =>
  new Worker(new URL('./study.worker.ts', import.meta.url), { type: 'module', name: 'headwater-study' });

export class StudyClient {
  #api: Remote<StudyApi> | undefined;
  #id = 0;
  /** Tells the question in flight that the worker has ended. */
  #lost: () => void = () => {};

  /** Asks; the listener of an earlier question hears nothing more. */
  ask<K extends StudyKind>(kind: K, request: Studies[K]['request'], listener: StudyListener<K>): void {
    const id = ++this.#id;
    const mine = () => this.#id === id;
    const onUpdate = proxy((update: StudyUpdate<K>) => mine() && listener.onUpdate(update));
    this.#lost = () => mine() && listener.onFault('the process has ended');
    const api = this.#connect();
    (api.ask as StudyApi['ask'])(id, kind, request, onUpdate).then(
      (end) => mine() && listener.onEnd(end),
      (error: unknown) => mine() && listener.onFault(error instanceof Error ? error.message : String(error)),
    );
  }

  /** Drops what is in flight; its listener hears nothing more. */
  cancel(): void {
    this.#id++;
    void this.#api?.cancel();
  }

  #connect(): Remote<StudyApi> {
    if (this.#api) return this.#api;
    const worker = startWorker();
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      this.#api = undefined;
      this.#lost();
    };
    this.#api = wrap<StudyApi>(worker);
    return this.#api;
  }
}
