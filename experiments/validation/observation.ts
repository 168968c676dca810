/** A world looked at from outside: the month's counts by group, and once a year's end what no indicator has. */
import {
  addMonth,
  createWorld,
  DEFAULT_ARREARS,
  EVENT,
  FORK_MONTH,
  type GroupDimension,
  NO_LENDER,
  newRecording,
  type Recording,
  STATUS,
  stepMonth,
  underGuarantee,
  type World,
  type WorldInput,
} from '../../sim/index.ts';
import { type Census, takeCensus } from './census.ts';

/** Flows of one month that no indicator counts; simulated enterprises and their yuan. */
export interface Flows {
  /** Balance that became ninety days late. */
  readonly newNonPerforming: number;
  /** First formal loans of enterprises a programme had contacted in the month, and their yuan. */
  readonly contactedFirstLoans: number;
  readonly contactedFirstYuan: number;
}

/** Guaranteed loans by the month they were granted or renewed in: all of them, and those ninety days late since. */
export interface Cohorts {
  readonly granted: readonly number[];
  readonly failed: readonly number[];
}

/** Everything scored of one world at its last month. */
export interface Observation {
  readonly recording: Recording;
  /** One entry a month, beside `recording.months`. */
  readonly flows: readonly Flows[];
  readonly guaranteed: Cohorts;
  readonly census: Census;
}

/** Breakdowns that targets ask for besides province and prefectures. */
export const TARGET_DIMENSIONS: readonly GroupDimension[] = ['lender', 'firstLoan', 'guaranteed'];

const NOTHING: Flows = { newNonPerforming: 0, contactedFirstLoans: 0, contactedFirstYuan: 0 };

/** The flows of the month a world has just finished. Reads only. */
export function flowsOf({ enterprises, loans, second, now, shape }: World): Flows {
  const { capacity } = shape;
  const flows = { ...NOTHING };
  for (let row = 0; row < shape.loanRows; row++)
    if (loans.lender[row] !== NO_LENDER && loans.arrears[row] === DEFAULT_ARREARS)
      flows.newNonPerforming += loans.principal[row];
  const both = EVENT.contacted | EVENT.firstLoan;
  for (let i = 0; i < capacity; i++) {
    if (enterprises.status[i] !== STATUS.active || (now.events[i] & both) !== both) continue;
    flows.contactedFirstLoans++;
    for (const row of [i, second[i]])
      if (loans.lender[row] !== NO_LENDER) flows.contactedFirstYuan += loans.principal[row];
  }
  return flows;
}

/** Adds the month a world has just finished to its cohorts of guaranteed loans. */
function follow({ loans, shape, month }: World, granted: number[], failed: number[]): void {
  granted[month] = 0;
  failed[month] = 0;
  for (let row = 0; row < shape.loanRows; row++) {
    if (loans.lender[row] === NO_LENDER || !underGuarantee(loans, row)) continue;
    const origin = loans.origin[row];
    if (origin === month) granted[month]++;
    // Loans from before the watch have no cohort.
    if (loans.arrears[row] === DEFAULT_ARREARS && granted[origin] !== undefined) failed[origin]++;
  }
}

/** A watch over one world: `look` after creation and after every month, `finish` at the end. */
export function openObservation(world: World) {
  const recording = newRecording(world);
  const flows: Flows[] = [];
  const granted: number[] = [];
  const failed: number[] = [];
  return {
    look() {
      addMonth(recording, world);
      flows.push(world.month < 0 ? NOTHING : flowsOf(world));
      if (world.month >= 0) follow(world, granted, failed);
    },
    finish: (): Observation => ({
      recording,
      flows,
      guaranteed: { granted, failed },
      census: takeCensus(world),
    }),
  };
}

/** Runs a world alone from its start to the end of month `until`, watched. */
export function observe(
  input: WorldInput,
  until = FORK_MONTH,
  dimensions: readonly GroupDimension[] = TARGET_DIMENSIONS,
): Observation {
  const world = createWorld(input, { dimensions });
  const watch = openObservation(world);
  watch.look();
  while (world.month < until) {
    stepMonth(world);
    watch.look();
  }
  return watch.finish();
}
