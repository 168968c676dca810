/** A picture by Plot as the lab keeps it. */
import { type PlotOptions, plot } from '@observablehq/plot';

/** The picture, with the scales it was drawn by. */
export type PlotPicture = SVGSVGElement & { scale(name: string): { apply(value: unknown): number } };

/**
 * Draws without the style sheet that Plot puts into each picture: for every sheet that comes or goes the browser
 * restyles the whole page. What it says of the picture's size stands on the picture itself.
 */
export function plotPicture(options: PlotOptions): PlotPicture {
  const picture = plot(options) as PlotPicture;
  picture.querySelector('style')?.remove();
  Object.assign(picture.style, { display: 'block', height: 'auto', maxWidth: '100%' });
  return picture;
}
