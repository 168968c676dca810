/** Everything a person has chosen, in one immutable value. Results are elsewhere (`lab.ts`). */
import type { Policy, ShockEvent } from '../../scenarios/schema/scenario.ts';
import type { Scale } from '../../sim/index.ts';
import type { Language } from '../text/language.ts';
import type { Picks } from './picks.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** A text in both languages. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** A scenario as a file or a preset holds it: what is left out has its default. */
export interface ScenarioDocument {
  readonly id: string;
  readonly title?: Text;
  readonly question?: Text;
  readonly author?: string;
  /** `2026-11-22`. */
  readonly date?: string;
  /** Ids of the fact register behind it. */
  readonly sources?: readonly string[];
  /** Id of the preset its changes come on top of. */
  readonly base?: string;
  readonly province?: string;
  readonly policies?: readonly (Partial<Policy> & { readonly lever: string })[];
  readonly shocks?: readonly (Partial<ShockEvent> & { readonly kind: string })[];
  readonly assumptions?: Readonly<Record<string, number | readonly number[]>>;
}

/** A scenario being edited: where it started and what it says now, every default filled in. */
export interface Draft {
  /** Id of the province it is of. */
  readonly province: string;
  /** Id of the preset it started from. */
  readonly preset: string;
  /** The file it was opened from, as it came; it then starts from that, on top of the preset. */
  readonly file?: ScenarioDocument;
  /** Title it was kept under in this browser. */
  readonly title?: Text;
  /** Id of the scenario kept in this browser whose title that is. */
  readonly kept?: string;
  readonly policies: readonly Policy[];
  readonly shocks: readonly ShockEvent[];
  /** Short name -> value in place of the province's own. */
  readonly assumptions: Readonly<Record<string, number | readonly number[]>>;
}

/** Whether two drafts started from the same preset or file. */
export const startsAlike = (a: Draft, b: Draft): boolean => a.preset === b.preset && a.file === b.file;

export interface State {
  readonly view: string;
  readonly language: Language;
  readonly theme: Theme;
  readonly draft: Draft;
  /** What the draft is compared with: a preset, or `without-shocks`. */
  readonly comparator: string;
  /** At most two more, for Compare. */
  readonly others: readonly string[];
  /** Word the random numbers come from; replication k uses `<seed>#k`. */
  readonly seed: string;
  /** Replications at the scale of the last answer. */
  readonly runs: number;
  /** Enterprises a simulated one stands for in the last answer. */
  readonly scale: Scale;
  /** Indicator looked at. */
  readonly indicator: string;
  readonly mapShows: 'difference' | 'level';
  /** Small choices of single views. */
  readonly picks: Picks;
  /** False when the time lane is folded away. */
  readonly laneOpen: boolean;
}

/** What is asked of the model; everything else of the state is how it is looked at. */
export type Asked = Pick<State, 'draft' | 'comparator' | 'others' | 'seed' | 'runs' | 'scale'>;

export const askedOf = ({ draft, comparator, others, seed, runs, scale }: State): Asked => ({
  draft,
  comparator,
  others,
  seed,
  runs,
  scale,
});

export const DEFAULT_RUNS = 64;
export const DEFAULT_SCALE: Scale = 100;
/** Scales a last answer may have: the usual one, a closer look, every enterprise. */
export const FINAL_SCALES = [100, 10, 1] as const satisfies readonly Scale[];
/** Replications that fit each scale: finer worlds have less luck to average out, and take longer. */
export const RUNS_AT: Readonly<Record<Scale, number>> = { 1: 1, 10: 8, 100: DEFAULT_RUNS, 1000: 1 };
export const DEFAULT_SEED = '1';
export const BASELINE = 'baseline';
/** The preset a newcomer sees beside the status quo. */
export const FIRST_PRESET = 'full-package';
export const FIRST_INDICATOR = 'loan-penetration';
