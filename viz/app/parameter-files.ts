/** Every parameter record as the province's file has it; loads with the views that show evidence. */
import parameters from '../../scenarios/provinces/hunan/parameters.json' with { type: 'json' };
import type { Grade } from './library.ts';
import type { Text } from './state.ts';

/** A parameter record; the worker checks the whole pack before it runs. */
export interface ParameterFile {
  readonly id: string;
  readonly value: number | readonly number[];
  readonly unit: string;
  readonly range: readonly [number, number];
  readonly date: string;
  readonly grade: Grade;
  readonly evidence: readonly string[];
  readonly note: string;
  readonly assumption?: boolean;
  readonly name?: string;
  readonly title?: Text;
}

export const PARAMETER_FILES = parameters as unknown as readonly ParameterFile[];
