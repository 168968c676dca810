/** Kinds of loan by how they run: the usual bullet of a class, a medium term, or a line reviewed once a year. */
import { isUsed, lever } from '../conditions.ts';
import type { ParameterValues } from '../input.ts';
import { type DrawKey, drawKey, pairUniform, STREAMS } from '../random.ts';
import { whileLeversStand } from '../standing.ts';
import type { World } from '../world.ts';

export const TENOR = { usual: 0, medium: 1, revolving: 2 } as const;

/** Who is offered what, gathered while levers stand. */
export interface Tenors {
  readonly medium: Float64Array;
  readonly revolving: Float64Array;
  readonly mediumKey: DrawKey;
  readonly revolvingKey: DrawKey;
}

/** Null while every loan is of the usual kind. */
export const tenorsOf = whileLeversStand((world): Tenors | null => {
  const medium = lever(world, 'mediumTermLoans.share');
  const revolving = lever(world, 'revolvingCredit.share');
  const { seed, province } = world.input;
  if (!isUsed(medium) && !isUsed(revolving)) return null;
  // A class that lends by instalments has no bullet to lengthen or to draw at will.
  if (province.parameters['lend.amortising'].every((part) => part > BULLET)) return null;
  return {
    medium,
    revolving,
    mediumKey: drawKey(seed, STREAMS.mediumTerm, -1),
    revolvingKey: drawKey(seed, STREAMS.revolving, -1),
  };
});

/** A loan is a bullet when at most this part of it is repaid in instalments. */
const BULLET = 0.5;

/** Kind of loan an enterprise is offered by a class: the same answer for the same loan, however often it is read. */
export function tenorOf(tenors: Tenors | null, world: World, i: number, lenderClass: number): number {
  if (tenors === null) return TENOR.usual;
  const { enterprises: e, input } = world;
  if (input.province.parameters['lend.amortising'][lenderClass] > BULLET) return TENOR.usual;
  const { mediumKey: m, revolvingKey: r, medium, revolving } = tenors;
  const cell = e.cell[i];
  if (pairUniform(r.k0, r.k1, e.id[i], e.vintage[i]) < revolving[cell]) return TENOR.revolving;
  return pairUniform(m.k0, m.k1, e.id[i], e.vintage[i]) < medium[cell] ? TENOR.medium : TENOR.usual;
}

/** Months a loan runs before it falls due or is reviewed. */
export function monthsOf(p: ParameterValues, tenor: number, lenderClass: number): number {
  if (tenor === TENOR.usual) return Math.floor(p['lend.term'][lenderClass]);
  return tenor === TENOR.medium ? Math.floor(p['mediumTermLoans.months'][0]) : REVIEW_MONTHS;
}

/** A line is reviewed once a year. */
const REVIEW_MONTHS = 12;

/**
 * What a lender asks more for such a loan, annual ratio: a premium for the longer term; or, as a line is drawn for a part
 * u only and cost and loss are not, (break-even - funds) x (1 / u - 1).
 */
export function tenorPremium(p: ParameterValues, tenor: number, breakEven: number, funds: number): number {
  if (tenor === TENOR.usual) return 0;
  if (tenor === TENOR.medium) return p['mediumTermLoans.premium'][0];
  return (breakEven - funds) * (1 / p['revolvingCredit.utilisation'][0] - 1);
}

/** Yuan of a line that are drawn: what its owner has idle beyond a working balance is paid back until it is needed. */
export function drawnPart(principal: number, cash: number, workingBalance: number): number {
  const idle = cash > workingBalance ? Math.floor(cash - workingBalance) : 0;
  return principal > idle ? principal - idle : 0;
}
