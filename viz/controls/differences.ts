/** The levers in which two scenarios differ, in words. */
import type { Policy } from '../../scenarios/schema/scenario.ts';
import { comparatorDraft } from '../app/comparators.ts';
import type { Context } from '../app/context.ts';
import type { Draft } from '../app/state.ts';
import { writeMonth } from '../text/months.ts';
import { scopeName } from './scope.ts';
import { writeValue } from './slider.ts';

/** One lever that differs. */
export interface LeverDifference {
  readonly family: 'policy' | 'shock' | 'assumption';
  readonly lever: string;
  /** Value under the comparator, and under the scenario. */
  readonly before: string;
  readonly after: string;
  /** From when, for whom. */
  readonly when: string;
}

/** Everything in which the draft differs from a comparator, by default the one the lab speaks of. */
export function leverDifferences(context: Context, comparator = context.state.comparator): LeverDifference[] {
  const { state, library } = context;
  const other = comparatorDraft(comparator, state.draft, library);
  return [
    ...policyDifferences(state.draft, other, context),
    ...shockDifferences(state.draft, other, context),
    ...assumed(state.draft, other, context),
  ];
}

function policyDifferences(draft: Draft, other: Draft, context: Context): LeverDifference[] {
  const { library, tell } = context;
  return library.instruments.flatMap((instrument) => {
    const [mine, theirs] = [draft, other].map(({ policies }) =>
      policies.filter((one) => one.lever === instrument.id),
    ) as [Policy[], Policy[]];
    if (JSON.stringify(mine) === JSON.stringify(theirs)) return [];
    const count = Math.max(mine.length, theirs.length);
    return Array.from({ length: count }, (_, at) => [mine[at], theirs[at]] as const).flatMap(
      ([one, before]) => {
        const names = [...new Set([...Object.keys(one?.set ?? {}), ...Object.keys(before?.set ?? {})])];
        const off = one?.enabled === false || before?.enabled === false;
        const dated = one ?? before!;
        const when = whenOf(dated, context);
        if (off)
          return [
            {
              family: 'policy' as const,
              lever: tell(instrument.title),
              before: inForce(before, context),
              after: inForce(one, context),
              when,
            },
          ];
        return names.map((name) => {
          const { title, unit, step } = instrument.parameters[name]!;
          const write = (policy?: Policy) =>
            writeValue(
              policy?.set[name] ?? library.factOf(instrument.id, name).value,
              unit,
              step,
              context.state.language,
            );
          return {
            family: 'policy' as const,
            lever: tell(title),
            before: write(before),
            after: write(one),
            when,
          };
        });
      },
    );
  });
}

const inForce = (policy: Policy | undefined, { words }: Context) =>
  policy?.enabled === false ? words.off : words.statusQuo;

function whenOf(policy: Policy, context: Context): string {
  const { words, state } = context;
  const until = policy.until < '2030-12' ? `–${writeMonth(policy.until, state.language)}` : '';
  const since = until
    ? `${writeMonth(policy.from, state.language)}${until}`
    : words.since(writeMonth(policy.from, state.language));
  const gradually = policy.phaseInMonths ? words.phasedIn(policy.phaseInMonths) : '';
  return [since, gradually, scopeName(policy.scope, context)].filter(Boolean).join(words.comma);
}

function shockDifferences(draft: Draft, other: Draft, context: Context): LeverDifference[] {
  const { library, tell, words, state } = context;
  const text = (list: Draft['shocks']) => list.map((one) => JSON.stringify(one));
  const [mine, theirs] = [text(draft.shocks), text(other.shocks)];
  const row = (shock: Draft['shocks'][number], added: boolean): LeverDifference => {
    const kind = library.shockKinds.find((one) => one.id === shock.kind);
    const what = `×${shock.severity}${words.comma}${words.newShock(shock.months)}`;
    const where = scopeName(shock.scope, context) || words.everywhere;
    return {
      family: 'shock',
      lever: kind ? tell(kind.title) : shock.kind,
      before: added ? words.absent : what,
      after: added ? what : words.absent,
      when: `${words.since(writeMonth(shock.from, state.language))}${words.comma}${where}`,
    };
  };
  return [
    ...draft.shocks.filter((_, at) => !theirs.includes(mine[at]!)).map((one) => row(one, true)),
    ...other.shocks.filter((_, at) => !mine.includes(theirs[at]!)).map((one) => row(one, false)),
  ];
}

function assumed(draft: Draft, other: Draft, { library, tell, state }: Context): LeverDifference[] {
  return library.assumptions.flatMap(({ id, title, value, unit, range }) => {
    const read = (one: Draft) =>
      typeof one.assumptions[id] === 'number' ? (one.assumptions[id] as number) : value;
    if (read(draft) === read(other)) return [];
    const write = (one: Draft) => writeValue(read(one), unit, (range[1] - range[0]) / 100, state.language);
    return [
      {
        family: 'assumption' as const,
        lever: tell(title),
        before: write(other),
        after: write(draft),
        when: '',
      },
    ];
  });
}
