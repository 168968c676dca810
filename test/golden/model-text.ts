/** The parts of sim/README.md that are made from the code, so that they cannot drift from it. */
import { INSTRUMENTS, MONTH, MOVEMENTS, PARAMETERS, SECTORS_OF_ACCOUNT, SHOCKS } from '../../sim/index.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** The month: phases in order, what each does, and who takes its steps. */
function month(): string {
  const actors = (steps: (typeof MONTH)[number]['steps']) =>
    [...new Set(steps.map((step) => step.over))].join(', then ');
  return table(
    ['#', 'phase', 'what happens', 'who acts'],
    MONTH.map((phase, k) => [String(k + 1), phase.name, phase.does.en, actors(phase.steps)]),
  );
}

/** The transaction-flow matrix: each row sums to zero. */
function matrix(): string {
  const sign = (movement: (typeof MOVEMENTS)[number], account: string) =>
    movement.from === account ? '−' : movement.to === account ? '+' : '';
  return table(
    ['movement', ...SECTORS_OF_ACCOUNT],
    MOVEMENTS.map((movement) => [
      movement.id,
      ...SECTORS_OF_ACCOUNT.map((account) => sign(movement, account)),
    ]),
  );
}

const instruments = (): string =>
  table(
    ['lever', 'parameters', 'what it does'],
    INSTRUMENTS.map((one) => [one.id, Object.keys(one.parameters).join(', '), one.does.en]),
  );

const shocks = (): string =>
  table(
    ['shock', 'what it does'],
    SHOCKS.map((one) => [one.id, one.does.en]),
  );

const parameters = (): string =>
  table(
    ['parameter', 'per', 'unit', 'meaning'],
    Object.entries(PARAMETERS).map(([name, spec]) => [`\`${name}\``, spec.per, spec.unit, spec.means]),
  );

/** Sections by the name between their marks. */
export const SECTIONS: Readonly<Record<string, () => string>> = {
  month,
  matrix,
  instruments,
  shocks,
  parameters,
};

/** The text with every section between `<!-- name -->` and `<!-- /name -->` made anew. */
export function withSections(text: string): string {
  return Object.entries(SECTIONS).reduce((whole, [name, make]) => {
    const open = `<!-- ${name} -->`;
    const close = `<!-- /${name} -->`;
    const from = whole.indexOf(open);
    const to = whole.indexOf(close);
    if (from < 0 || to < from) throw new Error(`section ${name} is not marked in the text`);
    return `${whole.slice(0, from + open.length)}\n${make()}\n${whole.slice(to)}`;
  }, text);
}
