/** What the brief says, apart from how it looks: rows of its tables, in the language of the paper. */
import contradictions from '../../scenarios/evidence/contradictions.json' with { type: 'json' };
import type { BookSums } from '../../workers/api.ts';
import { booksOf } from '../app/books.ts';
import type { Context } from '../app/context.ts';
import { type Finding, findingOf, type Verdict } from '../app/findings.ts';
import type { Grade } from '../app/library.ts';
import { BEARERS, type Bearer, lossFlow } from '../app/losses.ts';
import { parameterFiles } from '../app/parameter-files.ts';
import { shortcomings } from '../app/shortcomings.ts';
import { titleInTime } from '../app/told.ts';
import { decimalsFor, displayOfSum, formatChange, formatLevel } from '../text/numbers.ts';
import { reportWordsOf } from '../text/report.ts';
import { TILES } from './overview-tiles.ts';

/** One of the six numbers. */
export interface NumberRow {
  readonly id: string;
  readonly cells: readonly string[];
}

const verdictName = (verdict: Verdict, { words }: Context): string =>
  ({
    real: words.beyondChance,
    chance: words.chance,
    single: words.undetermined,
    same: words.identical,
    none: words.missing,
  })[verdict];

const rowOf = (context: Context, finding: Finding): NumberRow => ({
  id: finding.indicator.id,
  cells: [
    titleInTime(context, finding),
    finding.base,
    finding.level,
    finding.range,
    finding.verdict === 'same' ? '0' : finding.change,
    finding.interval,
    verdictName(finding.verdict, context),
  ],
});

/** The six numbers: title, comparator, scenario, range, difference, interval, verdict. */
export const numberRows = (context: Context): NumberRow[] =>
  TILES.map((id) => rowOf(context, findingOf(context, id)));

/** Who bears lost loans over the projection: name, comparator, scenario, difference, a run on average. */
export function bearerRows({ lab, state }: Context): readonly (readonly string[])[] {
  const result = lab.update?.result;
  if (!result?.books) return [];
  const words = reportWordsOf(state.language);
  const { comparator, scenario } = result.books;
  const [theirs, mine] = [borne(comparator, result.months), borne(scenario, result.months)];
  const display = displayOfSum(Math.max(theirs.total, mine.total), state.language);
  const decimals = decimalsFor(theirs.total / 1000, display, 2);
  const write = (name: string, a: number, b: number) => [
    name,
    formatLevel(a, display, decimals),
    formatLevel(b, display, decimals),
    formatChange(b - a, display, decimals),
  ];
  const bearing = BEARERS.filter((id) => theirs.yuan.get(id) || mine.yuan.get(id));
  return [
    ...bearing.map((id) => write(words.bearers[id], theirs.yuan.get(id) ?? 0, mine.yuan.get(id) ?? 0)),
    write(words.allLosses, theirs.total, mine.total),
  ];
}

function borne(sums: BookSums, months: readonly string[]): Borne {
  const flow = lossFlow(booksOf(sums, months), 1, months.length - 1);
  return {
    yuan: new Map(flow.bearers.map((one) => [one.id, one.yuan / sums.runs])),
    total: flow.total / sums.runs,
  };
}

interface Borne {
  readonly yuan: ReadonlyMap<Bearer, number>;
  readonly total: number;
}

/** What is not known, one sentence each. */
export function unknowns({ lab, state, library, tell }: Context): string[] {
  const words = reportWordsOf(state.language);
  const { id, title, fitted } = library.province;
  const all = parameterFiles(id);
  const graded = (grade: Grade): number => all.filter((one) => one.grade === grade).length;
  return [
    words.unknownChance(lab.update?.runsDone ?? 0),
    words.unknownGrades(graded('assumed'), graded('estimated'), graded('reported'), all.length),
    fitted ? words.unknownConflicts(contradictions.length) : words.unknownFit(tell(title)),
  ];
}

/** Items of what the model gets wrong that fit on the page. */
const MOST_ITEMS = 6;

/** What the model gets wrong, as far as it fits. */
export function wrongs({ state, library, tell }: Context): readonly string[] {
  const { fitted, title } = library.province;
  const where = fitted ? [] : [reportWordsOf(state.language).wrongElsewhere(tell(title))];
  return [...where, ...shortcomings(state.language)].slice(0, MOST_ITEMS);
}
