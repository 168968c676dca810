/** Rows of `headwater list …`, and of the lab's own lists. Loads the fact register: import it only where lists are shown. */
import { INDICATORS, INSTRUMENTS, type Instrument, SHOCKS, type ShockKind } from '../sim/index.ts';
import { EVIDENCE, quantityText } from './evidence/index.ts';
import { PRESET_IDS, presetOf } from './library.ts';
import { type Assumption, assumptionsOf, loadProvince, PROVINCE_IDS } from './provinces/index.ts';
import { systemRows } from './systems/index.ts';

/** What can be listed. */
export const CATALOGUES = [
  'scenarios',
  'levers',
  'shocks',
  'assumptions',
  'indicators',
  'systems',
  'evidence',
] as const;
export type Catalogue = (typeof CATALOGUES)[number];

/** One row; every row has an id and titles. */
export interface Row {
  readonly id: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly [field: string]: unknown;
}

function scenarioRow(id: string): Row {
  const { title, question, author, date, sources, base, province, policies, shocks } = presetOf(id);
  const family = INSTRUMENTS.some((one) => id === `${one.id}-weak` || id === `${one.id}-strong`)
    ? 'pair'
    : 'named';
  const levers = [...new Set([...policies.map((one) => one.lever), ...shocks.map((one) => one.kind)])];
  return {
    id,
    title: title ?? { en: id, zh: id },
    family,
    question,
    levers,
    base,
    province,
    author,
    date,
    sources,
  };
}

function policyRow(instrument: Instrument, defaults: Readonly<Record<string, readonly number[]>>): Row {
  const { id, title, does, systems, evidence, pair } = instrument;
  const parameters = Object.entries(instrument.parameters).map(([name, one]) => [
    name,
    {
      unit: one.unit,
      range: [one.min, one.max],
      default: defaults[one.record][0],
      step: one.step,
      over: one.over,
      off: one.off ?? defaults[one.record][0],
      title: one.title,
    },
  ]);
  return {
    id,
    family: 'policy',
    title,
    does,
    parameters: Object.fromEntries(parameters),
    enabled: { default: true },
    systems,
    evidence,
    pair: { weak: pair.weak, strong: pair.strong, expected: pair.expected.en, expectedZh: pair.expected.zh },
  };
}

function shockRow(shock: ShockKind): Row {
  const { id, title, does, expected, systems, evidence, maxSeverity, defaultMonths } = shock;
  const severity = { unit: 'reference events', range: [0, maxSeverity], default: 1, excludes: 0 };
  const months = { unit: 'months', range: [1, 60], default: defaultMonths };
  const pair = {
    weak: { severity: 0.5 },
    strong: { severity: Math.min(2, maxSeverity) },
    expected: expected.en,
    expectedZh: expected.zh,
  };
  return { id, family: 'shock', title, does, parameters: { severity, months }, systems, evidence, pair };
}

function assumptionRow(one: Assumption): Row {
  const { id, title, expected, unit, value, range, grade, evidence, note, parameter } = one;
  return {
    id,
    family: 'assumption',
    title,
    parameter,
    parameters: { [id]: { unit, range, default: value } },
    grade,
    systems: [],
    evidence,
    note,
    pair: {
      weak: { [id]: range[0] },
      strong: { [id]: range[1] },
      expected: `${expected.en} It holds from the start of the spin-up on, so the two worlds differ at 2025-12 already.`,
      expectedZh: `${expected.zh}该值自预热期开始即生效，因此两个世界在2025年12月已有差异。`,
    },
  };
}

const province = () => loadProvince(PROVINCE_IDS[0]);
const shockRows = () => SHOCKS.map(shockRow);
const assumptionRows = () => assumptionsOf(province().parameters).map(assumptionRow);

function policyRows(): Row[] {
  const defaults = Object.fromEntries(province().parameters.map(({ id, value }) => [id, [value].flat()]));
  return INSTRUMENTS.map((one) => policyRow(one, defaults));
}

const ROWS: Readonly<Record<Catalogue, () => readonly Row[]>> = {
  scenarios: () => PRESET_IDS.map(scenarioRow),
  levers: () => [...policyRows(), ...shockRows(), ...assumptionRows()],
  shocks: shockRows,
  assumptions: assumptionRows,
  indicators: () => INDICATORS.map(({ value: _, ...described }) => ({ ...described })),
  systems: systemRows,
  evidence: () =>
    EVIDENCE.map((fact) => ({
      ...fact,
      title: { en: fact.metric, zh: fact.metric },
      figure: quantityText(fact),
    })),
};

/** The rows of one catalogue. */
export const rowsOf = (catalogue: Catalogue): readonly Row[] => ROWS[catalogue]();
