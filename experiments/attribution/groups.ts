/**
 * Which players are given a share of their own, and which are held together. Beyond six the worlds of every mixture are
 * too many, so levers are held by family; one family may be opened, the others stay whole.
 */
import { FAMILIES } from '../../scenarios/families.ts';
import { MOST_EXACT } from './game.ts';
import type { Player } from './players.ts';

/** Stands for no group: the player has a share of its own. */
export const ALONE = 'alone';

/** How a person wants players grouped; matters beyond six of them. */
export interface Grouping {
  /** Lever, kind of shock or assumption -> its group, or `alone`; whoever is not named is in its family. */
  readonly held?: Readonly<Record<string, string>>;
  /** The group whose members are given shares one by one. */
  readonly open?: string;
}

/** What is given a share: one player, or several held together. */
export interface Held {
  readonly players: readonly Player[];
  /** The group they are held in, or whose open members they are; none where nothing is grouped. */
  readonly group?: string;
}

/** The parts of a game; those of one block come one after the other in every order. */
export interface Holding {
  readonly parts: readonly Held[];
  /** Places of the parts, block by block. */
  readonly blocks: readonly (readonly number[])[];
}

const familyOf = ({ family, name }: Player): string =>
  FAMILIES.find((one) => one.of === family && one.members.includes(name))?.id ?? ALONE;

const isGroup = (id: string): boolean => id === ALONE || FAMILIES.some((one) => one.id === id);

/** The group a player is in; one that nobody knows is left aside. */
export function groupOf(player: Player, { held = {} }: Grouping): string {
  const chosen = Object.hasOwn(held, player.name) ? held[player.name] : '';
  return isGroup(chosen) ? chosen : familyOf(player);
}

/** True when there are so many players that groups are formed; a single group of everybody would explain nothing. */
export const isGrouped = (players: readonly Player[], grouping: Grouping): boolean => {
  const groups = players.map((one) => groupOf(one, grouping));
  return players.length > MOST_EXACT && (groups.includes(ALONE) || new Set(groups).size > 1);
};

/** Players of one group together, groups in the order of their first player. */
function gathered(players: readonly Player[], grouping: Grouping): Held[] {
  const groups = new Map<string, Player[]>();
  const held: Held[] = [];
  for (const player of players) {
    const group = groupOf(player, grouping);
    const others = groups.get(group);
    if (others) others.push(player);
    else if (group === ALONE) held.push({ players: [player] });
    else {
      const members = [player];
      groups.set(group, members);
      held.push({ players: members, group });
    }
  }
  return held;
}

/** Who is given a share: every player up to six of them, beyond that groups and the members of the open one. */
export function holdingOf(players: readonly Player[], grouping: Grouping): Holding {
  const whole = isGrouped(players, grouping)
    ? gathered(players, grouping)
    : players.map((one): Held => ({ players: [one] }));
  const opened = whole.map((one) =>
    one.group !== undefined && one.group === grouping.open
      ? one.players.map((player): Held => ({ ...one, players: [player] }))
      : [one],
  );
  let count = 0;
  return { parts: opened.flat(), blocks: opened.map((block) => block.map(() => count++)) };
}
