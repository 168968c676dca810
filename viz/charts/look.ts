/** Colours and type of the lab, once for the page, the charts and what is exported. */
import { interpolateLab, interpolatePuOr, lab } from 'd3';
import type { Language } from '../text/language.ts';

export interface Look {
  readonly dark: boolean;
  readonly paper: string;
  /** Panels, menus and the lane. */
  readonly surface: string;
  /** Pressed and hovered things, table stripes. */
  readonly tint: string;
  readonly ink: string;
  /** Secondary text; 4.5:1 on paper and surface. */
  readonly muted: string;
  /** Hairlines that carry no information. */
  readonly hairline: string;
  /** Borders of controls; 3:1 on paper. */
  readonly border: string;
  readonly notice: string;
  /** Lines and areas of the scenarios compared, in order; the baseline is `ink`, dashed. */
  readonly scenarios: readonly string[];
  /** The same hues for text. */
  readonly scenarioText: readonly string[];
  /** Colour of a difference, -1 (purple) to 1 (orange) around no difference. */
  diverging(t: number): string;
  /** Colour of a level, 0 to 1. */
  sequential(t: number): string;
}

const light: Look = {
  dark: false,
  paper: '#fdfdfb',
  surface: '#f5f5f1',
  tint: '#eaeae4',
  ink: '#1b1e22',
  muted: '#565d66',
  hairline: '#dcdcd5',
  border: '#83888e',
  notice: '#fff3d6',
  scenarios: ['#0072B2', '#D55E00', '#009E73', '#CC79A7'],
  scenarioText: ['#00629a', '#a84a00', '#00704f', '#9c4277'],
  diverging: (t) => interpolatePuOr(0.5 + 0.35 * clamp(t, -1, 1)),
  sequential: (t) => interpolateLab('#eef2f4', '#1f6a98')(clamp(t, 0, 1)),
};

const darkEnd = { low: interpolateLab('#272c31', '#a596dc'), high: interpolateLab('#272c31', '#d98a2b') };

const dark: Look = {
  dark: true,
  paper: '#15181b',
  surface: '#1c2024',
  tint: '#292e34',
  ink: '#e9e7e1',
  muted: '#a5abb3',
  hairline: '#31363c',
  border: '#7b828a',
  notice: '#3b3118',
  scenarios: ['#3d9fdc', '#ee7d32', '#1fb98d', '#d98fb9'],
  scenarioText: ['#6cbcf0', '#f49a5c', '#45cfa6', '#e5a9cb'],
  diverging: (t) => (t < 0 ? darkEnd.low(clamp(-t, 0, 1)) : darkEnd.high(clamp(t, 0, 1))),
  sequential: (t) => interpolateLab('#23292f', '#4fa3d8')(clamp(t, 0, 1)),
};

/** How the line of each scenario is broken, so that colour is never alone. */
export const DASHES: readonly (string | undefined)[] = [undefined, '9 3', '2 3', '9 3 2 3'];
/** How the line of the baseline is broken. */
const BASELINE_DASH = '5 3';

/** A scenario's place among the colours; `baseline` is ink, dashed. */
export type Hue = 'baseline' | number;

/** Stroke and dash of a scenario's line. */
export function lineOf(hue: Hue, look: Look): { readonly stroke: string; readonly dash: string | undefined } {
  return hue === 'baseline'
    ? { stroke: look.ink, dash: BASELINE_DASH }
    : { stroke: look.scenarios[hue]!, dash: DASHES[hue] };
}

/** Colour of a scenario's name. */
export const textOf = (hue: Hue, look: Look): string =>
  hue === 'baseline' ? look.ink : look.scenarioText[hue]!;

export const LOOKS = { light, dark } as const;

const LATIN =
  '"Helvetica Neue", "Segoe UI", Roboto, Arial, "Noto Sans", "Liberation Sans", "DejaVu Sans Condensed"';
const CJK = '"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC"';

/** Faces in exported figures; on the page the style sheet decides, with the same lists. */
export const FACES: Readonly<Record<Language, string>> = {
  en: `${LATIN}, ${CJK}, sans-serif`,
  zh: `${CJK}, ${LATIN}, sans-serif`,
};

/** Lightness at which black and white read equally well, 4.58:1 each. */
const MIDDLE = 49.4;

/** Black or white, whichever reads on a colour; at least 4.5:1 on every one. */
export function inkOn(colour: string): string {
  return lab(colour).l > MIDDLE ? '#000000' : '#ffffff';
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
