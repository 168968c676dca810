/** A world looked at from outside: the month's counts by group, and once a year's end what no indicator has. */
import {
  addMonth,
  createWorld,
  DATA,
  DEFAULT_ARREARS,
  dataOf,
  ENDING,
  EVENT,
  endingOf,
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
  /** Enterprises officials called on that wanted credit, and those of them that were granted it. */
  readonly visited: number;
  readonly visitedGranted: number;
}

/** Loans of one kind by the month they were granted or renewed in: all of them, and those ninety days late since, renewed again or not. */
export interface Cohorts {
  readonly granted: readonly number[];
  readonly failed: readonly number[];
}

/**
 * Kinds of loans that are followed: with and without a guarantor, those to enterprises no public record tells of, and those
 * that were renewed when they fell due.
 */
export const COHORTS = ['guaranteed', 'unguaranteed', 'unread', 'renewed'] as const;
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
  visited: 0,
  visitedGranted: 0,
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
    if ((now.events[i] & EVENT.visited) !== 0) {
      flows.visited++;
      if ((now.events[i] & EVENT.approved) !== 0) flows.visitedGranted++;
    }
    if ((now.events[i] & both) !== both) continue;
    flows.contactedFirstLoans++;
    for (const row of [i, second[i]])
      if (loans.lender[row] !== NO_LENDER) flows.contactedFirstYuan += loans.principal[row];
  }
  return flows;
}

/** Kinds a loan is of when its term begins, and the month. */
interface Term {
  readonly month: number;
  readonly kinds: readonly CohortName[];
}

/** Follows the loans of a world from each month their term began in to the month they fail in. Reads only. */
function followLoans({ shape }: World) {
  const cohorts: Record<CohortName, Mutable<Cohorts>> = {
    guaranteed: newCohorts(),
    unguaranteed: newCohorts(),
    unread: newCohorts(),
    renewed: newCohorts(),
  };
  /** Terms of the loan in each row that it has not failed in: of one that is renewed all of them, since renewing may put a failure off. */
  const terms: Term[][] = Array.from({ length: shape.loanRows }, () => []);
  return {
    cohorts,
    /** Adds the month the world has just finished. */
    follow(world: World): void {
      const { loans, month } = world;
      for (const name of COHORTS) cohorts[name].granted[month] = cohorts[name].failed[month] = 0;
      for (let row = 0; row < shape.loanRows; row++) {
        if (loans.lender[row] === NO_LENDER) continue;
        if (loans.origin[row] === month) {
          const goesOn = isRenewed(world, row);
          const kinds = kindsOf(world, row, goesOn);
          terms[row] = [...(goesOn ? terms[row] : []), { month, kinds }];
          for (const name of kinds) cohorts[name].granted[month]++;
        }
        if (loans.arrears[row] !== DEFAULT_ARREARS) continue;
        // Loans from before the watch have no cohort.
        for (const { month: began, kinds } of terms[row])
          for (const name of kinds) cohorts[name].failed[began]++;
        terms[row] = [];
      }
    },
  };
}

/** Kinds of a loan whose term begins this month. */
function kindsOf(world: World, row: number, goesOn: boolean): CohortName[] {
  const kinds: CohortName[] = [underGuarantee(world.loans, row) ? 'guaranteed' : 'unguaranteed'];
  if (dataOf(world, slotOf(world, row)) === DATA.none) kinds.push('unread');
  if (goesOn) kinds.push('renewed');
  return kinds;
}

/** Whether the loan in a row, whose term began this month, fell due and goes on. */
function isRenewed(world: World, row: number): boolean {
  const i = slotOf(world, row);
  const { events, ending } = world.now;
  return (events[i] & EVENT.renewed) !== 0 && endingOf(ending[i], row !== i) === ENDING.renewed;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer V)[] ? V[] : T[K] };

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
