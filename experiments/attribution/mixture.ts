/** The worlds between two scenarios. */
import { rootOf, type Scenario } from '../../scenarios/index.ts';
import { type Player, type Players, type Policy, type Shock, shockMoves } from './players.ts';

function policiesOf(a: Scenario, b: Scenario, asInB: readonly Player[]): Policy[] {
  const levers = new Set(asInB.filter(({ family }) => family === 'policy').map(({ name }) => name));
  return [
    ...a.policies.filter(({ lever }) => !levers.has(lever)),
    ...b.policies.filter(({ lever }) => levers.has(lever)),
  ];
}

/** Shocks of `a` but for those that go, then those that come; a changed one goes and comes with its player. */
function shocksOf(a: Scenario, b: Scenario, acts: readonly Player[], asInB: readonly Player[]): Shock[] {
  const players = acts.filter(({ family }) => family === 'shock');
  const moves = shockMoves(a, b).filter((_, at) => asInB.includes(players[at]));
  const going = moves.flatMap(({ goes }) => goes ?? []);
  return [...a.shocks.filter((one) => !going.includes(one)), ...moves.flatMap(({ comes }) => comes ?? [])];
}

/** The scenario in which some of the players are as in `b`; the others are as in `a`. */
export function mixture(a: Scenario, b: Scenario, players: Players, { assumptions, acts }: Players) {
  const moved = assumptions.map(({ name }) => name);
  const names = [...new Set([...Object.keys(a.assumptions), ...Object.keys(b.assumptions)])];
  const values = names.flatMap((name) => {
    const value = (moved.includes(name) ? b : a).assumptions[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    schema: a.schema,
    id: 'mixture',
    base: rootOf(a.province),
    province: a.province,
    policies: policiesOf(a, b, acts),
    shocks: shocksOf(a, b, players.acts, acts),
    assumptions: Object.fromEntries(values),
  };
}
