/** `<hw-chart>`: keeps one figure on the page, as wide as its place, and redraws it when what it shows changes. */
import { refreshFigure } from '../charts/figure.ts';

/** How to draw at a width, and the values the drawing depends on. */
export interface Drawing {
  readonly draw: (width: number) => HTMLElement;
  readonly on: readonly unknown[];
}

const NARROWEST = 240;

export class ChartHost extends HTMLElement {
  #drawing: Drawing | undefined;
  #figure: HTMLElement | undefined;
  #width = 0;
  #observer: ResizeObserver | undefined;

  /** Set by templates; the same dependencies mean nothing to do. */
  set drawing(drawing: Drawing) {
    const before = this.#drawing?.on;
    this.#drawing = drawing;
    const same =
      before?.length === drawing.on.length && before.every((value, at) => value === drawing.on[at]);
    if (!same) this.#redraw();
  }

  connectedCallback(): void {
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width === this.#width || width === 0) return;
      this.#width = width;
      this.#redraw();
    });
    this.#observer.observe(this);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }

  #redraw(): void {
    if (!this.#drawing || !this.#width) return;
    const fresh = this.#drawing.draw(Math.max(NARROWEST, this.#width));
    const figure = this.#figure;
    this.#figure = figure ? refreshFigure(figure, fresh) : fresh;
    if (!figure) this.append(fresh);
  }
}

customElements.define('hw-chart', ChartHost);
