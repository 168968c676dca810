/** The month as a list of functions, each with the name the phase has in the engine. */
import { apply } from './apply.ts';
import { closeMonth } from './close.ts';
import { conditions } from './conditions.ts';
import { data } from './data.ts';
import { guarantee } from './guarantee.ts';
import { rationAndDisburse } from './ration.ts';
import { record } from './record.ts';
import { service } from './service.ts';
import { settle } from './settle.ts';
import { support } from './support.ts';
import { trade } from './trade.ts';
import { turnover } from './turnover.ts';
import { underwrite } from './underwrite.ts';
import type { SlowWorld } from './world.ts';

export interface SlowPhase {
  readonly name: string;
  readonly run: (world: SlowWorld) => void;
}

export const SLOW_MONTH: readonly SlowPhase[] = [
  { name: 'conditions', run: conditions },
  { name: 'trade', run: trade },
  { name: 'data', run: data },
  { name: 'apply', run: apply },
  { name: 'underwrite', run: underwrite },
  { name: 'guarantee', run: guarantee },
  { name: 'ration and disburse', run: rationAndDisburse },
  { name: 'service', run: service },
  { name: 'settle', run: settle },
  { name: 'support', run: support },
  { name: 'lenders and guarantors close the month', run: closeMonth },
  { name: 'turnover', run: turnover },
  { name: 'record', run: record },
];

/** Runs one month phase by phase, naming each that is done. */
export function* slowPhases(world: SlowWorld, phases: readonly SlowPhase[]): Generator<string> {
  world.month++;
  for (const { name, run } of phases) {
    run(world);
    yield name;
  }
}
