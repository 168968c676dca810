/** What every template is given: the state, the words, the library, the last answer and how to act. */
import type { Look } from '../charts/look.ts';
import type { Words } from '../text/index.ts';
import type { Desk } from './desk.ts';
import type { Likely } from './foresight.ts';
import type { LabView } from './lab.ts';
import type { Library } from './library.ts';
import type { State, Text } from './state.ts';
import type { Change } from './store.ts';

/** Something a person should know; shown until dismissed. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  /** `warning` is read out at once. */
  readonly tone: 'note' | 'warning';
  /** What can be done about it. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface Context {
  readonly state: State;
  /** What is chosen now; in a view `state` is what was chosen when the answer on screen was asked for. */
  readonly chosen: State;
  readonly words: Words;
  readonly look: Look;
  readonly library: Library;
  readonly lab: LabView;
  /** Longer questions: attribution, stories, packages. */
  readonly desk: Desk;
  readonly notices: readonly Notice[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly acts: Acts;
  /** The text in the language of the page. */
  tell(text: Text): string;
}

/** What a person can do. */
export interface Acts {
  change(change: Change, control?: string): void;
  undo(): void;
  redo(): void;
  stop(): void;
  again(): void;
  /** Has the first answers to what may come next made ahead of time. */
  foresee(likely: Likely): void;
  /** What was not lingered over is not looked ahead to. */
  lookAway(): void;
  dismiss(id: number): void;
  /** Draws again when something has loaded. */
  redraw(): void;
  notify(text: string, tone?: Notice['tone']): void;
  /** Address of a state, of what is chosen now unless told otherwise. */
  link(state?: State): string;
  openFile(file: File): Promise<void>;
  /** Keeps the scenario in this browser under a name. */
  keep(name: string): void;
  /** Forgets a kept scenario. */
  forget(id: string): void;
  /** Asks what a link of this lab asks, without loading the page again; the view stays. */
  openLink(link: string): void;
}
