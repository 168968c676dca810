/** Draws by name: the key of a stream is made anew for every single draw. */
import {
  bits,
  drawKey,
  laplace,
  normal,
  pairNormal,
  pairUniform,
  STREAMS,
  uniform,
} from '../../sim/random.ts';
import type { SlowWorld } from './world.ts';

type Name = keyof typeof STREAMS;

const keyOf = ({ input }: SlowWorld, stream: Name, month: number) =>
  drawKey(input.seed, STREAMS[stream], month);

/** A draw for one agent. Month -1 is what stays with it for life. */
export type Draw = (world: SlowWorld, stream: Name, month: number, id: number) => number;

export const drawn =
  (law: (k0: number, k1: number, id: number) => number): Draw =>
  (world, stream, month, id) => {
    const { k0, k1 } = keyOf(world, stream, month);
    return law(k0, k1, id);
  };

export const uniformDraw = drawn(uniform);
export const normalDraw = drawn(normal);
export const laplaceDraw = drawn(laplace);
export const bitsDraw = drawn(bits);

/** A draw for an agent and a partner. */
type PairDraw = (world: SlowWorld, stream: Name, month: number, id: number, partner: number) => number;

const pairDrawn =
  (law: (k0: number, k1: number, id: number, partner: number) => number): PairDraw =>
  (world, stream, month, id, partner) => {
    const { k0, k1 } = keyOf(world, stream, month);
    return law(k0, k1, id, partner);
  };

export const pairUniformDraw = pairDrawn(pairUniform);
export const pairNormalDraw = pairDrawn(pairNormal);
