/** The re-guarantor and insurers: what they are asked, and what part of it their money pays. */
import { type Account, balanceOf } from './ledger.ts';
import type { Call, SlowWorld } from './world.ts';

const PAYERS: Readonly<Record<Call, Account>> = {
  reguarantor: 'reguarantor',
  interruption: 'insurer',
  insuredLoans: 'insurer',
};

/** Adds a claim of one simulated enterprise. */
export function callOn(world: SlowWorld, call: Call, yuan: number): void {
  world.calls[call] += yuan * world.input.scale;
}

/** The part of a call that can be paid, once everything that is asked is known. */
export function weigh(world: SlowWorld, call: Call): void {
  const asked = world.calls[call];
  world.means[call] = asked === 0 ? 1 : Math.min(1, Math.max(0, balanceOf(world, PAYERS[call])) / asked);
}

/** Those who asked for loans remember what part came. */
export function remember(world: SlowWorld): void {
  const { calls, means, trust, p } = world;
  const memory = p['guarantee.trustMemory'][0];
  if (calls.reguarantor > 0) trust.reguarantor += memory * (means.reguarantor - trust.reguarantor);
  if (calls.insuredLoans > 0) trust.insurers += memory * (means.insuredLoans - trust.insurers);
}
