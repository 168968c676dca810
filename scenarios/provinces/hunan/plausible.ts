/** The plausible set of Hunan. Loaded by those who draw from it or show it, not at start. */
import type { PlausibleSet } from '../plausible.ts';
import set from './plausible.json' with { type: 'json' };

/** Parameter vectors the reported end of 2025 does not rule out. */
export const PLAUSIBLE = set as unknown as PlausibleSet;
