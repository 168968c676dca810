/** How each lender goes about reading an enterprise, beyond what its class says. */
import { CLASS, isUsed, lever, leverInUse } from './conditions.ts';
import { LENDER_CLASSES } from './input.ts';
import { drawKey, STREAMS, uniform } from './random.ts';
import { whileLeversStand } from './standing.ts';
import type { World } from './world.ts';

/** What a lender makes of a missing public record. */
export const TREATMENT = { average: 0, refuse: 1, zeroRisk: 2 } as const;

export interface Practice {
  /** Treatment of a missing record by lender; null while all price it as average. */
  readonly treatment: Uint8Array | null;
  /** Yuan that filing adds to a check, by lender. */
  readonly compliance: Float64Array;
  /** 1 for small lenders that decide by models; null while none does. */
  readonly models: Uint8Array | null;
  /** Part of other lenders' relationship knowledge each can use; null while nothing is shared. */
  readonly portability: Float64Array | null;
  /** 1 for lenders that can query public records; null while all can. */
  readonly connected: Uint8Array | null;
  /** 1 for lenders with sector engines; null while none has. */
  readonly engines: Uint8Array | null;
  /** 1 for lenders that charge all clients for the same risk; null while none does. */
  readonly alike: Uint8Array | null;
  /** Yuan per unit of precision, by class. */
  readonly effortCost: Float64Array;
}

export const practiceOf = whileLeversStand((world): Practice => {
  return {
    treatment: treatments(world),
    compliance: compliance(world),
    models: modelUsers(world),
    portability: leverInUse(world, 'dataAlliance.portability'),
    connected: connected(world),
    engines: engineUsers(world),
    alike: uniformPricers(world),
    effortCost: effortCosts(world),
  };
});

/** Uniform of each lender, for what a share of lenders does. */
function luckOf(world: World, stream: (typeof STREAMS)[keyof typeof STREAMS]): Float64Array {
  const { k0, k1 } = drawKey(world.input.seed, stream, -1);
  return Float64Array.from({ length: world.shape.licensed }, (_, l) => uniform(k0, k1, l));
}

function treatments(world: World): Uint8Array | null {
  const refuse = lever(world, 'missingDataTreatment.refuse');
  const zeroRisk = lever(world, 'missingDataTreatment.zeroRisk');
  if (!isUsed(refuse) && !isUsed(zeroRisk)) return null;
  const filed = filers(world);
  const luck = luckOf(world, STREAMS.missingData);
  return Uint8Array.from(luck, (u, l) => {
    if (u < refuse[l]) return TREATMENT.refuse;
    return u >= 1 - zeroRisk[l] && filed[l] === 0 ? TREATMENT.zeroRisk : TREATMENT.average;
  });
}

function filers(world: World): Uint8Array {
  const share = lever(world, 'algorithmFiling.filed');
  return Uint8Array.from(luckOf(world, STREAMS.algorithmFiling), (u, l) => (u < share[l] ? 1 : 0));
}

/** Those who had filed by 2025 have the cost in their books already. */
function compliance(world: World): Float64Array {
  const p = world.input.province.parameters;
  const already = p['algorithmFiling.filed'][0];
  const filed = filers(world);
  return luckOf(world, STREAMS.algorithmFiling).map(
    (u, l) => p['algorithmFiling.cost'][0] * (filed[l] - (u < already ? 1 : 0)),
  );
}

/** 1 for lenders connected to the platform of public records; null while all are. */
function connected(world: World): Uint8Array | null {
  const share = lever(world, 'platformConnection.share');
  if (share.every((part) => part === 1)) return null;
  return Uint8Array.from(luckOf(world, STREAMS.platformConnection), (u, l) => (u < share[l] ? 1 : 0));
}

/** 1 for lenders with sector engines; null while none has, or no sector's data are joined up. */
function engineUsers(world: World): Uint8Array | null {
  const share = lever(world, 'sectorRiskEngines.lenders');
  if (!isUsed(share) || !isUsed(lever(world, 'sectorRiskEngines.sectors'))) return null;
  return Uint8Array.from(luckOf(world, STREAMS.sectorEngine), (u, l) => (u < share[l] ? 1 : 0));
}

/** 1 for lenders that charge whomever they accept for the same risk; null while none does. */
function uniformPricers(world: World): Uint8Array | null {
  const share = lever(world, 'uniformPricing.share');
  if (!isUsed(share)) return null;
  return Uint8Array.from(luckOf(world, STREAMS.uniformPrice), (u, l) => (u < share[l] ? 1 : 0));
}

/** 1 for village banks and microcredit companies that decide by models; null while none does. */
export const modelUsers = whileLeversStand((world): Uint8Array | null => {
  const share = lever(world, 'supervisionModelSwitch.share');
  if (!isUsed(share)) return null;
  const small = world.lenders.class;
  return Uint8Array.from(luckOf(world, STREAMS.modelSwitch), (u, l) =>
    small[l] === CLASS['village-microcredit'] && u < share[l] ? 1 : 0,
  );
});

/** Cost of effort by class: a data alliance spreads it over its members. A scope names classes, so one lender speaks for its class. */
export const effortCosts = whileLeversStand((world): Float64Array => {
  const p = world.input.province.parameters;
  const portability = lever(world, 'dataAlliance.portability');
  const costs = Float64Array.from(p['lend.effortCost']);
  for (let c = 0; c < LENDER_CLASSES.length; c++) {
    const member = world.lenders.class.indexOf(c);
    if (member >= 0 && member < portability.length)
      costs[c] *= 1 - p['dataAlliance.effortSaved'][0] * portability[member];
  }
  return costs;
});
