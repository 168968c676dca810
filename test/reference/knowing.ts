/** What can be known of an enterprise, and how much of it a lender knows. */
import { exp } from '../../sim/arithmetic.ts';
import {
  distanceToIlliquidity,
  expectedPath,
  pathDeviation,
  standardIndex,
} from '../../sim/decisions/creditworthiness.ts';
import { type Belief, jointPrecision } from '../../sim/decisions/signal.ts';
import { relationGain, sectorKnowledge, statementsFor } from './craft.ts';
import type { Enterprise } from './enterprise.ts';
import { forEnterprise, forLender } from './in-force.ts';
import type { Lender } from './institutions.ts';
import { uniformDraw } from './luck.ts';
import { isNominated } from './outreach.ts';
import { decidesByModel, hasEngine, isConnected, treatmentOf } from './practice.ts';
import { privateRate } from './private-rate.ts';
import { commercialWorth, engineWorth, fieldWorth, publicWorth } from './sources.ts';
import type { SlowWorld } from './world.ts';

/** Cash and shock of an enterprise, as they are or as its records had them. */
type Standing = Pick<Enterprise, 'cash' | 'shock'>;

/** The knowable index of an enterprise that would owe `extra` yuan more at `rate`. */
export function knowableIndex(
  world: SlowWorld,
  e: Enterprise,
  extra: number,
  rate: number,
  { cash, shock }: Standing = e,
): number {
  const { p } = world;
  const { sector, setting, prefecture, size } = e.cell;
  const [first, second] = e.loans.map((loan) => (loan === null ? 0 : loan.principal * loan.rate));
  const yearly = first + second + extra * rate + e.privateDebt * privateRate(world, e);
  const margin =
    p['trade.margin'][sector] +
    p['trade.marginBySetting'][setting] +
    p['trade.marginByPrefecture'][prefecture] +
    p['trade.qualityMargin'][0] * e.quality;
  const fromCapital = ((e.capital + extra) * e.returnOnCredit) / 12;
  const persistence = p['trade.shockPersistence'][0];
  const distance = distanceToIlliquidity(
    {
      sales: e.scale,
      cash,
      debtService: yearly / 12,
      margin: margin + fromCapital / e.scale,
      shock,
      shockMargin: p['trade.shockMargin'][size],
      payablesMonths: p['trade.payablesMonths'][0],
    },
    expectedPath(persistence),
    pathDeviation(persistence),
  );
  return standardIndex(distance, p['lend.indexCentre'][0], p['lend.indexSpread'][0]);
}

/** What an enterprise's records said when they last came in. */
export const reported = ({ reportedCash, reportedShock, scale }: Enterprise): Standing => ({
  cash: (reportedCash * scale) / 256,
  shock: reportedShock / 1024,
});

/** Part of a record's precision left by its age. */
const freshness = (world: SlowWorld, e: Enterprise): number =>
  exp(-forEnterprise(world, 'dataSharing.delayMonths', e) / world.p['lend.freshnessMonths'][0]);

/** Worth of the public record an enterprise really has. */
export const publicDataWorth = (world: SlowWorld, e: Enterprise): number =>
  publicWorth(world, e.sources) * freshness(world, e);

/** Whether an enterprise has little credit history yet. */
export const isNewcomer = ({ p }: SlowWorld, { history }: Enterprise): boolean =>
  history < p['lend.newcomerMonths'][0];

/** What lenders of a class believe about enterprises with as much credit history as this one. */
export function beliefAbout(world: SlowWorld, e: Enterprise, c: number): Belief {
  const { recorded, newcomers } = world.beliefs;
  return (isNewcomer(world, e) ? newcomers : recorded)[c];
}

/** Part of a full precision that so many months give. */
const gain = (months: number, constant: number): number => 1 - exp(-months / constant);

/** What a lender knows before it makes any effort, and the part of it that rests on public records. */
export interface Known {
  readonly joint: number;
  readonly records: number;
}

export function knownOf(world: SlowWorld, e: Enterprise, lender: Lender, ownClient: boolean): Known {
  const { p } = world;
  const c = lender.class;
  const model = decidesByModel(world, lender);
  const statements = statementsFor(world, e, lender);
  const history = historyPrecision(world, e);
  const relation = relationPrecision(world, e, lender, ownClient, model);
  const records = isConnected(world, lender) ? tauRecords(world, lender) * publicDataWorth(world, e) : 0;
  const platform = p['lend.tauPlatform'][c] * commercialWorth(world, e.sources);
  const sector = sectorKnowledge(world, e, lender);
  const field = p['lend.tauField'][0] * fieldWorth(world, e.sources);
  const engine = enginePrecision(world, e, lender);
  const label = isNominated(world, e) ? p['cultivationPool.precision'][0] : 0;
  const sum = statements + history + relation + records + platform + sector + field + engine + label;
  const best = Math.max(statements, history, relation, records, platform, sector, field, engine, label);
  const joint = jointPrecision(sum, best, p['lend.informationOverlap'][0]);
  return { joint, records: sum > 0 ? (records * joint) / sum : 0 };
}

/** Precision of an enterprise's credit history. */
export const historyPrecision = ({ p }: SlowWorld, e: Enterprise): number =>
  p['lend.tauHistory'][0] * gain(e.history, p['lend.historyMonths'][0]);

/** Precision a lender draws from a full, fresh public record. */
export const tauRecords = (world: SlowWorld, lender: Lender): number =>
  decidesByModel(world, lender)
    ? world.p['supervisionModelSwitch.tauRecords'][0]
    : world.p['lend.tauPublic'][lender.class];

/** Whether a lender can use a public record of the enterprise today. */
export const canQuery = (world: SlowWorld, e: Enterprise, lender: Lender): boolean =>
  e.data !== 'none' && isConnected(world, lender);

/** Precision of a lender's sector engine, where the enterprise's data are joined up. */
function enginePrecision(world: SlowWorld, e: Enterprise, lender: Lender): number {
  if (!hasEngine(world, lender)) return 0;
  const joined = forEnterprise(world, 'sectorRiskEngines.sectors', e);
  if (uniformDraw(world, 'sectorData', -1, e.id) >= joined) return 0;
  return world.p['sectorRiskEngines.precision'][0] * engineWorth(world, e.traces, e.segments.has('patents'));
}

/** What a lender knows of its own client, or a member of a data alliance of another's. */
function relationPrecision(
  world: SlowWorld,
  e: Enterprise,
  lender: Lender,
  ownClient: boolean,
  model: boolean,
): number {
  const { p } = world;
  if (ownClient) {
    const left = model ? p['supervisionModelSwitch.relationLeft'][0] : 1;
    return p['lend.tauRelation'][lender.class] * relationGain(world, e.relation, lender) * left;
  }
  const [main] = e.loans;
  if (main === null) return 0;
  const shared =
    forLender(world, 'dataAlliance.portability', lender) * p['lend.tauRelation'][main.lender.class];
  return shared * gain(e.relation, p['lend.relationMonths'][0]);
}

/** Precision a lender sees in a record that is not there. */
export function imagined(world: SlowWorld, e: Enterprise, lender: Lender): number {
  if (e.data !== 'none' || treatmentOf(world, lender) !== 'zeroRisk') return 0;
  return world.p['lend.tauPublic'][lender.class] * freshness(world, e);
}
