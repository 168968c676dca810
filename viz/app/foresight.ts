/** What a person may turn to next: the other positions of the slider at hand. Their first answers are made ahead of time. */
import type { Instrument } from '../../sim/index.ts';
import { editShock, policyIndex, setParameter } from './draft.ts';
import type { Draft } from './state.ts';
import { stepsAround } from './steps.ts';

/** Drafts that may come next, the likeliest first. */
export interface Likely {
  /** The same for the same slider. */
  readonly key: string;
  after(draft: Draft): readonly Draft[];
}

/** A parameter of a policy at its other values; `quo` is its status quo. */
export const parameterMoves = (instrument: Instrument, name: string, quo: number): Likely => ({
  key: `${instrument.id}.${name}`,
  after(draft) {
    const now = draft.policies[policyIndex(draft, instrument.id)]?.set[name] ?? quo;
    return stepsAround(now, instrument.parameters[name]!).map((value) =>
      setParameter(draft, instrument.id, name, value, quo),
    );
  },
});

/** The shock at `index` at its other severities. */
export const severityMoves = (
  index: number,
  range: { readonly min: number; readonly max: number; readonly step: number },
): Likely => ({
  key: `shock${index}.severity`,
  after(draft) {
    const shock = draft.shocks[index];
    if (!shock) return [];
    return stepsAround(shock.severity, range).map((severity) =>
      editShock(draft, index, (one) => ({ ...one, severity })),
    );
  },
});
