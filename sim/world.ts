/** One world: every stock in one buffer (`state`), everything that can be computed again in another (`work`). */
import { CELL_TRADE } from './agents/cells.ts';
import { ENTERPRISE, ENTERPRISE_MONTH } from './agents/enterprises.ts';
import { BLOCK, GUARANTOR, LENDER } from './agents/institutions.ts';
import { exp, power } from './arithmetic.ts';
import { type Effects, effectSpace, type LeverViews, leverSpace, signSpace } from './conditions.ts';
import { APPLICATION } from './contracts/applications.ts';
import { FUND, FUNDS } from './contracts/backing.ts';
import { claimSpace } from './contracts/claims.ts';
import { LOANS } from './contracts/loans.ts';
import { MATURITY, maturityRows } from './contracts/maturities.ts';
import { secondRows } from './contracts/second-loans.ts';
import { callsEach } from './decisions/rounds.ts';
import { COUNTERS } from './indicators/counters.ts';
import { type Group, type GroupDimension, groupsOf } from './indicators/groups.ts';
import {
  FORK_MONTH,
  LAST_MONTH,
  LENDER_CLASSES,
  type LenderInput,
  type ParameterValues,
  type ProvinceInput,
  SECTORS,
  SETTINGS,
  SIZES,
  type WorldInput,
} from './input.ts';
import {
  BLOCK_ENTRIES,
  CALLS,
  FIT_ENTRIES,
  FUND_ENTRIES,
  GUARANTOR_ENTRIES,
  LENDER_ENTRIES,
  MOVEMENTS,
  PREFECTURE_ENTRIES,
  SECTORS_OF_ACCOUNT,
  type Tally,
} from './ledger.ts';
import { LINKS } from './links.ts';
import { PARAMETERS, type ParameterName } from './parameters.ts';
import { Allocator } from './table.ts';
import { recordSizes, recordWorths, segmentShares, traceShares } from './traces.ts';

export const PD_BINS = 32;
/** Groups lenders tell apart when they fit default: enterprises with a credit record, newcomers. */
export const RECORD_GROUPS = 2;
export const COHORTS = 13;
/** Nodes of the screening table: own share of loss, prior precision, loan size. */
export const EFFORT_NODES = { share: 11, prior: 8, size: 4, precision: 12 } as const;

export interface WorldBuffers {
  readonly state: ArrayBufferLike;
  readonly work: ArrayBufferLike;
}

export interface WorldOptions {
  /** Extra breakdowns counted each month; province and prefecture always are. */
  readonly dimensions?: readonly GroupDimension[];
  /** Threads that share this world. */
  readonly workers?: number;
  /** Parts the work over enterprises is cut into, unless as many as so many threads do well with. */
  readonly parts?: number;
  /** Put the world in shared memory. */
  readonly shared?: boolean;
  readonly buffers?: WorldBuffers;
}

/** Sizes that everything else follows from. */
export interface Shape {
  readonly capacity: number;
  /** Rows for loans: first ones, second ones, and one that stays empty. */
  readonly loanRows: number;
  /** Rows for the applications of a month. */
  readonly applications: number;
  readonly prefectures: number;
  readonly cells: number;
  readonly blocks: number;
  /** Licensed lenders, potential ones included; private markets follow them in the lender table, one a prefecture. */
  readonly licensed: number;
  readonly lenders: number;
  readonly guarantors: number;
  /** Risk funds: those of the province, then one of parks a prefecture. */
  readonly funds: number;
  /** Dated changes of levers, and shocks. */
  readonly patches: number;
  readonly shocks: number;
}

const YEARS = (LAST_MONTH + 1) / 12;

/**
 * Closures a year besides residual ones, over enterprises, and the conditions they belong to: persistence of bad spells,
 * months of sales kept in cash, months an owner holds on. Read off runs of both provinces as they stand, and rounded down.
 */
const OTHERS = { closures: 0.0437, persistence: 0.94, buffer: 1.5, patience: 4 } as const;

/**
 * Slots over the starting stock: what entry brings beyond closures by the end of the period. Closures for want of means
 * are taken for fewer where bad spells are short, owners keep more cash or hold on longer; the powers are generous.
 * Provinces as they stand fill 1.21 and 1.28 of 1.31. It sizes tables and changes no result.
 */
function growthRoom(p: ParameterValues): number {
  const entry = p['turnover.entry'][0] * exp((p['turnover.stockGrowth'][0] * YEARS) / 2);
  const spell = power((1 - OTHERS.persistence) / (1 - p['trade.shockPersistence'][0]), 0.3);
  const cash = power(OTHERS.buffer / p['trade.bufferMonths'][0], 0.25);
  const patience = power(OTHERS.patience / p['turnover.distressMonths'][0], 0.1);
  const others = OTHERS.closures * Math.min(1, spell * cash * patience);
  return Math.max(1.1, exp(YEARS * (entry - p['turnover.exitByAge'][0] - others)));
}

/**
 * A province's lenders and, unless it has such banks already, one relationship bank a prefecture that nobody can find
 * until a policy founds it.
 */
function lendersOf({ lenders, prefectures }: ProvinceInput): readonly LenderInput[] {
  if (lenders.some((one) => one.class === 'relationship')) return lenders;
  const potential = prefectures.map(
    ({ code }, prefecture) =>
      ({ id: `relationship-${code}`, class: 'relationship', prefecture, weight: 1, agreement: 0 }) as const,
  );
  return [...lenders, ...potential];
}

/**
 * Room that policies after the fork may need beyond the status quo: with every lever at a random end of its range, 1.43 of
 * the starting stock of either province are there in 2030, a third of them with two loans, and an eighth ask in a month.
 */
const MOVED = { growth: 1.15, secondLoans: 2 } as const;

const isMoved = ({ patches }: WorldInput): boolean => patches.some(({ from }) => from > FORK_MONTH);

/** Most of those without a loan who may have had one, and so look at their needs at the full rate: as it stands, and moved. */
const LAPSED = { standing: 0.3, moved: 0.5 } as const;

/** Rows for applications beyond that share, for the smallest worlds. */
const LEAST_ROWS = 512;

/** Most of the enterprises that may ask for credit in one month; a month with more stops with an error. */
function applicantShare(input: WorldInput): number {
  const p = input.province.parameters;
  const lapsed = isMoved(input) ? LAPSED.moved : LAPSED.standing;
  const review = Math.max(lapsed, p['apply.noviceReview'][0], p['apply.secondLender'][0]);
  const canvassed = input.patches.map(({ set }) => set.canvassed ?? 0);
  return p['apply.needRate'][0] * review + Math.max(0, ...canvassed) / 12 + roundsShare(input);
}

/** Enterprises that officers of relationship banks may call on in a month, over all of them. */
function roundsShare({ patches, province }: WorldInput): number {
  const p = province.parameters;
  const presence = Math.max(
    p['relationshipBanks.presence'][0],
    ...patches.map(({ set }) => set.presence ?? 0),
  );
  const officers =
    (presence * p['relationshipBanks.capital'][0]) / p['relationshipBanks.capitalPerOfficer'][0];
  const calls = callsEach(
    p['relationshipBanks.files'][0],
    p['fieldLending.visitCost'][0],
    p['outlets.callCost'][0],
  );
  return (officers * calls * province.prefectures.length) / realEnterprises(province);
}

const realEnterprises = ({ population }: ProvinceInput): number =>
  population.reduce((sum, count) => sum + count, 0);

export function shapeOf(input: WorldInput): Shape {
  const { scale, province } = input;
  const p = province.parameters;
  const moved = isMoved(input);
  const prefectures = province.prefectures.length;
  const licensed = lendersOf(province).length;
  const real = realEnterprises(province);
  const room = growthRoom(p) * (moved ? MOVED.growth : 1);
  const capacity = Math.ceil(((real / scale) * room) / 64) * 64 + 512;
  const second = secondRows(capacity, p['apply.returnOnCredit'][0], moved ? MOVED.secondLoans : 1);
  return {
    capacity,
    loanRows: capacity + second + 1,
    applications: Math.min(capacity, Math.ceil(capacity * applicantShare(input)) + LEAST_ROWS),
    prefectures,
    cells: prefectures * SETTINGS.length * SECTORS.length * SIZES.length,
    blocks: prefectures * SECTORS.length,
    licensed,
    lenders: licensed + prefectures,
    guarantors: province.guarantors.length,
    funds: FUND.parks + prefectures,
    patches: input.patches.length,
    shocks: input.shocks.length,
  };
}

function tallySpace(space: Allocator, shape: Shape): Tally {
  const classes = LENDER_CLASSES.length;
  return {
    flows: space.column('f64', MOVEMENTS.length),
    lenders: space.column('f64', shape.lenders * LENDER_ENTRIES.length),
    guarantors: space.column('f64', shape.guarantors * GUARANTOR_ENTRIES.length),
    blocks: space.column('f64', shape.blocks * BLOCK_ENTRIES.length),
    prefectures: space.column('f64', shape.prefectures * PREFECTURE_ENTRIES.length),
    funds: space.column('f64', shape.funds * FUND_ENTRIES.length),
    calls: space.column('f64', CALLS.length),
    fit: space.column('f64', classes * FIT_ENTRIES.length),
    granted: space.column('f64', classes * PD_BINS),
    defaulted: space.column('f64', COHORTS * classes * PD_BINS),
  };
}

/** What the whole province remembers between months. */
function provinceSpace(space: Allocator, shape: Shape) {
  const classes = LENDER_CLASSES.length;
  return {
    /** Money held by each account of the ledger, real yuan; sums to zero with `outside`. */
    accounts: space.column('f64', SECTORS_OF_ACCOUNT.length),
    /** What each treasury has spent since the start, real yuan. */
    treasurySpent: space.column('f64', shape.prefectures),
    privateLoans: space.column('f64', shape.prefectures),
    /** Part of what was asked of the re-guarantor and of insurers for loans that they paid, as remembered. */
    reguarantorTrust: space.column('f64', 1),
    insurerTrust: space.column('f64', 1),
    /** How far the dashboard has moved the compensation rate of each prefecture. */
    tilt: space.column('f64', shape.prefectures),
    /** How far it has moved the part of the fund of each prefecture, ratio. */
    fundTilt: space.column('f64', shape.prefectures),
    /** Interest subsidies each prefecture may still pay this year, real yuan, and the part of claims it has been paying. */
    subsidyLeft: space.column('f64', shape.prefectures),
    subsidyPaidShare: space.column('f64', shape.prefectures),
    /** Interest subsidies claimed last month, real yuan. */
    subsidyClaimed: space.column('f64', shape.prefectures),
    privateCash: space.column('f64', shape.prefectures),
    /** Entrants by (month, block), so that an enterprise's birth can be told from its id. */
    born: space.column('u16', 128 * shape.blocks),
    postedRate: space.column('f64', classes),
    /** Applications a month of each lender class, as remembered over the last months and over years. */
    filesLately: space.column('f64', classes),
    filesUsually: space.column('f64', classes),
    /** Beliefs about default, index `group * classes + class`: enterprises on record, then newcomers. */
    fitIntercept: space.column('f64', RECORD_GROUPS * classes),
    fitCeiling: space.column('f64', RECORD_GROUPS * classes),
    fitMean: space.column('f64', RECORD_GROUPS * classes),
    fitSpread: space.column('f64', RECORD_GROUPS * classes),
    cohortGranted: space.column('f64', COHORTS * classes * PD_BINS),
    cohortDefaulted: space.column('f64', COHORTS * classes * PD_BINS),
  };
}

/** Everything a world remembers, in tables of a shape's sizes. */
export function stateSpace(space: Allocator, shape: Shape) {
  return {
    header: space.column('i32', HEADER_LENGTH),
    enterprises: space.table(ENTERPRISE, shape.capacity),
    loans: space.table(LOANS, shape.loanRows),
    /** Row of each slot’s second loan, and slot of each such row; see `contracts/second-loans.ts`. */
    second: space.column('u32', shape.capacity),
    secondOwner: space.column('u32', shape.loanRows - shape.capacity),
    lenders: space.table(LENDER, shape.lenders),
    guarantors: space.table(GUARANTOR, shape.guarantors),
    blocks: space.table(BLOCK, shape.blocks),
    claims: claimSpace(space, shape.guarantors),
    funds: space.table(FUNDS, shape.funds),
    province: provinceSpace(space, shape),
    /** Movements since the books were last closed, real yuan. */
    open: tallySpace(space, shape),
  };
}

function dataSpace(space: Allocator, shape: Shape) {
  return {
    onFile: space.column('f64', shape.cells),
    agreed: space.column('f64', shape.cells),
    /** Part whose commercial platforms can still be read. */
    readable: space.column('f64', shape.cells),
    trained: space.column('f64', shape.cells),
    /** Part of those without an A tax rating that links which ask for one serve as well. */
    unrated: space.column('f64', shape.cells),
    /** 1 where any of it is below 1, so that somebody is asked for a rating. */
    ratingAsked: space.column('u8', 1),
    /** Public sources on the platform, as bits. */
    delivered: space.column('u16', shape.cells),
    /** Months between two reports of an enterprise. */
    period: space.column('u8', shape.cells),
    links: {
      share: space.column('f64', LINKS.length * shape.cells),
      active: space.column('u16', shape.cells),
    },
    /** Conditions they were last filled for, and whether they changed this month. */
    seen: space.column('i32', 2),
    changed: space.column('i32', 1),
  };
}

function workSpace(space: Allocator, shape: Shape, parts: number, groups: number) {
  const classes = LENDER_CLASSES.length;
  const effort = EFFORT_NODES;
  return {
    /** Barrier of the threads: arrived, generation, aborted, next part. */
    barrier: space.column('i32', 16),
    month: space.table(ENTERPRISE_MONTH, shape.capacity),
    /** How often levers and effects have moved, and what they depended on last; see `standing.ts`. */
    standing: space.column('i32', 2),
    signs: signSpace(space, shape),
    /** Terms of trade of each cell this month, and the conditions their constant part was filled for. */
    cellTrade: space.table(CELL_TRADE, shape.cells),
    termsSeen: space.column('i32', 2),
    applications: space.table(APPLICATION, shape.applications),
    /** Applications filed in each part, and requests for cover of standing loans. */
    applied: space.column('i32', parts),
    covers: space.column('i32', parts),
    /** Loans that have fallen due, and how many are noted in each part. */
    maturities: space.table(MATURITY, maturityRows(shape.capacity)),
    matured: space.column('i32', parts),
    /** Enterprises by group and kind, while they are counted. */
    kinds: Array.from({ length: parts }, () => space.column('u32', groups * 32)),
    tallies: Array.from({ length: parts }, () => tallySpace(space, shape)),
    /** The month's closed books, real yuan, for the record. */
    closed: tallySpace(space, shape),
    lenderThreshold: space.column('f64', shape.lenders),
    guarantorThreshold: space.column('f64', shape.guarantors),
    /** Part of this month's calls each guarantor can pay. */
    guarantorMeans: space.column('f64', shape.guarantors),
    /** Room each guarantor had for new guarantees this month, real yuan. */
    guarantorRoom: space.column('f64', shape.guarantors),
    /** Part of this month's calls each risk fund can pay. */
    fundMeans: space.column('f64', shape.funds),
    /** Part of each of this month's calls on the re-guarantor and on insurers that can be paid, in the order of `CALLS`. */
    callMeans: space.column('f64', CALLS.length),
    /** Effort of guarantors by own loss, prior precision and loan size, and what it was computed for. */
    guarantorEffort: space.column('f64', effort.share * effort.prior * effort.size),
    guarantorRegime: space.column('f64', 8),
    clearing: space.column('f64', 256 * Math.max(shape.lenders, shape.guarantors)),
    clearingRoom: space.column('f64', Math.max(shape.lenders, shape.guarantors)),
    effort: space.column('f64', classes * effort.share * effort.prior * effort.size),
    effortRegime: space.column('f64', classes * 8 + 8),
    /** What decides whose data can be read, by cell, and whether it changed this month. */
    dataShares: dataSpace(space, shape),
    effects: effectSpace(space, shape),
    levers: leverSpace(space, shape),
    partCounts: Array.from({ length: parts }, () => space.column('f64', groups * COUNTERS.length)),
    counts: space.column('f64', groups * COUNTERS.length),
  };
}

/** Constant tables: what a cell number says, and which lenders serve a place. */
export interface Atlas {
  readonly prefecture: Uint8Array;
  readonly setting: Uint8Array;
  readonly sector: Uint8Array;
  readonly size: Uint8Array;
  readonly block: Uint16Array;
  /** Margin in normal times, without the enterprise's own quality. */
  readonly margin: Float64Array;
  /** Running sum of the starting population over the cells of each block, in the order of `cellInBlock`. */
  readonly stockBelow: Float64Array;
  /** Lenders of a class in a prefecture, index `class * prefectures + prefecture`, with cumulative weights. */
  readonly lendersAt: readonly { readonly ids: readonly number[]; readonly cumulative: readonly number[] }[];
  readonly guarantorsAt: readonly (readonly number[])[];
  /** Licensed lenders that serve a prefecture, relationship banks aside. */
  readonly lendersNear: readonly number[];
  /** Shares of each cell that leave a source and that belong to a segment. */
  readonly traceShare: Float64Array;
  readonly segmentShare: Float64Array;
  /** Whether each set of public sources is no record, a part of one, or a full one. */
  readonly dataIn: Uint8Array;
  /** Worth of each set of public, commercial and field sources; a full set has 1. */
  readonly publicWorth: Float64Array;
  readonly commercialWorth: Float64Array;
  readonly fieldWorth: Float64Array;
  /** Worth of each set of commercial and field sources and patents in a sector engine, in units of a full commercial set. */
  readonly engineWorth: Float64Array;
  /** 1 - exp(-months / constant) for 0 to 255 months of credit history and of relationship. */
  readonly historyGain: Float64Array;
  readonly relationGain: Float64Array;
}

const saturation = (months: number): Float64Array =>
  Float64Array.from({ length: 256 }, (_, k) => 1 - exp(-k / months));

/** Number of a cell: prefecture, setting, sector, size. */
export function cellOf(prefecture: number, setting: number, sector: number, size: number): number {
  return ((prefecture * SETTINGS.length + setting) * SECTORS.length + sector) * SIZES.length + size;
}

/** Cells of a block: its settings and sizes. */
export const BLOCK_CELLS = SETTINGS.length * SIZES.length;

/** The `k`-th cell of a block, by setting, then by size. */
export function cellInBlock(block: number, k: number): number {
  const setting = Math.floor(k / SIZES.length);
  return cellOf(Math.floor(block / SECTORS.length), setting, block % SECTORS.length, k % SIZES.length);
}

function stockBelow({ population }: ProvinceInput, shape: Shape): Float64Array {
  const below = new Float64Array(shape.blocks * BLOCK_CELLS);
  for (let at = 0; at < below.length; at++) {
    const k = at % BLOCK_CELLS;
    below[at] = (k === 0 ? 0 : below[at - 1]) + population[cellInBlock((at - k) / BLOCK_CELLS, k)];
  }
  return below;
}

function atlasOf(province: ProvinceInput, shape: Shape): Atlas {
  const prefecture = new Uint8Array(shape.cells);
  const setting = new Uint8Array(shape.cells);
  const sector = new Uint8Array(shape.cells);
  const size = new Uint8Array(shape.cells);
  const block = new Uint16Array(shape.cells);
  for (let cell = 0; cell < shape.cells; cell++) {
    size[cell] = cell % 4;
    sector[cell] = Math.floor(cell / 4) % 8;
    setting[cell] = Math.floor(cell / 32) % 3;
    prefecture[cell] = Math.floor(cell / 96);
    block[cell] = prefecture[cell] * SECTORS.length + sector[cell];
  }
  const at = lendersAt(province, shape);
  const { parameters: p } = province;
  const historyGain = saturation(p['lend.historyMonths'][0]);
  const relationGain = saturation(p['lend.relationMonths'][0]);
  const lendersNear = province.prefectures.map((_, here) =>
    at.reduce(
      (count, place, k) =>
        k % shape.prefectures === here && Math.floor(k / shape.prefectures) !== RELATIONSHIP
          ? count + place.ids.length
          : count,
      0,
    ),
  );
  return {
    prefecture,
    setting,
    sector,
    size,
    block,
    margin: Float64Array.from(
      sector,
      (k, cell) =>
        p['trade.margin'][k] +
        p['trade.marginBySetting'][setting[cell]] +
        p['trade.marginByPrefecture'][prefecture[cell]],
    ),
    stockBelow: stockBelow(province, shape),
    lendersAt: at,
    guarantorsAt: guarantorsAt(province, shape),
    lendersNear,
    traceShare: traceShares(p, { sector, size, setting }),
    segmentShare: segmentShares(p, { sector, size, setting }),
    dataIn: recordSizes(p),
    ...recordWorths(p),
    historyGain,
    relationGain,
  };
}

const RELATIONSHIP = LENDER_CLASSES.indexOf('relationship');

function lendersAt({ lenders }: ProvinceInput, shape: Shape): Atlas['lendersAt'] {
  const places = [];
  for (let k = 0; k < LENDER_CLASSES.length * shape.prefectures; k++) {
    const name = LENDER_CLASSES[Math.floor(k / shape.prefectures)];
    const here = k % shape.prefectures;
    const ids: number[] = [];
    const cumulative: number[] = [];
    let total = 0;
    for (let id = 0; id < lenders.length; id++) {
      const lender = lenders[id];
      if (lender.class !== name || (lender.prefecture !== -1 && lender.prefecture !== here)) continue;
      total += lender.weight;
      ids.push(id);
      cumulative.push(total);
    }
    places.push({ ids, cumulative: cumulative.map((weight) => weight / total) });
  }
  return places;
}

function guarantorsAt({ guarantors }: ProvinceInput, shape: Shape): Atlas['guarantorsAt'] {
  return Array.from({ length: shape.prefectures }, (_, here) => {
    const local = guarantors.flatMap((one, id) => (one.prefecture === here ? [id] : []));
    return local.length > 0 ? local : guarantors.flatMap((one, id) => (one.prefecture === -1 ? [id] : []));
  });
}

export type State = ReturnType<typeof stateSpace>;
type Work = ReturnType<typeof workSpace>;

/** A thread's view of a world. All views of one world share its buffers. */
export interface World extends State, Omit<Work, 'tallies' | 'effects' | 'levers' | 'month'> {
  readonly input: WorldInput;
  readonly shape: Shape;
  readonly atlas: Atlas;
  readonly buffers: WorldBuffers;
  readonly workers: number;
  /** Parts the work over enterprises is cut into; which thread does one makes no difference. */
  readonly parts: number;
  /** Columns that live for a month, beside `enterprises`. */
  readonly now: Work['month'];
  readonly tallies: readonly Tally[];
  readonly effects: Effects;
  readonly levers: LeverViews;
  readonly groups: readonly Group[];
  readonly dimensions: readonly GroupDimension[];
  /** Last completed month; -1 before the first. */
  readonly month: number;
  /** Slots from here on have held nobody yet. */
  readonly used: number;
}

/** Header fields. */
export const HEADER = {
  magic: 0,
  version: 1,
  month: 2,
  capacity: 3,
  scale: 4,
  lenders: 5,
  guarantors: 6,
  used: 7,
  seed: 8,
  /** In a snapshot: rows of second loans it has. */
  secondRows: 10,
} as const;
export const HEADER_LENGTH = 16;
export const MAGIC = 0x48574154;

const measure = (fill: (space: Allocator) => unknown): number => {
  const space = new Allocator(null);
  fill(space);
  return space.offset;
};

/** Bytes of a state in tables of these sizes. */
export const stateBytes = (shape: Shape): number => measure((space) => stateSpace(space, shape));

function newBuffer(bytes: number, shared: boolean): ArrayBufferLike {
  return shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
}

const copyOfRegister = (): Record<string, unknown> => ({ ...PARAMETERS });

// An engine gives the first copy of an object another hidden shape than all later ones. Made here and thrown away, it
// leaves every world with the same, so that the second world of a thread finds the code compiled for the first.
copyOfRegister();

/**
 * The same values in an object with the register's own shape: looking a name up is then a load at a fixed place, where
 * an object built key by key would be searched at every read (a third of the month's time).
 */
function settled(values: ParameterValues): ParameterValues {
  const shaped = copyOfRegister();
  for (const name of Object.keys(PARAMETERS) as ParameterName[]) shaped[name] = values[name];
  return shaped as ParameterValues;
}

/** What follows from a province alone: itself with all its lenders and settled parameters, and its constant tables. */
interface Ground {
  readonly given: ProvinceInput;
  readonly key: string;
  readonly province: ProvinceInput;
  readonly atlas: Atlas;
}

let last: Ground | undefined;

/**
 * The ground of a province, made once for the worlds of this thread that stand on it: the same objects, so that code
 * compiled for one world is right for the next.
 */
function groundOf(given: ProvinceInput, shape: Shape): Ground {
  if (last?.given === given) return last;
  const key = JSON.stringify({ ...given, population: [...given.population] });
  if (last?.key === key) return last;
  const { id, prefectures, population, debtTilt, guarantors, parameters } = given;
  const lenders = lendersOf(given);
  const province = {
    id,
    prefectures,
    population,
    debtTilt,
    lenders,
    guarantors,
    parameters: settled(parameters),
  };
  last = { given, key, province, atlas: atlasOf(province, shape) };
  return last;
}

/**
 * Parts a thread takes one after the other, so that none waits long for one whose part has more borrowers in it; a part has
 * slots enough to be worth the opening of its desks.
 */
const PARTS = { each: 4, most: 16, slots: 16384 } as const;

function partsFor(workers: number, { capacity }: Shape): number {
  const worthwhile = Math.min(PARTS.most, PARTS.each * workers, Math.floor(capacity / PARTS.slots));
  return workers === 1 ? 1 : Math.max(workers, worthwhile);
}

/** Opens a view on a world, on new empty buffers unless some are given. The world is not yet populated. */
export function openWorld(asked: WorldInput, options: WorldOptions = {}): World {
  const { patches, shocks, seed, scale } = asked;
  const shape = shapeOf(asked);
  const { province, atlas } = groundOf(asked.province, shape);
  const input = { province: province, patches, shocks, seed, scale };
  if (!emptyWorld) keepShapes(input, shape, atlas);
  const workers = options.workers ?? 1;
  const parts = options.parts ?? partsFor(workers, shape);
  const dimensions = options.dimensions ?? [];
  const groups = groupsOf(input, dimensions);
  const buffers = options.buffers ?? {
    state: newBuffer(stateBytes(shape), options.shared ?? workers > 1),
    work: newBuffer(
      measure((space) => workSpace(space, shape, parts, groups.length)),
      options.shared ?? workers > 1,
    ),
  };
  const state = stateSpace(new Allocator(buffers.state), shape);
  const work = workSpace(new Allocator(buffers.work), shape, parts, groups.length);
  return new View(state, work, {
    input,
    shape,
    buffers,
    workers,
    parts,
    groups,
    dimensions,
    atlas,
  });
}

/**
 * A view, each part assigned by name: spread into one object, so many would make a dictionary, to be searched whenever a
 * rule asks the world for a table, and of a shape that differs from one world to the next.
 */
class View {
  readonly header;
  readonly enterprises;
  readonly loans;
  readonly second;
  readonly secondOwner;
  readonly lenders;
  readonly guarantors;
  readonly blocks;
  readonly claims;
  readonly funds;
  readonly province;
  readonly open;
  readonly barrier;
  readonly standing;
  readonly signs;
  readonly cellTrade;
  readonly termsSeen;
  readonly applications;
  readonly applied;
  readonly covers;
  readonly maturities;
  readonly matured;
  readonly kinds;
  readonly tallies;
  readonly closed;
  readonly lenderThreshold;
  readonly guarantorThreshold;
  readonly guarantorMeans;
  readonly guarantorRoom;
  readonly fundMeans;
  readonly callMeans;
  readonly guarantorEffort;
  readonly guarantorRegime;
  readonly clearing;
  readonly clearingRoom;
  readonly effort;
  readonly effortRegime;
  readonly dataShares;
  readonly effects;
  readonly levers;
  readonly partCounts;
  readonly counts;
  readonly now;
  readonly input;
  readonly shape;
  readonly buffers;
  readonly workers;
  readonly parts;
  readonly groups;
  readonly dimensions;
  readonly atlas;

  constructor(
    state: State,
    work: Work,
    rest: Omit<World, keyof State | keyof Work | 'month' | 'used' | 'now'>,
  ) {
    this.header = state.header;
    this.enterprises = state.enterprises;
    this.loans = state.loans;
    this.second = state.second;
    this.secondOwner = state.secondOwner;
    this.lenders = state.lenders;
    this.guarantors = state.guarantors;
    this.blocks = state.blocks;
    this.claims = state.claims;
    this.funds = state.funds;
    this.province = state.province;
    this.open = state.open;
    this.barrier = work.barrier;
    this.standing = work.standing;
    this.signs = work.signs;
    this.cellTrade = work.cellTrade;
    this.termsSeen = work.termsSeen;
    this.applications = work.applications;
    this.applied = work.applied;
    this.covers = work.covers;
    this.maturities = work.maturities;
    this.matured = work.matured;
    this.kinds = work.kinds;
    this.tallies = work.tallies;
    this.closed = work.closed;
    this.lenderThreshold = work.lenderThreshold;
    this.guarantorThreshold = work.guarantorThreshold;
    this.guarantorMeans = work.guarantorMeans;
    this.guarantorRoom = work.guarantorRoom;
    this.fundMeans = work.fundMeans;
    this.callMeans = work.callMeans;
    this.guarantorEffort = work.guarantorEffort;
    this.guarantorRegime = work.guarantorRegime;
    this.clearing = work.clearing;
    this.clearingRoom = work.clearingRoom;
    this.effort = work.effort;
    this.effortRegime = work.effortRegime;
    this.dataShares = work.dataShares;
    this.effects = work.effects;
    this.levers = work.levers;
    this.partCounts = work.partCounts;
    this.counts = work.counts;
    this.now = work.month;
    this.input = rest.input;
    this.shape = rest.shape;
    this.buffers = rest.buffers;
    this.workers = rest.workers;
    this.parts = rest.parts;
    this.groups = rest.groups;
    this.dimensions = rest.dimensions;
    this.atlas = rest.atlas;
  }

  get month(): number {
    return this.header[HEADER.month];
  }

  get used(): number {
    return this.header[HEADER.used];
  }
}

/** Objects of a class after which an engine has settled its shape. */
const SETTLED = 8;

let emptyWorld: World | undefined;

/**
 * Makes views without columns and keeps one: a shape that no living object has is forgotten, and with it all code that was
 * compiled for it, as when one run has ended and the next has not begun.
 */
function keepShapes(input: WorldInput, shape: Shape, atlas: Atlas): void {
  const buffers = { state: new ArrayBuffer(0), work: new ArrayBuffer(0) };
  const rest = { input, shape, buffers, workers: 1, parts: 1, groups: [], dimensions: [], atlas };
  for (let k = 0; k < SETTLED; k++) {
    const [state, work] = [new Allocator(null), new Allocator(null)];
    emptyWorld = new View(stateSpace(state, shape), workSpace(work, shape, 1, 0), rest);
  }
}
