/**
 * `<hw-chart>`: keeps one figure on the page, as wide as its place. It draws at most once a frame, in turn with the other
 * figures, and only while it is near what can be seen; what changed meanwhile is drawn when it comes into view or goes to
 * paper, and is greyed and called busy until then. With `data-paper` it is drawn in any case: it will be printed.
 */
import { refreshFigure } from '../charts/figure.ts';

/** How to draw at a width, and the values the drawing depends on. */
export interface Drawing {
  readonly draw: (width: number) => HTMLElement;
  readonly on: readonly unknown[];
}

const NARROWEST = 240;
/** How far outside the window a figure is drawn already. */
const NEAR = '200px';

/** Time of one frame that figures may take before the rest waits for the next, ms: no task holds the page over 50. */
const SHARE = 12;

export class ChartHost extends HTMLElement {
  static readonly #waiting = new Set<ChartHost>();
  static readonly #onPage = new Set<ChartHost>();
  static #frame = 0;
  #drawing: Drawing | undefined;
  #figure: HTMLElement | undefined;
  #width = 0;
  #visible = false;
  #due = false;
  #size: ResizeObserver | undefined;
  #sight: IntersectionObserver | undefined;

  /** Set by templates; the same dependencies mean nothing to do. */
  set drawing(drawing: Drawing) {
    const before = this.#drawing?.on;
    this.#drawing = drawing;
    const same =
      before?.length === drawing.on.length && before.every((value, at) => value === drawing.on[at]);
    if (!same) this.#plan();
  }

  connectedCallback(): void {
    ChartHost.#onPage.add(this);
    this.#size = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width === this.#width || width === 0) return;
      this.#width = width;
      this.#plan();
    });
    this.#sight = new IntersectionObserver(
      ([entry]) => {
        this.#visible = entry?.isIntersecting ?? true;
        if (this.#due) this.#plan();
      },
      { rootMargin: NEAR },
    );
    this.#size.observe(this);
    this.#sight.observe(this);
  }

  disconnectedCallback(): void {
    this.#size?.disconnect();
    this.#sight?.disconnect();
    ChartHost.#waiting.delete(this);
    ChartHost.#onPage.delete(this);
  }

  /** Draws at once what has changed out of sight. */
  static drawAll(): void {
    for (const one of ChartHost.#onPage) if (one.#due) one.#redraw();
    ChartHost.#waiting.clear();
  }

  get #isPaper(): boolean {
    return this.hasAttribute('data-paper');
  }

  #plan(): void {
    this.#due = true;
    if (!this.#visible && !this.#isPaper) {
      if (this.#figure) this.setAttribute('aria-busy', 'true');
      return;
    }
    ChartHost.#waiting.add(this);
    ChartHost.#frame ||= requestAnimationFrame(ChartHost.#drawWaiting);
  }

  /**
   * Draws the figures that wait, in their order, as far as a frame's share of time goes, those of a paper in any case; the
   * others in the next frame.
   */
  static readonly #drawWaiting = (): void => {
    ChartHost.#frame = 0;
    const from = performance.now();
    for (const one of ChartHost.#waiting) {
      if (performance.now() - from > SHARE && !one.#isPaper) continue;
      ChartHost.#waiting.delete(one);
      one.#redraw();
    }
    if (ChartHost.#waiting.size > 0) ChartHost.#frame = requestAnimationFrame(ChartHost.#drawWaiting);
  };

  #redraw(): void {
    if (!this.#drawing || !this.#width) return;
    this.#due = false;
    this.removeAttribute('aria-busy');
    const fresh = this.#drawing.draw(Math.max(NARROWEST, this.#width));
    const figure = this.#figure;
    this.#figure = figure ? refreshFigure(figure, fresh) : fresh;
    if (!figure) this.append(fresh);
  }
}

customElements.define('hw-chart', ChartHost);
addEventListener('beforeprint', () => ChartHost.drawAll());
