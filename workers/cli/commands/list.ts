import { CATALOGUES, type Catalogue, type Row, rowsOf } from '../../../scenarios/catalogue.ts';
import { InputError, unknownName } from '../../../scenarios/index.ts';
import { type Command, EXIT } from '../command.ts';
import { type CommandLine, operands } from '../command-line.ts';
import { PLACE, readOptions } from '../options.ts';
import { textTable } from '../text-table.ts';
import { together } from '../together.ts';

const WIDEST = 90;

/** Fields shown on the terminal besides id and title; `--json` has all. */
const FIELDS: Readonly<Record<Catalogue, readonly string[]>> = {
  scenarios: ['levers'],
  levers: ['family', 'parameters'],
  shocks: ['parameters'],
  assumptions: ['parameters'],
  indicators: ['unit', 'coarsestScale'],
  systems: ['status', 'by'],
  evidence: ['figure', 'asOf', 'document'],
};

const isCatalogue = (name: string): name is Catalogue => (CATALOGUES as readonly string[]).includes(name);

interface Described {
  readonly default: number;
  readonly range: readonly [number, number];
  readonly unit: string;
}

function cell(field: string, value: unknown): string {
  if (field === 'parameters') {
    const each = Object.entries(value as Record<string, Described>);
    return each
      .map(([name, one]) => `${name} ${one.default} [${one.range.join(', ')}] ${one.unit}`)
      .join('; ');
  }
  if (field === 'by') return (value as { name: string }[]).map((one) => one.name).join(', ');
  if (field === 'coarsestScale') return `to 1:${value}`;
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}

const shortened = (text: string): string => (text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text);

/** The rows as a table for the terminal. */
function catalogueText(catalogue: Catalogue, rows: readonly Row[]): string {
  const fields = FIELDS[catalogue];
  const body = rows.map((row) =>
    [row.id, row.title.en, ...fields.map((field) => cell(field, row[field]))].map(shortened),
  );
  return textTable([['id', 'title', ...fields], ...body], 2 + fields.length);
}

/** The catalogue named. Throws InputError for none, several, or one nobody knows. */
function catalogueOf(line: CommandLine): Catalogue {
  const [name] = operands(line, ['<catalogue>']);
  if (isCatalogue(name)) return name;
  throw new InputError([unknownName('catalogue', name, CATALOGUES, PLACE)]);
}

export const list: Command = {
  operands: CATALOGUES.join(' | '),
  does: 'the catalogue, one row each',
  options: ['json'],
  async run({ terminal, ...line }) {
    const [{ json }, name] = await together(
      () => readOptions(line),
      () => catalogueOf(line),
    );
    const rows = rowsOf(name);
    terminal.print(json ? JSON.stringify(rows) : catalogueText(name, rows));
    return EXIT.done;
  },
};
