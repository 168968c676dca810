/** What two scenarios differ in, one player a lever, shock or assumption, and the worlds between them. */
import { ROOT_PRESET, type Scenario } from '../../scenarios/index.ts';
import { canonicalJson } from '../canonical.ts';
import type { Coalition } from './game.ts';

/** One thing in which the scenario differs from its comparator. */
export interface Player {
  readonly family: 'policy' | 'shock' | 'assumption';
  /** Lever, kind of shock, or short name of an assumption. */
  readonly name: string;
  /** First month of a shock, which tells two of a kind apart. */
  readonly from?: string;
  /** A shock that the comparator has and the scenario has not. */
  readonly gone?: true;
}

type Shock = Scenario['shocks'][number];
type Policy = Scenario['policies'][number];

const said = (value: unknown): string => canonicalJson(value);
const ofLever = (policies: readonly Policy[], lever: string) => policies.filter((one) => one.lever === lever);
const saidOfLever = (policies: readonly Policy[], lever: string) =>
  ofLever(policies, lever).map(said).sort().join();

function policyPlayers(a: Scenario, b: Scenario): Player[] {
  const levers = new Set([...b.policies, ...a.policies].map((one) => one.lever));
  return [...levers]
    .filter((lever) => saidOfLever(a.policies, lever) !== saidOfLever(b.policies, lever))
    .map((name) => ({ family: 'policy', name }));
}

/** Events of `these` that `those` do not have, counting repeats. */
function beyond(these: readonly Shock[], those: readonly Shock[]): Shock[] {
  const left = those.map(said);
  return these.filter((one) => {
    const at = left.indexOf(said(one));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const shockPlayer = ({ kind, from }: Shock): Player => ({ family: 'shock', name: kind, from });

/** Shocks added first, then shocks taken away; `shocksOf` relies on this order. */
const shockPlayers = (a: Scenario, b: Scenario): Player[] => [
  ...beyond(b.shocks, a.shocks).map(shockPlayer),
  ...beyond(a.shocks, b.shocks).map((one): Player => ({ ...shockPlayer(one), gone: true })),
];

function assumptionPlayers(a: Scenario, b: Scenario): Player[] {
  const names = new Set([...Object.keys(a.assumptions), ...Object.keys(b.assumptions)]);
  return [...names]
    .filter((name) => said(a.assumptions[name] ?? null) !== said(b.assumptions[name] ?? null))
    .map((name) => ({ family: 'assumption', name }));
}

/** The two games: assumptions, which move the past from 2023 on, and what acts in the world they make from 2026 on. */
export interface Players {
  readonly assumptions: readonly Player[];
  /** Policies, then shocks. */
  readonly acts: readonly Player[];
}

/** Everything in which `b` differs from `a`; both complete, as `Resolved` has them. */
export const playersOf = (a: Scenario, b: Scenario): Players => ({
  assumptions: assumptionPlayers(a, b),
  acts: [...policyPlayers(a, b), ...shockPlayers(a, b)],
});

/** Which of the players are as in `b`; the others are as in `a`. */
export interface Mixture {
  readonly assumptions: Coalition;
  readonly acts: Coalition;
}

const chosen = <T>(list: readonly T[], coalition: Coalition): T[] =>
  list.filter((_, at) => ((coalition >> at) & 1) === 1);

function policiesOf(a: Scenario, b: Scenario, asInB: readonly Player[]): Policy[] {
  const levers = new Set(asInB.filter(({ family }) => family === 'policy').map(({ name }) => name));
  return [
    ...a.policies.filter(({ lever }) => !levers.has(lever)),
    ...b.policies.filter(({ lever }) => levers.has(lever)),
  ];
}

function shocksOf(a: Scenario, b: Scenario, acts: readonly Player[], coalition: Coalition): Shock[] {
  const first = acts.findIndex(({ family }) => family === 'shock');
  if (first < 0) return [...a.shocks];
  const [added, gone] = [beyond(b.shocks, a.shocks), beyond(a.shocks, b.shocks)];
  const without = chosen(gone, coalition >> (first + added.length));
  return [...beyond(a.shocks, without), ...chosen(added, coalition >> first)];
}

/** The scenario in which some of the players are as in `b`. */
export function mixture(a: Scenario, b: Scenario, players: Players, { assumptions, acts }: Mixture) {
  const moved = chosen(players.assumptions, assumptions).map(({ name }) => name);
  const names = [...new Set([...Object.keys(a.assumptions), ...Object.keys(b.assumptions)])];
  const values = names.flatMap((name) => {
    const value = (moved.includes(name) ? b : a).assumptions[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    schema: a.schema,
    id: `mixture-${assumptions}-${acts}`,
    base: ROOT_PRESET,
    province: a.province,
    policies: policiesOf(a, b, chosen(players.acts, acts)),
    shocks: shocksOf(a, b, players.acts, acts),
    assumptions: Object.fromEntries(values),
  };
}
