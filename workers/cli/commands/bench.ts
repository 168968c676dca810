import { cpus } from 'node:os';
import { replicationWord, seedOf } from '../../../experiments/index.ts';
import { resolvePreset } from '../../../scenarios/index.ts';
import { ENGINE_VERSION, type Scale, type WorldInput } from '../../../sim/index.ts';
import { type Command, EXIT } from '../command.ts';
import { operands } from '../command-line.ts';
import { calibrationNs, oneCore, wholeRun } from '../measure.ts';
import { readOptions } from '../options.ts';
import { textTable } from '../text-table.ts';

export const bench: Command = {
  operands: '',
  does: 'speed and memory of the engine on this machine',
  options: ['scale', 'json'],
  async run({ positionals, words, json, terminal }) {
    operands(positionals, []);
    const { scale } = readOptions(words, { json }, { scale: 10 });
    const { province, patches, shocks } = resolvePreset('baseline');
    const calibrationLoopNs = calibrationNs();
    const input: WorldInput = { province, patches, shocks, seed: seedOf(replicationWord('1', 0)), scale };
    const core = await oneCore(input, terminal);
    if (!core) return EXIT.stopped;
    const report = {
      schema: 'headwater/bench@1',
      engine: ENGINE_VERSION,
      machine: { node: process.version, processor: cpus()[0]?.model ?? '', cores: cpus().length },
      scale,
      ...core,
      calibrationLoopNs,
      run: await wholeRun(terminal),
    };
    terminal.settle();
    terminal.print(json ? JSON.stringify(report) : benchText(report));
    return EXIT.done;
  },
};

type Report = NonNullable<Awaited<ReturnType<typeof oneCore>>> & {
  readonly scale: Scale;
  readonly calibrationLoopNs: number;
  readonly run: Awaited<ReturnType<typeof wholeRun>>;
};

function benchText(report: Report): string {
  const { nsPerEnterpriseMonth: ns, calibrationLoopNs: turn, run } = report;
  const lines = [
    `One core at 1:${report.scale}, ${report.enterprises} enterprises`,
    `${ns.toFixed(1)} ns an enterprise and month, ${(ns / turn).toFixed(1)} turns of the calibration loop (${turn.toFixed(2)} ns)`,
    `${report.bytesPerEnterprise.toFixed(0)} bytes an enterprise, ${report.stateBytesPerEnterprise.toFixed(0)} of them state`,
    `1:${run.scale}: spin-up ${run.spinUpMs.toFixed(0)} ms, 60 months ${run.projectionMs.toFixed(0)} ms`,
    '',
  ];
  return (
    lines.join('\n') +
    textTable([['phase', 'ns'], ...report.phases.map(({ name, ns: each }) => [name, each.toFixed(1)])])
  );
}
