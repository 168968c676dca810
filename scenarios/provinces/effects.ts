/** The register of effects a province's model is judged on: published differences, and the experiments that ask for them. */
import type { GroupDimension, Text } from '../../sim/index.ts';
import { type Fault, InputError, unknownName } from '../schema/fault.ts';

/** A policy or shock of an experiment, as in a scenario file; `from` may lie in the past. */
export interface ArmPolicy {
  readonly lever: string;
  readonly from: string;
  readonly until?: string;
  readonly set?: Readonly<Record<string, number>>;
  readonly enabled?: boolean;
  readonly scope?: Readonly<Record<string, readonly string[]>>;
}

export interface ArmShock {
  readonly kind: string;
  readonly from: string;
  readonly months: number;
  readonly severity?: number;
  readonly scope?: Readonly<Record<string, readonly string[]>>;
}

/** One world of an experiment: history and what is said here; `drop` takes shocks of a kind out of history. */
export interface Arm {
  readonly policies?: readonly ArmPolicy[];
  readonly shocks?: readonly ArmShock[];
  readonly drop?: readonly string[];
}

/** Two worlds with the same luck that differ in one thing, until a month. */
export interface Experiment {
  readonly title: Text;
  readonly until: string;
  readonly without: Arm;
  readonly with: Arm;
  /** Pairs of worlds, where the usual number is too few. */
  readonly worlds?: number;
}

/** A published size, in the engine's units; the same number twice when it is not a range. */
export interface PublishedSize {
  readonly low: number;
  readonly high: number;
  readonly unit: string;
}

/**
 * One claim of the sources: scored by an experiment, or not, with the reason's name. One that is asked and not scored has
 * numbers to be seen that are no test of the model.
 */
export interface Effect {
  readonly id: string;
  /** Evidence ids behind it; none for a claim the sources make without a number. */
  readonly sources: readonly string[];
  readonly claim: Text;
  readonly literature?: string;
  readonly experiment?: string;
  /** What is read off both worlds, and where. */
  readonly read?: string;
  readonly dimensions?: Readonly<Record<string, string | boolean>>;
  /** A third world with the luck of the two, where what each of them adds to it is read. */
  readonly base?: Arm;
  /** What is compared: b - a, b / a - 1, or the level of the world with the instrument. */
  readonly as?: 'difference' | 'relative' | 'with';
  /** Published direction; 0 for "about unchanged". */
  readonly sign?: -1 | 0 | 1;
  /** What counts as unchanged: a mean that lies, with all of its 95 % interval, no farther than this from zero. */
  readonly near?: number;
  readonly size?: PublishedSize;
  readonly notScored?: string;
  /** The mechanism that is missing when it fails. */
  readonly missing?: Text;
}

/** An effect that an experiment asks. */
export type AskedEffect = Effect & Required<Pick<Effect, 'experiment' | 'read' | 'as' | 'sign'>>;

export interface EffectRegister {
  readonly experiments: Readonly<Record<string, Experiment>>;
  readonly reasons: Readonly<Record<string, Text>>;
  readonly effects: readonly Effect[];
}

export const isAsked = (effect: Effect): effect is AskedEffect => effect.experiment !== undefined;

/** Breakdowns a reading may need besides those of targets. */
export const EFFECT_DIMENSIONS: readonly GroupDimension[] = ['setting', 'sector', 'size'];

/** What of a register decides a score: all but the reasons given for failures. */
export const judged = ({ experiments, effects }: EffectRegister) => ({
  experiments,
  effects: effects.map(({ missing: _, ...rest }) => rest),
});

/** The register, when every experiment and reason it names exists. Throws InputError with every fault. */
export function checkedEffects(register: EffectRegister): EffectRegister {
  const faults = register.effects.flatMap((effect, k): Fault[] => {
    const path = `effects[${k}]`;
    const { experiment, notScored } = effect;
    const unknown = (kind: string, name: string, known: object): Fault[] =>
      Object.hasOwn(known, name) ? [] : [unknownName(kind, name, Object.keys(known), path)];
    const inExperiments =
      experiment === undefined ? [] : unknown('experiment', experiment, register.experiments);
    const inReasons =
      experiment !== undefined && notScored === undefined
        ? []
        : unknown('reason', notScored ?? '', register.reasons);
    return [...inExperiments, ...inReasons];
  });
  if (faults.length > 0) throw new InputError(faults);
  return register;
}
