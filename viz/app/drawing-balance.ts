/** From the books to the charts of accounts, with the titles that state whether they close. */
import { SECTORS_OF_ACCOUNT } from '../../sim/index.ts';
import { accountsChart } from '../charts/accounts.ts';
import { type MatrixRow, matrixChart } from '../charts/matrix.ts';
import { INSTRUMENT_NAMES, MOVEMENT_NAMES, SECTOR_NAMES } from '../text/account-names.ts';
import { displayOf, formatLevel } from '../text/numbers.ts';
import {
  type Books,
  balanceRows,
  flowRows,
  linesOf,
  moneyResiduals,
  type Quarter,
  type SectorRow,
} from './books.ts';
import type { Drawing } from './chart-host.ts';
import type { Context } from './context.ts';
import { settingOf } from './setting.ts';
import type { Text } from './state.ts';

/** The books shown: whose, and which quarter. */
export interface Shown {
  readonly books: Books;
  readonly quarters: readonly Quarter[];
  readonly quarter: Quarter;
  /** Title of the scenario. */
  readonly name: string;
}

/** Name of an id; the id itself where a new one has no name yet, which the tests refuse. */
const named = (names: Readonly<Record<string, Text>>, id: string, { tell }: Context): string =>
  names[id] ? tell(names[id]) : id;

/** `2027年第二季度`, `Q2 2027`. */
export function quarterName(id: string, { state }: Context): string {
  const [year, number] = [id.slice(0, 4), Number(id.slice(6))];
  return state.language === 'zh' ? `${year}年${'一二三四'[number - 1]}季度` : `Q${number} ${year}`;
}

export const sectorName = (id: string, context: Context): string => named(SECTOR_NAMES, id, context);

const depends = (context: Context, { quarter, name, books }: Shown) =>
  [
    context.lab.update,
    context.lab.asked,
    context.state.language,
    context.look,
    quarter.id,
    name,
    books.runs,
  ] as const;

const columnsOf = (context: Context) =>
  SECTORS_OF_ACCOUNT.map((id) => ({ id, name: sectorName(id, context) }));

/** Sums over runs as means, for the eye; the residual stays as it is. */
const meansOf = (row: SectorRow, name: string, runs: number): MatrixRow => ({
  id: row.id,
  name,
  values: row.values.map((yuan) => yuan / runs),
  residual: row.residual,
});

const worst = (residuals: readonly number[]): number => Math.max(0, ...residuals.map(Math.abs));

function yuanText(yuan: number, { state }: Context): string {
  return formatLevel(yuan, displayOf('yuan', state.language, yuan), 2);
}

/** What every sector owns and owes at the end of the quarter. */
export function balanceMatrixDrawing(context: Context, shown: Shown): Drawing {
  const { words } = context;
  const { books, quarter, name } = shown;
  const rows = balanceRows(books, quarter.to);
  const residual = worst(rows.map((row) => row.residual));
  const when = quarterName(quarter.id, context);
  const nets = SECTORS_OF_ACCOUNT.map((_, k) => rows.reduce((sum, row) => sum + row.values[k]!, 0));
  const total = { id: 'net', values: nets, residual: nets.reduce((sum, yuan) => sum + yuan, 0) };
  const data = {
    id: 'balance-matrix',
    title:
      residual === 0
        ? words.balanceMatrixTitle(when)
        : words.balanceMatrixBroken(when, yuanText(residual, context)),
    subtitle: words.balanceMatrixSubtitle(name),
    columns: columnsOf(context),
    rows: [
      ...rows.map((row) => meansOf(row, named(INSTRUMENT_NAMES, row.id, context), books.runs)),
      { ...meansOf(total, words.net, books.runs), sum: true },
    ],
    period: quarter.id,
    runs: books.runs,
  };
  return { draw: (width) => matrixChart(data, settingOf(context, width)), on: depends(context, shown) };
}

/** Every movement of the quarter, what money changed by, and what is left over. */
export function flowMatrixDrawing(context: Context, shown: Shown): Drawing {
  const { words } = context;
  const { books, quarter, name } = shown;
  const rows = flowRows(books, quarter.from, quarter.to);
  const left = moneyResiduals(books, quarter.from, quarter.to);
  const residual = worst([...rows.map((row) => row.residual), ...left]);
  const when = quarterName(quarter.id, context);
  const change = SECTORS_OF_ACCOUNT.map(
    (sector) => books.at(`${sector}-money`, quarter.to) - books.at(`${sector}-money`, quarter.from - 1),
  );
  const sum = (values: readonly number[]) => values.reduce((total, yuan) => total + yuan, 0);
  const data = {
    id: 'flow-matrix',
    title:
      residual === 0
        ? words.flowMatrixTitle(when)
        : words.flowMatrixBroken(when, yuanText(residual, context)),
    subtitle: words.flowMatrixSubtitle(name),
    columns: columnsOf(context),
    rows: [
      ...rows.map((row) => meansOf(row, named(MOVEMENT_NAMES, row.id, context), books.runs)),
      {
        ...meansOf({ id: 'change', values: change, residual: sum(change) }, words.moneyChange, books.runs),
        sum: true,
      },
      { id: 'residual', name: words.residualOfMoney, values: left, residual: sum(left), sum: true },
    ],
    period: quarter.id,
    runs: books.runs,
  };
  return { draw: (width) => matrixChart(data, settingOf(context, width)), on: depends(context, shown) };
}

/** One sector's lines at every quarter end. */
export function accountsDrawing(context: Context, shown: Shown, sector: string): Drawing {
  const { words } = context;
  const { books, quarters, name } = shown;
  const title = sectorName(sector, context);
  const lines = linesOf(sector).map((one) => ({
    id: one.id,
    name: named(INSTRUMENT_NAMES, one.instrument, context),
    yuan: quarters.map(({ to }) => books.at(one.id, to) / books.runs),
  }));
  const netAt = (at: number) => lines.reduce((total, one) => total + one.yuan.at(at)!, 0);
  const data = {
    id: sector,
    title: words.accountsTitle(title, yuanText(netAt(0), context), yuanText(netAt(-1), context)),
    subtitle: words.accountsSubtitle(title, name),
    quarters: quarters.map((one) => one.id),
    lines,
    net: words.net,
    runs: books.runs,
  };
  return {
    draw: (width) => accountsChart(data, settingOf(context, width)),
    on: [...depends(context, shown), sector],
  };
}

/** How many sums the shown quarter checks, and how many are not 0; a movement takes from one what it gives another, so it is no check. */
export function checksOf({ books, quarter }: Shown): { readonly checks: number; readonly broken: number } {
  const residuals = [
    ...balanceRows(books, quarter.to).map((row) => row.residual),
    ...moneyResiduals(books, quarter.from, quarter.to),
  ];
  return { checks: residuals.length, broken: residuals.filter((yuan) => yuan !== 0).length };
}
