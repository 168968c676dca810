/** Reverse stress: what share of runs breaks beyond chance at each severity tried, and between which two the answer lies. */
import { line, scaleLinear } from 'd3';
import { wordsOf } from '../text/index.ts';
import { plainNumber } from '../text/numbers.ts';
import { stressWordsOf } from '../text/stress.ts';
import type { Chart, Setting } from './chart.ts';
import { figureOf } from './figure.ts';
import { draw } from './svg.ts';
import { tickDecimals } from './ticks.ts';

interface Trial {
  readonly severity: number;
  /** Runs that break, and that break with the two worlds exchanged, of how many. */
  readonly broken: number;
  readonly chance: number;
  readonly runs: number;
}

/** Part of runs that break beyond chance. */
const beyond = ({ broken, chance, runs }: Trial): number => Math.max(0, broken - chance) / runs;

export interface BreakingData {
  readonly title: string;
  readonly subtitle: string;
  /** In order of severity. */
  readonly trials: readonly Trial[];
  readonly smallest: number | null;
  readonly largestHeld: number | null;
  /** Largest severity of the axis. */
  readonly most: number;
}

const MARGIN = { left: 46, right: 16, top: 14, bottom: 36 };

export function breakingChart(data: BreakingData, setting: Setting): HTMLElement {
  const { language, look, width } = setting;
  const [words, own] = [wordsOf(language), stressWordsOf(language)];
  const height = Math.round(Math.min(260, Math.max(190, width * 0.36)));
  const x = scaleLinear([0, data.most], [MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear([0, 1], [height - MARGIN.bottom, MARGIN.top]);
  const picture = draw('svg', { width, height, class: 'breaking', 'font-size': 11 });
  const severity = (value: number) => plainNumber(value, 2, language);
  const shareOf = (one: Trial) => `${Math.round(100 * beyond(one))}%`;
  for (const share of [0, 0.5, 1])
    picture.append(
      draw('line', {
        x1: MARGIN.left,
        x2: width - MARGIN.right,
        y1: y(share),
        y2: y(share),
        stroke: share === 0.5 ? look.muted : look.hairline,
        'stroke-dasharray': share === 0.5 ? '4 3' : undefined,
      }),
      draw(
        'text',
        { x: MARGIN.left - 6, y: y(share), dy: '0.35em', 'text-anchor': 'end', fill: look.muted },
        [`${share * 100}%`],
      ),
    );
  const count = width < 420 ? 4 : 6;
  for (const tick of x.ticks(count))
    picture.append(
      draw('line', { x1: x(tick), x2: x(tick), y1: y(0), y2: y(0) + 4, stroke: look.muted }),
      draw('text', { x: x(tick), y: height - 20, 'text-anchor': 'middle', fill: look.muted }, [
        plainNumber(tick, tickDecimals(x.domain(), count), language),
      ]),
    );
  picture.append(
    draw(
      'text',
      {
        x: (MARGIN.left + width - MARGIN.right) / 2,
        y: height - 5,
        'text-anchor': 'middle',
        fill: look.muted,
      },
      [own.severity],
    ),
  );
  if (data.smallest !== null && data.largestHeld !== null)
    picture.append(
      draw('rect', {
        x: x(data.largestHeld),
        y: MARGIN.top,
        width: Math.max(2, x(data.smallest) - x(data.largestHeld)),
        height: y(0) - MARGIN.top,
        fill: look.ink,
        opacity: 0.13,
      }),
    );
  const path = line<Trial>(
    (one) => x(one.severity),
    (one) => y(beyond(one)),
  )([...data.trials]);
  picture.append(
    draw('path', {
      d: path ?? '',
      fill: 'none',
      stroke: look.scenarios[0],
      'stroke-width': 1.6,
      'stroke-dasharray': '3 3',
    }),
  );
  for (const one of data.trials) {
    const breaks = beyond(one) >= 0.5;
    picture.append(
      draw('circle', {
        cx: x(one.severity),
        cy: y(beyond(one)),
        r: 5,
        fill: breaks ? look.scenarios[0] : look.paper,
        stroke: look.scenarios[0],
        'stroke-width': 1.8,
      }),
    );
  }
  const text = (one: Trial) => own.broke(one.broken, one.runs, one.chance);
  const chart: Chart = {
    kind: 'reverse-stress',
    title: data.title,
    subtitle: data.subtitle,
    picture,
    points: data.trials.map((one) => ({
      x: x(one.severity),
      y: y(beyond(one)),
      row: 0,
      half: [8, 8] as const,
      text: [`${own.severity} ${severity(one.severity)}`, text(one)].join(words.separator),
    })),
    table: {
      head: [own.severity, own.runsBroken, own.shareBroken],
      rows: data.trials.map((one) => [severity(one.severity), text(one), shareOf(one)]),
    },
    tidy: {
      columns: ['severity', 'broken', 'broken_exchanged', 'runs', 'share_beyond_chance'],
      rows: data.trials.map((one) => [one.severity, one.broken, one.chance, one.runs, beyond(one)]),
    },
  };
  return figureOf(chart, setting);
}
