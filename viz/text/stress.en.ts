/** English texts of the view Stress. */
import type { stressZh } from './stress.zh.ts';
import type { Translated } from './translated.ts';

export const stressEn: Translated<typeof stressZh> = {
  lead: 'How bad is it, how long does it last, who pays, and when does it break?',
  noShock:
    'This scenario has no shock, so the response below is simply how the two scenarios differ. Add a shock on the left, or use the severity grid and the reverse stress below.',
  running:
    'The model is still running. What is on screen is the stored status quo; it does not hold the shocks of your scenario yet.',
  useTwin: 'Compare with the same without shocks',
  twinNote: (comparator) =>
    `The difference from ${comparator} comes from more than the shocks of this scenario; to see the shock alone, compare with the same without shocks.`,
  responseTitle: (indicator, depth, month) => `${indicator} strays furthest in ${month}, by ${depth}`,
  responseOver: (months, month, start) =>
    `, and has recovered ${months} months after the ${start ? `shock of ${start}` : 'start'} (${month})`,
  responseLasts: ', and has not recovered by December 2030',
  responseNone: (indicator) => `${indicator} does not stray`,
  responseChance: (indicator) => `${indicator} strays no further than chance makes`,
  responseOne: ' (a single run)',
  responseSubtitle: (scenario, comparator, unit, runs) =>
    `${scenario} minus ${comparator}, paired runs, ${unit}; recovered: from then on within a tenth of the depth, or no more than ${Number(runs) > 1 ? `${runs} runs` : 'a run'} can tell from chance`,
  deepest: 'deepest',
  recovered: 'recovered',
  start: 'shock starts',
  whoPays: 'Who pays each yuan',
  lossChangeTitle: (total, name, change) =>
    `Losses after recoveries differ by ${total}; most of all for ${name} (${change})`,
  lossChangeSubtitle: (scenario, comparator) =>
    `Who bears more (+) and who less (−): ${scenario} minus ${comparator}, January 2026 to December 2030 together, mean of paired runs, whole province`,
  lossChangeNote: 'These sums are kept without an interval; chance alone may make part of them.',
  lossSame: (comparator) => `Everybody bears the same as under ${comparator}.`,
  wholeNote:
    'For context: all lending losses of this scenario, whether or not the shock made them. What is recovered from borrowers’ assets is not a loss.',
  lossTitle: (name, share) =>
    `Of the lending losses after recoveries, the largest part falls on: ${name} (${share})`,
  lossSubtitle: (scenario) =>
    `Who bears loans neither repaid nor recovered, ${scenario}, January 2026 to December 2030 together, whole province`,
  lossNone: 'No loan was lost in these months.',
  flowTitle: (total, recovered) =>
    `Of ${total} of loans not repaid, ${recovered} are recovered from borrowers’ assets; all that goes in comes out`,
  flowSubtitle: (scenario) =>
    `Where loans not repaid go, ${scenario}, January 2026 to December 2030 together`,
  total: 'Losses after recoveries',
  loansLost: 'Formal loans not repaid',
  privateLost: 'Private loans not repaid',
  guarantees: 'Guarantee payouts',
  earlierClaims: 'Recovered on earlier claims',
  assets: 'From assets (no loss)',
  counterGuarantors: 'Counter-guarantors',
  lenders: 'Lenders’ write-offs',
  guarantors: 'Guarantors',
  reguarantor: 'Re-guarantor',
  treasuries: 'Treasuries',
  owed: 'Owed by treasuries',
  owedBefore: 'Owed before',
  insurer: 'Insurers',
  funds: 'Risk funds',
  private: 'Private lenders',
  bearer: 'Bearer',
  paid: 'Amount',
  shareOfLoss: 'Share of losses',
  flowFrom: 'From',
  flowTo: 'To',
  residual: 'Residual (in less out)',
  fundTitle: 'Guarantee funds',
  gridHeading: 'Severity grid',
  testedHeading: 'Vary one shock',
  testedNote:
    'Severity grid and reverse stress compare two worlds in pairs: one with the shock tested, one without it. The other shocks and policies of the scenario stay in both worlds. Both tests vary the shock chosen here.',
  varied: (shock) => `Shock tested: ${shock}`,
  and: ' and ',
  worlds: (shock, others) => `Tested: ${shock}; in both worlds: ${others}`,
  worldsAlone: (shock) => `Tested: ${shock}; no other shock in either world`,
  reference: 'This scenario has no such shock; the tests put in the reference event.',
  gridNote:
    'Each cell: how far the indicator strays at most from the same scenario without the shock tested; other shocks stay in both worlds, paired by seed.',
  gridRows: 'Rows',
  byDuration: 'Months the shock lasts',
  byPolicy: (policy) => `Policy: ${policy}`,
  asIs: 'As in this scenario',
  weak: (policy) => `${policy}, weak`,
  strong: (policy) => `${policy}, strong`,
  lasting: (months) => (Number(months) === 1 ? '1 month' : `${months} months`),
  shock: 'Shock',
  severity: 'Severity',
  rowOfGrid: 'Row',
  run: 'Compute',
  runAgain: 'Compute again',
  outdated: 'Old result: the settings have changed, and the figure answers the earlier ones. Compute again.',
  trialRuns: 'Runs a cell',
  scaleOfTrials: 'Scale',
  needsFine: 'Guarantee indicators need 1:100 or finer.',
  gridTitle: (indicator, change, row, severity) =>
    `${indicator} strays furthest (${change}) with “${row}” at severity ${severity}`,
  gridChance: (indicator) => `${indicator} strays no further than chance makes in any cell`,
  gridFew: (indicator, runs) =>
    `${indicator}: ${runs} runs are too few to tell any cell from chance; it takes six`,
  noValue: 'This indicator has no value in these worlds.',
  gridWaiting: (indicator) => `${indicator}: computing`,
  gridSubtitle: (shock, indicator, unit, n) =>
    `${shock}, largest difference in ${indicator}${unit ? `, ${unit}` : ''}, ${n}; in brackets: may be chance, all cells and months taken together`,
  reverseHeading: 'Reverse stress',
  reverseNote:
    'How strong must the shock be to break it? Five rungs over the whole range first, then bisection below the first that breaks; broken means in at least half of the runs beyond chance. Any shock makes paired worlds drift apart at random, so the runs that would break with the two worlds exchanged are taken off.',
  criterion: 'Broken when',
  criterionFund: (left) =>
    `guarantee funds, all together, fall to ${left} of what they hold without the shock tested`,
  criterionEmpty: 'guarantee funds, all together, are exhausted',
  criterionSuspended: (count) =>
    `at least ${count} more guarantors are suspended than without the shock tested`,
  reverseFound: (severity, held) => `It breaks at severity ${severity} (${held} still holds)`,
  soFar: ' (so far)',
  reverseAlways: 'It breaks without the shock tested',
  reverseTried: (tried) => `Still computing: it holds up to severity ${tried}`,
  reverseNever: (most) => `It holds up to the largest severity, ${most}`,
  reverseChance: (most) => `Up to the largest severity, ${most}, it breaks no more than by chance`,
  reverseSubtitle: (shock, criterion, n) =>
    `${shock}; ${criterion}; ${n}; share of runs that break beyond chance, by severity`,
  notMonotone:
    'Note: a stronger shock breaks fewer runs here; the answer holds for the severities tried only. More runs may settle it.',
  noisy: (none, all) => `Between severities ${none} and ${all} runs disagree.`,
  fewRuns: (runs) =>
    `Runs: ${runs}. So few may all agree by chance; compute with 8 or more before relying on it.`,
  broke: (broken, runs, chance) => `${broken} of ${runs} runs break, ${chance} with the two worlds exchanged`,
  runsBroken: 'Runs that break',
  shareBroken: 'Share beyond chance',
  exploring: 'Exploration, not forecast',
};
