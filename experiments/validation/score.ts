/** Targets against a world: what the model says, and whether that is near enough. */
import type { Target, Tolerance } from '../../scenarios/index.ts';
import { measureOf } from './measures.ts';
import type { Panel } from './panel.ts';

/** One word for a target: its kind and what it is a part of, as `loan-share[lender=state]`. */
export function targetKey({ id, dimensions }: Pick<Target, 'id' | 'dimensions'>): string {
  const parts = Object.entries(dimensions).map(([name, value]) => `${name}=${value}`);
  return parts.length === 0 ? id : `${id}[${parts.join(', ')}]`;
}

/** Half-width of the tolerance in the target's own unit. */
export const halfWidth = (value: number, tolerance: Tolerance): number =>
  tolerance.kind === 'relative' ? Math.abs(value) * tolerance.value : tolerance.value;

/** A number at the very edge of a tolerance is inside, however its last bit was rounded. */
const ROUNDING = 1e-9;

/** Whether a value is within a target's tolerance; a bound is broken only on its own side. */
export function isWithin(ours: number, { value, tolerance }: Pick<Target, 'value' | 'tolerance'>): boolean {
  const half = halfWidth(value, tolerance) * (1 + ROUNDING);
  const above = ours - value;
  if (tolerance.kind === 'upper-bound') return above <= half;
  if (tolerance.kind === 'lower-bound') return -above <= half;
  return Math.abs(above) <= half;
}

/** Distance in half-widths: within at 1 or less, signed; 0 on the free side of a bound. */
export function distance(ours: number, { value, tolerance }: Pick<Target, 'value' | 'tolerance'>): number {
  const away = (ours - value) / halfWidth(value, tolerance);
  if (tolerance.kind === 'upper-bound') return Math.max(0, away);
  return tolerance.kind === 'lower-bound' ? Math.min(0, away) : away;
}

/** Value of a target in a world; null when the model has nothing of its kind or the world does not define it. */
export const targetValue = (
  panel: Panel,
  { id, dimensions }: Pick<Target, 'id' | 'dimensions'>,
): number | null => measureOf(id, dimensions)?.(panel, dimensions) ?? null;
