/** A month of trade. */

/**
 * Operating surplus before interest, yuan: sales x (margin + fixed cost share) - fixed costs - damage. Fixed costs are
 * a share of normal sales, so a fall of sales takes more than its share of the margin.
 */
export function operatingSurplus(normal: number, sales: number, margin: number, fixedShare: number): number {
  return sales * (margin + fixedShare) - fixedShare * normal;
}

/** What an owner takes out: a share of the liquidity above the buffer. */
export function ownerDrawing(cash: number, buffer: number, rate: number): number {
  return cash > buffer ? (cash - buffer) * rate : 0;
}

/** Whether a payment can be made from liquidity and by stretching supplier payables. */
export function canPay(cash: number, due: number, payablesRoom: number): boolean {
  return cash - due >= -payablesRoom;
}
