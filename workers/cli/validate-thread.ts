/** A helper thread that runs replications of a validation, of its levels or of its effects: one a message. */
import { parentPort, workerData } from 'node:worker_threads';
import { replicationWord } from '../../experiments/index.ts';
import { runLevels, runTrial } from '../../experiments/validation/index.ts';
import { loadProvince, resolvePreset } from '../../scenarios/index.ts';
import { effectRegister } from '../../scenarios/provinces/hunan/effects.ts';
import type { ParameterName, Scale } from '../../sim/index.ts';

/** What every replication of a thread has in common. */
export interface ValidateThreadData {
  readonly province: string;
  readonly seed: string;
  readonly runs: number;
}

/** One replication, and the records that take other values in it. */
export interface ValidateTask {
  readonly of: 'levels' | 'effects';
  readonly scale: Scale;
  readonly replication: number;
  /** Effects to look at; all when missing. */
  readonly only?: readonly string[] | undefined;
  readonly changes: Readonly<Partial<Record<ParameterName, readonly number[]>>>;
}

const { province, seed, runs } = workerData as ValidateThreadData;
const { targets } = loadProvince(province);
const register = effectRegister();
const baseline = resolvePreset('baseline');

parentPort?.on('message', ({ of, scale, replication, only, changes }: ValidateTask) => {
  const parameters = { ...baseline.province.parameters, ...changes };
  const setting = {
    baseline: { ...baseline, province: { ...baseline.province, parameters } },
    word: replicationWord(seed, replication),
    scale,
  };
  parentPort?.postMessage(
    of === 'levels' ? runLevels(setting, targets) : runTrial({ setting, register, replication, runs, only }),
  );
});
