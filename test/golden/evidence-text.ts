/** `scenarios/provinces/hunan/TABLES.md`: parameters, targets, fit, effects and scales, made from the data behind them. */
import type { EffectScore, TargetScore, Validation } from '../../experiments/validation/index.ts';
import { loadProvince } from '../../scenarios/index.ts';
import { PLAUSIBLE } from '../../scenarios/provinces/hunan/plausible.ts';
import storedScales from '../../scenarios/provinces/hunan/scales.json' with { type: 'json' };
import stored from '../../scenarios/provinces/hunan/validation.json' with { type: 'json' };
import { PARAMETERS } from '../../sim/index.ts';

/** Indicators at 2025-12 in worlds of several scales, and how far they may be apart. */
export interface ScaleTable {
  readonly indicators: readonly { readonly id: string; readonly tolerance: number }[];
  readonly scales: readonly {
    readonly scale: number;
    readonly runs: number;
    readonly values: readonly (number | null)[];
  }[];
}

const scales = storedScales as ScaleTable;
const VALIDATION = stored as unknown as Validation;
const LONGEST_LIST = 8;

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

function figure(value: number | null): string {
  if (value === null) return '–';
  return Math.abs(value) >= 10_000 ? value.toExponential(3) : String(Number(value.toPrecision(4)));
}

function list(values: readonly number[]): string {
  const shown = values.slice(0, LONGEST_LIST).map(figure).join(', ');
  return values.length > LONGEST_LIST ? `${shown}, … (${values.length})` : shown;
}

function parameters(): string {
  const rows = loadProvince('hunan').parameters.map(({ id, value, unit, range, grade, evidence }) => [
    `\`${id}\``,
    PARAMETERS[id].means,
    list([value].flat()),
    unit,
    range.map(figure).join(' to '),
    grade,
    evidence.join(', '),
  ]);
  return table(['parameter', 'meaning', 'value', 'unit', 'range', 'grade', 'evidence'], rows);
}

function toleranceText({ tolerance, toleranceReason }: TargetScore): string {
  const size = tolerance.kind === 'relative' ? `${figure(100 * tolerance.value)} %` : figure(tolerance.value);
  const kind = tolerance.kind.endsWith('bound') ? ` past the ${tolerance.kind.replace('-', ' ')}` : '';
  return `± ${size}${kind}${toleranceReason ? `: ${toleranceReason}` : ''}`.replace('± ', kind ? '' : '± ');
}

const ofRole = (role: TargetScore['role']): TargetScore[] =>
  VALIDATION.targets.filter((one) => one.role === role);

function targets(role: TargetScore['role']): string {
  const rows = ofRole(role).map((one) => [
    `\`${one.key}\`${one.scored ? '' : ' (band)'}`,
    figure(one.published),
    one.unit,
    toleranceText(one),
    one.ours === null ? 'not in the model' : figure(one.ours),
    one.distance === null ? '' : one.distance.toFixed(1),
    one.within === null ? 'out' : one.within ? 'within' : 'out',
    one.basis.join(', '),
  ]);
  return table(['target', 'reported', 'unit', 'tolerance', 'model', 'in half-widths', '', 'basis'], rows);
}

function inputs(): string {
  const rows = ofRole('input').map((one) => [
    `\`${one.key}\``,
    figure(one.published),
    one.unit,
    one.basis.join(', '),
  ]);
  return table(['given, not fitted', 'value', 'unit', 'basis'], rows);
}

const VERDICTS: Readonly<Record<EffectScore['verdict'], string>> = {
  right: 'right',
  wrongSign: 'wrong sign',
  tooSmallToTell: 'too small to tell',
  wrongSize: 'wrong size',
  notScored: 'not scored',
};

function effects(): string {
  const rows = VALIDATION.effects.map((one) => {
    const sign = one.publishedSign === undefined ? '' : ['−', 'about 0', '+'][one.publishedSign + 1];
    const size = one.published
      ? [...new Set([one.published.low, one.published.high])].map(figure).join(' to ')
      : '';
    return [
      one.id,
      one.claim.en,
      one.experiment?.en ?? '',
      sign,
      size,
      figure(one.ours),
      one.probPositive === null ? '' : one.probPositive.toFixed(2),
      one.scale === undefined ? '' : `${one.pairs} at 1:${one.scale}`,
      VERDICTS[one.verdict],
      one.why?.en ?? '',
    ];
  });
  return table(
    ['', 'claim', 'experiment', 'sign', 'size', 'model', 'P(> 0)', 'pairs', 'verdict', 'why'],
    rows,
  );
}

function coordinates(): string {
  const rows = PLAUSIBLE.coordinates.map(({ id, title, range, low, high, identified }, k) => [
    `\`${id}\``,
    title.en,
    range.map(figure).join(' to '),
    `${figure(low)} to ${figure(high)}`,
    figure(PLAUSIBLE.best[k]),
    identified ? 'identified' : 'at its prior',
  ]);
  return table(['coordinate', 'moves', 'prior', 'middle 90 % of the set', 'likeliest', ''], rows);
}

function scaleTable(): string {
  const head = [
    'indicator, 2025-12',
    ...scales.scales.map(({ scale, runs }) => `1:${scale} (${runs} runs)`),
    'tolerance',
  ];
  const rows = scales.indicators.map(({ id, tolerance }, k) => [
    `\`${id}\``,
    ...scales.scales.map(({ values }) => figure(values[k])),
    figure(tolerance),
  ]);
  return table(head, rows);
}

function madeLine(): string {
  const { engine, parameters: kind, scale, runs, levels, seed } = VALIDATION.made;
  return `Engine ${engine}, ${kind} parameters, seed ${seed}; targets over ${levels.runs} worlds at 1:${levels.scale}, effects over ${runs} pairs at 1:${scale}, or at 1:${levels.scale} where those do not tell.${keptText()}`;
}

/** Which engines told what was kept, and of how many answers. */
function keptText(): string {
  const { targets, effects } = VALIDATION;
  const engines = (all: readonly { readonly engine?: string; readonly first?: unknown }[], what: string) => {
    const asked = all.filter(({ first }) => first !== undefined);
    return [...new Set(asked.flatMap(({ engine }) => engine ?? []))].map((engine) => {
      const told = asked.filter((one) => one.engine === engine).length;
      return ` Engine ${engine} told ${told} of ${asked.length} ${what}; their first worlds came out to the digit.`;
    });
  };
  return [...engines(targets, 'targets'), ...engines(effects, 'effects')].join('');
}

function summaryLines(): string {
  const { summary, skill } = VALIDATION;
  const { fitted, heldOut, effects: counted } = summary;
  return [
    `- Fitted: ${fitted.within} of ${fitted.total} scored targets within tolerance. Held out: ${heldOut.within} of ${heldOut.total}.`,
    `- Effects: sign right in ${counted.signRight} of ${counted.total}; size within half to double in ${counted.sizeRight} of ${counted.sized} with a published size.`,
    ...(skill
      ? [
          `- Held-out places, mean squared distance in half-widths: model ${figure(skill.model)}, provincial mean ${figure(skill.provincialMean)}, line in GDP per head ${figure(skill.gdpLine)}.`,
        ]
      : []),
    `- Plausible set: ${PLAUSIBLE.members.length} vectors worth ${figure(PLAUSIBLE.effective)} equal ones; out of reach of every vector: ${PLAUSIBLE.unreachable.join('; ') || 'none'}.`,
  ].join('\n');
}

/** The whole document. */
export function tablesText(): string {
  return `# Hunan in tables

Made from the data by \`npm run golden\`; do not edit. ${madeLine()} The register behind the reported numbers is **one report's word: unverified, and contradictory in places**.

${summaryLines()}

## Fitted targets

${targets('fit')}

## Held-out targets

${targets('held-out')}

## Inputs

${inputs()}

## Effects

No parameter was moved for an effect. Right means the published sign in at least four of five pairs of worlds and, where a size is published, between half and double of it. What the pairs at 1:${VALIDATION.made.scale} leave to chance, and every claim of no change, is told a second time at 1:${VALIDATION.made.levels.scale}, whose worlds chance moves a third as much; of a hundred effects that are nothing two would so pass for right.

${effects()}

## Coordinates of the fit

${coordinates()}

## Scales

${scaleTable()}

## Parameters

${parameters()}
`;
}
