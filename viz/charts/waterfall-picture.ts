/** The picture of the waterfall: one row a part, read from top to bottom. */
import { scaleLinear } from 'd3';
import type { Setting } from './chart.ts';
import { fitText, textWidth, twoLines } from './measure.ts';
import { draw } from './svg.ts';
import type { WaterfallData, WaterfallPart } from './waterfall.ts';

const ROW = 34;
/** Names stand above their bar where there is no room beside it. */
const NAME_ABOVE = 18;
/** Beside it they have as much as the longest needs, within these bounds: the second is a part of the width. */
const NAMES = 120;
const NAMES_MOST = 0.4;
const VALUES = 92;
const FONT = 12;
/** Size by which bold letters are reckoned, which are wider. */
const BOLD = 13;
/** Between a name and what is beside it. */
const MARGIN = 14;
const HEAD = 26;

/**
 * Whether chance, or which orders were drawn, may explain a part: its 95 % interval holds zero. A single run has no
 * interval and no verdict.
 */
export const withinChance = ({ ci95 }: Pick<WaterfallPart, 'ci95'>): boolean =>
  ci95 !== null && ci95[0] <= 0 && ci95[1] >= 0;

interface Write {
  change(value: number): string;
  level(value: number): string;
}

/** A line of the picture: an end, a heading or a part with the level it starts from. */
type Line =
  | { readonly kind: 'end'; readonly name: string; readonly value: number }
  | { readonly kind: 'head'; readonly name: string }
  | { readonly kind: 'part'; readonly part: WaterfallPart; readonly from: number };

function linesOf({ start, end, groups }: WaterfallData): Line[] {
  const lines: Line[] = [{ kind: 'end', ...start }];
  let level = start.value;
  for (const { title, parts } of groups) {
    if (parts.length > 0) lines.push({ kind: 'head', name: title });
    for (const part of parts) {
      lines.push({ kind: 'part', part, from: level });
      level += part.share;
    }
  }
  return [...lines, { kind: 'end', ...end }];
}

const nameIn = (line: Line): string => (line.kind === 'part' ? line.part.name : line.name);

/** Every level a line touches, interval and range over orders included. */
const reach = (line: Line): number[] => {
  if (line.kind === 'end') return [line.value];
  if (line.kind === 'head') return [];
  const { part, from } = line;
  return [0, part.share, part.low, part.high, ...(part.ci95 ?? [])].map((one) => from + one);
};

/** The picture and the middle of every end and part in it. */
export function waterfallPicture(data: WaterfallData, setting: Setting, write: Write) {
  const { width, look } = setting;
  const beside = width >= 620;
  const lines = linesOf(data);
  const longest = Math.max(...lines.map((line) => textWidth(nameIn(line), BOLD)));
  const names = Math.min(width * NAMES_MOST, Math.max(NAMES, longest + MARGIN));
  const [left, right] = beside ? [names, width - VALUES] : [4, width - VALUES + 8];
  const levels = lines.flatMap(reach);
  const x = scaleLinear([Math.min(...levels), Math.max(...levels)], [left + 8, right - 8]);
  const tall = beside ? ROW : ROW + NAME_ABOVE;
  const picture = draw('svg', { width, class: 'waterfall', 'font-size': FONT });
  const places: { x: number; y: number; half: readonly [number, number] }[] = [];
  let y = 4;
  let before: number | undefined;
  for (const line of lines) {
    const height = line.kind === 'head' ? HEAD : tall;
    const middle = y + (line.kind === 'head' || beside ? height / 2 : NAME_ABOVE + ROW / 2 - 2);
    const nameAt = line.kind === 'head' || beside ? middle : y + NAME_ABOVE / 2 + 2;
    picture.append(
      nameOf(
        nameIn(line),
        beside && line.kind !== 'head'
          ? { y: nameAt, room: names - MARGIN, lines: 2 }
          : { y: nameAt, room: width - VALUES, lines: 1 },
        line.kind,
        setting,
      ),
    );
    if (line.kind !== 'head') {
      picture.append(
        ...(line.kind === 'end'
          ? endMark(line.value, x, middle, look.ink)
          : partMark(line, x, middle, setting)),
      );
      const text = line.kind === 'end' ? write.level(line.value) : shareOf(line.part, write);
      picture.append(
        draw(
          'text',
          {
            x: width - 2,
            y: middle,
            dy: '0.35em',
            'text-anchor': 'end',
            fill: look.ink,
            'font-weight': line.kind === 'end' ? 650 : 400,
          },
          [text],
        ),
      );
      const level = line.kind === 'end' ? line.value : line.from;
      if (before !== undefined) picture.prepend(connector(x(level), before, middle - 9, look.muted));
      before = middle + 9;
      places.push({ x: (left + right) / 2, y: middle, half: [(right - left) / 2, 14] });
    }
    y += height;
  }
  picture.setAttribute('height', String(y + 4));
  return { picture, places };
}

/** A name in one line, or in two where it stands beside its bar and is longer than the room for it. */
function nameOf(
  text: string,
  place: { y: number; room: number; lines: number },
  kind: Line['kind'],
  { look }: Setting,
): SVGTextElement {
  const strong = kind !== 'part';
  const size = strong ? BOLD : FONT;
  const lines = place.lines > 1 ? twoLines(text, size, place.room) : [fitText(text, size, place.room)];
  return draw(
    'text',
    {
      x: 4,
      y: place.y,
      fill: kind === 'head' ? look.muted : look.ink,
      'font-weight': strong ? 650 : 400,
    },
    lines.map((line, k) =>
      draw('tspan', { x: 4, dy: k === 0 ? `${0.35 - 0.6 * (lines.length - 1)}em` : '1.2em' }, [line]),
    ),
  );
}

/** A share within chance stands in brackets, as on the maps. */
const shareOf = (part: WaterfallPart, { change }: Write): string =>
  withinChance(part) ? `(${change(part.share)})` : change(part.share);

type Scale = (value: number) => number;

function endMark(value: number, x: Scale, y: number, ink: string): SVGElement[] {
  return [draw('path', { d: `M${x(value)} ${y - 9}v18`, stroke: ink, 'stroke-width': 2.4 })];
}

function partMark(
  { part, from }: Extract<Line, { kind: 'part' }>,
  x: Scale,
  y: number,
  { look }: Setting,
): SVGElement[] {
  const [a, b] = [x(from), x(from + part.share)];
  const hue = look.diverging(part.share < 0 ? -0.8 : 0.8);
  const chance = withinChance(part);
  const bar = draw('rect', {
    x: Math.min(a, b),
    y: y - 9,
    width: Math.max(1.5, Math.abs(b - a)),
    height: 18,
    fill: chance ? look.paper : hue,
    stroke: chance ? hue : look.ink,
    'stroke-width': chance ? 1.8 : 0.6,
    class: chance ? 'within-chance' : 'share',
  });
  const orders = draw('path', {
    d: `M${x(from + part.low)} ${y + 13}H${x(from + part.high)}`,
    stroke: look.muted,
    'stroke-width': 2,
    'stroke-dasharray': '2 2',
    class: 'orders',
  });
  if (!part.ci95) return [bar, orders];
  const [low, high] = part.ci95.map((end) => x(from + end)) as [number, number];
  const whisker = draw('path', {
    d: `M${low} ${y - 4}v8M${low} ${y}H${high}M${high} ${y - 4}v8`,
    stroke: look.ink,
    fill: 'none',
    'stroke-width': 1.2,
    class: 'interval',
  });
  return [bar, orders, whisker];
}

const connector = (x: number, from: number, to: number, colour: string): SVGElement =>
  draw('path', { d: `M${x} ${from}V${to}`, stroke: colour, 'stroke-dasharray': '1 3' });
