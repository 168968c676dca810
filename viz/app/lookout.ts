/** When the lab looks ahead: while somebody lingers on a slider and, before anybody has, once it has been at rest. */
import type { Likely } from './foresight.ts';
import type { Lab } from './lab.ts';

/** How long somebody stays with a slider before it counts, and rest after which the first slider is looked ahead to, ms. */
export const LINGER = 100;
export const REST = 2000;

export class Lookout {
  #hasTurned = false;
  #turning: ReturnType<typeof setTimeout> | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  readonly #lab: Pick<Lab, 'foresee' | 'foreseeOnce'>;
  readonly #first: () => Likely | undefined;

  /** `first` names what is looked ahead to where nobody has turned to a slider yet. */
  constructor(lab: Pick<Lab, 'foresee' | 'foreseeOnce'>, first: () => Likely | undefined) {
    this.#lab = lab;
    this.#first = first;
  }

  /** Somebody turns to a slider. */
  turnTo(likely: Likely): void {
    clearTimeout(this.#turning);
    this.#turning = setTimeout(() => {
      this.#hasTurned = true;
      this.#lab.foresee(likely);
    }, LINGER);
  }

  /** They turn away again. */
  turnAway(): void {
    clearTimeout(this.#turning);
  }

  /** The lab has something to do. */
  stir(): void {
    clearTimeout(this.#resting);
  }

  /** It has nothing to do any more: from now on its rest counts. */
  rest(): void {
    this.stir();
    if (this.#hasTurned) return;
    this.#resting = setTimeout(() => {
      const likely = this.#hasTurned ? undefined : this.#first();
      if (likely) this.#lab.foreseeOnce(likely);
    }, REST);
  }
}
