/** The plain sentence: what the numbers say, with no more digits than the noise supports. */
import type { Context } from '../app/context.ts';
import { type Finding, findingOf, sameThroughout } from '../app/findings.ts';
import { jointHalf } from '../app/told.ts';
import { comparatorName, inSentence, scenarioName } from '../app/words.ts';
import { TILES } from './overview-tiles.ts';

/** Built from the answer on screen; empty before there is one. */
export function sentenceOf(context: Context): string {
  const { words, state, lab, tell } = context;
  const finding = findingOf(context, state.indicator);
  if (!lab.update || finding.verdict === 'none') return '';
  const indicator = inSentence(tell(finding.indicator.title));
  const same = sameThroughout(context);
  const [scenario, comparator] = [scenarioName(context), comparatorName(context)].map(words.quote) as [
    string,
    string,
  ];
  if (same) {
    const { start, level, summed, when } = finding;
    if (summed) return words.sentenceTotalAlone(comparator, indicator, level, when);
    return start === level
      ? words.sentenceSame(comparator, indicator, level)
      : words.sentenceAlone(comparator, indicator, start, level);
  }
  const runs = lab.update.runsDone;
  const { level, base, summed, when } = finding;
  const head = summed
    ? words.sentenceTotal(scenario, indicator, level, comparator, base, when)
    : words.sentenceReal(scenario, indicator, level, comparator, base);
  if (finding.verdict === 'single') return head + words.sentenceOne(finding.change);
  const verdict =
    finding.verdict === 'real'
      ? words.sentenceDifference(finding.change, finding.interval, runs)
      : words.sentenceNo(finding.interval, runs);
  return `${head}${verdict}${words.gapBetweenSentences}${othersOf(context)}`;
}

/** Those of the other tiles that differ beyond chance, all of them taken together: whoever looks at five finds one. */
function othersOf(context: Context): string {
  const { words, state, tell, lab } = context;
  const others = TILES.filter((id) => id !== state.indicator).map((id) => findingOf(context, id));
  const isFar = ({ difference, half }: Finding) =>
    Math.abs(difference) > jointHalf(half, others.length, lab.update!.runsDone);
  const real = others.filter((one) => one.verdict === 'real' && isFar(one));
  if (!real.length) return words.sentenceNothingElse;
  return words.sentenceOthers(
    real
      .map((one) => {
        const change = one.summed ? `${one.change}${words.bracket(one.when)}` : one.change;
        return words.pairOf(inSentence(tell(one.indicator.title)), change);
      })
      .join(words.list),
  );
}
