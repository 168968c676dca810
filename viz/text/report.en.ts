/** English texts of the view Report. */
import type { reportZh } from './report.zh.ts';

type Source = typeof reportZh;

export const reportEn: {
  readonly [K in keyof Source]: Source[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : Source[K] extends string
      ? string
      : { readonly [N in keyof Source[K]]: string };
} = {
  lead: 'A brief of two A4 pages, printed or saved as PDF by the browser, and a data package with a receipt that headwater verify checks.',
  paperLanguage: 'Language of the report',
  print: 'Print or save as PDF',
  makePackage: 'Make the data package (ZIP)',
  savePackage: 'Save the data package',
  packageRuns: 'Runs in the package',
  packageNote:
    'The package runs both scenarios again from their start, so that its receipt holds the hash of the result. With as many runs as on screen its numbers are those on screen.',
  sheet: (page) => `Page ${page}`,
  brief: 'Policy brief',
  caution:
    'Exploration, not forecast. The figures behind it are reported, unverified and contradictory in places.',
  question: 'Question',
  against: (scenario, comparator) => `${scenario}, compared with ${comparator}`,
  levers: 'What is changed',
  lever: 'Lever',
  before: 'Comparator',
  after: 'Scenario',
  when: 'When and where',
  numbers: (month) => `Six indicators, ${month}`,
  indicator: 'Indicator',
  range: '5–95% range',
  difference: 'Difference',
  interval: '95% interval of it',
  verdict: 'Verdict',
  whoPays: 'Who bears lost loans, after recoveries: 2026 to 2030 together',
  bearer: 'Borne by',
  bearers: {
    counterGuarantors: 'counter-guarantors',
    lenders: 'lenders, written off',
    guarantors: 'guarantors, net',
    reguarantor: 're-guarantor',
    treasuries: 'treasuries',
    owed: 'owed by treasuries, not paid yet',
    insurer: 'insurer',
    funds: 'risk funds',
    private: 'private lenders',
  },
  allLosses: 'all losses, after recoveries',
  noBooks: 'Shown when the model has run.',
  why: 'What makes the difference',
  whyWaiting: 'Being computed; shown when it is there.',
  whyMissing: 'Not computed.',
  whySoFar: 'Not finished: the figure shows the runs so far, of the number and scale it names.',
  earlier: 'The settings have been changed since: these are the results of the earlier ones.',
  unknown: 'What is not known',
  unknownChance: (runs) =>
    `Intervals show chance alone (${runs} paired runs), not the uncertainty of parameters.`,
  unknownGrades: (assumed, estimated, reported, all) =>
    `Of ${all} parameters ${assumed} are assumed, ${estimated} estimated, and ${reported} rest on unverified reports.`,
  unknownConflicts: (count) =>
    `The sources contradict each other in ${count} places; what was chosen is under Evidence.`,
  unknownFit: (province) =>
    `Nothing is fitted to ${province}; where no source speaks, its parameters are Hunan’s. Read signs and orders, not levels.`,
  wrongElsewhere: (province) => `Found in Hunan; how far the model is off in ${province} is not known.`,
  wrongHead: 'What the model is known to get wrong',
  receipt: 'Receipt',
  receiptNote: 'The same engine, scenario, seed and scale give the same bytes on any machine.',
  engine: 'Engine',
  seed: 'Seed',
  scale: 'Scale',
  runs: 'Runs',
  until: 'Until',
  hashOf: (name) => `Scenario hash, ${name}`,
  dataHash: 'Data hash',
  resultHashOf: (name) => `Result hash, ${name}`,
  inPackage: 'given with the data package',
  link: 'Link',
  packageReadme: (scenario, comparator, release) =>
    `Headwater data package\n\nScenario: ${scenario}\nComparator: ${comparator}\nEngine: ${release}\n\ncomparison.csv, comparison.parquet: a row for each place, indicator and month, and for the sum of a flow one whose month is the span; a is the comparator, b the scenario, difference is b less a, paired run by run on the same seeds.\ncomparison.json: the whole result with its receipt.\nreceipt.json: to check it, headwater verify receipt.json.\nscenario.json, comparator.json: scenario files, headwater compare comparator.json scenario.json.\nmetadata.json: definitions and units of indicators, grades of parameters.\n\nExploration, not forecast. The figures behind it are reported, unverified and contradictory in places.\n`,
};
