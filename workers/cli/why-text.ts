/** An attribution as text for the terminal: who is held together, then the shares of a few indicators. */
import {
  ALONE,
  type Attribution,
  type Explained,
  type Held,
  isFlow,
  type Part,
} from '../../experiments/index.ts';
import { FAMILIES } from '../../scenarios/families.ts';
import { INDICATORS } from '../../sim/index.ts';
import { change, level } from './numbers.ts';
import { KEY } from './report.ts';
import { textTable } from './text-table.ts';

/** Groups a lever may be held in, and the word for none. */
export const GROUPS: readonly string[] = [...FAMILIES.map((one) => one.id), ALONE];
/** Levers, kinds of shocks and assumptions, by the names scenario files use. */
export const NAMES: readonly string[] = FAMILIES.flatMap((one) => one.members);

type Player = Held['players'][number];

/** `2027-06`, with whom a shock is limited to where that tells it from others. */
const placeOf = ({ from, scope = {} }: Player): string =>
  [from, ...Object.values(scope).map((list) => list?.join(' '))].filter(Boolean).join(', ');

/** A lever, shock or assumption by the names of scenario files. */
export function playerName(player: Player): string {
  const place = placeOf(player);
  const count = player.ordinal ? ` no. ${player.ordinal}` : '';
  return `${player.gone ? 'no ' : ''}${player.name}${place && ` (${place})`}${count}`;
}

const nameOf = ({ players, group }: Held): string =>
  players.length === 1 ? playerName(players[0]) : `${group} (${players.length})`;

/** A line for each group of several, and how to see more. */
function groupLines(held: readonly Held[]): string[] {
  const groups = held.filter(({ players }) => players.length > 1);
  if (groups.length === 0) return [];
  return [
    'More than six things differ, so they are held in groups.',
    '--open GROUP shows the members of one, --held NAME:GROUP moves a lever.',
    ...groups.map((one) => `  ${nameOf(one)}: ${one.players.map(playerName).join(', ')}`),
    '',
  ];
}

/** The row of a part; with drawn orders its sampling error too, which the interval includes. */
function partRow(
  held: Held,
  { share, low, high, ci95, error }: Part,
  unit: string,
  isDrawn: boolean,
): string[] {
  const range = (ends: readonly number[]) => ends.map((end) => change(end, unit)).join(' to ');
  return [
    `  ${nameOf(held)}`,
    change(share, unit),
    range([low, high]),
    ci95 ? range(ci95) : '–',
    ...(isDrawn ? [change(error, unit).replace('+', '')] : []),
  ];
}

const HEAD = ['', 'share', 'range over orders', '95 % interval'];

function indicatorText(id: string, { assumptions, acts }: Attribution, explained: Explained): string {
  const measured = INDICATORS.find((one) => one.id === id) ?? { title: { en: id }, unit: '', window: 'end' };
  const { title, unit } = measured;
  const isDrawn = [...explained.assumptions, ...explained.acts].some((one) => one.error > 0);
  const rows = [
    ...explained.assumptions.map((part, at) => partRow(assumptions[at], part, unit, isDrawn)),
    ...explained.acts.map((part, at) => partRow(acts[at], part, unit, isDrawn)),
  ];
  const { a, b, total } = explained;
  const span = isFlow(measured) ? ', summed from 2026-01 on' : '';
  const levels = `${title.en}${span}: ${level(a, unit)} to ${level(b, unit)}, ${change(total, unit)}`;
  return [levels, textTable([isDrawn ? [...HEAD, 'sampling error'] : HEAD, ...rows])].join('\n');
}

/** What `why` prints; shares of an indicator sum to its whole difference. */
export function attributionText([a, b]: readonly [string, string], attribution: Attribution): string {
  const { scale, runs, worlds, orders, assumptions, acts, months, indicators } = attribution;
  const counted = orders === 'all' ? 'every order counted' : `${orders} orders drawn`;
  const head = `${b} against ${a} in ${months[0]}; 1:${scale}, ${runs} ${runs === 1 ? 'run' : 'runs'} of ${worlds} worlds, ${counted}`;
  const held = [...assumptions, ...acts];
  const blocks = KEY.flatMap((id) => {
    const explained = indicators[id]?.[0];
    return explained ? [indicatorText(id, attribution, explained), ''] : [];
  });
  const shares = held.length > 0 ? blocks : ['Nothing differs.', ''];
  return [head, '', ...groupLines(held), ...shares, 'Exploration, not forecast.'].join('\n');
}
