/** A helper thread that runs single worlds of a fit: one task a message, its outputs the answer. */
import { parentPort, workerData } from 'node:worker_threads';
import { fittedOf, outputsAt, type Task } from '../../experiments/calibration/index.ts';
import { loadProvince } from '../../scenarios/index.ts';
import type { Space } from '../../scenarios/provinces/space.ts';

/** What every task of a thread has in common. */
export interface FitThreadData {
  readonly province: string;
  readonly space: Space;
}

const { province, space } = workerData as FitThreadData;
const fitted = fittedOf(loadProvince(province), space);

parentPort?.on('message', (task: Task) => parentPort?.postMessage(outputsAt(fitted, task)));
