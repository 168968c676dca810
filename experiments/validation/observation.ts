/** A world looked at from outside: the month's counts by group, and once a year's end what no indicator has. */
import {
  addMonth,
  createWorld,
  DATA,
  DEFAULT_ARREARS,
  dataOf,
  EVENT,
  FORK_MONTH,
  type GroupDimension,
  NO_LENDER,
  newRecording,
  type Recording,
  STATUS,
  slotOf,
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
  /** Interest subsidies of enterprises younger than two years. */
  readonly newcomersSubsidy: number;
}

/** Loans of one kind by the month they were granted or renewed in: all of them, and those ninety days late since. */
export interface Cohorts {
  readonly granted: readonly number[];
  readonly failed: readonly number[];
}

/** Kinds of loans that are followed: with and without a guarantor, and those to enterprises no public record tells of. */
export const COHORTS = ['guaranteed', 'unguaranteed', 'unread'] as const;
export type CohortName = (typeof COHORTS)[number];

/** Everything scored of one world at its last month. */
export interface Observation {
  readonly recording: Recording;
  /** One entry a month, beside `recording.months`. */
  readonly flows: readonly Flows[];
  readonly cohorts: Readonly<Record<CohortName, Cohorts>>;
  readonly census: Census;
}

/** Breakdowns that targets ask for besides province and prefectures. */
export const TARGET_DIMENSIONS: readonly GroupDimension[] = ['lender', 'firstLoan', 'guaranteed'];

const NOTHING: Flows = {
  newNonPerforming: 0,
  contactedFirstLoans: 0,
  contactedFirstYuan: 0,
  newcomersSubsidy: 0,
};

/** Months of a subsidy’s two tax years. */
const TAX_YEARS = 24;

/** The flows of the month a world has just finished. Reads only. */
export function flowsOf({ enterprises, loans, second, now, shape, month }: World): Flows {
  const { capacity } = shape;
  const flows = { ...NOTHING };
  for (let row = 0; row < shape.loanRows; row++)
    if (loans.lender[row] !== NO_LENDER && loans.arrears[row] === DEFAULT_ARREARS)
      flows.newNonPerforming += loans.principal[row];
  const both = EVENT.contacted | EVENT.firstLoan;
  for (let i = 0; i < capacity; i++) {
    if (enterprises.status[i] !== STATUS.active) continue;
    if ((now.events[i] & EVENT.subsidised) !== 0 && month - enterprises.founded[i] < TAX_YEARS)
      flows.newcomersSubsidy += now.subsidy[i];
    if ((now.events[i] & both) !== both) continue;
    flows.contactedFirstLoans++;
    for (const row of [i, second[i]])
      if (loans.lender[row] !== NO_LENDER) flows.contactedFirstYuan += loans.principal[row];
  }
  return flows;
}

/** Follows the loans of a world from the month they are granted in to the month they fail in. Reads only. */
function followLoans({ shape }: World) {
  const cohorts = { guaranteed: newCohorts(), unguaranteed: newCohorts(), unread: newCohorts() };
  /** Whether the enterprise could not be read when the loan in a row was granted. */
  const unread = new Uint8Array(shape.loanRows);
  return {
    cohorts,
    /** Adds the month the world has just finished. */
    follow(world: World): void {
      const { loans, month } = world;
      for (const name of COHORTS) cohorts[name].granted[month] = cohorts[name].failed[month] = 0;
      for (let row = 0; row < shape.loanRows; row++) {
        if (loans.lender[row] === NO_LENDER) continue;
        const origin = loans.origin[row];
        const isNew = origin === month;
        const fails = loans.arrears[row] === DEFAULT_ARREARS;
        if (!isNew && !fails) continue;
        if (isNew) unread[row] = dataOf(world, slotOf(world, row)) === DATA.none ? 1 : 0;
        const kind = cohorts[underGuarantee(loans, row) ? 'guaranteed' : 'unguaranteed'];
        for (const one of unread[row] === 1 ? [kind, cohorts.unread] : [kind]) {
          if (isNew) one.granted[month]++;
          // Loans from before the watch have no cohort.
          if (fails && one.granted[origin] !== undefined) one.failed[origin]++;
        }
      }
    },
  };
}

const newCohorts = (): { granted: number[]; failed: number[] } => ({ granted: [], failed: [] });

/** A watch over one world: `look` after creation and after every month, `finish` at the end. */
export function openObservation(world: World) {
  const recording = newRecording(world);
  const flows: Flows[] = [];
  const { cohorts, follow } = followLoans(world);
  return {
    look() {
      addMonth(recording, world);
      flows.push(world.month < 0 ? NOTHING : flowsOf(world));
      if (world.month >= 0) follow(world);
    },
    finish: (): Observation => ({
      recording,
      flows,
      cohorts,
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
