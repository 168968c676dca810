/** English texts of the view Why. */
import type { Translated } from './translated.ts';
import type { whyZh } from './why.zh.ts';

export const whyEn: Translated<typeof whyZh> = {
  lead: 'Which policies, shocks and assumptions make the difference between the two scenarios? Every mixture of both is run with the same luck, and Shapley values share the difference out.',
  same: 'Both scenarios are the same world: there is no difference to explain.',
  year: 'Month',
  basisExact: (runs, scale, worlds) =>
    `n = ${runs} · 1:${scale} · ${worlds} worlds a run, every order counted`,
  basisDrawn: (runs, scale, worlds, orders) =>
    `n = ${runs} · 1:${scale} · ${worlds} worlds a run, ${orders} orders drawn, so shares have a sampling error`,
  titleMost: (name, share, indicator, total) =>
    `${name} makes most (${share}) of the difference of ${total} in ${indicator}`,
  titleSingle: (name, share, indicator, total) =>
    `In a single run ${name} makes most (${share}) of the difference of ${total} in ${indicator}`,
  titleAgainst: (name, share, indicator, total) =>
    `${name} moves ${indicator} most (${share}); all parts together come to ${total}`,
  titleAgainstSingle: (name, share, indicator, total) =>
    `In a single run ${name} moves ${indicator} most (${share}); all parts together come to ${total}`,
  titleChance: (indicator) => `No part of the difference in ${indicator} exceeds chance`,
  andChance: (title, names) => `${title}; may be chance: ${names}`,
  others: (names, others) => `${names} and ${others} more`,
  subtitle: (indicator, unit, month, n) =>
    `${indicator}${unit ? `, ${unit}` : ''}, ${month}, from the comparator to the scenario, n = ${n}`,
  assumptionsHead: (share) => `Assumptions together ${share}`,
  actsHead: (share) => `Policies and shocks together ${share}`,
  assumptionsNote: (first, last) =>
    `Assumptions change the economy from 2023 on, so they stand apart and come first: together ${first}; after the policies and shocks they would make ${last}.`,
  part: 'Part',
  share: 'Share',
  orderRange: 'Range over orders',
  interval: '95% interval',
  samplingError: 'Sampling error',
  family: 'Family',
  start: 'Comparator',
  end: 'Scenario',
  total: 'Whole difference',
  orders: 'range over orders: least and most it adds, depending on what came before',
  up: 'raises',
  down: 'lowers',
  removed: (name) => `no ${name}`,
  shockFrom: (name, month) => `${name} (${month})`,
  counted: (name, ordinal) => `${name} no. ${ordinal}`,
  pairsMore: (a, b, size) =>
    `${a} and ${b} reinforce each other: together they move it by ${size} more than one by one`,
  pairsLess: (a, b, size) =>
    `${a} and ${b} replace each other: together they move it by ${size} less than one by one`,
  pairsApart: (a, b, change) => `${a} and ${b} together differ by ${change} from the sum of both`,
  pairsOne: (said) => `In a single run ${said}`,
  pairsNone: 'The parts hardly depend on each other',
  pairsChance: 'No interaction between the parts exceeds chance',
  pairsSubtitle: (indicator, unit, month) =>
    `${indicator}${unit ? `, ${unit}` : ''}, ${month}; what two together add beyond one by one, on average over what else is there`,
  pair: 'Pair',
  interaction: 'Interaction',
  pairOf: (a, b) => `${a} × ${b}`,
  pairsDrawn:
    'More than six parts are told apart, so only some orders were drawn, and interactions are not computed.',
  alone: 'By itself',
  groupOf: (group, count) => `${group} (${count})`,
  familyOf: (family, members) => `${family}: ${members}`,
  groupsHead: (things, parts) => `${things} things differ; grouped into ${parts} parts`,
  groupsNone: (things) => `${things} things differ, all in one group; orders are drawn among them`,
  groupsChange: 'Who is in which group',
  groupsNote:
    'More than six things differ, and every mixture of them would take too many worlds. So they are held in groups by what they work through, and each group gets one share. Open a group to share its part out among its members, who then come one after the other; as long as every order is counted, the shares of the other groups stay what they are. Beyond six parts orders are drawn.',
  opened: 'Members shown of',
  openedNone: 'no group',
  inGroup: (name) => `Group of ${name}`,
  group: 'Group',
  undefinedHere: 'This indicator is not defined in this month, so there is nothing to explain.',
  residual: (residual) => `Sum of the shares less the difference: ${residual}`,
};
