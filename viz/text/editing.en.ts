/** Editing of policies and shocks: months, phase-in, scope; adding to the time lane. */
import type { editingZh } from './editing.zh.ts';
import type { Translated } from './translated.ts';

export const editingEn: Translated<typeof editingZh> = {
  phaseInNote: 'Moves in equal steps to its value; 0 is at once',
  patchNumber: (number) => `Arrangement ${number}`,
  patchOf: (lever, number) => `${lever}, arrangement ${number}`,
  scope: 'Scope',
  scopeSettings: 'Settings',
  scopeSectors: 'Sectors',
  scopeSizes: 'Sizes',
  scopeLenders: 'Lender classes',
  allLenders: 'All lenders',
  someOf: (part, count, total) => `${count} of ${total} ${part.toLowerCase()}`,
  noneMeansAll: 'Where nothing is ticked, all are meant',
  tickAll: 'All',
  tickNone: 'None',
  sameForAll: 'The same in the whole province: cannot be limited',
  limitedApart: 'What is moved here is not told apart in the same way, so it cannot be limited together',
  strikesAll: 'Strikes the whole province at once: cannot be limited',
  cannotLimit: (part) =>
    `The model refuses a limit by ${part.toLowerCase()}: something moved here is the same for all of them.`,
  liftLimit: (part) => `Lift the limit by ${part.toLowerCase()}`,
  add: 'Add',
  addToLane: 'Policy or shock to add',
  addToLaneNote:
    'A shock at its reference, a policy at its strong setting; then change its months here, the rest among the levers',
  phaseIn: 'Phase in',
  phaseInUnit: 'months',
};
