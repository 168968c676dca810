/** The few lines of SVG the hand-drawn charts need. */
const NAMESPACE = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An SVG element with attributes and children. */
export function draw<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  children: readonly (Node | string)[] = [],
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, String(value));
  }
  element.append(...children);
  return element;
}

/** Diagonal lines for what is missing; the id must be unique in the page. */
export function hatching(id: string, line: string, ground: string): SVGPatternElement {
  return draw(
    'pattern',
    { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    [
      draw('rect', { width: 6, height: 6, fill: ground }),
      draw('line', { x1: 0, y1: 0, x2: 0, y2: 6, stroke: line, 'stroke-width': 2 }),
    ],
  );
}
