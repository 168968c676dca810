/** The picture of the life lane: four rows a world, named beside or, where there is no room, above; marks for what happened, bars for what was owed. */
import { scaleTime } from 'd3';
import { dateOf } from '../text/months.ts';
import { oneWordsOf } from '../text/one.ts';
import type { Setting } from './chart.ts';
import { shorten } from './labels.ts';
import type { Life, LifeData, LifeMark, LifeMonth } from './life-lane.ts';
import type { Look } from './look.ts';
import { draw } from './svg.ts';

export const MARKS = [
  'granted',
  'declined',
  'refused',
  'silent',
  'renewed',
  'ended',
  'defaulted',
  'closed',
] as const;

const ROW = 18;
/** Height of a row whose name stands above it. */
const NAMED_ROW = 32;
const NAME = 20;
const BETWEEN = 12;
const AXIS = 22;

/** Row of each mark; bars of debt, arrears and private debt lie in rows 1 to 3. */
const ROW_OF: Record<LifeMark, number> = {
  granted: 0,
  declined: 0,
  refused: 0,
  silent: 0,
  renewed: 1,
  ended: 1,
  defaulted: 2,
  closed: 0,
};

/** The picture, the place of a date, and the middle and half-height of each world. */
export function lifePicture(data: LifeData, setting: Setting) {
  const { width, look } = setting;
  const rows = oneWordsOf(setting.language).rows.split('|');
  const beside = width >= 560;
  const [left, row] = beside ? [124, ROW] : [8, NAMED_ROW];
  const months = data.lives[0]!.months;
  const x = scaleTime([dateOf(months[0]!.month), dateOf(months.at(-1)!.month)], [left + 8, width - 10]);
  const tall = NAME + rows.length * row;
  const height = data.lives.length * (tall + BETWEEN) + AXIS;
  const picture = draw('svg', { width, height, class: 'life', 'font-size': 11.5 });
  const bottom = height - AXIS;
  picture.append(...yearLines(months, x, bottom, look));
  if (data.parts) picture.append(...partLine(x(dateOf(data.parts)), bottom, setting));
  const places = data.lives.map((life, at) => {
    const top = at * (tall + BETWEEN);
    picture.append(...world(life, { top, left, rows, x, row, beside }, setting));
    return { middle: top + NAME + (rows.length * row) / 2 - 1, half: (rows.length * row) / 2 };
  });
  return { picture, x: (date: Date) => x(date), rows: places };
}

type Scale = (date: Date) => number;

function yearLines(months: readonly LifeMonth[], x: Scale, bottom: number, look: Look): SVGElement[] {
  return months
    .filter(({ month }) => month.endsWith('-01'))
    .flatMap(({ month }) => [
      draw('path', { d: `M${x(dateOf(month))} ${NAME}V${bottom}`, stroke: look.hairline }),
      draw('text', { x: x(dateOf(month)), y: bottom + 15, 'text-anchor': 'middle', fill: look.muted }, [
        month.slice(0, 4),
      ]),
    ]);
}

function partLine(x: number, bottom: number, { look, language, width }: Setting): SVGElement[] {
  const end = x > width - 90;
  return [
    draw('path', { d: `M${x} 4V${bottom}`, stroke: look.ink, 'stroke-dasharray': '4 3' }),
    draw(
      'text',
      {
        x: x + (end ? -5 : 5),
        y: 14,
        'text-anchor': end ? 'end' : 'start',
        fill: look.ink,
        'font-weight': 650,
      },
      [oneWordsOf(language).parts],
    ),
  ];
}

interface Frame {
  readonly top: number;
  readonly left: number;
  readonly rows: readonly string[];
  readonly x: Scale;
  /** Height of a row. */
  readonly row: number;
  /** Names stand beside their rows, otherwise above them. */
  readonly beside: boolean;
}

function world(
  life: Life,
  { top, left, rows, x, row: tall, beside }: Frame,
  { look, width }: Setting,
): SVGElement[] {
  const colour = life.hue === 'baseline' ? look.ink : look.scenarios[life.hue]!;
  const text = life.hue === 'baseline' ? look.ink : look.scenarioText[life.hue]!;
  const middle = (row: number) => top + NAME + (row + 1) * tall - ROW / 2;
  const nameAt = (row: number) => (beside ? middle(row) : middle(row) - ROW + 2);
  const step = (width - left) / life.months.length;
  const made: SVGElement[] = [
    draw('text', { x: 2, y: top + 14, fill: text, 'font-weight': 650 }, [
      shorten(life.name, Math.floor((width - 120) / 7)),
    ]),
  ];
  const there = life.months.filter((one) => one.there);
  if (there.length > 0) {
    const [from, to] = [x(dateOf(there[0]!.month)), x(dateOf(there.at(-1)!.month))];
    made.push(
      draw('rect', {
        x: from - step / 2,
        y: top + NAME,
        width: to - from + step,
        height: rows.length * tall,
        fill: look.tint,
        opacity: 0.55,
      }),
    );
  }
  rows.forEach((name, row) => {
    made.push(
      draw('text', { x: beside ? 2 : left + 2, y: nameAt(row), dy: '0.35em', fill: look.muted }, [name]),
    );
  });
  for (const [row, value] of BARS.entries())
    for (const { from, to } of stretches(life.months, value)) {
      const [start, end] = [from, to].map((month) => x(dateOf(month))) as [number, number];
      const place = { x: start - step / 2, y: middle(row + 1) - 3, width: end - start + step, height: 6 };
      made.push(draw('rect', { ...place, fill: colour, opacity: 0.5 }));
    }
  for (const one of life.months)
    for (const mark of one.marks)
      made.push(markOf(mark, x(dateOf(one.month)), middle(ROW_OF[mark]), colour, look.paper));
  return made;
}

/** What the bars of rows 1 to 3 stand for. */
const BARS: readonly ((one: LifeMonth) => number)[] = [
  (one) => one.formal,
  (one) => one.arrears,
  (one) => one.informal,
];

/** Months in a row in which a value is above zero. */
function stretches(months: readonly LifeMonth[], value: (one: LifeMonth) => number) {
  const found: { from: string; to: string }[] = [];
  months.forEach((one, at) => {
    if (!(value(one) > 0)) return;
    const goesOn = at > 0 && value(months[at - 1]!) > 0;
    if (goesOn) found[found.length - 1]!.to = one.month;
    else found.push({ from: one.month, to: one.month });
  });
  return found;
}

/** A mark told by its shape, not by its colour. */
export function markOf(mark: LifeMark, x: number, y: number, colour: string, paper: string): SVGElement {
  const line = { stroke: colour, 'stroke-width': 2, fill: 'none' };
  switch (mark) {
    case 'granted':
      return draw('circle', { cx: x, cy: y, r: 4.5, fill: colour });
    case 'declined':
      return draw('path', {
        ...line,
        d: `M${x - 4.5} ${y}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0M${x - 2.5} ${y}h5`,
        'stroke-width': 1.5,
      });
    case 'refused':
      return draw('path', { ...line, d: `M${x - 4} ${y - 4}l8 8M${x + 4} ${y - 4}l-8 8` });
    case 'silent':
      return draw('circle', { ...line, cx: x, cy: y, r: 3.8, 'stroke-width': 1.5 });
    case 'renewed':
      return draw('path', { d: `M${x} ${y - 5}l5 5l-5 5l-5 -5z`, fill: colour });
    case 'ended':
      return draw('path', {
        ...line,
        d: `M${x} ${y - 4.5}l4.5 4.5l-4.5 4.5l-4.5 -4.5z`,
        fill: paper,
        'stroke-width': 1.5,
      });
    case 'defaulted':
      return draw('path', { d: `M${x - 5} ${y - 4.5}h10l-5 9z`, fill: colour });
    case 'closed':
      return draw('path', { ...line, d: `M${x} ${y - 8}v16`, 'stroke-width': 4 });
  }
}
