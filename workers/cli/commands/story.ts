import { type Scenarios, type StoryDocument, tellStory, worldsToTell } from '../../../experiments/index.ts';
import { type Fault, InputError } from '../../../scenarios/index.ts';
import { monthName } from '../../../sim/index.ts';
import { type Command, EXIT } from '../command.ts';
import { operands } from '../command-line.ts';
import { type OptionName, type Options, PLACE, readOptions } from '../options.ts';
import { scenariosOf } from '../scenario-argument.ts';
import { storyText } from '../story-text.ts';
import { steeringOf } from '../work.ts';

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

/** Id of an enterprise as `world.enterprises.id` has it. Throws InputError. */
function idOf(word: string): number {
  if (/^\d{1,10}$/.test(word) && Number(word) <= MOST_ID) return Number(word);
  const rule = `not a whole number in [0, ${MOST_ID}]; story without an id names some`;
  throw new InputError([{ kind: 'invalid', name: 'enterprise', rule, value: word, path: PLACE }]);
}

/** Says that a story is of one world, which has no vector drawn. */
const onePoint = (value: string): Fault => ({
  kind: 'invalid',
  name: '--parameters',
  rule: 'a story is told at the point values',
  value,
  path: PLACE,
});

/** Says that nobody has this id, and how to find somebody. */
function unknownEnterprise(word: string, scenario: string, { scale, seed, until }: Options): Fault {
  const rule = `not on the books of this world from 2025-12 to ${monthName(until)}, find ids with: story ${scenario} --scale ${scale} --seed ${seed}`;
  return { kind: 'unknown', name: 'enterprise', rule, value: Number(word), path: PLACE };
}

async function scenariosNamed(scenario: string, versus: string | undefined): Promise<Scenarios> {
  const [a, b] = await scenariosOf(versus === undefined ? [scenario] : [scenario, versus]);
  return versus === undefined ? [a] : [a, b];
}

/** Phases are looked between on one thread, whatever `--workers` says; the result does not depend on it. */
export const story: Command = {
  operands: '<scenario> [<enterprise>]',
  does: "one enterprise's months, decisions and the numbers behind them; without an id, a few typical ones",
  options: OPTIONS,
  async run({ positionals, words, json, terminal }) {
    const options = readOptions(words, { json });
    const named = positionals.length > 1 ? ['<scenario>', '<enterprise>'] : ['<scenario>'];
    const [scenario, word] = operands(positionals, named);
    const id = word === undefined ? undefined : idOf(word);
    const scenarios = await scenariosNamed(scenario, words.versus);
    const { scale, seed, until, language, parameters } = options;
    if (parameters !== 'point') throw new InputError([onePoint(parameters)]);
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
