// How a phase asks whether a lever is in use anywhere: by the array's own `some`, or by a plain loop. Most levers are not.
import { compare } from './timing.mjs';

const CELLS = 1344;
const LEVERS = 40;
const levers = Array.from({ length: LEVERS }, () => new Float64Array(CELLS));
levers[LEVERS - 1][CELLS - 1] = 0.5;

function bySome() {
  let used = 0;
  for (const values of levers) if (values.some((value) => value > 0)) used++;
  return used;
}

function isUsed(values) {
  for (let k = 0; k < values.length; k++) if (values[k] > 0) return true;
  return false;
}

function byLoop() {
  let used = 0;
  for (const values of levers) if (isUsed(values)) used++;
  return used;
}

compare('Forty levers of a province, a cell', CELLS * LEVERS, {
  "the array's own some": bySome,
  'a plain loop': byLoop,
});
