// An offline battery for the keyed generator of sim/random.ts; what it found stands in generator-battery.md.
//   node test/bench/generator-battery.mjs                   the table, as Markdown (about a minute)
//   node test/bench/generator-battery.mjs --stream ORDER    endless raw bits on standard output, for dieharder -g 200
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { bits, pairBits, permuted, drawKey, STREAMS } = await load('sim/random.ts');
const { normalCdf } = await load('sim/arithmetic.ts');

/** One TypeScript module, bundled in memory: plain node 20 cannot read it, and proxied imports would be slow. */
async function load(path) {
  const { output } = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    build: { ssr: path, write: false, minify: false, target: 'node20' },
  });
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}

// ---- The draws, in the orders a model might consume them ----

const AGENTS = 27_700;
const MONTHS = 60;
const PARTNERS = 40;
const SEEDS = 64;
const STREAM_IDS = Object.values(STREAMS);

/** Keys of every (seed, stream, month); the seeds are 1, 2, 3 …, the worst a user can type. */
const keys = (() => {
  const words = new Int32Array(2 * SEEDS * STREAM_IDS.length * MONTHS);
  let at = 0;
  for (let seed = 0; seed < SEEDS; seed++) {
    for (const stream of STREAM_IDS) {
      for (let month = 0; month < MONTHS; month++, at += 2) {
        const { k0, k1 } = drawKey([seed + 1, 0], stream, month);
        words[at] = k0;
        words[at + 1] = k1;
      }
    }
  }
  return words;
})();

const AXES = { agent: AGENTS, month: MONTHS, stream: STREAM_IDS.length, partner: PARTNERS, seed: SEEDS };

const draw = ({ seed, stream, month, agent }) => {
  const at = 2 * ((seed * STREAM_IDS.length + stream) * MONTHS + month);
  return bits(keys[at], keys[at + 1], agent);
};
const drawPair = ({ seed, stream, month, agent, partner }) => {
  const at = 2 * ((seed * STREAM_IDS.length + stream) * MONTHS + month);
  return pairBits(keys[at], keys[at + 1], agent, partner);
};
const drawPermuted = ({ seed, stream, month, agent }) => {
  const at = 2 * ((seed * STREAM_IDS.length + stream) * MONTHS + month);
  return (permuted(keys[at], keys[at + 1], agent) << 8) | (permuted(keys[at + 1], keys[at], agent) >>> 16);
};
/** The planted fault: one multiplication where the generator has four. */
const drawWeakly = ({ seed, stream, month, agent }) => {
  const at = 2 * ((seed * STREAM_IDS.length + stream) * MONTHS + month);
  const h = Math.imul(agent ^ keys[at], 0xed5ad4bb) ^ keys[at + 1];
  return h ^ (h >>> 15);
};

const ORDERS = {
  agents: { axes: ['agent', 'month', 'stream', 'seed'], draw },
  months: { axes: ['month', 'agent', 'stream', 'seed'], draw },
  interleaved: { axes: ['stream', 'agent', 'month', 'seed'], draw },
  seeds: { axes: ['seed', 'month', 'agent', 'stream'], draw },
  partners: { axes: ['partner', 'agent', 'month', 'stream', 'seed'], draw: drawPair },
  pairs: { axes: ['agent', 'partner', 'month', 'stream', 'seed'], draw: drawPair },
  permuted: { axes: ['agent', 'month', 'stream', 'seed'], draw: drawPermuted },
  weak: { axes: ['agent', 'month', 'stream', 'seed'], draw: drawWeakly },
};

/** An endless reader of 32-bit words: the first axis turns fastest, as on a meter. */
function reader({ axes, draw: drawAt }) {
  const place = { agent: 0, month: 0, stream: 0, partner: 0, seed: 0 };
  return (words) => {
    for (let i = 0; i < words.length; i++) {
      words[i] = drawAt(place);
      for (let a = 0; a < axes.length && ++place[axes[a]] === AXES[axes[a]]; a++) place[axes[a]] = 0;
    }
    return words;
  };
}

// ---- From counts to a probability ----

const upperTail = (z) => normalCdf(-z);
const bothTails = (z) => 2 * normalCdf(-Math.abs(z));

/** Probability of a chi-square at least this large (Wilson and Hilferty). */
const chiSquareTail = (x, freedom) => {
  const spread = 2 / (9 * freedom);
  return upperTail((Math.cbrt(x / freedom) - 1 + spread) / Math.sqrt(spread));
};

/** Chi-square of counts against expected counts; cells expecting fewer than five are pooled into the last. */
function goodness(observed, expected) {
  let x = 0;
  let cells = 0;
  let [rareSeen, rareDue] = [0, 0];
  for (let i = 0; i < observed.length; i++) {
    if (expected[i] < 5) {
      rareSeen += observed[i];
      rareDue += expected[i];
    } else {
      x += (observed[i] - expected[i]) ** 2 / expected[i];
      cells++;
    }
  }
  if (rareDue > 0) {
    x += (rareSeen - rareDue) ** 2 / rareDue;
    cells++;
  }
  return chiSquareTail(x, cells - 1);
}

const uniformCells = (cells, draws) => new Float64Array(cells).fill(draws / cells);

const binomial = (n) => {
  const p = [2 ** -n];
  for (let k = 1; k <= n; k++) p.push((p[k - 1] * (n - k + 1)) / k);
  return p;
};

const poisson = (mean, length) => {
  const p = [Math.exp(-mean)];
  for (let k = 1; k < length; k++) p.push((p[k - 1] * mean) / k);
  return p;
};

const weightOf = (word) => {
  let w = word - ((word >>> 1) & 0x55555555);
  w = (w & 0x33333333) + ((w >>> 2) & 0x33333333);
  return Math.imul((w + (w >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

// ---- The tests: each reads its own stretch of the stream and answers with p-values ----

const MILLION = 1 << 20;

/** Ones in each of the 32 places: the largest deviation, as the chance of one so large among 32. */
function frequency(read) {
  const words = read(new Uint32Array(2 * MILLION));
  let worst = 0;
  for (let place = 0; place < 32; place++) {
    let ones = 0;
    for (let i = 0; i < words.length; i++) ones += (words[i] >>> place) & 1;
    worst = Math.max(worst, Math.abs(2 * ones - words.length) / Math.sqrt(words.length));
  }
  return -Math.expm1(32 * Math.log1p(-bothTails(worst)));
}

/** Successive pairs of bytes: 65,536 cells. */
const serial = (shift) => (read) => {
  const words = read(new Uint32Array(4 * MILLION));
  const seen = new Float64Array(65_536);
  for (let i = 0; i < words.length; i += 2) {
    seen[(((words[i] >>> shift) & 255) << 8) | ((words[i + 1] >>> shift) & 255)]++;
  }
  return goodness(seen, uniformCells(65_536, words.length / 2));
};

/** Alternations of one bit between successive words. */
const runs = (place) => (read) => {
  const words = read(new Uint32Array(4 * MILLION));
  let changes = 0;
  for (let i = 1; i < words.length; i++) changes += ((words[i] ^ words[i - 1]) >>> place) & 1;
  const pairs = words.length - 1;
  return bothTails((2 * changes - pairs) / Math.sqrt(pairs));
};

/** Words between visits to a sixteenth of the range. */
const gap = (shift) => (read) => {
  const words = read(new Uint32Array(4 * MILLION));
  const seen = new Float64Array(200);
  let [length, visits] = [0, 0];
  for (let i = 0; i < words.length; i++) {
    if (((words[i] >>> shift) & 15) !== 5) length++;
    else {
      seen[Math.min(length, 199)]++;
      length = 0;
      visits++;
    }
  }
  const due = Array.from(seen, (_, g) => visits * (g < 199 ? (15 / 16) ** g / 16 : (15 / 16) ** 199));
  return goodness(seen, due);
};

/** Marsaglia's birthday spacings: 512 birthdays in a year of 2^24 days; repeated spacings are Poisson(2). */
const birthdays = (shift) => (read) => {
  const rounds = 4000;
  const words = new Uint32Array(512);
  const seen = new Float64Array(16);
  for (let round = 0; round < rounds; round++) {
    read(words);
    const days = words.map((w) => (w >>> shift) & 0xffffff).sort();
    const spacings = days.map((day, i) => (i > 0 ? day - days[i - 1] : day)).sort();
    let repeats = 0;
    for (let i = 1; i < 512; i++) if (spacings[i] === spacings[i - 1]) repeats++;
    seen[Math.min(repeats, 15)]++;
  }
  return goodness(
    seen,
    poisson(2, 16).map((p) => p * rounds),
  );
};

/** Ranks of 32 x 32 matrices over two elements, a word a row. */
function rank(read) {
  const matrices = 40_000;
  const rows = new Uint32Array(32);
  const seen = new Float64Array(4);
  for (let m = 0; m < matrices; m++) seen[Math.min(3, 32 - rankOf(read(rows)))]++;
  return goodness(
    seen,
    [0.2887880952, 0.5775761902, 0.1283502644, 0.0052854502].map((p) => p * matrices),
  );
}

function rankOf(rows) {
  let found = 0;
  for (let place = 0; place < 32; place++) {
    let pivot = found;
    while (pivot < 32 && !((rows[pivot] >>> place) & 1)) pivot++;
    if (pivot === 32) continue;
    [rows[found], rows[pivot]] = [rows[pivot], rows[found]];
    for (let r = found + 1; r < 32; r++) if ((rows[r] >>> place) & 1) rows[r] ^= rows[found];
    found++;
  }
  return found;
}

/** Knuth's collisions: 2^14 balls in 2^20 urns, the urn made of bits of two words. */
function collision(read) {
  const [balls, urns, rounds] = [1 << 14, 1 << 20, 300];
  const words = new Uint32Array(2 * balls);
  let collisions = 0;
  for (let round = 0; round < rounds; round++) {
    read(words);
    const used = new Uint8Array(urns);
    for (let i = 0; i < balls; i++) {
      const urn = ((words[2 * i] >>> 22) << 10) | (words[2 * i + 1] & 1023);
      collisions += used[urn];
      used[urn] = 1;
    }
  }
  const empty = urns * Math.exp(balls * Math.log1p(-1 / urns));
  const emptyPairs = urns * (urns - 1) * Math.exp(balls * Math.log1p(-2 / urns));
  const variance = emptyPairs + empty - empty * empty;
  return bothTails((collisions - rounds * (balls - urns + empty)) / Math.sqrt(rounds * variance));
}

/** Number of ones in a word, and its dependence on the number in the word before. */
function weights(read) {
  const words = read(new Uint32Array(4 * MILLION));
  const seen = new Float64Array(33);
  for (let i = 0; i < words.length; i++) seen[weightOf(words[i])]++;
  return goodness(
    seen,
    binomial(32).map((p) => p * words.length),
  );
}

function weightPairs(read) {
  const words = read(new Uint32Array(4 * MILLION));
  const seen = new Float64Array(33 * 33);
  for (let i = 0; i < words.length; i += 2) seen[33 * weightOf(words[i]) + weightOf(words[i + 1])]++;
  const p = binomial(32);
  return goodness(
    seen,
    p.flatMap((a) => p.map((b) => (a * b * words.length) / 2)),
  );
}

/** The largest of eight uniforms, to the eighth power, is uniform. */
function largestOfEight(read) {
  const words = read(new Uint32Array(4 * MILLION));
  const seen = new Float64Array(1000);
  for (let i = 0; i < words.length; i += 8) {
    let largest = 0;
    for (let j = i; j < i + 8; j++) if (words[j] > largest) largest = words[j];
    seen[Math.floor(1000 * ((largest + 0.5) / 2 ** 32) ** 8)]++;
  }
  return goodness(seen, uniformCells(1000, words.length / 8));
}

const TESTS = {
  frequency,
  'serial pairs, high byte': serial(24),
  'serial pairs, low byte': serial(0),
  'runs, bit 31': runs(31),
  'runs, bit 0': runs(0),
  'gap, high bits': gap(28),
  'gap, low bits': gap(0),
  'birthday spacings, high': birthdays(8),
  'birthday spacings, low': birthdays(0),
  'rank of 32 x 32': rank,
  collision,
  'Hamming weight': weights,
  'Hamming weight pairs': weightPairs,
  'largest of eight': largestOfEight,
};

// ---- Avalanche and correlation: properties of the function, not of a stream ----

/** A cheap sequence for the inputs, of another family than the generator under test (xorshift32, Marsaglia). */
function xorshift(state) {
  let x = state;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return x | 0;
  };
}

const keyed = (input) => {
  const { k0, k1 } = drawKey([input[0], input[1]], input[2] & 255, input[3]);
  return bits(k0, k1, input[4]);
};

/** Which function, how many input words, and how many of the last input's bits are live. */
const AVALANCHES = {
  'bits: k0, k1, id': [(w) => bits(w[0], w[1], w[2]), [32, 32, 32], 32],
  'pairBits: k0, k1, id, partner': [(w) => pairBits(w[0], w[1], w[2], w[3]), [32, 32, 32, 32], 32],
  'drawKey then bits: seed, seed, stream, month, id': [keyed, [32, 32, 8, 32, 32], 32],
  'permuted: k0, k1, id': [(w) => permuted(w[0], w[1], w[2]), [24, 24, 24], 24],
  'weak: k0, k1, id': [
    (w) => {
      const h = Math.imul(w[2] ^ w[0], 0xed5ad4bb) ^ w[1];
      return h ^ (h >>> 15);
    },
    [32, 32, 32],
    32,
  ],
};

/** For each input bit: how often each output bit follows its flip. The worst input and output, per input word. */
function avalanche([f, widths, outputs]) {
  const samples = 1 << 16;
  const next = xorshift(2463534242);
  return widths.map((width, word) => {
    let worst = 0;
    for (let place = 0; place < width; place++) {
      const flips = new Float64Array(outputs);
      for (let s = 0; s < samples; s++) {
        const input = widths.map(next);
        const before = f(input);
        input[word] ^= 1 << place;
        const change = before ^ f(input);
        for (let o = 0; o < outputs; o++) flips[o] += (change >>> o) & 1;
      }
      for (const count of flips) worst = Math.max(worst, Math.abs(2 * count - samples) / Math.sqrt(samples));
    }
    return { worst, cells: width * outputs };
  });
}

const centred = (word) => ((word >>> 0) + 0.5) / 2 ** 32 - 0.5;

/** Correlation of two lists of draws, plain and of squares, as z-values. */
function correlation(a, b, n) {
  let [plain, squares] = [0, 0];
  for (let i = 0; i < n; i++) {
    const x = centred(a(i));
    const y = centred(b(i));
    plain += x * y;
    squares += (x * x - 1 / 12) * (y * y - 1 / 12);
  }
  return [(plain * 12) / Math.sqrt(n), (squares * 180) / Math.sqrt(n)];
}

function correlations(n) {
  const seed = [1, 0];
  const of = (stream, month, s = seed) => {
    const { k0, k1 } = drawKey(s, stream, month);
    return (i) => bits(k0, k1, i);
  };
  const pairOf = (month, partner) => {
    const { k0, k1 } = drawKey(seed, STREAMS.signal, month);
    return (i) => pairBits(k0, k1, i, partner);
  };
  const permutedOf = (month) => {
    const { k0, k1 } = drawKey(seed, STREAMS.priority, month);
    return (i) => permuted(k0, k1, i) << 8;
  };
  const z = {};
  const add = (kind, a, b) => {
    z[kind] ??= [];
    z[kind].push(...correlation(a, b, n));
  };
  const base = of(STREAMS.shock, 7);
  for (let lag = 1; lag < 60; lag++) add('months', base, of(STREAMS.shock, 7 + lag));
  for (let lag = 1; lag < 64; lag++) add('agents', base, (i) => base(i + lag));
  for (let bit = 6; bit < 22; bit++) add('agents', base, (i) => base(i + (1 << bit)));
  for (let lag = 1; lag < 40; lag++) {
    const later = of(STREAMS.shock, 7 + lag);
    add('months and agents', base, (i) => later(i + lag));
  }
  for (const stream of STREAM_IDS) if (stream !== STREAMS.shock) add('streams', base, of(stream, 7));
  for (let s = 2; s < 60; s++) add('seeds', base, of(STREAMS.shock, 7, [s, 0]));
  for (let lag = 1; lag < 40; lag++) add('partners', pairOf(7, 0), pairOf(7, lag));
  for (let lag = 1; lag < 40; lag++)
    add(
      'pairs turned round',
      (i) => pairOf7(i, i + lag),
      (i) => pairOf7(i + lag, i),
    );
  for (let lag = 1; lag < 60; lag++) add('permuted, months', permutedOf(7), permutedOf(7 + lag));
  for (let lag = 1; lag < 64; lag++) add('permuted, agents', permutedOf(7), (i) => permutedOf7(i + lag));
  return z;
}
const priorityKey = drawKey([1, 0], STREAMS.priority, 7);
const permutedOf7 = (i) => permuted(priorityKey.k0, priorityKey.k1, i) << 8;
const pairKey = drawKey([1, 0], STREAMS.contact, 7);
const pairOf7 = (a, b) => pairBits(pairKey.k0, pairKey.k1, a, b);

// ---- The report ----

const shown = (p) => (p < 1e-6 ? `**${p.toExponential(0)}**` : p < 1e-3 ? p.toExponential(1) : p.toFixed(3));
const row = (cells) => console.log(`| ${cells.join(' | ')} |`);

function report() {
  const names = Object.keys(ORDERS);
  row(['p-value', ...names]);
  row(['---', ...names.map(() => '---')]);
  const all = [];
  for (const [name, test] of Object.entries(TESTS)) {
    const p = names.map((order) => test(reader(ORDERS[order])));
    all.push(...p.filter((_, i) => names[i] !== 'weak'));
    row([name, ...p.map(shown)]);
  }
  all.sort((a, b) => a - b);
  const distance = Math.max(...all.map((p, i) => Math.max((i + 1) / all.length - p, p - i / all.length)));
  console.log(
    `\n${all.length} p-values without the weak column: smallest ${shown(all[0])}, largest` +
      ` ${all.at(-1).toFixed(5)}, below 0.01: ${all.filter((p) => p < 0.01).length}; largest distance from uniform` +
      ` ${distance.toFixed(3)} (5 % point ${(1.358 / Math.sqrt(all.length)).toFixed(3)}).\n`,
  );
  row(['avalanche', 'largest z by input word', 'bias']);
  row(['---', '---', '---']);
  for (const [name, plan] of Object.entries(AVALANCHES)) {
    const found = avalanche(plan);
    row([
      name,
      found.map(({ worst }) => worst.toFixed(2)).join(', '),
      found.map(({ worst }) => (worst / 256).toFixed(4)).join(', '),
    ]);
  }
  console.log('\nExpected largest of 1,024 cells about 3.3 (99.9 % below 5.0); bias is |2 P(flip) - 1|.\n');
  row(['correlation', 'z-values', 'root mean square', 'largest']);
  row(['---', '---', '---', '---']);
  for (const [kind, z] of Object.entries(correlations(MILLION))) {
    const rms = Math.sqrt(z.reduce((sum, x) => sum + x * x, 0) / z.length);
    row([kind, z.length, rms.toFixed(3), Math.max(...z.map(Math.abs)).toFixed(2)]);
  }
}

function stream(order) {
  const read = reader(ORDERS[order]);
  const words = new Uint32Array(1 << 16);
  process.stdout.on('error', () => process.exit(0));
  const pump = () => {
    while (process.stdout.write(Buffer.from(read(words).buffer.slice(0))));
    process.stdout.once('drain', pump);
  };
  pump();
}

const at = process.argv.indexOf('--stream');
if (at < 0) report();
else if (process.argv[at + 1] in ORDERS) stream(process.argv[at + 1]);
else throw new Error(`invalid order: ${process.argv[at + 1]}; expected ${Object.keys(ORDERS).join(', ')}`);
