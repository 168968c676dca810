// The re-guarantor and insurers stand last and have finite money: what they cannot pay falls back on those who asked.
import { describe, expect, test, vi } from 'vitest';
import {
  auditLedger,
  auditLimits,
  createWorld,
  MOVEMENTS,
  SECTORS_OF_ACCOUNT,
  type Shock,
  stateColumns,
  stepMonth,
  type World,
} from '../../sim/index.ts';
import { CALL, GUARANTOR_ENTRIES, GUARANTOR_ENTRY } from '../../sim/ledger.ts';
import { type Changes, inputOf, patch, smallProvince } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 60_000 });

const FLOOD: Shock = { kind: 'flood', from: 20, months: 3, severity: 1.5, scope: {} };
const BUYERS: Shock = { kind: 'exportFall', from: 26, months: 6, severity: 2, scope: {} };
const COVER = [
  patch('loanGuaranteeInsurance', { coverage: 0.3 }, { from: 0 }),
  patch('interruptionInsurance', { coverage: 0.5 }, { from: 0 }),
  patch('exportCreditInsurance', { coverage: 0.5 }, { from: 0 }),
  patch('techRiskSharing', { share: 0.8, budget: 1e6 }, { from: 0 }),
];
const MONTHS = 40;

/** A province with these means, in which everything is claimed that can be. */
const worldWith = (changes: Changes): World =>
  createWorld(
    inputOf({ province: smallProvince(changes), patches: COVER, shocks: [FLOOD, BUYERS], seed: 'last' }),
  );

const flow = ({ closed }: World, id: (typeof MOVEMENTS)[number]['id']): number =>
  closed.flows[MOVEMENTS.findIndex((one) => one.id === id)];
const held = ({ province }: World, account: (typeof SECTORS_OF_ACCOUNT)[number]): number =>
  province.accounts[SECTORS_OF_ACCOUNT.indexOf(account)];
const ofGuarantors = ({ closed, shape }: World, entry: number): number =>
  Array.from(
    { length: shape.guarantors },
    (_, g) => closed.guarantors[g * GUARANTOR_ENTRIES.length + entry],
  ).reduce((sum, yuan) => sum + yuan, 0);

/** Sums over the months, the ledger looked at after every phase. */
function runOf(world: World, look: (world: World) => void): World {
  for (let month = 0; month < MONTHS; month++) {
    stepMonth(world, () => expect(auditLedger(world).maxResidual).toBe(0));
    expect(auditLimits(world)).toEqual([]);
    look(world);
  }
  return world;
}

describe('a re-guarantor without money', () => {
  test('pays nothing, and guarantors who have the money bear all they would have ceded', () => {
    let [ceded, own, asked] = [0, 0, 0];
    const world = runOf(worldWith({ 'reguarantor.means': [0], 'start.guarantorAssets': [50] }), (one) => {
      expect(flow(one, 'reguarantee') + flow(one, 'technologyGuarantee')).toBe(0);
      ceded += ofGuarantors(one, GUARANTOR_ENTRY.ceded);
      asked += ofGuarantors(one, GUARANTOR_ENTRY.called);
      own += ofGuarantors(one, GUARANTOR_ENTRY.payout);
    });
    expect(ceded).toBeGreaterThan(0);
    expect(own).toBe(asked);
    expect(own).toBeGreaterThan(ceded);
    expect(held(world, 'reguarantor')).toBe(0);
    expect(world.province.reguarantorTrust[0]).toBeLessThan(0.2);
  });
});

describe('money that runs out', () => {
  test('is spent to the last that can be split, never below nothing, and those who asked remember', () => {
    const parts: number[] = [];
    const world = runOf(worldWith({ 'reguarantor.means': [200_000], 'insurer.means': [50_000] }), (one) => {
      parts.push(...one.callMeans);
      for (const payer of ['reguarantor', 'insurer'] as const) {
        expect(held(one, payer)).toBeGreaterThanOrEqual(0);
        expect(Number.isInteger(held(one, payer))).toBe(true);
      }
      if (one.callMeans[CALL.reguarantor] === 0)
        expect(flow(one, 'reguarantee') + flow(one, 'technologyGuarantee')).toBe(0);
    });
    expect(parts.some((part) => part > 0 && part < 1)).toBe(true);
    expect(parts.every((part) => part >= 0 && part <= 1)).toBe(true);
    expect(world.province.reguarantorTrust[0]).toBeLessThan(1);
    expect(world.province.insurerTrust[0]).toBeLessThan(1);
  });

  test('of insurers leaves the loss on loans with banks, and floods and lost buyers with enterprises', () => {
    const paid = (means: number) => {
      const sums = { loans: 0, floods: 0, buyers: 0 };
      runOf(worldWith({ 'insurer.means': [means], ...NO_PREMIUM }), (one) => {
        sums.loans += flow(one, 'loanInsurancePayout');
        sums.floods += flow(one, 'insurancePayout');
        sums.buyers += flow(one, 'exportPayout');
      });
      return sums;
    };
    const rich = paid(1e12);
    for (const yuan of Object.values(rich)) expect(yuan).toBeGreaterThan(0);
    expect(paid(0)).toEqual({ loans: 0, floods: 0, buyers: 0 });
  });
});

/** Insurers take nothing in. */
const NO_PREMIUM: Changes = {
  'loanGuaranteeInsurance.premium': [0],
  'interruptionInsurance.premium': [0],
  'partnerInsurance.premium': [0],
  'exportCreditInsurance.premium': [0],
};

test('money nobody reaches the end of changes no byte, however much it is', () => {
  const states = [1e11, 3e11].map((yuan) => {
    const world = runOf(worldWith({ 'reguarantor.means': [yuan], 'insurer.means': [yuan] }), (one) => {
      expect([...one.callMeans]).toEqual([1, 1, 1]);
    });
    expect([world.province.reguarantorTrust[0], world.province.insurerTrust[0]]).toEqual([1, 1]);
    return stateColumns(world);
  });
  expect(states[0]).toEqual(states[1]);
});
