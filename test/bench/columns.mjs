// What it costs to read a column: a pass over eight columns in one memory, reached through a table as the model does, with
// and without a call that never happens in the loop, and through names that are constants of the module.
import { compare } from './timing.mjs';

const ROWS = 300_000;
const BLOCK = 512;
const KINDS = {
  cash: Float64Array,
  debt: Uint32Array,
  shock: Float32Array,
  status: Uint8Array,
  cell: Uint16Array,
  quality: Float32Array,
  scale: Uint32Array,
  founded: Int16Array,
};
const BYTES = 32;

/** A table of a world of its own. */
function table() {
  const memory = new SharedArrayBuffer(ROWS * BYTES);
  let offset = 0;
  const columns = { ...KINDS };
  for (const [name, Kind] of Object.entries(KINDS)) {
    columns[name] = new Kind(memory, offset, ROWS);
    offset += Math.ceil((ROWS * Kind.BYTES_PER_ELEMENT) / 8) * 8;
  }
  for (let i = 0; i < ROWS; i++) {
    columns.status[i] = 1;
    columns.founded[i] = i % 1000;
    columns.debt[i] = i;
    columns.quality[i] = 0.5;
  }
  return columns;
}

const [ONE, OTHER, FIXED, CALLING] = [table(), table(), table(), table()];
const {
  cash: CASH,
  debt: DEBT,
  shock: SHOCK,
  status: STATUS,
  cell: CELL,
  quality: QUALITY,
  scale: SCALE,
} = FIXED;
const { founded: FOUNDED } = FIXED;
const NEVER = -1;

/** What a rule would do to the few. */
function seldom(columns, i) {
  for (const column of Object.values(columns)) column[i] = 0;
}

function throughTable({ cash, debt, shock, status, cell, quality, scale, founded }, from, to) {
  let sum = 0;
  for (let i = from; i < to; i++) {
    if (status[i] === 0) continue;
    const money = cash[i] + debt[i] * 0.5 + shock[i] * quality[i] + scale[i];
    if (founded[i] === NEVER) sum++;
    cash[i] = money * 0.25;
    shock[i] = quality[i] * 0.9 + cell[i];
    sum += money;
  }
  return sum;
}

function withCall(columns, from, to) {
  const { cash, debt, shock, status, cell, quality, scale, founded } = columns;
  let sum = 0;
  for (let i = from; i < to; i++) {
    if (status[i] === 0) continue;
    const money = cash[i] + debt[i] * 0.5 + shock[i] * quality[i] + scale[i];
    if (founded[i] === NEVER) seldom(columns, i);
    cash[i] = money * 0.25;
    shock[i] = quality[i] * 0.9 + cell[i];
    sum += money;
  }
  return sum;
}

function byName(_, from, to) {
  let sum = 0;
  for (let i = from; i < to; i++) {
    if (STATUS[i] === 0) continue;
    const money = CASH[i] + DEBT[i] * 0.5 + SHOCK[i] * QUALITY[i] + SCALE[i];
    if (FOUNDED[i] === NEVER) sum++;
    CASH[i] = money * 0.25;
    SHOCK[i] = QUALITY[i] * 0.9 + CELL[i];
    sum += money;
  }
  return sum;
}

/** In blocks, like the model's loops. */
const pass = (work, columns) => () => {
  let sum = 0;
  for (let at = 0; at < ROWS; at += BLOCK) sum += work(columns, at, Math.min(ROWS, at + BLOCK));
  return sum;
};

for (let k = 0; k < 10; k++) for (const warm of [pass(throughTable, OTHER), pass(withCall, OTHER)]) warm();
compare('A pass over eight columns', ROWS, {
  'through a table, with a call that never comes': pass(withCall, CALLING),
  'through a table': pass(throughTable, ONE),
  'by names that are constants': pass(byName, FIXED),
});
