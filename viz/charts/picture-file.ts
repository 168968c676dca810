/** A figure as a picture of its own: what is on screen with its title, unit line, key and where the numbers come from. */
import type { Chart, Setting } from './chart.ts';
import { FACES } from './look.ts';
import { textWidth, wrapText } from './measure.ts';
import { draw } from './svg.ts';

const EDGE = 8;
const TITLE = { size: 15, line: 20, weight: 600 };
const SMALL = { size: 11.5, line: 16, weight: 400 };

/** Room for a swatch before its text. */
const SWATCH = 32;

/** Lines of text from `top` on; returns them with the place below. */
function texts(list: readonly string[], top: number, { size, line, weight }: typeof TITLE, fill: string) {
  const lines = list.map((text, at) =>
    draw('text', { x: EDGE, y: top + at * line + size, 'font-size': size, 'font-weight': weight, fill }, [
      text,
    ]),
  );
  return { lines, below: top + list.length * line };
}

/** Swatches and notes of the key, side by side as far as they fit; a text too long for a line is broken. */
export function keyOf(key: Element | undefined, top: number, width: number, ink: string) {
  const items = key ? (key.children.length ? [...key.children] : [key]) : [];
  const drawn: SVGElement[] = [];
  let [x, y, rows] = [EDGE, top, 1];
  for (const item of items) {
    const text = item.textContent ?? '';
    const swatch = item.querySelector('svg')?.cloneNode(true) as SVGSVGElement | undefined;
    const indent = swatch ? SWATCH : 0;
    const lines = wrapText(text, SMALL.size, width - 2 * EDGE - indent);
    const wide = indent + Math.max(0, ...lines.map((line) => textWidth(line, SMALL.size))) + 16;
    if (x > EDGE && x + wide > width) [x, y, rows] = [EDGE, y + rows * SMALL.line, 1];
    if (swatch) {
      swatch.setAttribute('x', String(x));
      swatch.setAttribute('y', String(y + 1));
      drawn.push(swatch);
    }
    drawn.push(
      ...lines.map((line, at) =>
        draw(
          'text',
          { x: x + indent, y: y + at * SMALL.line + SMALL.size, 'font-size': SMALL.size, fill: ink },
          [line],
        ),
      ),
    );
    rows = Math.max(rows, lines.length);
    x += wide;
  }
  return { drawn, below: items.length ? y + rows * SMALL.line + 4 : top };
}

/** The whole figure as an SVG document. */
export function svgOf(chart: Chart, { look, language }: Setting, source: string): string {
  const picture = chart.picture.cloneNode(true) as SVGSVGElement;
  picture.querySelector('.cursor')?.remove();
  const [width, tall] = [chart.picture.width.baseVal.value, chart.picture.height.baseVal.value];
  const room = width - 2 * EDGE;
  const title = texts(wrapText(chart.title, TITLE.size, room), EDGE, TITLE, look.ink);
  const unit = texts(wrapText(chart.subtitle, SMALL.size, room), title.below + 2, SMALL, look.muted);
  picture.setAttribute('y', String(unit.below + 6));
  picture.setAttribute('color', look.ink);
  const key = keyOf(chart.key, unit.below + tall + 12, width, look.ink);
  const foot = texts(wrapText(source, SMALL.size, room), key.below + 2, SMALL, look.muted);
  const sheet = draw('svg', { width, height: foot.below + EDGE, 'font-family': FACES[language] }, [
    draw('rect', { width: '100%', height: '100%', fill: look.paper }),
    ...title.lines,
    ...unit.lines,
    picture,
    ...key.drawn,
    ...foot.lines,
  ]);
  return new XMLSerializer().serializeToString(sheet);
}

/** The SVG document as a PNG of twice its size. */
export async function pngOf(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width * 2, image.height * 2];
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error('the browser drew no picture');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
