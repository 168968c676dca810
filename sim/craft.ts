/** How lenders work on a file: field visits, sector knowledge, AI agents, officers who come and go. Null levers cost nothing. */
import { exp } from './arithmetic.ts';
import { CLASS, isUsed, lever } from './conditions.ts';
import { agentError, effectiveConstant, rememberedGain, sharedNoise } from './decisions/common-error.ts';
import { drawKey, pairNormal, STREAMS } from './random.ts';
import { whileLeversStand } from './standing.ts';
import type { World } from './world.ts';

export interface Craft {
  readonly world: World;
  /** Part of a lender's files worked in the field by programme, and of those run through a credit factory. */
  readonly visited: Float64Array;
  readonly factory: Float64Array;
  /** Part of the missing security a lender overlooks because it lends on cash flow. */
  readonly cashFlow: Float64Array;
  /** Precision of sector knowledge by cell. */
  readonly sector: Float64Array;
  /** Part of files prepared by AI agents and the controls they are under, by lender, and the error of each lender now. */
  readonly agents: Float64Array;
  readonly controls: Float64Array;
  readonly error: Float64Array;
  readonly studyKey: { readonly k0: number; readonly k1: number };
}

/** Levers that change how lenders work. */
const CRAFTS = [
  'fieldLending.visited',
  'fieldLending.factory',
  'fieldLending.cashFlow',
  'industryOfficers.precision',
  'aiAgents.use',
];

const worksOtherwise = whileLeversStand((world) => CRAFTS.some((name) => isUsed(lever(world, name))));

/** Relationship banks work in the field anyway: their days and their cost of a file count it. */
const visitedBy = whileLeversStand(
  (world): Float64Array =>
    lever(world, 'fieldLending.visited').map((part, l) =>
      world.lenders.class[l] === CLASS.relationship ? 0 : part,
    ),
);

/** Null while every lender works as in 2025. */
export function craftOf(world: World): Craft | null {
  if (!worksOtherwise(world)) return null;
  const agents = lever(world, 'aiAgents.use');
  const year = Math.floor((world.month + 1) / 12);
  return {
    world,
    visited: visitedBy(world),
    factory: lever(world, 'fieldLending.factory'),
    cashFlow: lever(world, 'fieldLending.cashFlow'),
    sector: lever(world, 'industryOfficers.precision'),
    agents,
    controls: lever(world, 'aiAgents.controls'),
    error: agentErrors(world, agents),
    studyKey: drawKey(world.input.seed, STREAMS.sectorStudy, year),
  };
}

/** Error of each lender's agents this quarter. */
function agentErrors(world: World, agents: Float64Array): Float64Array {
  const p = world.input.province.parameters;
  const controls = lever(world, 'aiAgents.controls');
  const { k0, k1 } = drawKey(world.input.seed, STREAMS.agentError, Math.floor((world.month + 1) / 3));
  return agents.map((use, l) =>
    agentError(
      p['aiAgents.error'][0],
      use,
      controls[l],
      p['aiAgents.caught'][0],
      pairNormal(k0, k1, l, world.lenders.class[l]),
    ),
  );
}

/** Part of the usual time a lender's officers have for a file; those of relationship banks may be too few. */
export function timeForFile({ lenders }: World, lender: number): number {
  const usual = lenders.class[lender] !== CLASS.relationship || lenders.attention[lender] > 1;
  return usual ? 1 : lenders.attention[lender];
}

/**
 * Precision of statements: accounts an officer builds on the spot stand in for poor books. At relationship banks officers
 * do so for every file, as far as they have time.
 */
export function statementsFor(craft: Craft | null, world: World, lender: number, statements: number): number {
  const here = world.lenders.class[lender] === CLASS.relationship ? timeForFile(world, lender) : 0;
  if (craft === null && here === 0) return statements;
  const p = world.input.province.parameters;
  const visited = craft === null || here > 0 ? here : craft.visited[lender];
  const kept = craft === null ? 1 : 1 - craft.factory[lender] * p['fieldLending.factoryLoss'][0];
  const built = visited * p['fieldLending.tauBuilt'][0] * kept;
  return built > statements ? built : statements;
}

/** Precision of what a lender with branches knows of the applicant's line of business. */
export function sectorKnowledge(craft: Craft | null, cell: number, lenderClass: number): number {
  return craft === null || lenderClass === CLASS.digital ? 0 : craft.sector[cell];
}

/** Noise of a reading: what a sector study has wrong, it has wrong about the whole cluster for a year. */
export function noiseOf(
  craft: Craft | null,
  own: number,
  cell: number,
  lenderClass: number,
  precision: number,
): number {
  const known = sectorKnowledge(craft, cell, lenderClass);
  if (craft === null || known === 0) return own;
  const { k0, k1 } = craft.studyKey;
  const shared = pairNormal(k0, k1, craft.world.atlas.block[cell], lenderClass);
  return sharedNoise(own, shared, Math.min(1, known / precision));
}

/** What an agent's error adds to a signal, standard deviations. */
export const errorOf = (craft: Craft | null, lender: number): number =>
  craft === null ? 0 : craft.error[lender];

/** Part of the missing security that still counts against an applicant. */
export function securityMissed(craft: Craft | null, lender: number, tolerance: number): number {
  return craft === null ? tolerance : tolerance + (1 - tolerance) * craft.cashFlow[lender];
}

/** Yuan a file costs beside effort: visits add, factories and agents save, controls add. */
export function fileCost(craft: Craft | null, cell: number, lender: number, usual: number): number {
  if (craft === null) return usual;
  const p = craft.world.input.province.parameters;
  const saved =
    (1 - craft.factory[lender] * p['fieldLending.factorySaved'][0]) *
    (1 - craft.agents[lender] * p['aiAgents.saved'][0]);
  return (
    (usual + craft.visited[lender] * p['fieldLending.visitCost'][0]) * saved +
    craft.agents[lender] * craft.controls[lender] * p['aiAgents.controlCost'][0] +
    (craft.sector[cell] > 0 ? p['industryOfficers.cost'][0] : 0)
  );
}

/** Days a file takes: visits add, agents save on what they prepare. */
export function fileDays(craft: Craft | null, lender: number, usual: number): number {
  if (craft === null) return usual;
  const p = craft.world.input.province.parameters;
  const quick =
    1 -
    craft.agents[lender] *
      p['aiAgents.daysSaved'][0] *
      (1 - p['aiAgents.controlDays'][0] * craft.controls[lender]);
  return (usual + craft.visited[lender] * p['fieldLending.visitDays'][0]) * quick;
}

/** Gain of a relation by months at relationship banks, whose officers may leave. */
export const grownRelations = whileLeversStand((world): Float64Array => {
  const p = world.input.province.parameters;
  if (!isUsed(lever(world, 'relationshipBanks.presence'))) return world.atlas.relationGain;
  const turnover = lever(world, 'relationshipBanks.turnover')[0];
  const constant = p['lend.relationMonths'][0];
  const months = effectiveConstant(constant, turnover);
  return Float64Array.from({ length: 256 }, (_, k) => rememberedGain(constant, turnover, exp(-k / months)));
});
