/** How to use the lab. */
import type { helpZh } from './help.zh.ts';
import type { Translated } from './translated.ts';

export const helpEn: Translated<typeof helpZh> = {
  intro:
    'Headwater compares policies in a simulation of about 2.77 million small enterprises in Hunan, or of Zhejiang as far as its evidence goes. It explores mechanisms and predicts nothing; the figures behind it are reported and unverified.',
  steps:
    '1. Choose a scenario and what to compare it with. 2. Drag a policy lever on the left, or add a shock. 3. The first numbers are a sketch (1:1000), then 1:100, then paired runs narrow the interval. 4. Copy the link or export the data.',
  keys: 'Keyboard: Tab moves between controls; arrow keys move levers, time bars and points in charts; Ctrl+Z undoes, Ctrl+Shift+Z redoes.',
  band: 'Bands show chance alone (seeds), not uncertainty about parameters. Differences are always taken run by run on the same seed.',
};
