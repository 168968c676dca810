/** How lenders work on a file: in the field, by sector knowledge, with AI agents, with officers who come and go. */
import { exp } from '../../sim/arithmetic.ts';
import {
  agentError,
  effectiveConstant,
  rememberedGain,
  sharedNoise,
} from '../../sim/decisions/common-error.ts';
import type { Enterprise } from './enterprise.ts';
import { forEnterprise, forLender, inProvince } from './in-force.ts';
import { isOf, type Lender } from './institutions.ts';
import { pairNormalDraw } from './luck.ts';
import { decidesByModel } from './practice.ts';
import type { SlowWorld } from './world.ts';

/** Part of a lender's files worked in the field by programme; relationship banks do so anyway, at their usual cost. */
const visitedByProgramme = (world: SlowWorld, lender: Lender): number =>
  isOf(lender, 'relationship') ? 0 : forLender(world, 'fieldLending.visited', lender);

/** Part of the usual time a lender's officers have for a file. */
const timeForFile = (lender: Lender): number =>
  isOf(lender, 'relationship') ? Math.min(1, lender.attention) : 1;

/** Precision of statements: accounts an officer builds on the spot stand in for poor books. */
export function statementsFor(world: SlowWorld, e: Enterprise, lender: Lender): number {
  const { p } = world;
  const kept = 1 - forLender(world, 'fieldLending.factory', lender) * p['fieldLending.factoryLoss'][0];
  const visited = isOf(lender, 'relationship') ? timeForFile(lender) : visitedByProgramme(world, lender);
  const built = visited * p['fieldLending.tauBuilt'][0] * kept;
  return Math.max(built, p['lend.tauStatements'][e.cell.size]);
}

/** Precision of what a lender with branches knows of the line of business. */
export const sectorKnowledge = (world: SlowWorld, e: Enterprise, lender: Lender): number =>
  isOf(lender, 'digital') ? 0 : forEnterprise(world, 'industryOfficers.precision', e);

/** Noise of a reading: what a sector study has wrong, it has wrong about the whole block for a year. */
export function noiseFor(
  world: SlowWorld,
  e: Enterprise,
  lender: Lender,
  own: number,
  precision: number,
): number {
  const known = sectorKnowledge(world, e, lender);
  if (known === 0) return own;
  const year = Math.floor(world.month / 12);
  const shared = pairNormalDraw(world, 'sectorStudy', year, e.cell.block, lender.class);
  return sharedNoise(own, shared, Math.min(1, known / precision));
}

/** What the error of a lender's agents adds to every signal of a quarter. */
export function errorOf(world: SlowWorld, lender: Lender): number {
  const { p } = world;
  const use = forLender(world, 'aiAgents.use', lender);
  const controls = forLender(world, 'aiAgents.controls', lender);
  const luck = pairNormalDraw(world, 'agentError', Math.floor(world.month / 3), lender.index, lender.class);
  return agentError(p['aiAgents.error'][0], use, controls, p['aiAgents.caught'][0], luck);
}

/** Part of the tolerated loss left without security; lending on cash flow overlooks part of what is missing. */
export function bareTolerance(world: SlowWorld, lender: Lender): number {
  const tolerance = world.p['lend.unsecuredTolerance'][0];
  return tolerance + (1 - tolerance) * forLender(world, 'fieldLending.cashFlow', lender);
}

/** Yuan of a file that usually costs `usual`: visits and studies add, factories and agents save, controls add. */
export function fileCost(world: SlowWorld, e: Enterprise, lender: Lender, usual: number): number {
  const { p } = world;
  const agents = forLender(world, 'aiAgents.use', lender);
  const controls = forLender(world, 'aiAgents.controls', lender);
  const factory = 1 - forLender(world, 'fieldLending.factory', lender) * p['fieldLending.factorySaved'][0];
  const saved = factory * (1 - agents * p['aiAgents.saved'][0]);
  const visits = visitedByProgramme(world, lender) * p['fieldLending.visitCost'][0];
  const study = forEnterprise(world, 'industryOfficers.precision', e) > 0 ? p['industryOfficers.cost'][0] : 0;
  return (usual + visits) * saved + agents * controls * p['aiAgents.controlCost'][0] + study;
}

/** Days of a file that usually takes `usual`. */
export function fileDays(world: SlowWorld, lender: Lender, usual: number): number {
  const { p } = world;
  const controls = 1 - p['aiAgents.controlDays'][0] * forLender(world, 'aiAgents.controls', lender);
  const quick = 1 - forLender(world, 'aiAgents.use', lender) * p['aiAgents.daysSaved'][0] * controls;
  return (usual + visitedByProgramme(world, lender) * p['fieldLending.visitDays'][0]) * quick;
}

/** Part of its full precision that so many months of relation have; officers of relationship banks leave. */
export function relationGain(world: SlowWorld, months: number, lender: Lender): number {
  const constant = world.p['lend.relationMonths'][0];
  const presence = world.levers.get('relationshipBanks.presence') as number[];
  if (!isOf(lender, 'relationship') || presence.every((one) => one === 0)) return 1 - exp(-months / constant);
  const turnover = inProvince(world, 'relationshipBanks.turnover');
  return rememberedGain(constant, turnover, exp(-months / effectiveConstant(constant, turnover)));
}

/** Part of the usual effort a lender's officers have for a file. */
export function officersTime(world: SlowWorld, lender: Lender): number {
  if (decidesByModel(world, lender)) return world.p['supervisionModelSwitch.relationLeft'][0];
  return timeForFile(lender);
}
