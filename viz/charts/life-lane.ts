/** Life lane: one enterprise month by month in one world or two, what it asked, owed and failed to pay. */
import { wordsOf } from '../text/index.ts';
import { dateOf, writeMonth } from '../text/months.ts';
import { oneWordsOf } from '../text/one.ts';
import type { Chart, Setting } from './chart.ts';
import { figureOf } from './figure.ts';
import { element } from './html.ts';
import { lifePicture, MARKS, markOf } from './life-picture.ts';
import { draw } from './svg.ts';

/** What a month may be marked with. */
export type LifeMark =
  | 'granted'
  | 'declined'
  | 'refused'
  | 'silent'
  | 'renewed'
  | 'ended'
  | 'defaulted'
  | 'closed';

/** One month of a life. */
export interface LifeMonth {
  readonly month: string;
  readonly there: boolean;
  readonly marks: readonly LifeMark[];
  /** Yuan owed at the month's end, late payments in months. */
  readonly formal: number;
  readonly arrears: number;
  readonly informal: number;
  /** What happened, as sentences. */
  readonly text: string;
}

export interface Life {
  readonly name: string;
  readonly hue: 'baseline' | number;
  readonly months: readonly LifeMonth[];
}

export interface LifeData {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** The comparator's world first. */
  readonly lives: readonly Life[];
  /** Month in which the worlds part. */
  readonly parts?: string;
}

/** The figure; every month of every world is a point. */
export function lifeLane(data: LifeData, setting: Setting): HTMLElement {
  const common = wordsOf(setting.language);
  const { picture, x, rows } = lifePicture(data, setting);
  const points = data.lives.flatMap((life, row) =>
    life.months.map((one) => ({
      x: x(dateOf(one.month)),
      y: rows[row]!.middle,
      row,
      half: [4, rows[row]!.half] as const,
      text: `${writeMonth(one.month, setting.language)}${common.colon}${life.name}${common.colon}${one.text}`,
    })),
  );
  const chart: Chart = {
    kind: 'life',
    title: data.title,
    subtitle: data.subtitle,
    picture,
    points,
    key: keyOfLife(setting),
    table: {
      head: [common.month, ...data.lives.map((life) => life.name)],
      rows: data.lives[0]!.months.map((one, at) => [
        writeMonth(one.month, setting.language),
        ...data.lives.map((life) => life.months[at]!.text),
      ]),
    },
    tidy: {
      columns: [
        'enterprise',
        'world',
        'month',
        'on_books',
        'marks',
        'formal_debt',
        'arrears_months',
        'private_debt',
      ],
      rows: data.lives.flatMap((life) =>
        life.months.map((one) => [
          data.id,
          life.name,
          one.month,
          one.there ? 1 : 0,
          one.marks.join(' '),
          one.formal,
          one.arrears,
          one.informal,
        ]),
      ),
    },
  };
  return figureOf(chart, setting);
}

function keyOfLife(setting: Setting): Element {
  const words = oneWordsOf(setting.language);
  const names: Record<LifeMark, string> = {
    granted: words.keyGranted,
    declined: words.keyDeclined,
    refused: words.keyRefused,
    silent: words.keySilent,
    renewed: words.keyRenewed,
    ended: words.keyEnded,
    defaulted: words.keyDefault,
    closed: words.keyClosed,
  };
  const { ink, paper } = setting.look;
  const items = MARKS.map((mark) =>
    element('span', { class: 'key-item' }, [
      draw('svg', { width: 14, height: 14, 'aria-hidden': 'true' }, [markOf(mark, 7, 7, ink, paper)]),
      names[mark],
    ]),
  );
  const line = draw('svg', { width: 22, height: 12, 'aria-hidden': 'true' }, [
    draw('rect', { y: 4, width: 22, height: 5, fill: ink, opacity: 0.5 }),
  ]);
  return element('div', { class: 'key' }, [
    ...items,
    element('span', { class: 'key-item' }, [line, words.keyDebt]),
  ]);
}
