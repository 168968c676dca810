/** Draws from a province's plausible set, for the commands that take `--parameters`. */
import { type Draws, drawsOf, hashOf } from '../../experiments/index.ts';
import { InputError, loadProvince } from '../../scenarios/index.ts';
import { calibrationSpace } from '../../scenarios/provinces/hunan/calibration.ts';
import { PLAUSIBLE } from '../../scenarios/provinces/hunan/plausible.ts';
import { type Changes, changesOfDraw } from '../../scenarios/provinces/plausible.ts';
import { type ParameterChoice, PLACE } from './options.ts';

/**
 * Records each of `draws` replications takes in place of the point values: none, or those of its vector. Throws
 * InputError when the release has no plausible set.
 */
export function memberChanges(parameters: ParameterChoice, draws: number): (k: number) => Changes {
  if (parameters === 'point') return () => ({});
  if (PLAUSIBLE.members.length === 0) {
    const rule = 'no plausible set is published with this release';
    throw new InputError([{ kind: 'invalid', name: '--parameters', rule, value: parameters, path: PLACE }]);
  }
  const space = calibrationSpace(loadProvince(PLAUSIBLE.receipt.province).parameters);
  return (k) => changesOfDraw(PLAUSIBLE, space, k, draws);
}

/** SHA-256 of the vectors that are drawn from, and of what their coordinates move; undefined at the point values. */
export function drawsHash(parameters: ParameterChoice): string | undefined {
  if (parameters === 'point') return undefined;
  const space = calibrationSpace(loadProvince(PLAUSIBLE.receipt.province).parameters);
  return hashOf({ members: PLAUSIBLE.members, space });
}

/**
 * Why the set may not be drawn from for a scenario of a province: vectors fitted to one say nothing of the records of
 * another. Undefined when it may.
 */
export function otherProvince(province: string): string | undefined {
  const { province: own } = PLAUSIBLE.receipt;
  return province === own ? undefined : `the plausible set is of ${own}, the scenario of ${province}`;
}

/**
 * What each of `runs` replications takes; undefined at the point values. Scenarios of another province are refused where
 * they are read. Throws InputError as above.
 */
export const drawsFor = (parameters: ParameterChoice, runs: number): Draws | undefined =>
  parameters === 'point' ? undefined : drawsOf(memberChanges(parameters, runs), drawsHash(parameters));
