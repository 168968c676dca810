// Where a wide table keeps its columns: an object filled key by key, one that begins as a copy of a literal, or one
// buffer of interleaved rows. The work is a decision that reads eleven columns of one enterprise in twelve.
import { compare, mixed } from './timing.mjs';

const COUNT = 400_000;
const NAMES = Array.from({ length: 26 }, (_, k) => `column${k}`);
const READ = 11;

const column = (k) => Float64Array.from({ length: COUNT }, (_, i) => mixed(i, k) % 1000);

function filledKeyByKey() {
  const table = {};
  for (const [k, name] of NAMES.entries()) table[name] = column(k);
  return table;
}

/** The literal is written out by the engine's parser once, so every copy has its shape. */
const literal = new Function(`return { ${NAMES.map((name) => `${name}: 'f64'`).join(', ')} }`);
function copiedFromLiteral() {
  const table = { ...literal() };
  for (const [k, name] of NAMES.entries()) table[name] = column(k);
  return table;
}

function interleavedRows() {
  const rows = new Float64Array(COUNT * NAMES.length);
  for (const [k] of NAMES.entries()) {
    const values = column(k);
    for (let i = 0; i < COUNT; i++) rows[i * NAMES.length + k] = values[i];
  }
  return rows;
}

const picks = (i) => mixed(i, 77) % 12 === 0;
const terms = NAMES.slice(0, READ).map((name) => `e.${name}[i]`);
const decideByColumn = () => new Function('e', 'i', `return ${terms.join(' + ')};`);
const decideByRow = new Function(
  'rows', 'at', `return ${terms.map((_, k) => `rows[at + ${k}]`).join(' + ')};`,
); // biome-ignore format: one line

function overColumns(table, decide) {
  let sum = 0;
  for (let i = 0; i < COUNT; i++) if (picks(i)) sum += decide(table, i);
  return sum;
}

function overRows(rows) {
  let sum = 0;
  for (let i = 0; i < COUNT; i++) if (picks(i)) sum += decideByRow(rows, i * NAMES.length);
  return sum;
}

const [dictionary, shaped, rows] = [filledKeyByKey(), copiedFromLiteral(), interleavedRows()];
const [slow, fast] = [decideByColumn(), decideByColumn()];
compare('Eleven columns of one enterprise in twelve', COUNT, {
  'columns, object filled key by key': () => overColumns(dictionary, slow),
  'columns, object copied from a literal': () => overColumns(shaped, fast),
  'interleaved rows': () => overRows(rows),
});
