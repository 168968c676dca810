/** English texts of the view Evidence and the inspector. */
import type { evidenceZh } from './evidence.zh.ts';

type Source = typeof evidenceZh;

export const evidenceEn: {
  readonly [K in keyof Source]: Source[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : Source[K] extends string
      ? string
      : Source[K];
} = {
  caution:
    'The register behind the lab is one report’s word: unverified, and contradictory in places. Every number leads to its definition, equation, parameters, sources and grade.',
  cautionElsewhere: (province) =>
    `Behind ${province} stand four documents: unverified, without a single default, loss or NPL ratio; where none speaks, Hunan’s values stand in. Every number leads to its definition, equation, parameters, sources and grade.`,
  trail: 'From a number to its source',
  trailNote:
    'Choose an indicator and follow it: how it is counted, which steps make it, which parameters act on it, how far it is from what was published.',
  counted: 'How it is counted',
  windowOf: (window) => `Window: ${window}`,
  nullOf: (when) => `Undefined: ${when}`,
  coarsestOf: (scale) => `Coarsest scale 1:${scale}`,
  now: 'What it says now',
  nowText: (scenario, level, range) => `${scenario}: ${level} (range ${range})`,
  steps: 'Made by these steps of the month',
  acting: 'Parameters that act on it',
  actingOf: (phase, count) => `${phase}: ${count}`,
  leversToo: (count) => `${count} more belong to instruments and act only where a policy uses them.`,
  against: 'Against published numbers',
  noTarget: 'No published number can be held against this indicator.',
  fit: 'Fit to published numbers',
  fitNote:
    'End of 2025, status quo. Tolerances were fixed before fitting; numbers held out were not used in it.',
  fitStored: 'Nothing is fitted yet: the column Model is the stored result of the status quo.',
  fitNone: (province) =>
    `Nothing is fitted to ${province} and nothing is validated there: where no source speaks, its parameters are Hunan’s. The levels below were published for 2023 and early 2024; beside them stands what the comparator on screen gives at the end of 2025. They are not scored.`,
  summary: (within, total, held, heldTotal) =>
    `${within} of ${total} fitted targets and ${held} of ${heldTotal} held-out ones are within tolerance.`,
  effectsSummary: (right, size, total) =>
    `Of ${total} reported effects ${right} have the right sign and ${size} the right size.`,
  target: 'Target',
  published: 'Published',
  tolerance: 'Tolerance',
  model: 'Model',
  role: 'Role',
  within: 'Within',
  roleFit: 'fitted',
  roleHeld: 'held out',
  roleInput: 'input',
  yes: 'yes',
  no: 'no',
  notScored: 'not scored',
  relative: (share) => `±${share}`,
  atMost: (share) => `at most, ${share} allowed`,
  atLeast: (share) => `at least, ${share} allowed`,
  effects: 'Effects that were not fitted',
  effectsNote:
    'Every reported effect is tested alone, in pairs of worlds that differ in nothing else; what chance hides there is tested again in larger worlds. Those that fail are listed like the others.',
  tried: (experiment) => `Tried: ${experiment}`,
  rangeOf: (low, high, pairs, scale) => `${low} to ${high} in 90% of ${pairs} pairs at 1:${scale}`,
  claim: 'Claim',
  ours: 'Ours',
  verdict: 'Verdict',
  verdictRight: 'right',
  verdictWrongSign: 'wrong sign',
  verdictTooSmall: 'within chance',
  verdictWrongSize: 'right sign, wrong size',
  missing: 'Why not',
  wrong: 'What the model gets wrong',
  wrongNote: 'Known and not mended, and no parameter was bent to hide it.',
  wrongElsewhere: (province) =>
    `This list was found in Hunan. How far the model is off in ${province} is not known: its sources hold no default, loss or NPL ratio to tell by. Compare signs and orders between institutions there, never levels.`,
  contradictionsElsewhere: (province) =>
    `They are of Hunan’s sources; those of ${province} were not searched for contradictions.`,
  systems: 'Systems of the sources',
  systemsNote:
    'A row is an institution, programme or mechanism of the sources: what in the model stands for it, the claim it must reproduce, the test that shows it.',
  system: 'System',
  status: 'Status',
  carriers: 'Stood for by',
  claims: 'Causal claims',
  test: 'Test',
  represented: 'represented',
  outside: 'outside',
  notYet: 'not yet represented',
  places: {
    'chang-zhu-tan': 'Chang-Zhu-Tan',
    'dongting-lake': 'Dongting Lake',
    'xiang-zhong': 'central Hunan',
    'xiang-xi-nan-five': 'five prefectures of the west and south',
    zhangjiajie: 'Zhangjiajie',
    'Wuling and Luoxiao counties': 'counties of the Wuling and Luoxiao mountains',
    core: 'core',
    periphery: 'periphery',
    yes: 'yes',
    no: 'no',
    guaranteed: 'guaranteed loans',
    true: 'yes',
    false: 'no',
  },
  kinds: {
    lever: 'lever',
    shock: 'shock',
    agent: 'agent',
    contract: 'contract',
    phase: 'step',
    indicator: 'indicator',
    preset: 'scenario',
    instrument: 'lever',
  },
  rules: 'Rules of decision',
  rulesNote: 'Each rule is a pure function, tested against an independent implementation to 1e-9.',
  rule: 'Rule',
  equation: 'Equation',
  sourceFile: 'Source file',
};
