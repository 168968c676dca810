// The order of test files: the long ones first, so that no worker is left with one at the end.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long, the longest first. */
const LONG = [
  'workers/cli.test',
  'laws/slow-reference.test',
  'laws/mechanisms.test',
  'sim/levers.test',
  'sim/lenders.test',
  'laws/same-bytes.test',
  'sim/guarantee-levers.test',
  'scenarios/systems.test',
  'experiments/calibration/fit.test',
  'laws/broken-mechanisms.test',
  'sim/information-levers.test',
  'laws/accounts.test',
  'workers/cli-story.test',
  'browser/accessibility.browser',
  'browser/zhejiang.browser',
  'browser/notebooks.browser',
  'browser/studies.browser',
  'browser/resilience.browser',
  'browser/first-minutes.browser',
  'browser/scenarios.browser',
  'browser/same-bytes.browser',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const at = LONG.findIndex((name) => moduleId.replaceAll('\\', '/').includes(`/test/${name}.`));
  return at < 0 ? LONG.length : at;
};
const projectOf = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.sort((a, b) => projectOf(a) - projectOf(b) || placeOf(a) - placeOf(b));
  }
}
