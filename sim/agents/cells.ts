import type { Spec } from '../table.ts';

/** What trade is like this month for the enterprises of each cell: one number of each kind a cell. */
export const CELL_TRADE = {
  /** Sales over normal sales: shocks and the sector's wave. */
  demand: 'f64',
  /** Part of sales that customers pay for. */
  paid: 'f64',
  /** Margin in normal times, without the enterprise's own quality. */
  margin: 'f64',
  /** Margin of one unit of the transitory shock. */
  shockMargin: 'f64',
  /** Fixed costs, share of normal sales. */
  fixedShare: 'f64',
  /** Part of the farms that are insured; 0 elsewhere. */
  insured: 'f64',
  /** 1 where a flood, a broken core enterprise or insurance may touch somebody. */
  troubled: 'u8',
} as const satisfies Spec;
