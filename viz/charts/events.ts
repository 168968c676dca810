/** Policies and shocks as marks over a time axis: lines with labels, spans for what ends. */
import { dateOf } from '../text/months.ts';
import type { Look } from './look.ts';
import { draw } from './svg.ts';

/** Something dated in the scenario. */
export interface EventMark {
  readonly from: string;
  /** Last month; a span is shaded when given. */
  readonly until?: string;
  readonly text: string;
  readonly family: 'policy' | 'shock';
}

export interface PlacedEvent extends EventMark {
  /** Line of labels above the picture, 0 is nearest to it. */
  readonly row: number;
  /** Labels near the right edge end at their line. */
  readonly anchor: 'start' | 'end';
}

const LETTER = 6.1;
const IDEOGRAPH = 11.5;

/** Rough width of a label at 11 px, enough to keep labels apart. */
export const labelWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? IDEOGRAPH : LETTER), 0);

/** Gives each event a row in which its label overlaps no other; `x` places a date in px. */
export function placeEvents(
  events: readonly EventMark[],
  x: (date: Date) => number,
  width: number,
): PlacedEvent[] {
  const taken: [number, number][][] = [];
  return [...events]
    .sort((a, b) => a.from.localeCompare(b.from))
    .map((event) => {
      const at = x(dateOf(event.from));
      const size = labelWidth(event.text) + 12;
      const anchor = at + size > width && at - size > 0 ? 'end' : 'start';
      const [low, high] = anchor === 'start' ? [at, at + size] : [at - size, at];
      let row = taken.findIndex((spans) => spans.every(([from, to]) => high < from || low > to));
      if (row < 0) row = taken.push([]) - 1;
      taken[row]!.push([low, high]);
      return { ...event, row, anchor };
    });
}

/** Height of one row of labels, px. */
export const EVENT_ROW = 15;

/** The marks, from the label down to the bottom of the frame. */
export function drawEvents(
  events: readonly PlacedEvent[],
  x: (date: Date) => number,
  frame: { top: number; bottom: number },
  look: Look,
): SVGGElement {
  const group = draw('g', { class: 'events', 'font-size': 11 });
  for (const event of events) {
    const at = x(dateOf(event.from));
    const y = frame.top - 8 - event.row * EVENT_ROW;
    if (event.family === 'shock' && event.until) {
      const width = Math.max(3, x(dateOf(event.until)) - at);
      group.append(
        draw('rect', {
          x: at,
          y: frame.top,
          width,
          height: frame.bottom - frame.top,
          fill: look.ink,
          opacity: 0.09,
        }),
      );
    }
    const dash = event.family === 'policy' ? '3 3' : undefined;
    group.append(
      draw('line', {
        x1: at,
        x2: at,
        y1: y + 3,
        y2: frame.bottom,
        stroke: look.muted,
        'stroke-dasharray': dash,
      }),
      draw(
        'text',
        { x: at + (event.anchor === 'start' ? -1 : 1), y, 'text-anchor': event.anchor, fill: look.muted },
        [event.text],
      ),
    );
  }
  return group;
}
