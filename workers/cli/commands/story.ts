import { type Scenarios, type StoryDocument, tellStory, worldsToTell } from '../../../experiments/index.ts';
import { type Fault, InputError } from '../../../scenarios/index.ts';
import { monthName } from '../../../sim/index.ts';
import { type Command, EXIT } from '../command.ts';
import { operands, operandsThere } from '../command-line.ts';
import {
  type OptionName,
  type Options,
  type ParameterChoice,
  PLACE,
  readOptions,
  type Words,
} from '../options.ts';
import { scenariosOf } from '../scenario-argument.ts';
import { storyText } from '../story-text.ts';
import { together } from '../together.ts';
import { sayOneThread, steeringOf } from '../work.ts';

const OPTIONS: readonly OptionName[] = [
  'scale',
  'seed',
  'until',
  'workers',
  'parameters',
  'versus',
  'language',
  'json',
];

const MOST_ID = 0xffffffff;

/** Id of an enterprise as `world.enterprises.id` has it; undefined for none. Throws InputError. */
function idOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d{1,10}$/.test(word) && Number(word) <= MOST_ID) return Number(word);
  const rule = `not a whole number in [0, ${MOST_ID}]; story without an id names some`;
  throw new InputError([{ kind: 'invalid', name: 'enterprise', rule, value: word, path: PLACE }]);
}

/** Refuses draws: a story is of one world, which has no vector drawn. Throws InputError. */
function refuseDraws({ parameters: value }: Words): void {
  if (value !== ('plausible' satisfies ParameterChoice)) return;
  const rule = 'a story is told at the point values';
  throw new InputError([{ kind: 'invalid', name: '--parameters', rule, value, path: PLACE }]);
}

/** Says that nobody has this id, and how to find somebody. */
function unknownEnterprise(word: string, scenario: string, { scale, seed, until }: Options): Fault {
  const rule = `not on the books of this world from 2025-12 to ${monthName(until)}, find ids with: story ${scenario} --scale ${scale} --seed ${seed}`;
  return { kind: 'unknown', name: 'enterprise', rule, value: Number(word), path: PLACE };
}

/** The scenario to tell of and, where there is one, its counterpart. Rejects with InputError and the faults of both. */
async function scenariosNamed(words: readonly (string | undefined)[]): Promise<Scenarios> {
  const [a, ...others] = await scenariosOf(words.filter((word) => word !== undefined));
  return others.length === 0 ? [a] : [a, others[0]];
}

export const story: Command = {
  operands: '<scenario> [<enterprise>]',
  does: "one enterprise's months, decisions and the numbers behind them; without an id, a few typical ones",
  options: OPTIONS,
  async run({ terminal, ...line }) {
    const named = line.positionals.length > 1 ? ['<scenario>', '<enterprise>'] : ['<scenario>'];
    const [scenario, word] = operandsThere(line, named);
    const [options, id, scenarios] = await together(
      () => readOptions(line),
      () => idOf(word),
      () => scenariosNamed([scenario, line.words.versus]),
      () => refuseDraws(line.words),
      () => operands(line, named),
    );
    sayOneThread(options, terminal);
    const { scale, seed, until, language, json } = options;
    const question = { settings: { scale, seed, runs: 1, until }, id };
    const steering = {
      ...steeringOf(terminal, worldsToTell(scenarios, question), until),
      audit: 'never',
    } as const;
    const document: StoryDocument = await tellStory(scenarios, question, steering);
    if (word !== undefined && !document.stories[0].enterprise)
      throw new InputError([unknownEnterprise(word, scenario, options)]);
    terminal.print(json ? JSON.stringify(document) : storyText(document, language));
    return EXIT.done;
  },
};
