/** The desk for longer questions: a view says what it needs, the desk asks once, keeps the answer and says how far it is. */
import type { Studies, StudyKind, StudyUpdate } from '../../workers/study.ts';
import { StudyClient } from '../../workers/study-client.ts';

/** One question and what came of it so far. */
export interface Study<K extends StudyKind = StudyKind> {
  /** Says everything the question depends on. */
  readonly key: string;
  /** What was asked: whatever is said of the answer is read off it, not off the choices of now. */
  readonly request: Studies[K]['request'];
  /** Address of the lab when it was asked. */
  readonly link: string;
  /** `paused` gave way to another question, and goes on when that has its answer; `stopped` was stopped by a person. */
  readonly status: 'running' | 'done' | 'paused' | 'stopped' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly result?: Studies[K]['result'];
  /** Why it failed, in the fault's words. */
  readonly reason?: string;
}

type Kept = { [K in StudyKind]?: Study<K> };

/** Everything a study's numbers depend on: what its scenarios are called, and on which day, is not among it. */
export const keyOf = (request: unknown): string =>
  JSON.stringify(request, (name, value) => (name === 'title' || name === 'date' ? undefined : value));

/** A question waits so long for the next one, so that a dragged lever asks once, ms. */
const SETTLE = 350;

export class Desk {
  readonly #client = new StudyClient();
  readonly #changed: () => void;
  readonly #link: () => string;
  #kept: Kept = {};
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** `link` gives the address of the lab as it is now. */
  constructor(changed: () => void, link: () => string) {
    this.#changed = changed;
    this.#link = link;
  }

  /** The study of this kind, if any. */
  study<K extends StudyKind>(kind: K): Study<K> | undefined {
    return this.#kept[kind] as Study<K> | undefined;
  }

  /** Whether a study is in flight. */
  get isBusy(): boolean {
    return (Object.keys(this.#kept) as StudyKind[]).some((kind) => this.#kept[kind]?.status === 'running');
  }

  /** The study of a question: asks it when it is not the one at hand, or had to give way to one that is answered by now. */
  need<K extends StudyKind>(kind: K, request: Studies[K]['request']): Study<K> {
    const key = keyOf(request);
    const at = this.study(kind);
    if (at?.key === key && (at.status !== 'paused' || this.isBusy)) return at;
    return this.#ask(kind, request, key);
  }

  /** Asks again what was stopped or has failed. */
  again<K extends StudyKind>(kind: K, request: Studies[K]['request']): void {
    this.#ask(kind, request, keyOf(request));
    this.#changed();
  }

  /** Stops what is in flight; answers so far stay. */
  stop(): void {
    clearTimeout(this.#waiting);
    this.#client.cancel();
    this.#halt('stopped');
    this.#changed();
  }

  #ask<K extends StudyKind>(kind: K, request: Studies[K]['request'], key: string): Study<K> {
    this.#client.cancel();
    this.#halt('paused');
    const link = this.#link();
    const before = this.study(kind);
    const fresh: Study<K> = {
      key,
      request,
      link,
      status: 'running',
      done: 0,
      total: 0,
      ...(before?.key === key && before.result && { result: before.result }),
    };
    this.#set(kind, fresh);
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      const show = (part: Partial<Study<K>>) => {
        this.#set(kind, { ...this.study(kind)!, ...part });
        this.#changed();
      };
      this.#client.ask(kind, request, {
        onUpdate: ({ done, total, result }: StudyUpdate<K>) =>
          show({ done, total, ...(result && { result }) }),
        onEnd: (end) => show({ status: end === 'done' ? 'done' : 'stopped' }),
        onFault: (reason) => show({ status: 'failed', reason }),
      });
    }, SETTLE);
    return fresh;
  }

  /** One study at a time: what is in flight stays where it is. */
  #halt(status: 'paused' | 'stopped'): void {
    for (const kind of Object.keys(this.#kept) as StudyKind[]) {
      const study = this.#kept[kind];
      if (study?.status === 'running') this.#set(kind, { ...study, status } as Study<typeof kind>);
    }
  }

  #set<K extends StudyKind>(kind: K, study: Study<K>): void {
    this.#kept = { ...this.#kept, [kind]: study };
  }
}
