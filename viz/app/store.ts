/**
 * The one place where the state changes: immutable steps, undo and redo, listeners. Undo brings back what was asked of the
 * model; language, theme and view are left alone.
 */
import { type Asked, askedOf, type State } from './state.ts';

export type Change = (state: State) => State;

const DEEPEST = 200;
/** Steps of one control closer together than this are one step to undo, ms. */
const TOGETHER = 900;

const same = (a: Asked, b: Asked) => (Object.keys(a) as (keyof Asked)[]).every((key) => a[key] === b[key]);

export class Store {
  #state: State;
  #past: readonly Asked[] = [];
  #future: readonly Asked[] = [];
  #lastControl = '';
  #lastTime = Number.NEGATIVE_INFINITY;
  readonly #listeners = new Set<(state: State, before: State) => void>();
  readonly #now: () => number;

  constructor(state: State, now: () => number = () => performance.now()) {
    this.#state = state;
    this.#now = now;
  }

  get state(): State {
    return this.#state;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Calls back after every change; returns how to stop. */
  listen(listener: (state: State, before: State) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Applies a change.
   * @param control names what was moved, so that one drag is one step to undo
   */
  change(change: Change, control = ''): void {
    const before = this.#state;
    const after = change(before);
    if (after === before) return;
    if (!same(askedOf(before), askedOf(after))) this.#remember(askedOf(before), control);
    this.#set(after);
  }

  undo(): void {
    const last = this.#past.at(-1);
    if (!last) return;
    this.#future = [askedOf(this.#state), ...this.#future];
    this.#past = this.#past.slice(0, -1);
    this.#lastControl = '';
    this.#set({ ...this.#state, ...last });
  }

  redo(): void {
    const [next, ...rest] = this.#future;
    if (!next) return;
    this.#past = [...this.#past, askedOf(this.#state)];
    this.#future = rest;
    this.#lastControl = '';
    this.#set({ ...this.#state, ...next });
  }

  #remember(asked: Asked, control: string): void {
    const now = this.#now();
    const continues = control !== '' && control === this.#lastControl && now - this.#lastTime < TOGETHER;
    if (!continues) this.#past = [...this.#past, asked].slice(-DEEPEST);
    this.#future = [];
    this.#lastControl = control;
    this.#lastTime = now;
  }

  #set(state: State): void {
    const before = this.#state;
    this.#state = state;
    for (const listener of this.#listeners) listener(state, before);
  }
}
