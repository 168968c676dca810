/** Report: take it away. A brief of two A4 pages in either language, and a data package. */
import '../app/report.css';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LabReceipts } from '../../workers/api.ts';
import type { Context } from '../app/context.ts';
import { fanDrawing, mapDrawing } from '../app/drawings.ts';
import { findingOf, sameThroughout } from '../app/findings.ts';
import { documentOf } from '../app/origin.ts';
import { coloursOf } from '../app/theme.ts';
import { comparatorName, notCarried, scenarioName } from '../app/words.ts';
import { LOOKS } from '../charts/look.ts';
import { leverDifferences } from '../controls/differences.ts';
import { wordsOf } from '../text/index.ts';
import { LANGUAGES, type Language, TAGS } from '../text/language.ts';
import { writeMonth } from '../text/months.ts';
import { reportWordsOf } from '../text/report.ts';
import { sentenceOf } from './overview-sentence.ts';
import { bearerRows, numberRows, unknowns, wrongs } from './report-data.ts';
import { packageBlock } from './report-package.ts';
import { studyStatus } from './study-status.ts';
import { attributionRequest } from './why.ts';
import { readingOf, waterfallDrawing } from './why-data.ts';

/** The context of the paper: its own language, always on white. */
function paperOf(context: Context): Context {
  const language = (context.state.picks.paper as Language | undefined) ?? context.state.language;
  return {
    ...context,
    state: { ...context.state, language },
    words: wordsOf(language),
    look: LOOKS.light,
    tell: (text) => text[language],
  };
}

export function report(context: Context): TemplateResult {
  const words = reportWordsOf(context.state.language);
  const paper = paperOf(context);
  return html`<div class="report" ?data-stale=${context.lab.faded}>
    <div class="report-controls"><p class="lead">${words.lead}</p>
      <div class="view-controls">${languagePicker(context, paper)}
        <button type="button" class="primary" data-role="print" @click=${() => print()}>${words.print}</button></div>
      ${packageBlock(context)}</div>
    <div class="paper" lang=${TAGS[paper.state.language]} style=${coloursOf(paper.look)}>
      ${context.lab.update ? html`${firstSheet(paper)}${secondSheet(paper)}` : html`<p class="empty">${context.words.waitResult}</p>`}
    </div></div>`;
}

const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', zh: '简体中文' };

function languagePicker({ state, acts }: Context, paper: Context): TemplateResult {
  const words = reportWordsOf(state.language);
  const choose = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    acts.change((now) => ({ ...now, picks: { ...now.picks, paper: value } }));
  };
  return html`<label class="picker"><span>${words.paperLanguage}</span>
    <select data-role="paper" .value=${live(paper.state.language)} @change=${choose}>
      ${LANGUAGES.map((one) => html`<option value=${one} lang=${TAGS[one]} ?selected=${one === paper.state.language}>${LANGUAGE_NAMES[one]}</option>`)}
    </select></label>`;
}

function firstSheet(paper: Context): TemplateResult {
  const { state, lab, library, tell } = paper;
  const words = reportWordsOf(state.language);
  const finding = findingOf(paper, state.indicator);
  const month = writeMonth(lab.update!.result.months.at(-1)!, state.language);
  const question = documentOf(state.draft, library)?.question;
  const mapped = Object.values(lab.update!.result.prefecture).some((place) => place[finding.indicator.id]);
  const shows = sameThroughout(paper) ? 'level' : 'difference';
  return html`<article class="sheet" aria-label=${words.sheet(1)}>
    <header><p class="sheet-kind"><b>Headwater <span lang="zh-CN">活水</span></b> · ${words.brief}</p><p class="sheet-caution">${words.caution}</p></header>
    <h2 class="sheet-title">${scenarioName(paper)}</h2>
    ${lab.stale ? html`<p data-role="earlier"><b>${words.earlier}</b></p>` : nothing}
    ${question ? html`<p class="sheet-question">${tell(question)}</p>` : nothing}
    <p class="sheet-sentence">${sentenceOf(paper)}</p>
    <h3>${words.levers}</h3>${leverTable(paper)}
    <h3>${words.numbers(month)}</h3>
    ${table(
      [
        words.indicator,
        words.before,
        words.after,
        words.range,
        words.difference,
        words.interval,
        words.verdict,
      ],
      numberRows(paper).map((row) => row.cells),
      'numbers',
    )}
    <div class="sheet-charts">
      ${finding.pair ? html`<hw-chart data-paper .drawing=${fanDrawing(paper, finding)}></hw-chart>` : nothing}
      ${finding.pair && mapped ? html`<hw-chart data-paper .drawing=${mapDrawing(paper, finding, shows)}></hw-chart>` : nothing}
    </div></article>`;
}

function leverTable(paper: Context): TemplateResult {
  const words = reportWordsOf(paper.state.language);
  const rows = leverDifferences(paper);
  if (rows.length === 0) return html`<p>${paper.words.differsNot(comparatorName(paper))}</p>`;
  return table(
    [words.lever, words.before, words.after, words.when],
    rows.map((row) => [row.lever, row.before, row.after, row.when]),
    'levers',
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[], name: string): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${head[0]!}><table data-table=${name}><thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
    <tbody>${rows.map(([first, ...cells]) => html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}

function secondSheet(paper: Context): TemplateResult {
  const { state } = paper;
  const words = reportWordsOf(state.language);
  const bearers = bearerRows(paper);
  return html`<article class="sheet" aria-label=${words.sheet(2)}>
    <h3>${words.whoPays}</h3>
    ${bearers.length > 0 ? table([words.bearer, words.before, words.after, words.difference], bearers, 'bearers') : html`<p>${words.noBooks}</p>`}
    ${sameThroughout(paper) ? nothing : html`<h3>${words.why}</h3>${whyBlock(paper)}`}
    <h3>${words.unknown}</h3><ul>${unknowns(paper).map((one) => html`<li>${one}</li>`)}</ul>
    <p><b>${words.wrongHead}</b></p><ul>${wrongs(paper).map((one) => html`<li>${one}</li>`)}</ul>
    <h3>${words.receipt}</h3>${receipt(paper)}
  </article>`;
}

const LAST = '2030-12';

function whyBlock(paper: Context): TemplateResult {
  const { state, desk } = paper;
  const words = reportWordsOf(state.language);
  const request = attributionRequest(paper);
  const study = desk.need('attribution', request);
  const reading = study.result && readingOf(paper, study.result, state.indicator, LAST);
  const isComing = study.status === 'running' || study.status === 'paused';
  return html`${study.status === 'done' ? nothing : html`<div class="sheet-study">${studyStatus(paper, study, () => desk.again('attribution', request))}</div>`}
    ${
      reading
        ? html`${study.status === 'done' ? nothing : html`<p class="hint" data-role="unfinished">${words.whySoFar}</p>`}<hw-chart data-paper .drawing=${waterfallDrawing(reading, comparatorName(paper), scenarioName(paper))}></hw-chart>`
        : html`<p>${isComing ? words.whyWaiting : words.whyMissing}</p>`
    }`;
}

function receipt(paper: Context): TemplateResult {
  const { lab, library, state, acts } = paper;
  const words = reportWordsOf(state.language);
  const { receipts, scale, runsDone, result } = lab.update!;
  const names = { a: comparatorName(paper), b: scenarioName(paper) };
  const entries: [string, string][] = [
    [words.engine, library.release],
    [words.seed, state.seed],
    [words.scale, `1:${scale}`],
    [words.runs, String(runsDone)],
    [words.until, result.months.at(-1)!],
  ];
  if (receipts)
    entries.push(
      [words.hashOf(names.a), String(receipts.comparator.scenarioHash)],
      [words.hashOf(names.b), String(receipts.scenario.scenarioHash)],
      [words.dataHash, String(receipts.scenario.dataHash)],
      ...resultHashes(receipts, names, words.inPackage).map(([name, hash]): [string, string] => [
        words.resultHashOf(name),
        hash,
      ]),
    );
  entries.push([words.link, acts.link(state)]);
  const left = notCarried(paper, state);
  return html`<p class="hint">${words.receiptNote}</p>
    <dl class="receipt">${entries.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
    ${left ? html`<p class="hint" data-role="not-carried">${left}</p>` : nothing}`;
}

/** The hash of each result, or where to have both. */
function resultHashes(
  { comparator, scenario }: LabReceipts,
  { a, b }: { readonly a: string; readonly b: string },
  elsewhere: string,
): readonly (readonly [name: string, hash: string])[] {
  if (!('resultHash' in scenario)) return [[`${a}, ${b}`, elsewhere]];
  return [
    [a, String(comparator.resultHash)],
    [b, String(scenario.resultHash)],
  ];
}
