/** One enterprise as one object, and how it is born. */
import { exp, normalQuantile, roundYuan } from '../../sim/arithmetic.ts';
import { report } from './data.ts';
import type { Loan } from './loan.ts';
import { normalDraw, uniformDraw } from './luck.ts';
import type { Cell } from './place.ts';
import { isCommercial, type Segment, type Source, segmentsOf, tracesOf } from './sources.ts';
import type { SlowWorld } from './world.ts';

export type Event =
  | 'wanted'
  | 'applied'
  | 'approved'
  | 'discouraged'
  | 'firstLoan'
  | 'defaulted'
  | 'exited'
  | 'entered'
  | 'matured'
  | 'renewed'
  | 'contacted'
  | 'subsidised'
  | 'flooded'
  | 'compensated'
  | 'visited'
  | 'offered';

/** Money in whole yuan of the simulated enterprise. Quality, return, shock and belief are kept in single precision. */
export interface Enterprise {
  readonly id: number;
  readonly cell: Cell;
  readonly founded: number;
  readonly quality: number;
  readonly returnOnCredit: number;
  readonly platform: boolean;
  readonly collateral: boolean;
  readonly privateReach: boolean;
  readonly floodplain: boolean;
  /** Supplies the core enterprise. */
  readonly supplier: boolean;
  readonly segments: ReadonlySet<Segment>;
  /** Sources it leaves, and those that can be read today. */
  readonly traces: ReadonlySet<Source>;
  sources: ReadonlySet<Source>;
  /** Shock (1/1024) and cash (1/256 months of sales) as its records had them when they last came in. */
  reportedShock: number;
  reportedCash: number;
  status: 'active' | 'estate' | 'closed';
  cash: number;
  capital: number;
  privateDebt: number;
  /** Rate agreed when it last borrowed privately, in fifths of a point. */
  privateRate: number;
  /** Normal monthly sales. */
  scale: number;
  shock: number;
  belief: number;
  data: 'none' | 'partial' | 'full';
  vintage: number;
  history: number;
  relation: number;
  /** Months since a write-off, counted from 1; 0 for a clean record. */
  bad: number;
  distress: number;
  privateArrears: number;
  /** The index at the start of the year in 1/4096, odd for newcomers; null for who was no borrower then. */
  yearIndex: number | null;
  yearDefault: boolean;
  /** The first loan and the second one, in the order they are paid. */
  readonly loans: [Loan | null, Loan | null];
  readonly events: Set<Event>;
  matured: number;
  renewed: number;
  subsidy: number;
}

/** Whether any of its commercial traces can be read. */
export const isTraced = ({ sources }: Enterprise): boolean => [...sources].some(isCommercial);

/** Single precision. */
export const f32 = Math.fround;

/** A new enterprise; all it will ever be like is drawn from its id. `start` is its liquidity in months of sales. */
export function born(world: SlowWorld, id: number, cell: Cell, founded: number, start: number): Enterprise {
  const { p } = world;
  const { size, setting } = cell;
  const lasting = (stream: Parameters<typeof uniformDraw>[1]) => uniformDraw(world, stream, -1, id);
  const quality = normalDraw(world, 'quality', -1, id);
  const spread = exp(p['trade.salesSpread'][size] * normalDraw(world, 'initialSize', -1, id));
  const monthly = (p['trade.annualSales'][size] / 12) * spread;
  const taste = 0.9 * normalDraw(world, 'need', -1, id) - 0.4 * quality;
  const collateral = p['data.collateral'][size] * p['data.collateralBySetting'][setting];
  const platform = lasting('dataPartial') < p['data.platformTraces'][setting];
  const traces = tracesOf(world, cell, id, platform, p['data.missingBySetting'][setting]);
  const e: Enterprise = {
    id,
    cell,
    founded,
    quality: f32(quality),
    returnOnCredit: f32(p['apply.returnOnCredit'][0] + p['apply.returnSpread'][0] * taste),
    platform,
    collateral: lasting('collateral') < collateral,
    privateReach: lasting('peer') < p['private.reach'][setting],
    floodplain: lasting('floodExposure') < p['flood.exposed'][setting],
    supplier: lasting('coreSupplier') < p['coreEnterpriseBreak.suppliers'][0],
    segments: segmentsOf(world, cell, id),
    traces,
    sources: new Set([...traces].filter(isCommercial)),
    reportedShock: 0,
    reportedCash: 0,
    status: 'active',
    cash: roundYuan(start * monthly * (0.5 + lasting('initialCash'))),
    capital: 0,
    privateDebt: 0,
    privateRate: 0,
    scale: roundYuan(monthly),
    shock: f32(normalDraw(world, 'shock', -1, id)),
    belief: f32(firstBelief(world, cell, id)),
    data: 'none',
    vintage: 0,
    history: 0,
    relation: 0,
    bad: 0,
    distress: 0,
    privateArrears: 0,
    yearIndex: null,
    yearDefault: false,
    loans: [null, null],
    events: new Set(),
    matured: 0,
    renewed: 0,
    subsidy: 0,
  };
  report(e);
  return e;
}

/** Probit of the chance an owner expects who has never asked. */
export function firstBelief(world: SlowWorld, cell: Cell, id: number): number {
  const typical = probit(world.p['apply.belief'][cell.setting]);
  return typical + world.p['apply.beliefSpread'][0] * normalDraw(world, 'belief', -1, id);
}

/** Probit of a chance kept inside (0.001, 0.999). */
export const probit = (chance: number): number => normalQuantile(Math.min(0.999, Math.max(0.001, chance)));

/** Whether anything is owed to a licensed lender. */
export const borrows = ({ loans }: Enterprise): boolean => loans[0] !== null || loans[1] !== null;

/** Yuan owed to licensed lenders. */
export const bankDebt = ({ loans }: Enterprise): number =>
  (loans[0]?.principal ?? 0) + (loans[1]?.principal ?? 0);
