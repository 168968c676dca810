import { cpus } from 'node:os';
import { replicationWord, seedOf } from '../../../experiments/index.ts';
import { resolvePreset } from '../../../scenarios/index.ts';
import {
  ENGINE_VERSION,
  FORK_MONTH,
  INSTRUMENTS,
  LAST_MONTH,
  type Patch,
  type ProvinceInput,
  type Scale,
  type WorldInput,
} from '../../../sim/index.ts';
import { type Command, EXIT } from '../command.ts';
import { operands } from '../command-line.ts';
import { oneCore, peakMemory, threads, wholeRun } from '../measure.ts';
import { readOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { textTable } from '../text-table.ts';
import { together } from '../together.ts';

/** Every lever from the fork on: where it stands anyway, or in its strong setting. */
function everyLever(set: (one: (typeof INSTRUMENTS)[number]) => Patch['set']): Patch[] {
  return INSTRUMENTS.map((one) => ({
    instrument: one.id,
    from: FORK_MONTH + 1,
    until: LAST_MONTH,
    phaseInMonths: 0,
    scope: {},
    set: set(one),
  }));
}

const standing = ({ parameters }: ProvinceInput): Patch[] =>
  everyLever((one) =>
    Object.fromEntries(
      Object.entries(one.parameters).map(([name, { record }]) => [name, parameters[record][0]]),
    ),
  );

/** No patch, every lever inactive, every lever on. */
function inputsAt(scale: Scale): Record<'none' | 'inactive' | 'allOn', WorldInput> {
  const { province, patches, shocks } = resolvePreset('baseline');
  const base: WorldInput = { province, patches, shocks, seed: seedOf(replicationWord('1', 0)), scale };
  return {
    none: base,
    inactive: { ...base, patches: [...patches, ...standing(province)] },
    allOn: { ...base, patches: [...patches, ...everyLever((one) => one.pair.strong)] },
  };
}

/** Cost by scale, and one and two threads at 1:1, where the whole province is asked for. */
async function wholeProvince(terminal: Terminal) {
  const coarse = await oneCore({ none: inputsAt(100).none }, terminal);
  const one = coarse && (await threads(inputsAt(1).none, 1, terminal));
  const two = one && (await threads(inputsAt(1).none, 2, terminal));
  if (!two) return undefined;
  return {
    coarse: coarse.speeds.none.nsPerEnterpriseMonth,
    threads: [one, two],
    speedUp: one.msPerMonth / two.msPerMonth,
    peakBytes: peakMemory(),
  };
}

export const bench: Command = {
  operands: '',
  does: 'speed and memory of the engine on this machine; with --scale 1, of the whole province by one and two threads',
  options: ['scale', 'json'],
  async run({ terminal, ...line }) {
    const [{ scale: asked, json }] = await together(
      () => readOptions(line, { scale: 10 }),
      () => operands(line, []),
    );
    const scale = asked === 1 ? 10 : asked;
    const core = await oneCore(inputsAt(scale), terminal);
    const province = asked === 1 && core ? await wholeProvince(terminal) : undefined;
    if (!core || (asked === 1 && !province)) return EXIT.stopped;
    const { speeds, ...sizes } = core;
    const report = {
      schema: 'headwater/bench@1',
      engine: ENGINE_VERSION,
      machine: { node: process.version, processor: cpus()[0]?.model ?? '', cores: cpus().length },
      scale,
      ...sizes,
      ...speeds.none,
      levers: {
        none: speeds.none.nsPerEnterpriseMonth,
        inactive: speeds.inactive.nsPerEnterpriseMonth,
        allOn: speeds.allOn.nsPerEnterpriseMonth,
        allOnCalibrationLoopNs: speeds.allOn.calibrationLoopNs,
      },
      allOnPhases: speeds.allOn.phases,
      ...(province && { province }),
      run: await wholeRun(terminal),
    };
    terminal.settle();
    terminal.print(json ? JSON.stringify(report) : benchText(report));
    return EXIT.done;
  },
};

type Core = NonNullable<Awaited<ReturnType<typeof oneCore<'none' | 'inactive' | 'allOn'>>>>;
type Report = Omit<Core, 'speeds'> &
  Core['speeds']['none'] & {
    readonly scale: Scale;
    readonly levers: Record<'none' | 'inactive' | 'allOn' | 'allOnCalibrationLoopNs', number>;
    readonly allOnPhases: Core['speeds']['none']['phases'];
    readonly province?: NonNullable<Awaited<ReturnType<typeof wholeProvince>>>;
    readonly run: Awaited<ReturnType<typeof wholeRun>>;
  };

function provinceText({ coarse, threads: [one, two], speedUp, peakBytes }: NonNullable<Report['province']>) {
  return [
    `1:100: ${coarse.toFixed(1)} ns an enterprise and month; 1:1: ${one.nsPerEnterpriseMonth.toFixed(1)} ns of wall time`,
    `1:1, ${one.enterprises} enterprises: ${one.msPerMonth.toFixed(0)} ms a month by one thread, ${two.msPerMonth.toFixed(0)} by two (${speedUp.toFixed(2)} times as fast); ${(peakBytes / 2 ** 20).toFixed(0)} MiB at most`,
  ];
}

function benchText(report: Report): string {
  const { nsPerEnterpriseMonth: ns, calibrationLoopNs: turn, levers, run } = report;
  const lines = [
    `One core at 1:${report.scale}, ${report.enterprises} enterprises, from 2025-12, processor time`,
    `${ns.toFixed(1)} ns an enterprise and month, ${(ns / turn).toFixed(1)} turns of the calibration loop (${turn.toFixed(2)} ns)`,
    `${levers.inactive.toFixed(1)} ns with every lever set where it stands, ${levers.allOn.toFixed(1)} ns with every lever on (${(levers.allOn / levers.allOnCalibrationLoopNs).toFixed(1)} turns)`,
    `${report.bytesPerEnterprise.toFixed(0)} bytes an enterprise, ${report.stateBytesPerEnterprise.toFixed(0)} of them state`,
    ...(report.province ? provinceText(report.province) : []),
    `1:${run.scale}: spin-up ${run.spinUpMs.toFixed(0)} ms, 60 months ${run.projectionMs.toFixed(0)} ms`,
    '',
  ];
  const rows = report.phases.map(({ name, ns: each }, k) => [
    name,
    each.toFixed(1),
    report.allOnPhases[k].ns.toFixed(1),
  ]);
  return lines.join('\n') + textTable([['phase', 'ns', 'all on'], ...rows]);
}
