/** What two scenarios differ in, one player a lever, shock or assumption. Loads no engine: the page lists players too. */
import type { Scenario } from '../../scenarios/index.ts';
import { canonicalJson } from '../canonical.ts';

/** One thing in which the scenario differs from its comparator. */
export interface Player {
  readonly family: 'policy' | 'shock' | 'assumption';
  /** Lever, kind of shock, or short name of an assumption. */
  readonly name: string;
  /** First month of a shock, which tells two of a kind apart. */
  readonly from?: string;
  /** Whom a shock is limited to, where another player is of its kind and month. */
  readonly scope?: Shock['scope'];
  /** 1, 2, … where kind, month and scope are those of another player as well. */
  readonly ordinal?: number;
  /** A shock that the comparator has and the scenario has not. */
  readonly gone?: true;
}

export type Shock = Scenario['shocks'][number];
export type Policy = Scenario['policies'][number];

/** What of a scenario makes its world. */
export interface Acting {
  readonly policies: readonly Policy[];
  readonly shocks: readonly Shock[];
  readonly assumptions: Readonly<Record<string, unknown>>;
}

const said = (value: unknown): string => canonicalJson(value);
const ofLever = (policies: readonly Policy[], lever: string) => policies.filter((one) => one.lever === lever);
const saidOfLever = (policies: readonly Policy[], lever: string) =>
  ofLever(policies, lever).map(said).sort().join();

function policyPlayers(a: Acting, b: Acting): Player[] {
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

/** A shock that comes with the scenario, goes with it, or does both where it is changed. */
export interface ShockMove {
  readonly comes?: Shock;
  readonly goes?: Shock;
}

const placeOf = ({ kind, from, scope }: Shock): string => said({ kind, from, scope });

/** Shocks added or changed, then shocks taken away; one of the same kind, month and scope on both sides is changed. */
export function shockMoves(a: Pick<Acting, 'shocks'>, b: Pick<Acting, 'shocks'>): ShockMove[] {
  const gone = beyond(a.shocks, b.shocks);
  const coming = beyond(b.shocks, a.shocks).map((comes): ShockMove => {
    const at = gone.findIndex((one) => placeOf(one) === placeOf(comes));
    return at < 0 ? { comes } : { comes, goes: gone.splice(at, 1)[0] };
  });
  return [...coming, ...gone.map((goes): ShockMove => ({ goes }))];
}

/** The player of each move, told apart from the others by as much as that takes. */
function shockPlayers(a: Acting, b: Acting): Player[] {
  const moved = shockMoves(a, b).map(({ comes, goes }) => ({ shock: (comes ?? goes)!, gone: !comes }));
  return moved.map((one) => {
    const { kind, from, scope } = one.shock;
    const alike = moved.filter(({ shock }) => shock.kind === kind && shock.from === from);
    const twins = alike.filter(
      ({ shock, gone }) => placeOf(shock) === placeOf(one.shock) && gone === one.gone,
    );
    return {
      family: 'shock',
      name: kind,
      from,
      ...(alike.length > twins.length && Object.keys(scope).length > 0 && { scope }),
      ...(twins.length > 1 && { ordinal: twins.indexOf(one) + 1 }),
      ...(one.gone && { gone: true as const }),
    };
  });
}

function assumptionPlayers(a: Acting, b: Acting): Player[] {
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
export const playersOf = (a: Acting, b: Acting): Players => ({
  assumptions: assumptionPlayers(a, b),
  acts: [...policyPlayers(a, b), ...shockPlayers(a, b)],
});
