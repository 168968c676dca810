/**
 * The pool of hands. Plans of one lane go to one hand, so that scenarios that share a past find it there. A hand that is
 * lost is replaced and its plan run again: a plan is a pure question, so the answer is the same.
 */
import { proxy, type Remote, releaseProxy, wrap } from 'comlink';
import { Cancelled, type Engine, type Steering, type WorldPlan } from '../experiments/index.ts';
import type { HandApi } from './hand.worker.ts';
import { type Runner, type RunValues, unlessStopped } from './run-values.ts';
import { type Member, openTeam, type Team } from './team.ts';

/** Milliseconds between signs of life of a busy hand, and how long a silent one is believed. */
const BEAT = 2000;
const PATIENCE = 30_000;
/** Times a plan is given to another hand. */
const MOST_LOSSES = 3;
/** Most hands, whatever the machine has. */
const MOST_HANDS = 8;

class HandLost extends Error {
  constructor() {
    super('a simulation thread ended');
    this.name = 'HandLost';
  }
}

const startHand = (): Worker =>
  new Worker(new URL('./hand.worker.ts', import.meta.url), { type: 'module', name: 'headwater-hand' });

/** One thread and what it is doing. */
class Hand {
  readonly #worker: Worker;
  readonly api: Remote<HandApi>;
  readonly #lost: Promise<never>;
  #lose!: (reason: Error) => void;
  #busy = 0;

  constructor(start: () => Worker) {
    this.#worker = start();
    this.api = wrap<HandApi>(this.#worker);
    this.#lost = new Promise<never>((_, reject) => {
      this.#lose = reject;
    });
    this.#lost.catch(() => {});
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#lose(new HandLost());
    });
  }

  /** Something asked of the hand; rejects with `HandLost` when the thread ends before it answers. */
  async ask<T>(answer: Promise<T>, beats = true): Promise<T> {
    if (this.#busy++ === 0 && beats) this.#listen();
    try {
      return await Promise.race([answer, this.#lost]);
    } finally {
      this.#busy--;
    }
  }

  close(): void {
    this.api[releaseProxy]();
    this.#worker.terminate();
    this.#lose(new HandLost());
  }

  /** A thread that ends says nothing, so a busy one is asked whether it lives. */
  #listen(): void {
    const silence = setTimeout(() => this.#lose(new HandLost()), PATIENCE);
    void this.api.ping().then(() => {
      clearTimeout(silence);
      setTimeout(() => this.#busy > 0 && this.#listen(), BEAT);
    });
  }
}

/** Hands a machine is good for. */
export const usualHands = (): number => Math.max(1, Math.min(MOST_HANDS, navigator.hardwareConcurrency || 1));

export class Hands implements Runner {
  readonly width: number;
  readonly #start: () => Worker;
  readonly #hands: (Hand | undefined)[];
  #next = 1;

  constructor(width = usualHands(), start: () => Worker = startHand) {
    this.width = width;
    this.#start = start;
    this.#hands = new Array(width).fill(undefined);
  }

  async run(plan: WorldPlan, lane: number, steering: Steering): Promise<RunValues> {
    for (let losses = 0; ; losses++) {
      try {
        return await this.#runOn(lane % this.width, plan, steering);
      } catch (error) {
        if (!(error instanceof HandLost) || losses >= MOST_LOSSES) throw error;
        this.#drop(lane % this.width);
      }
    }
  }

  async #runOn(place: number, plan: WorldPlan, { signal, onMonth }: Steering): Promise<RunValues> {
    if (signal?.aborted) throw new Cancelled();
    const hand = this.#hand(place);
    const id = this.#next++;
    const stop = () => void hand.api.stop(id);
    const raised = signal instanceof AbortSignal ? signal : undefined;
    raised?.addEventListener('abort', stop, { once: true });
    try {
      const answer = onMonth ? hand.api.run(id, plan, proxy(onMonth)) : hand.api.run(id, plan);
      const { part, ...run } = await unlessStopped(hand.ask(answer), raised);
      return { ...run, part: part && (() => part) };
    } finally {
      raised?.removeEventListener('abort', stop);
    }
  }

  /** All hands as one team on shared memory; needs an isolated page. */
  team(): Team {
    return openTeam(this.#hands.map((_, place) => this.#member(place)));
  }

  #member(place: number): Member {
    const hand = this.#hand(place);
    return {
      ask: (message) => hand.ask(hand.api.act(message), message.do === 'join'),
      close: () => undefined,
    };
  }

  #hand(place: number): Hand {
    this.#hands[place] ??= new Hand(this.#start);
    return this.#hands[place];
  }

  #drop(place: number): void {
    this.#hands[place]?.close();
    this.#hands[place] = undefined;
  }

  /** Ends every hand, as after a team that failed. */
  dropAll(): void {
    for (let place = 0; place < this.width; place++) this.#drop(place);
  }
}

/** Steps one world with a team; a request to stop rejects at once and frees the hands at their next barrier. */
export const steered = (team: Team, signal: AbortSignal | undefined): Engine => ({
  ...team,
  async step(world, watch) {
    try {
      await unlessStopped(team.step(world, watch), signal);
    } catch (error) {
      if (error instanceof Cancelled) team.abort();
      throw error;
    }
  },
});
