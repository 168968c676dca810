/** The protocol between the page and the worker for longer questions: asked now and then, never while a lever is dragged. */
import type {
  Attribution,
  Breaking,
  Criterion,
  Grouping,
  ShockedFile,
  StoryDocument,
  StressCell,
} from '../experiments/index.ts';
import type { Scale } from '../sim/index.ts';

/** Two scenarios as a file would hold them, and the luck. */
interface Pair {
  readonly scenario: unknown;
  readonly comparator: unknown;
  readonly seed: string;
}

/** Which lever did it? */
export interface AttributionRequest extends Pair {
  /** Replications at 1:100, after a sketch at 1:1000. */
  readonly runs: number;
  /** Months to explain, `2030-12`; flows by their sum from 2026-01 on. */
  readonly months: readonly string[];
  /** What to hold together where more than six things differ. */
  readonly grouping: Grouping;
}

/** What did it mean for one enterprise? Without an id, for one of each kind; `a` is the comparator's world. */
export interface StoryRequest extends Pair {
  readonly scale: Scale;
  readonly id?: number;
}

/** Worlds that differ in one shock, all other shocks being in both: which one, and how the worlds are run. */
interface Stressed {
  /** Index among the shocks of the file. */
  readonly shock: number;
  readonly seed: string;
  readonly runs: number;
  readonly scale: Scale;
}

/** How far does an indicator stray at each severity? One row a scenario, all with the same shock at the same place. */
export interface GridRequest extends Stressed {
  readonly rows: readonly ShockedFile[];
  /** What the rows differ by, for whoever reads the answer: `duration`, or an instrument as it is, weak and strong. */
  readonly by: string;
  readonly severities: readonly number[];
  readonly indicator: string;
}

/** Which severity is the smallest that breaks something? */
export interface BreakingRequest extends Stressed {
  readonly scenario: ShockedFile;
  /** Largest severity tried, and how close the answer must be. */
  readonly most: number;
  readonly precision: number;
  readonly criterion: Criterion;
}

/** Everything to take away: the comparison run again from its start, so that the receipt holds its hash. */
export interface PackageRequest extends Pair {
  readonly scale: Scale;
  readonly runs: number;
  /** Texts to go with it, by file name. */
  readonly texts: Readonly<Record<string, string>>;
}

/** The questions, and what comes of each. */
export interface Studies {
  attribution: { request: AttributionRequest; result: Attribution };
  grid: { request: GridRequest; result: readonly StressCell[] };
  breaking: { request: BreakingRequest; result: Breaking };
  story: { request: StoryRequest; result: StoryDocument };
  /** A ZIP archive. */
  package: { request: PackageRequest; result: Uint8Array };
}
export type StudyKind = keyof Studies;

/** How far a study is; `result` is there as soon as there is something to show, and replaces the one before. */
export interface StudyUpdate<K extends StudyKind = StudyKind> {
  /** Worlds run, and to run. */
  readonly done: number;
  readonly total: number;
  readonly result?: Studies[K]['result'];
}

/** What the worker offers. */
export interface StudyApi {
  /** One study at a time: the one in flight is dropped. Rejects with the fault's words. */
  ask<K extends StudyKind>(
    id: number,
    kind: K,
    request: Studies[K]['request'],
    onUpdate: (update: StudyUpdate<K>) => void,
  ): Promise<'done' | 'superseded'>;
  /** Drops what is in flight. */
  cancel(): void;
}
