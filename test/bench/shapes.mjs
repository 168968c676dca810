// What a rule pays to ask a wide object, such as a view of a world, for one of its tables: the second object of its kind,
// spread from parts with a getter beside them, or made by a class that names each part.
import { compare } from './timing.mjs';

const READS = 400_000;
const NAMES = Array.from({ length: 41 }, (_, k) => `table${k}`);
const parts = () => Object.fromEntries(NAMES.map((name, k) => [name, Float64Array.of(k, k + 1)]));

function spread() {
  const [first, second] = [parts(), parts()];
  const view = (one) => ({
    ...one,
    get month() {
      return one.table0[0];
    },
  });
  view(first);
  return view(second);
}

const named = NAMES.map((name) => `this.${name} = one.${name};`).join(' ');
const View = new Function(
  `return class { constructor(one) { ${named} } get month() { return this.table0[0]; } }`,
)();
function byClass() {
  for (let k = 0; k < 8; k++) new View(parts());
  return new View(parts());
}

const reader = () =>
  new Function('view', `return view.table3[0] + view.table17[1] + view.table40[0] + view.month;`);
function reading(view) {
  const read = reader();
  return () => {
    let sum = 0;
    for (let k = 0; k < READS; k++) sum += read(view);
    return sum;
  };
}

compare('Three tables and the month of a view', READS, {
  'spread from parts': reading(spread()),
  'a class that names its parts': reading(byClass()),
});
