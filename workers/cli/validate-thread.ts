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
}

/** One replication, of the levels or of the effects named, and the records that take other values in it. */
export interface ValidateTask {
  readonly of: 'levels' | readonly string[];
  readonly scale: Scale;
  readonly replication: number;
  readonly changes: Readonly<Partial<Record<ParameterName, readonly number[]>>>;
}

const { province, seed } = workerData as ValidateThreadData;
const { targets } = loadProvince(province);
const register = effectRegister();
const baseline = resolvePreset('baseline');

parentPort?.on('message', ({ of, scale, replication, changes }: ValidateTask) => {
  const parameters = { ...baseline.province.parameters, ...changes };
  const setting = {
    baseline: { ...baseline, province: { ...baseline.province, parameters } },
    word: replicationWord(seed, replication),
    scale,
  };
  parentPort?.postMessage(
    of === 'levels' ? runLevels(setting, targets) : runTrial({ setting, register, effects: of }),
  );
});
