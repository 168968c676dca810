/** Where an owner asks for credit. */
import { exp, log } from '../../sim/arithmetic.ts';
import { LENDER_CLASSES } from '../../sim/input.ts';
import { type Enterprise, isTraced } from './enterprise.ts';
import { atPrefecture } from './in-force.ts';
import type { Guarantor, Lender } from './institutions.ts';
import { pairUniformDraw } from './luck.ts';
import type { SlowWorld } from './world.ts';

const DIGITAL = LENDER_CLASSES.indexOf('digital');
const RELATIONSHIP = LENDER_CLASSES.indexOf('relationship');

/** Lenders of a class that serve a prefecture. */
export const lendersAt = ({ lenders }: SlowWorld, c: number, prefecture: number): Lender[] =>
  lenders.filter((one) => one.class === c && (one.prefecture === -1 || one.prefecture === prefecture));

/** How many lenders an owner there can turn to; a relationship bank counts as far as it is present. */
export function competitorsAt(world: SlowWorld, prefecture: number): number {
  let count = 0;
  for (const one of world.lenders)
    if (one.class !== RELATIONSHIP && (one.prefecture === -1 || one.prefecture === prefecture)) count++;
  return count + atPrefecture(world, 'relationshipBanks.presence', prefecture);
}

/** Guarantors of a prefecture, or those of the whole province where it has none. */
export function guarantorsAt({ guarantors }: SlowWorld, prefecture: number): Guarantor[] {
  const local = guarantors.filter((one) => one.prefecture === prefecture);
  return local.length > 0 ? local : guarantors.filter((one) => one.prefecture === -1);
}

/** Guarantor an enterprise belongs to for life. */
export function guarantorOf(world: SlowWorld, e: Enterprise): Guarantor | null {
  const local = guarantorsAt(world, e.cell.prefecture);
  const luck = pairUniformDraw(world, 'guarantorSignal', -1, e.id, 0);
  return local[Math.floor(luck * local.length)] ?? null;
}

/**
 * Pull of a class on an enterprise: e to the utility of being near and known, of fit and of the posted rate; who sees all
 * offers side by side does not mind who is near and known.
 */
function pullOf(
  { p, prefectures, postedRate }: SlowWorld,
  { cell }: Enterprise,
  c: number,
  matched: boolean,
): number {
  const { size, setting, prefecture } = cell;
  const known =
    p['apply.reach'][c] +
    p['apply.reachBySetting'][c * 3 + setting] +
    p['apply.reachCore'][c] * prefectures[prefecture].core;
  return exp(
    Number(!matched) * known +
      p['apply.reachBySize'][c * 4 + size] -
      p['apply.rateSensitivity'][0] * postedRate[c],
  );
}

function isChoice(world: SlowWorld, e: Enterprise, c: number, amount: number): boolean {
  const { p } = world;
  if (LENDER_CLASSES[c] === 'private') return false;
  if (amount < p['lend.minLoan'][c] || amount > p['lend.maxLine'][c]) return false;
  if (c === DIGITAL && !isTraced(e)) return false;
  if (lendersAt(world, c, e.cell.prefecture).length === 0) return false;
  return c !== RELATIONSHIP || atPrefecture(world, 'relationshipBanks.presence', e.cell.prefecture) !== 0;
}

/** The class of which the exponential clock, quicker with its pull, rings first; null when nobody lends so much here. */
export function chosenClass(
  world: SlowWorld,
  e: Enterprise,
  amount: number,
  own: number | null,
  luck: {
    readonly stream: 'search' | 'initialLender' | 'moving';
    readonly month: number;
    readonly matched?: boolean;
  },
): number | null {
  let chosen: number | null = null;
  let first = Number.POSITIVE_INFINITY;
  for (let c = 0; c < LENDER_CLASSES.length; c++) {
    if (!isChoice(world, e, c, amount)) continue;
    const present =
      c === RELATIONSHIP ? atPrefecture(world, 'relationshipBanks.presence', e.cell.prefecture) : 1;
    const known = c === own ? exp(world.p['apply.relationPull'][0]) : 1;
    const pull = pullOf(world, e, c, luck.matched ?? false) * present * known;
    const rings = -log(pairUniformDraw(world, luck.stream, luck.month, e.id, c)) / pull;
    if (rings < first) {
      first = rings;
      chosen = c;
    }
  }
  return chosen;
}

/** The lender of that class an enterprise always goes to, drawn by weight; the next one that has a licence, if any. */
export function lenderWithin(world: SlowWorld, e: Enterprise, c: number): Lender | null {
  const local = lendersAt(world, c, e.cell.prefecture);
  let total = 0;
  for (const { weight } of local) total += weight;
  const luck = pairUniformDraw(world, 'searchWithinClass', -1, e.id, c);
  let sum = 0;
  let drawn = 0;
  while (drawn < local.length - 1) {
    sum += local[drawn].weight;
    if (luck <= sum / total) break;
    drawn++;
  }
  const inTurn = [...local.slice(drawn), ...local.slice(0, drawn)];
  return inTurn.find((lender) => !lender.unlicensed) ?? null;
}
