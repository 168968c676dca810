/** Stories as text for the terminal. */
import {
  balanceText,
  isEventful,
  type Language,
  monthText,
  personText,
  type Story,
  type StoryDocument,
  type StoryMonth,
} from '../../experiments/index.ts';
import { loadProvince } from '../../scenarios/index.ts';
import { hanging, sideBySide, wrapped } from './wrapped.ts';

const COLUMNS = 118;
const PAIR_COLUMNS = 150;

const WORDS = {
  en: {
    quiet: 'Months not shown: trade and regular payments only.',
    marks: '* what happened differs   + only numbers differ',
    same: 'the same',
    alike: 'The same happens.',
    absent: 'not on the books',
    nobody: 'Nobody in this world.',
    closing: 'Exploration, not forecast.',
    stands: (share: string, count: string) => `${share} of enterprises (${count})`,
    against: (a: string, b: string) => `Left: ${a}. Right: ${b}.`,
  },
  zh: {
    quiet: '未列月份仅有正常经营与按期还款。',
    marks: '* 当月经历不同   + 仅数字不同',
    same: '相同',
    alike: '经历相同。',
    absent: '不在册',
    nobody: '本情景中没有此类企业。',
    closing: '情景探索，并非预测。',
    stands: (share: string, count: string) => `占企业${share}（${count}户）`,
    against: (a: string, b: string) => `左：${a}。右：${b}。`,
  },
} as const;

interface Page {
  readonly document: StoryDocument;
  readonly language: Language;
}

function kindLines({ kind }: Story, { document, language }: Page): string[] {
  if (!kind) return [];
  const words = WORDS[language];
  const stands = [kind.a, kind.b].flatMap((one) =>
    one ? [words.stands(`${(100 * one.share).toFixed(1)} %`, one.enterprises.toLocaleString('en-US'))] : [],
  );
  const { a, b } = document.scenarios;
  const where = b ? [`${a.id}: ${stands[0]}`, `${b.id}: ${stands[1]}`] : stands;
  return [`## ${kind.title[language]}: ${where.join('; ')}`];
}

const isYearEnd = (month: string, last: string): boolean => month.endsWith('-12') || month === last;

/** Eventful months, Decembers, and the first and last month on the books. */
const shown = (months: readonly StoryMonth[]): StoryMonth[] =>
  months.filter((one, at) => at === 0 || isYearEnd(one.month, months.at(-1)?.month ?? '') || isEventful(one));

function aloneText(story: Story, { language }: Page): string[] {
  return shown(story.a).map((one, at, all) =>
    hanging(`${one.month}  `, monthText(one, all[at - 1])[language], COLUMNS),
  );
}

function pairText(story: Story, { language }: Page): string[] {
  const words = WORDS[language];
  const b = story.b ?? [];
  const of = (months: readonly StoryMonth[], name: string) => months.find(({ month }) => month === name);
  const names = [...new Set([...shown(story.a), ...shown(b)].map(({ month }) => month))].sort();
  const tell = (months: readonly StoryMonth[], at: number, say: typeof monthText) => {
    const one = of(months, names[at]);
    return one ? say(one, of(months, names[at - 1]))[language] : words.absent;
  };
  return names.map((name, at) => {
    const turned = story.turns?.includes(name);
    const differs = story.differs?.includes(name);
    const right = turned
      ? tell(b, at, monthText)
      : differs
        ? `${words.alike} ${tell(b, at, balanceText)}`
        : words.same;
    const head = `${turned ? '*' : differs ? '+' : ' '} ${name}  `;
    return sideBySide(head, [tell(story.a, at, monthText), right], PAIR_COLUMNS);
  });
}

function storyLines(story: Story, page: Page): string[] {
  const { document, language } = page;
  const head = kindLines(story, page);
  if (!story.enterprise) return [...head, WORDS[language].nobody, ''];
  const { prefecture } = story.enterprise;
  const place = loadProvince(document.province).prefectures.find(({ code }) => code === prefecture);
  const who = personText(story.enterprise, place ?? { en: prefecture, zh: prefecture })[language];
  const months = story.b ? pairText(story, page) : aloneText(story, page);
  return [...head, ...wrapped(who, COLUMNS), ...months, ''];
}

/** All stories of a document in one language. */
export function storyText(document: StoryDocument, language: Language): string {
  const words = WORDS[language];
  const { a, b } = document.scenarios;
  const title = a.title?.[language] ?? a.id;
  const setting = `${title} (${a.id}); ${document.province}, 1:${document.scale}, seed ${document.seed}`;
  return [
    setting,
    ...(b ? [words.against(a.id, b.id), words.marks] : []),
    words.quiet,
    '',
    ...document.stories.flatMap((story) => storyLines(story, { document, language })),
    words.closing,
  ].join('\n');
}
