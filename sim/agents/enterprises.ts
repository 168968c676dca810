import type { Spec } from '../table.ts';

/** What a slot of the enterprise table holds; `founded` is given away to an entrant that is not written down yet. */
export const STATUS = { empty: 0, active: 1, estate: 2, closed: 3, founded: 4 } as const;

/** Lasting features an enterprise is born with, as bits of `traits`. */
export const TRAIT = {
  platform: 1,
  collateral: 2,
  privateReach: 4,
  floodplain: 8,
  park: 16,
  cluster: 32,
  exporter: 64,
  patents: 128,
  employer: 256,
  cooperative: 512,
  green: 1024,
  supplier: 2048,
} as const;

/**
 * Segments that programmes single out, in the order of their parameters: tenants of parks, members of industrial
 * clusters, exporters, holders of patents, employers of many, farm cooperatives, low emitters. Suppliers of a core
 * enterprise are drawn with the shock that hits them; individual businesses are a size.
 */
export const SEGMENTS = [
  'park',
  'cluster',
  'exporter',
  'patents',
  'employer',
  'cooperative',
  'green',
] as const;

/** How much of an enterprise's public record a lender can use today: a summary of its sources. */
export const DATA = { none: 0, partial: 1, full: 2 } as const;

/** What happened to an enterprise this month, as bits of `events`. */
export const EVENT = {
  wanted: 1,
  applied: 2,
  approved: 4,
  discouraged: 8,
  firstLoan: 16,
  defaulted: 32,
  exited: 64,
  entered: 128,
  matured: 256,
  renewed: 512,
  contacted: 1024,
  subsidised: 2048,
  flooded: 4096,
  compensated: 8192,
  visited: 16384,
  offered: 32768,
} as const;

/**
 * What became of a loan that fell due this month, four bits for the first loan and four for the second; they mean
 * something in the month that loan fell due only.
 */
export const ENDING = {
  unpaid: 0,
  renewed: 1,
  owner: 2,
  lender: 3,
  guarantor: 4,
  bridge: 5,
  moved: 6,
  deferred: 7,
  coverAsked: 8,
} as const;

/**
 * State of one enterprise. Money in whole yuan, up to 4.29 billion where it cannot be negative; `scale` is normal monthly sales; `founded` a month index. `sources` are the
 * traces that can be read today (those it leaves follow from its id); `reportedShock` (1/1024) and `reportedCash` (1/256
 * months of sales) are what its records said when they last came in; `privateRate` (1/500 a year) is what it agreed with
 * private lenders when it last borrowed from them.
 */
export const ENTERPRISE = {
  cash: 'f64',
  capital: 'u32',
  privateDebt: 'u32',
  scale: 'u32',
  id: 'u32',
  quality: 'f32',
  returnOnCredit: 'f32',
  shock: 'f32',
  belief: 'f32',
  cell: 'u16',
  founded: 'i16',
  yearIndex: 'i16',
  reportedShock: 'i16',
  reportedCash: 'i16',
  sources: 'u16',
  traits: 'u16',
  status: 'u8',
  vintage: 'u8',
  history: 'u8',
  relation: 'u8',
  bad: 'u8',
  distress: 'u8',
  yearDefault: 'u8',
  privateArrears: 'u8',
  privateRate: 'u8',
} as const satisfies Spec;

/** What is only needed inside a month; an amount counts when its event is set. */
export const ENTERPRISE_MONTH = {
  subsidy: 'u32',
  events: 'u16',
  ending: 'u8',
} as const satisfies Spec;

/** What `endings` with the code of the first or the second loan replaced. */
export function withEnding(endings: number, second: boolean, code: number): number {
  return second ? (endings & 0x0f) | (code << 4) : (endings & 0xf0) | code;
}

/** The code of the first or the second loan. */
export const endingOf = (endings: number, second: boolean): number =>
  second ? endings >> 4 : endings & 0x0f;
