/** The data package: both scenarios run again from their start, with files, metadata and a receipt. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import citation from '../../CITATION.cff?raw';
import type { PackageRequest } from '../../workers/study.ts';
import { askedFiles } from '../app/asked-files.ts';
import type { Context } from '../app/context.ts';
import { parameterFiles } from '../app/parameter-files.ts';
import type { ScenarioDocument } from '../app/state.ts';
import { comparatorName, notCarried, scenarioName } from '../app/words.ts';
import { saveFile } from '../charts/files.ts';
import { modelUnit } from '../text/numbers.ts';
import { reportWordsOf } from '../text/report.ts';
import { studyStatus } from './study-status.ts';

const RUNS = [1, 4, 16, 64] as const;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Definitions and grades, so that the numbers can be read without the lab. */
function metadata(context: Context): unknown {
  const { library, acts, state } = context;
  return {
    release: library.release,
    note: 'Exploration, not forecast. The register behind the model is reported, unverified and contradictory in places.',
    link: acts.link(state),
    linkCarriesNot: notCarried(context, state),
    units: 'ratios are fractions, rates annual fractions, money nominal yuan, an undefined value is null',
    indicators: library.indicators.map((one) => ({ ...one, unit: modelUnit(one.unit) })),
    places: library.places.map(({ code, name }) => ({ code, ...name })),
    province: library.province.id,
    parameters: parameterFiles(library.province.id),
  };
}

/** The request for a package of so many runs. */
function packageRequest(context: Context, runs: number): PackageRequest {
  const { state, library, lab } = context;
  const { scenario, comparators } = askedFiles(context);
  const [comparator] = comparators;
  return {
    scenario,
    comparator,
    seed: state.seed,
    scale: lab.update && lab.update.scale <= 100 ? lab.update.scale : 100,
    runs,
    texts: {
      'scenario.json': json(scenario),
      'comparator.json': json(comparator),
      'metadata.json': json(metadata(context)),
      'README.txt': reportWordsOf(state.language).packageReadme(
        scenarioName(context),
        comparatorName(context),
        library.release,
      ),
      'CITATION.cff': citation,
    },
  };
}

const usualRuns = ({ lab, state }: Context): number =>
  lab.update?.stage === 'ensemble' ? lab.update.runsDone : state.runs;

export function packageBlock(context: Context): TemplateResult {
  const { state, desk } = context;
  const words = reportWordsOf(state.language);
  const study = desk.study('package');
  const now = usualRuns(context);
  const make = (event: SubmitEvent) => {
    event.preventDefault();
    const runs = Number(new FormData(event.currentTarget as HTMLFormElement).get('runs'));
    desk.again('package', packageRequest(context, runs));
  };
  const archive = study?.result;
  return html`<form class="package" @submit=${make}>
    <label class="picker"><span>${words.packageRuns}</span><select name="runs">
      ${repeat(
        [...new Set([...RUNS, now])].sort((a, b) => a - b),
        (one) => one,
        (one) => html`<option value=${one} ?selected=${one === now}>${one}</option>`,
      )}</select></label>
    <button type="submit">${words.makePackage}</button>
    ${archive ? html`<button type="button" class="primary" data-role="save-package" @click=${() => save(study.key, archive)}>${words.savePackage}</button>` : nothing}
    ${study ? studyStatus(context, study, () => desk.again('package', study.request)) : nothing}
    <p class="hint">${words.packageNote}</p>
  </form>`;
}

/** Saves a package under the id of its scenario, which may no longer be the one on screen. */
function save(key: string, archive: Uint8Array): void {
  const { scenario } = JSON.parse(key) as { scenario: ScenarioDocument };
  const content = new Blob([archive as Uint8Array<ArrayBuffer>], { type: 'application/zip' });
  saveFile(`headwater-${scenario.id}.zip`, content);
}
