// Times designs side by side: processor time, the least of many rounds taken in turn, and turns of a calibration loop.
const ROUNDS = 15;
const TURNS = 500_000;

const processorNs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
};

/** The bench's yardstick: half a million turns of an integer mixer and a floating-point recursion. */
function calibration() {
  let h = 0x9e3779b9;
  let x = 0.5;
  for (let i = 0; i < TURNS; i++) {
    h = Math.imul(h ^ (h >>> 17), 0xed5ad4bb) ^ i;
    h = Math.imul(h ^ (h >>> 11), 0xac4c1b51);
    x = x * 0.999 + (h >>> 0) * 2.3283064365386963e-10 * 0.001;
    if (x > 0.75) x -= 0.25;
  }
  return x;
}

/** Prints nanoseconds an element for each design, and checks that all of them return the same. */
export function compare(title, count, designs) {
  const least = new Map(Object.keys(designs).map((name) => [name, Number.POSITIVE_INFINITY]));
  const results = new Map();
  let turn = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(designs)) {
      const started = processorNs();
      results.set(name, run());
      least.set(name, Math.min(least.get(name), (processorNs() - started) / count));
    }
    const started = processorNs();
    calibration();
    turn = Math.min(turn, (processorNs() - started) / TURNS);
  }
  console.log(`${title} (a turn of the calibration loop: ${turn.toFixed(2)} ns)`);
  for (const [name, ns] of least)
    console.log(`  ${name.padEnd(44)} ${ns.toFixed(1).padStart(6)} ns  ${(ns / turn).toFixed(1)} turns`);
  if (new Set(results.values()).size > 1)
    throw new Error(`designs differ: ${[...results].map(([name, value]) => `${name} ${value}`).join(', ')}`);
}

/** A keyed 32-bit mixer for test data. */
export function mixed(id, key) {
  let h = id ^ key;
  h = Math.imul(h ^ (h >>> 17), 0xed5ad4bb);
  h = Math.imul(h ^ (h >>> 11), 0xac4c1b51);
  return (h ^ (h >>> 15)) >>> 0;
}
