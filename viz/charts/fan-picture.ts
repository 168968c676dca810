/** The picture of the fan chart: axes, bands, lines, events and names at the line ends. */
import { areaY, axisX, axisY, gridY, line, ruleX } from '@observablehq/plot';
import { dateOf } from '../text/months.ts';
import { plainNumber } from '../text/numbers.ts';
import type { Setting } from './chart.ts';
import { drawEvents, EVENT_ROW, placeEvents } from './events.ts';
import type { FanData, FanLine } from './fan.ts';
import { drawEndLabels } from './labels.ts';
import { lineOf } from './look.ts';
import { plotPicture } from './plot-picture.ts';
import { niceDomain, tickDecimals } from './ticks.ts';

/** About as many marks on the axis of values. */
const TICKS = 5;

/** Draws the months of `data` times `factor`, over a `range` in shown units; `x` and `y` give the place of a date and of a shown value. */
export function fanPicture(data: FanData, setting: Setting, factor: number, range: readonly number[]) {
  const { look, width } = setting;
  const wide = isWide(width);
  const domain = [dateOf(data.months[0]!), dateOf(data.months[data.months.length - 1]!)] as const;
  const margin = { left: 46, right: wide ? 128 : 12, bottom: 26 };
  const inner = (date: Date) =>
    margin.left + ((+date - +domain[0]) / (+domain[1] - +domain[0])) * (width - margin.left - margin.right);
  const events = placeEvents(data.events, inner, width);
  const top = 16 + EVENT_ROW * events.reduce((most, event) => Math.max(most, event.row + 1), 0);
  const height = Math.round(Math.min(320, Math.max(210, width * 0.36))) + top;
  const frame = { top, bottom: height - margin.bottom };
  const style = (one: FanLine) => lineOf(one.hue, look);
  const dates = data.months.map(dateOf);
  const rows = (one: FanLine) =>
    dates.map((date, at) => ({
      date,
      mean: one.mean[at]! * factor,
      low: one.p05[at]! * factor,
      high: one.p95[at]! * factor,
    }));
  const decimals = range[0] === range[1] ? 2 : tickDecimals(niceDomain(range), TICKS);
  const drawn = plotPicture({
    width,
    height,
    marginTop: top,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginBottom: margin.bottom,
    className: 'plot',
    style: {
      background: 'none',
      color: look.muted,
      fontFamily: 'inherit',
      fontSize: '11.5px',
      overflow: 'visible',
    },
    x: { type: 'utc', domain: [...domain] },
    y: { nice: true, zero: false, label: null },
    marks: [
      gridY({ stroke: look.hairline, strokeOpacity: 1, ticks: TICKS }),
      axisY({
        ticks: TICKS,
        tickSize: 0,
        tickFormat: (tick: number) => plainNumber(tick, decimals, setting.language),
      }),
      axisX({
        ticks: yearTicks(data.months),
        tickSize: 4,
        tickFormat: (date: Date) => String(date.getUTCFullYear()),
      }),
      ...[...data.lines].reverse().flatMap((one) => [
        ...(data.runs > 1
          ? [
              areaY(rows(one), {
                x: 'date',
                y1: 'low',
                y2: 'high',
                fill: style(one).stroke,
                fillOpacity: (one.hue === 'baseline' ? 0.1 : 0.2) / Math.max(1, data.lines.length - 1),
              }),
            ]
          : []),
        line(rows(one), {
          x: 'date',
          y: 'mean',
          stroke: style(one).stroke,
          strokeWidth: one.hue === 'baseline' ? 1.6 : 2.2,
          strokeDasharray: style(one).dash ?? 'none',
        }),
      ]),
      ruleX([domain[0]], { stroke: look.muted }),
    ],
  });
  const x = (date: Date) => drawn.scale('x').apply(date);
  const y = (value: number) => drawn.scale('y').apply(value);
  drawn.append(drawEvents(events, x, frame, look));
  if (wide)
    drawn.append(
      drawEndLabels(
        data.lines.map((one) => ({ ...one, y: y(lastOf(one.mean) * factor) })),
        width - margin.right + 8,
        setting,
      ),
    );
  return { picture: drawn, x, y };
}

/** Room for names beside the lines; where there is none they stand in the key. */
export const isWide = (width: number): boolean => width >= 620;

const lastOf = (series: ArrayLike<number>): number => series[series.length - 1]!;

const yearTicks = (months: readonly string[]): Date[] =>
  months.filter((month) => month.endsWith('-01')).map(dateOf);
