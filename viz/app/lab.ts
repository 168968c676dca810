/** The conversation with the simulation: asks when the question changes, keeps the last answer, says how old it is. */
import type { LabUpdate } from '../../workers/api.ts';
import { LabClient } from '../../workers/client.ts';
import { today } from '../text/months.ts';
import { filesOf } from './asked-files.ts';
import type { Likely } from './foresight.ts';
import type { Library } from './library.ts';
import { type Asked, askedOf, type State } from './state.ts';

/** What the page shows of the simulation. */
export interface LabView {
  /** Last answer, or the stored baseline; undefined before either. */
  readonly update: LabUpdate | undefined;
  /** True when the answer belongs to an earlier question. */
  readonly stale: boolean;
  /** True when it has done so for long enough to be greyed. */
  readonly faded: boolean;
  readonly status: 'waiting' | 'running' | 'done' | 'stopped' | 'failed';
  /** Why the scenario could not run, in the fault's words, and its title. */
  readonly fault?: { readonly reason: string; readonly draft: State['draft'] };
  /** Month a long world has come to. */
  readonly month?: number;
  /** Times the worker was lost and restarted. */
  readonly restarts: number;
  /** The question the answer belongs to: what was compared. */
  readonly asked: Question | undefined;
}

/** What is simulated, and the day it was asked. */
export type Question = Asked & { readonly day: string };

const questionOf = (state: State): Question => ({ ...askedOf(state), day: today() });
const same = (a: Question, b: Question) =>
  a.draft === b.draft &&
  a.comparator === b.comparator &&
  a.others.join() === b.others.join() &&
  a.seed === b.seed &&
  a.runs === b.runs &&
  a.scale === b.scale;

/** Whether the sliders of one question are those of the other. */
const isAlike = ({ draft: a }: Question, { draft: b }: Question) =>
  a.province === b.province &&
  a.shocks.map(({ kind }) => kind).join() === b.shocks.map(({ kind }) => kind).join();

/** A stale answer stands so long as it was, ms: greying what is replaced at once would only hold the next answer up. */
const FADE_AFTER = 150;

/** Scale whose replications leave a thread free to look ahead. */
const USUAL = 100;
/** Most scenarios looked ahead to at once, comparators that move along included. */
const MOST_AHEAD = 40;

/** What has changed: a question was asked, an answer has come, or something else. */
export type Heard = 'question' | 'answer' | 'state';

export class Lab {
  #view: LabView = {
    update: undefined,
    stale: false,
    faded: false,
    status: 'waiting',
    restarts: 0,
    asked: undefined,
  };
  #fading: ReturnType<typeof setTimeout> | undefined;
  #question: Question | undefined;
  #likely: Likely | undefined;
  /** What was looked ahead from, and to: not twice. */
  #foreseen: { readonly question: Question; readonly key: string } | undefined;
  #id = 0;
  readonly #client: LabClient;
  readonly #library: Library;
  readonly #changed: (what: Heard) => void;
  readonly #isIdle: () => boolean;

  /**
   * `changed` is also called a moment after a question was asked, whether or not it was answered; `isIdle` says whether
   * there is time to look ahead.
   */
  constructor(
    library: Library,
    changed: (what: Heard) => void,
    isIdle: () => boolean = () => true,
    start?: () => Worker,
  ) {
    this.#library = library;
    this.#changed = changed;
    this.#isIdle = isIdle;
    this.#client = new LabClient(
      {
        onUpdate: (update) => this.#answer(update),
        onProgress: (_, month) => this.#show({ month }),
        onEnd: (_, end) => {
          this.#show({ status: end === 'done' ? 'done' : 'stopped' });
          this.#lookAhead();
        },
        onFault: (_, reason) => this.#fail(reason),
        onRestart: () => {
          this.#foreseen = undefined;
          this.#show({ restarts: this.#view.restarts + 1 });
        },
      },
      start,
    );
  }

  get view(): LabView {
    return this.#view;
  }

  /** Shows a stored result of a province until the model has run there. */
  showStored(update: LabUpdate, asked: Question): void {
    const { province } = asked.draft;
    const isAsked = !this.#question || this.#question.draft.province === province;
    if (!isAsked || this.#view.asked?.draft.province === province) return;
    this.#stopFading();
    this.#show({ update, asked, stale: false, faded: false });
  }

  /** Asks when the question differs from the last one. */
  ask(state: State): void {
    const question = questionOf(state);
    if (this.#question && same(this.#question, question)) return;
    this.#run(question);
  }

  /**
   * Has the sketches of what may come next run, for this question and those after it: after the last answer, at 1:100
   * beside the replications.
   */
  foresee(likely: Likely): void {
    this.#likely = likely;
    this.#lookAhead(likely);
  }

  /** The same for this question alone. */
  foreseeOnce(likely: Likely): void {
    this.#lookAhead(likely);
  }

  /** Stops what is looked ahead to: something else has begun, or nobody looks. */
  lookAway(): void {
    if (!this.#foreseen) return;
    this.#foreseen = undefined;
    this.#client.foresee({ scenarios: [], seed: '' });
  }

  /** Goes on with what was looked ahead to before: somebody looks again. */
  lookAgain(): void {
    this.#lookAhead();
  }

  #lookAhead(likely = this.#likely): void {
    const question = this.#question;
    const { update, stale, status } = this.#view;
    if (!question || !likely || stale || !this.#isIdle()) return;
    const isUsual = question.scale === USUAL && (update?.stage === 'single' || update?.stage === 'ensemble');
    if (status !== 'done' && !(status === 'running' && isUsual)) return;
    if (this.#foreseen?.question === question && this.#foreseen.key === likely.key) return;
    const files = likely.after(question.draft).flatMap((draft) => this.#filesOf({ ...question, draft }));
    const scenarios = new Map(files.map((file) => [JSON.stringify(file), file]));
    const next = { scenarios: [...scenarios.values()].slice(0, MOST_AHEAD), seed: question.seed };
    if (this.#client.foresee(next)) this.#foreseen = { question, key: likely.key };
  }

  /** Scenario files of a question: the scenario, then its comparators. */
  #filesOf(question: Question): [scenario: unknown, ...comparators: unknown[]] {
    const { scenario, comparators } = filesOf(question, this.#library, question.day);
    return [scenario, ...comparators];
  }

  /** Stops what is in flight. */
  stop(): void {
    this.#client.cancel();
  }

  /** Ends the simulation. */
  close(): void {
    clearTimeout(this.#fading);
    this.#client.close();
  }

  /** Asks the last question again. */
  again(): void {
    if (this.#question) this.#run(this.#question);
  }

  /** Checks a scenario file's text. */
  check(text: string) {
    return this.#client.check(text);
  }

  #run(question: Question): void {
    if (!this.#question || !isAlike(this.#question, question)) this.#likely = undefined;
    this.#question = question;
    this.#foreseen = undefined;
    const { update, asked } = this.#view;
    const elsewhere = asked?.draft.province !== question.draft.province;
    const stale = update !== undefined && (update.stage !== 'stored' || elsewhere);
    this.#show({ status: 'running', stale }, 'question');
    this.#fading ??= setTimeout(() => this.#fade(), FADE_AFTER);
    const [scenario, ...comparators] = this.#filesOf(question);
    this.#client.run({
      id: ++this.#id,
      scenario,
      comparators,
      seed: question.seed,
      runs: question.runs,
      scale: question.scale,
    });
  }

  #fade(): void {
    this.#fading = undefined;
    this.#show({ faded: this.#view.stale });
  }

  #stopFading(): void {
    clearTimeout(this.#fading);
    this.#fading = undefined;
  }

  #answer(update: LabUpdate): void {
    this.#stopFading();
    this.#show({ update, stale: false, faded: false, status: 'running', asked: this.#question }, 'answer');
    this.#lookAhead();
  }

  #fail(reason: string): void {
    this.#show({ status: 'failed', fault: { reason, draft: this.#question!.draft } });
  }

  #show(part: Partial<LabView>, what: Heard = 'state'): void {
    const { fault, month, ...rest } = this.#view;
    const keeps = fault && part.status === undefined;
    const goesOn = month !== undefined && part.status === undefined;
    this.#view = { ...rest, ...(keeps && { fault }), ...(goesOn && { month }), ...part };
    this.#changed(what);
  }
}
