/** What assumptions may say: known short names, values in range. */
import { type Fault, unknownName } from './fault.ts';
import type { Assumptions } from './scenario.ts';
import { invalid } from './scope-check.ts';
import type { AssumptionRange, Vocabulary } from './vocabulary.ts';

function assumptionFault(known: AssumptionRange, value: number | readonly number[]): Fault | undefined {
  const [low, high] = known.range;
  const values = typeof value === 'number' ? [value] : value;
  const name = `assumption ${known.id}`;
  if (typeof value !== 'number' && value.length !== known.length) {
    return invalid(
      name,
      known.length === 1 ? 'not a number' : `not ${known.length} numbers`,
      value,
      'assumptions',
    );
  }
  return values.every((one) => one >= low && one <= high)
    ? undefined
    : invalid(name, `not in [${low}, ${high}]`, value, 'assumptions');
}

/** Every fault among the assumptions of these names; `sound` has those of the right shape. */
export function assumptionFaults(
  sound: Partial<Assumptions>,
  names: readonly string[],
  vocabulary: Vocabulary,
): Fault[] {
  const known = vocabulary.assumptions.map((one) => one.id);
  return names.flatMap((id) => {
    const one = vocabulary.assumptions.find((candidate) => candidate.id === id);
    if (!one) return [unknownName('assumption', id, known, 'assumptions')];
    const value = Object.hasOwn(sound, id) ? sound[id] : undefined;
    return value === undefined ? [] : (assumptionFault(one, value) ?? []);
  });
}
