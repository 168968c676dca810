/** Finds the first value in which the slow world and the engine's differ. */
import { COUNTERS, type World } from '../../sim/index.ts';
import {
  BLOCK_COLUMNS,
  ENTERPRISE_COLUMNS,
  type Encoding,
  FUND_COLUMNS,
  GUARANTOR_COLUMNS,
  LENDER_COLUMNS,
  LOAN_COLUMNS,
  MARKET_COLUMNS,
  MONTH_COLUMNS,
} from './encode.ts';
import { blockName, CLAIM_COLUMNS, OPEN_COLUMNS, PROVINCE_COLUMNS } from './encode-province.ts';
import type { Enterprise } from './enterprise.ts';
import type { SlowWorld } from './world.ts';

/** One value that is not the same in both. */
export interface Difference {
  readonly entity: string;
  readonly field: string;
  readonly fast: number | string;
  readonly slow: number | string;
}

type Columns = Readonly<Record<string, ArrayLike<number>>>;

const EMPTY = 0;
const NO_LENDER = 255;
/** Columns of the month that mean something only when an event has happened. */
const AMOUNTS: readonly string[] = ['subsidy', 'ending'];

/** First difference of state and open books; null when there is none. */
export function differingState(fast: World, slow: SlowWorld): Difference | null {
  const { enterprises, loans, second, now, lenders, guarantors, blocks, claims, province, open } = fast;
  return (
    differingEnterprises({ enterprises, loans, now, second }, slow) ??
    differingRows(
      (k) => `lender ${slow.input.province.lenders[k]?.id ?? k}`,
      lenders,
      slow.lenders,
      LENDER_COLUMNS,
    ) ??
    differingMarkets(lenders, slow) ??
    differingRows(
      (k) => slow.input.province.guarantors[k].id,
      guarantors,
      slow.guarantors,
      GUARANTOR_COLUMNS,
    ) ??
    differingRows((k) => `risk fund ${k}`, fast.funds, slow.funds, FUND_COLUMNS) ??
    differingRows((k) => blockName(slow, k), blocks, slow.blocks, BLOCK_COLUMNS) ??
    differingLists('claims of guarantors', { ...claims }, slow, CLAIM_COLUMNS) ??
    differingLists('province', province, slow, PROVINCE_COLUMNS) ??
    differingLists('open books', { ...open }, slow, OPEN_COLUMNS)
  );
}

/** Tables that are compared; `second` and `secondOwner` through the loans they lead to. */
const KNOWN: readonly string[] = [
  'header', 'enterprises', 'loans', 'second', 'secondOwner', 'lenders', 'guarantors', 'blocks', 'claims', 'funds',
  'province', 'open',
]; // biome-ignore format: one line a topic

/** A table of the engine's state that would never be compared. */
export function unknownTable(fast: World): Difference | null {
  const isState = (one: unknown) => ArrayBuffer.isView(one) && one.buffer === fast.buffers.state;
  for (const [name, table] of Object.entries(fast))
    if (!KNOWN.includes(name) && (isState(table) || Object.values(table ?? {}).some(isState)))
      return { entity: 'state', field: name, fast: 'a table', slow: 'unknown' };
  return null;
}

/** First count of the month that differs, in the province or a prefecture. */
export function differingCount(fast: World, slow: SlowWorld): Difference | null {
  for (let group = 0; group < slow.counts.length; group++) {
    const entity = `${fast.groups[group].dimension} ${fast.groups[group].id}`;
    const expected = new Map(slow.counts[group]);
    for (let k = 0; k < COUNTERS.length; k++) {
      const value = fast.counts[group * COUNTERS.length + k];
      const other = expected.get(COUNTERS[k]) ?? 0;
      expected.delete(COUNTERS[k]);
      if (!Object.is(value, other)) return { entity, field: COUNTERS[k], fast: value, slow: other };
    }
    for (const [field, other] of expected) return { entity, field, fast: 'not counted', slow: other };
  }
  return null;
}

interface EnterpriseTables {
  readonly enterprises: Columns & { readonly id: ArrayLike<number>; readonly status: ArrayLike<number> };
  readonly loans: Columns & { readonly lender: ArrayLike<number> };
  readonly now: Columns;
  /** Row of each slot's second loan. */
  readonly second: ArrayLike<number>;
}

function differingEnterprises(fast: EnterpriseTables, slow: SlowWorld): Difference | null {
  const { id, status } = fast.enterprises;
  const slots = new Map<number, number>();
  for (let i = 0; i < status.length; i++) if (status[i] !== EMPTY) slots.set(id[i], i);
  for (const e of slow.enterprises) {
    const slot = slots.get(e.id);
    const missing = { entity: `enterprise ${e.id}`, field: 'presence', fast: 'none', slow: e.status };
    const difference = slot === undefined ? missing : differingEnterprise(fast, slot, e);
    if (difference) return difference;
    slots.delete(e.id);
  }
  for (const one of slots.keys())
    return { entity: `enterprise ${one}`, field: 'presence', fast: 'there', slow: 'none' };
  return null;
}

function differingEnterprise(fast: EnterpriseTables, slot: number, e: Enterprise): Difference | null {
  const name = `enterprise ${e.id}`;
  const difference =
    differingRow(name, fast.enterprises, slot, e, ENTERPRISE_COLUMNS) ??
    differingRow(name, fast.now, slot, e, MONTH_COLUMNS, AMOUNTS);
  if (difference) return difference;
  return (
    differingLoan(`${name}, first loan`, fast.loans, slot, e.loans[0]) ??
    differingLoan(`${name}, second loan`, fast.loans, fast.second[slot], e.loans[1])
  );
}

function differingLoan(
  entity: string,
  loans: EnterpriseTables['loans'],
  row: number,
  loan: Enterprise['loans'][0],
): Difference | null {
  if (loan !== null) return differingRow(entity, loans, row, loan, LOAN_COLUMNS);
  const lender = loans.lender[row];
  return lender === NO_LENDER ? null : { entity, field: 'lender', fast: lender, slow: NO_LENDER };
}

/** First column in which a row of a table is not what an object says; a column nobody knows is a difference. */
function differingRow<T>(
  entity: string,
  table: Columns,
  row: number,
  one: T,
  encoding: Encoding<T>,
  ignored: readonly string[] = [],
): Difference | null {
  for (const field in table) {
    if (ignored.includes(field)) continue;
    const encode = encoding[field];
    if (encode === undefined) return { entity, field, fast: 'a column', slow: 'unknown' };
    const value = table[field][row];
    const other = encode(one);
    if (!Object.is(value, other)) return { entity, field, fast: value, slow: other };
  }
  return null;
}

function differingRows<T>(
  name: (k: number) => string,
  table: Columns,
  all: readonly T[],
  encoding: Encoding<T>,
): Difference | null {
  for (let k = 0; k < all.length; k++) {
    const difference = differingRow(name(k), table, k, all[k], encoding);
    if (difference) return difference;
  }
  return null;
}

/** Private markets stand behind the licensed lenders. */
function differingMarkets(table: Columns, { lenders, prefectures }: SlowWorld): Difference | null {
  for (const { index } of prefectures) {
    const row = lenders.length + index;
    const difference = differingRow(`private market ${index}`, table, row, index, MARKET_COLUMNS);
    if (difference) return difference;
  }
  return null;
}

function differingLists(
  entity: string,
  table: Columns,
  slow: SlowWorld,
  lists: Readonly<Record<string, (world: SlowWorld) => ArrayLike<number>>>,
): Difference | null {
  for (const field in table) {
    if (lists[field] === undefined) return { entity, field, fast: 'a list', slow: 'unknown' };
    const other = lists[field](slow);
    const value = table[field];
    if (value.length !== other.length)
      return { entity, field: `length of ${field}`, fast: value.length, slow: other.length };
    for (let k = 0; k < value.length; k++)
      if (!Object.is(value[k], other[k]))
        return { entity, field: `${field} ${k}`, fast: value[k], slow: other[k] };
  }
  return null;
}
