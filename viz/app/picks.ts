/** Small choices of single views that links carry: which map, which quarter. One line a choice. */

/** Name in links -> what may stand there. No name is one of a scenario's own keys (`LINK_KEYS`) or a lever. */
const PICKS = {
  map: /^(tiles|outline)$/,
  gap: /^(penetration-gap|npl-gap|loan-theil|loan-gini)$/,
  quarter: /^20\d\d-Q[1-4]$/,
  account: /^[a-z]+$/,
  books: /^(scenario|comparator)$/,
  tested: /^[A-Za-z]{1,40}$/,
  rows: /^[A-Za-z]{1,40}$/,
  breaks: /^(empty|half|suspended-\d{1,2})$/,
  trials: /^(1|3|8|16)$/,
  trialscale: /^(100|1000)$/,
  december: /^20(2[6-9]|30)-12$/,
  held: /^[A-Za-z]{1,40}:[a-z]{1,20}(,[A-Za-z]{1,40}:[a-z]{1,20}){0,99}$/,
  opened: /^[a-z]{1,20}$/,
  enterprise: /^\d{1,9}$/,
  kind: /^[a-z-]{1,40}$/,
  diary: /^(turns|all)$/,
  paper: /^(en|zh)$/,
  inspect: /^open$/,
} as const satisfies Record<string, RegExp>;

export type PickName = keyof typeof PICKS;
export const PICK_NAMES = Object.keys(PICKS) as readonly PickName[];
export type Picks = Readonly<Partial<Record<PickName, string>>>;

/** True when `name` is a choice and `value` one of its values. */
export const isPick = (name: string, value: string): name is PickName =>
  Object.hasOwn(PICKS, name) && PICKS[name as PickName].test(value);
