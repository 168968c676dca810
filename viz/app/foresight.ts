/** What a person may turn to next: the other positions of the slider at hand. Their first answers are made ahead of time. */
import type { Instrument } from '../../sim/index.ts';
import { editShock, policyIndex, setAssumption, setParameter } from './draft.ts';
import type { Draft } from './state.ts';
import { stepsAround } from './steps.ts';

/** Drafts that may come next, the likeliest first. */
export interface Likely {
  /** The same for the same slider over the same values. */
  readonly key: string;
  after(draft: Draft): readonly Draft[];
}

/** A parameter of a policy at its other values; `quo` is its status quo. */
export const parameterMoves = (instrument: Instrument, name: string, quo: number): Likely => ({
  key: `${instrument.id}.${name} from ${quo}`,
  after(draft) {
    const now = draft.policies[policyIndex(draft, instrument.id)]?.set[name] ?? quo;
    return stepsAround(now, instrument.parameters[name]!).map((value) =>
      setParameter(draft, instrument.id, name, value, quo),
    );
  },
});

/** The shock at `index`, of a kind, at its other severities; there is none of severity 0. */
export const severityMoves = (
  index: number,
  kind: string,
  range: { readonly min: number; readonly max: number; readonly step: number },
): Likely => ({
  key: `${kind} ${index} to ${range.max}`,
  after(draft) {
    const shock = draft.shocks[index];
    if (shock?.kind !== kind) return [];
    return stepsAround(shock.severity, range).flatMap((severity) =>
      severity > 0 ? [editShock(draft, index, (one) => ({ ...one, severity }))] : [],
    );
  },
});

/** An assumption at its other values; `own` is the province’s. */
export const assumptionMoves = (
  name: string,
  own: number,
  range: { readonly min: number; readonly max: number; readonly step: number },
): Likely => ({
  key: `${name} assumed from ${own}`,
  after(draft) {
    const given = draft.assumptions[name];
    const now = typeof given === 'number' ? given : own;
    return stepsAround(now, range).map((value) => setAssumption(draft, name, value, own));
  },
});
