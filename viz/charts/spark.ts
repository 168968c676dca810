/** A small line without axes, for tiles; it repeats what the tile says and is hidden from readers. */
import { extent, line, scaleLinear } from 'd3';
import type { Look } from './look.ts';
import { finite } from './series.ts';
import { draw } from './svg.ts';

export interface SparkLine {
  readonly values: ArrayLike<number>;
  readonly hue: 'baseline' | number;
}

/** The picture alone, `width` × `height` px. */
export function sparkLine(
  lines: readonly SparkLine[],
  width: number,
  height: number,
  look: Look,
): SVGSVGElement {
  const picture = draw('svg', {
    width,
    height,
    class: 'spark',
    'aria-hidden': 'true',
    viewBox: `0 0 ${width} ${height}`,
    preserveAspectRatio: 'none',
  });
  const [low = 0, high = 1] = extent(finite(...lines.map((one) => one.values)));
  const y = scaleLinear([low, high === low ? low + 1 : high], [height - 3, 3]);
  for (const one of lines) {
    const x = scaleLinear([0, one.values.length - 1], [0, width]);
    const path = line<number>(
      (_, at) => x(at),
      (value) => y(value),
    ).defined(Number.isFinite)(Array.from(one.values));
    const stroke = one.hue === 'baseline' ? look.ink : look.scenarios[one.hue]!;
    picture.append(
      draw('path', {
        d: path ?? '',
        fill: 'none',
        stroke,
        'stroke-width': 1.4,
        'vector-effect': 'non-scaling-stroke',
        opacity: one.hue === 'baseline' ? 0.75 : 1,
        'stroke-dasharray': one.hue === 'baseline' ? '3 2' : undefined,
      }),
    );
  }
  return picture;
}
