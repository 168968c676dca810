/** Questions to the same simulation worker the lab talks to. A notebook awaits the answer; the last cell that asks wins. */
import { presetOf, type Scenario } from '../scenarios/index.ts';
import type { LabUpdate } from '../workers/api.ts';
import { LabClient } from '../workers/client.ts';

/** A preset's id, or a scenario document as a file would hold it. */
export type Asked = string | (Partial<Scenario> & { readonly id: string });

export interface AskOptions {
  /** What the scenario is compared with; the status quo unless told otherwise. */
  readonly versus?: Asked;
  /** Replications at 1:100; a link may ask for fewer with `?runs=2`. */
  readonly runs?: number;
  readonly seed?: string;
  /** Hears how many runs are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

const documentOf = (asked: Asked): unknown =>
  typeof asked === 'string' ? presetOf(asked) : { schema: 'headwater/scenario@1', ...asked };

/** Runs the address asks for, so that a notebook can be looked through quickly. */
export const runsAsked = (usual: number): number =>
  Number(new URLSearchParams(location.search).get('runs')) || usual;

let last = 0;

/**
 * Runs a scenario beside another on common random numbers and resolves to the last answer: `result.province[indicator]`
 * and `result.prefecture[code][indicator]` hold one value a month from 2025-12. Rejects with the fault's words.
 */
export function ask(scenario: Asked, options: AskOptions = {}): Promise<LabUpdate> {
  const { versus = 'baseline', runs = 16, seed = '1', onProgress } = options;
  return new Promise((resolve, reject) => {
    let latest: LabUpdate | undefined;
    const client = new LabClient({
      onUpdate(update) {
        latest = update;
        if (update.stage !== 'sketch') onProgress?.(update.runsDone, update.runsTotal);
      },
      onEnd: (_, end) => {
        client.close();
        if (end === 'done' && latest) resolve(latest);
        else reject(new Error('the question was dropped'));
      },
      onFault: (_, reason) => {
        client.close();
        reject(new Error(reason));
      },
      onRestart: () => {},
    });
    client.run({
      id: ++last,
      scenario: documentOf(scenario),
      comparators: [documentOf(versus)],
      seed,
      runs: runsAsked(runs),
      scale: 100,
    });
  });
}
