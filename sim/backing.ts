/** Which backer an applicant has, for what part of the loss, and how far lenders count on it. */
import { TRAIT } from './agents/enterprises.ts';
import { COMMERCIAL_SOURCES } from './agents/sources.ts';
import { lever } from './conditions.ts';
import { BACKED_STEPS, BACKER, BACKERS, fundOf, isInsurer } from './contracts/backing.ts';
import { worthOfCover } from './decisions/guarantee.ts';
import { SECTORS, SETTINGS, SIZES } from './input.ts';
import { type DrawKey, drawKey, pairUniform, STREAMS } from './random.ts';
import { whileLeversStand } from './standing.ts';
import type { World } from './world.ts';

const MANUFACTURING = SECTORS.indexOf('manufacturing');
const TECHNOLOGY = SECTORS.indexOf('technology');
const CONNECTED = new Set([
  SECTORS.indexOf('agriculture'),
  SECTORS.indexOf('trade'),
  SECTORS.indexOf('hospitality-tourism'),
]);
const URBAN = SETTINGS.indexOf('urban');
const SMALL = SIZES.indexOf('small');

/** What a backer asks its enterprises to be: exporters, holders of patents (specialised), tenants of a park. */
const ASKED_TRAIT = Int32Array.from(BACKERS, (name) =>
  name === 'exportInsurance'
    ? TRAIT.exporter
    : name === 'specialisedFund'
      ? TRAIT.patents
      : name === 'parkFund'
        ? TRAIT.park
        : 0,
);

/** Chance and backed part of every backer in every cell, index `backer * cells + cell`. */
export interface BackingDesk {
  readonly world: World;
  readonly chance: Float64Array;
  readonly part: Float64Array;
  readonly key: DrawKey;
  /** Largest line a public pool or an insurer of small loans takes. */
  readonly maxLine: number;
}

export const openBacking = whileLeversStand((world): BackingDesk => {
  const { shape, input } = world;
  const chance = new Float64Array(BACKERS.length * shape.cells);
  const part = new Float64Array(BACKERS.length * shape.cells);
  const schemes = schemesOf(world);
  for (let cell = 0; cell < shape.cells; cell++) fillCell(schemes, chance, part, cell);
  return {
    world,
    chance,
    part,
    key: drawKey(input.seed, STREAMS.shelter, -1),
    maxLine: input.province.parameters['interestSubsidy.maxLine'][0],
  };
});

type Schemes = ReturnType<typeof schemesOf>;

/** What each scheme takes and bears, by cell. */
const schemesOf = (world: World) => ({
  world,
  pledged: world.input.province.parameters['exportCreditInsurance.pledged'][0],
  exporters: lever(world, 'exportCreditInsurance.coverage'),
  insured: lever(world, 'loanGuaranteeInsurance.coverage'),
  insuredPart: lever(world, 'loanGuaranteeInsurance.share'),
  technology: lever(world, 'techRiskSharing.share'),
  outside: lever(world, 'zoneRule.outside'),
  zonePart: lever(world, 'zoneRule.share'),
  tenants: lever(world, 'parkRiskFund.members'),
  tenantsPart: lever(world, 'parkRiskFund.share'),
  traced: lever(world, 'dataPool.enrolled'),
  tracedPart: lever(world, 'dataPool.share'),
  enrolled: lever(world, 'riskPool.enrolled'),
  enrolledPart: lever(world, 'riskPool.share'),
});

/** Eligibility by cell: what each scheme asks of sector, place and size, times the part of the eligible it takes. */
function fillCell(schemes: Schemes, chance: Float64Array, part: Float64Array, cell: number): void {
  const { atlas, shape } = schemes.world;
  const { cells } = shape;
  const sector = atlas.sector[cell];
  const industrial = sector === MANUFACTURING || sector === TECHNOLOGY;
  const tech = schemes.technology[cell];
  const inZone = atlas.setting[cell] === URBAN ? 1 : schemes.outside[cell];
  const special = industrial && atlas.size[cell] >= SMALL ? inZone : 0;
  chance[BACKER.exportInsurance * cells + cell] = schemes.exporters[cell];
  chance[BACKER.loanInsurance * cells + cell] = schemes.insured[cell];
  chance[BACKER.technology * cells + cell] = sector === TECHNOLOGY && tech > 0 ? 1 : 0;
  chance[BACKER.specialisedFund * cells + cell] = special;
  chance[BACKER.parkFund * cells + cell] = schemes.tenants[cell];
  chance[BACKER.dataPool * cells + cell] = CONNECTED.has(sector) ? schemes.traced[cell] : 0;
  chance[BACKER.riskPool * cells + cell] = schemes.enrolled[cell];
  part[BACKER.exportInsurance * cells + cell] = schemes.pledged;
  part[BACKER.loanInsurance * cells + cell] = schemes.insuredPart[cell];
  part[BACKER.technology * cells + cell] = tech;
  part[BACKER.specialisedFund * cells + cell] = schemes.zonePart[cell];
  part[BACKER.parkFund * cells + cell] = schemes.tenantsPart[cell];
  part[BACKER.dataPool * cells + cell] = schemes.tracedPart[cell];
  part[BACKER.riskPool * cells + cell] = schemes.enrolledPart[cell];
}

/**
 * Backer of enterprise `i` for a loan of `amount` yuan, the first in `BACKERS` that takes it: an own keyed draw below the
 * chance of its cell. Public pools and insurers of small loans take lines up to the inclusive limit only.
 */
export function backerOf(desk: BackingDesk, i: number, amount: number): number {
  const { world, chance, key, maxLine } = desk;
  const { enterprises: e, shape } = world;
  for (let backer = 1; backer < BACKERS.length; backer++) {
    const likely = chance[backer * shape.cells + e.cell[i]];
    if (likely === 0 || amount > maxLine) continue;
    if (backer === BACKER.dataPool && (e.sources[i] & COMMERCIAL_SOURCES) === 0) continue;
    const trait = ASKED_TRAIT[backer];
    if (trait !== 0 && (e.traits[i] & trait) === 0) continue;
    if (pairUniform(key.k0, key.k1, e.id[i], backer) < likely) return backer;
  }
  return BACKER.none;
}

/** Part of the loss a backer takes from a new loan, in steps of a half per cent. */
export function stepsBacked({ world, part }: BackingDesk, backer: number, cell: number): number {
  return Math.round(BACKED_STEPS * part[backer * world.shape.cells + cell]);
}

/** What an enterprise pays its insurer a year, ratio of the loan; nothing to a fund. */
export function premiumOf({ levers, input }: World, backer: number, cell: number): number {
  if (backer === BACKER.loanInsurance) return levers['loanGuaranteeInsurance.premium'][cell];
  return isInsurer(backer) ? input.province.parameters['exportCreditInsurance.premium'][0] : 0;
}

/** The same for a loan of a lender class, with what it pays its park's fund once a term; other funds cost it nothing. */
export function backingPrice(world: World, backer: number, cell: number, lenderClass: number): number {
  if (backer !== BACKER.parkFund) return premiumOf(world, backer, cell);
  const once = world.levers['parkRiskFund.contribution'][cell];
  return (once * 12) / world.input.province.parameters['lend.term'][lenderClass];
}

/** Backed part of the loss as the lender counts it: part x what fund, re-guarantor and insurers have been paying of what was asked. */
export function countedBacking(world: World, backer: number, steps: number, cell: number): number {
  if (backer === BACKER.none) return 0;
  const { reguarantorTrust, insurerTrust } = world.province;
  const part = steps / BACKED_STEPS;
  if (isInsurer(backer)) return part * insurerTrust[0];
  const { fiscal, guarantee, others } = layersOf(world, backer);
  const unpaid = guarantee * (1 - reguarantorTrust[0]) + (others - guarantee) * (1 - insurerTrust[0]);
  return part * (others - unpaid + fiscal * world.funds.trust[fundOf(backer, world.atlas.prefecture[cell])]);
}

/** Part of a backed loss that comes out of a fund with finite money, and the part other layers pay. */
export function layersOf(
  world: World,
  backer: number,
): { fiscal: number; guarantee: number; others: number } {
  const p = world.input.province.parameters;
  if (backer === BACKER.technology) {
    const fiscal = p['techRiskSharing.fiscal'][0];
    return { fiscal, guarantee: Math.min(1 - fiscal, p['techRiskSharing.guarantee'][0]), others: 1 - fiscal };
  }
  if (backer === BACKER.parkFund) return { fiscal: 0.5, guarantee: 0, others: 0.5 };
  return { fiscal: 1, guarantee: 0, others: 0 };
}

/** Backed part of a standing loan's loss, in steps of a half per cent: those the loan was granted with. */
export const backedSteps = ({ loans }: World, row: number): number =>
  Math.round(BACKED_STEPS * loans.covered[row]);

/** Part of a standing loan's loss its guarantor bears, as the lender counts it: as far as it has been paying, less the wait. */
function countedGuarantee(world: World, i: number, row: number): number {
  const { loans, lenders, guarantors, enterprises, atlas, input } = world;
  const trust = guarantors.trust[loans.guarantor[row] - 1];
  const funding = input.province.parameters['lend.funding'][lenders.class[loans.lender[row]]];
  const wait = world.levers['claimsProcedure.payoutMonths'][atlas.prefecture[enterprises.cell[i]]];
  return worthOfCover(loans.covered[row], trust, funding, wait);
}

/** Part of a standing loan's loss the lender leaves to guarantor or backer, as it counts them. */
export function leftToOthers(world: World, i: number, row: number): number {
  const { loans, enterprises } = world;
  if (loans.guarantor[row] > 0) return countedGuarantee(world, i, row);
  return countedBacking(world, loans.backer[row], backedSteps(world, row), enterprises.cell[i]);
}
