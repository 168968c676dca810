/** What stands between a quote and the money: the guarantor's answer, and the place in the lender's queue. */
import {
  acceptedPd,
  COUNTER_GUARANTOR,
  DATA,
  dataOf,
  guarantorOf,
  placeKeyOf,
  type World,
} from '../../sim/index.ts';
import { DECISION, tidy } from './codes.ts';
import type { Queue, Review } from './document.ts';
import { reasonAt } from './reading.ts';
import { guarantorName } from './state.ts';

/** What the guarantor said. One that reads with the bank needs no papers of its own: it refuses for the bank's PD. */
function verdictOf(world: World, row: number): Review['outcome'] {
  const { applications: a, guarantors, enterprises: e, levers } = world;
  const i = a.enterprise[row];
  const guarantor = guarantorOf(world, i, placeKeyOf(world));
  if (a.guarantor[row] > 0 && a.decision[row] !== DECISION.refused) return 'accepted';
  if (reasonAt(world, row) === 'noCounterGuarantee') return 'no-counter-guarantee';
  if (reasonAt(world, row) !== 'guarantorRefused')
    return guarantor < 0 ? 'none-here' : guarantors.suspended[guarantor] === 1 ? 'suspended' : 'full';
  const joint = levers['guarantorEngine.connected'][e.cell[i]] > 0;
  const risky = joint && a.pd[row] > acceptedPd(world, row);
  return dataOf(world, i) === DATA.none && e.history[i] === 0 && !risky ? 'no-information' : 'too-risky';
}

/** The guarantor's answer to an application or a standing loan that needs it. Call after the phase `guarantee`. */
export function reviewOf(world: World, row: number): Review {
  const { applications: a, guarantors } = world;
  const plusOne = guarantorOf(world, a.enterprise[row], placeKeyOf(world)) + 1;
  return {
    guarantor: guarantorName(world, plusOne),
    covered: tidy(a.covered[row]),
    outcome: verdictOf(world, row),
    counterGuaranteed: a.backer[row] === COUNTER_GUARANTOR,
    cutoff: tidy(acceptedPd(world, row)),
    room: plusOne > 0 ? ownYuan(world, guarantors.roomThisMonth[plusOne - 1]) : 0,
  };
}

/** Room of an institution in the money one enterprise borrows: a simulated one stands for as many real ones as the scale says. */
const ownYuan = ({ input }: World, real: number): number => Math.floor(Math.max(0, real) / input.scale);

/** Place of an application among all that reached the lender's queue this month. */
export function queueOf(world: World, row: number): Queue {
  const { applications: a, applied, lenders } = world;
  const lender = a.lender[row];
  let rank = 1;
  let of = 0;
  let served = 0;
  let asked = 0;
  for (let k = 0; k < applied[0]; k++) {
    const paid = a.decision[k] === DECISION.disbursed;
    if (a.lender[k] !== lender || a.shadow[k] === 1 || (!paid && reasonAt(world, k) !== 'lenderFull'))
      continue;
    of++;
    asked += a.amount[k];
    if (paid) served++;
    if (a.key[k] > a.key[row]) rank++;
  }
  return { rank, of, served, room: ownYuan(world, lenders.roomThisMonth[lender]), asked };
}
