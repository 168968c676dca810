// Checks that imports run one way: viz -> workers -> experiments -> scenarios -> sim.

/** What lies below `from` may import only what lies below one of `allowed`. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { pathNot: [from, ...allowed] },
});

/** What lies below `from` must not import what matches `to`. */
const never = (name, from, to) => ({ name, severity: 'error', from, to });

const SIM = '^sim/';
const SCENARIOS = '^scenarios/';
const EXPERIMENTS = '^experiments/';
const WORKERS = '^workers/';
const PACKAGES = '^node_modules/';

module.exports = {
  forbidden: [
    only('sim-is-pure', SIM, []),
    never('sim-has-one-door', { pathNot: '^(sim|test|notebooks)/' }, { path: '^sim/(?!index\\.ts$)' }),
    only('scenarios-ask', SCENARIOS, [SIM, `${PACKAGES}zod/`]),
    only('experiments-plan', EXPERIMENTS, [
      SIM,
      SCENARIOS,
      `${PACKAGES}@noble/hashes/`,
      `${PACKAGES}seedrandom/`,
      `${PACKAGES}@types/seedrandom/`,
      `${PACKAGES}ml-matrix/`,
    ]),
    never('workers-know-no-screen', { path: WORKERS }, { path: '^(viz|notebooks|test)/' }),
    never('screen-knows-no-terminal', { path: '^viz/' }, { path: '^(workers/cli|notebooks|test)/' }),
    never(
      'browser-has-no-node',
      { path: '^(viz|workers)/', pathNot: '^workers/cli/' },
      { dependencyTypes: ['core'] },
    ),
    never('no-cycles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    never('no-missing-files', {}, { couldNotResolve: true }),
  ],
  options: {
    exclude: { path: '^(dist|coverage|test-output)/' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'] },
  },
};
