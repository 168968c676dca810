/** Direct finance: investors put money into the enterprises they think best. */
import { normalQuantile, roundYuan } from '../../sim/arithmetic.ts';
import { correlation, observed } from '../../sim/decisions/signal.ts';
import { SIZES } from '../../sim/input.ts';
import type { Enterprise } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import { moveOf } from './ledger.ts';
import { normalDraw, uniformDraw } from './luck.ts';
import type { SlowWorld } from './world.ts';

/** A twelfth of the enterprises whose accounts can be audited is seen each month; the best as far as one can tell get money. */
export function raiseEquity(world: SlowWorld, e: Enterprise): void {
  const { p, month } = world;
  const flow = forEnterprise(world, 'directEquity.flow', e);
  if (flow === 0 || e.cell.size < SIZES.indexOf('small')) return;
  if (uniformDraw(world, 'equity', month, e.id) >= 1 / 12) return;
  const noise = normalDraw(world, 'equitySignal', -1, e.id);
  const signal = observed(e.quality, correlation(p['directEquity.precision'][0]), noise);
  if (signal < normalQuantile(1 - flow)) return;
  invest(world, e, roundYuan(p['directEquity.months'][0] * e.scale));
}

/** Money from outside that nobody has to repay buys working capital. */
export function invest(world: SlowWorld, e: Enterprise, yuan: number): void {
  moveOf(world, 'equityInvested', yuan);
  moveOf(world, 'workingCapitalBought', yuan);
  e.capital += yuan;
}
